// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ids.h>
#include <domain/money.h>
#include <domain/promotion.h>
#include <domain/text.h>

#include <QFlags>
#include <QHash>
#include <QList>

namespace saji {

struct StoreInfo
{
    QString code;
    LocalText name;
    LocalText place;
    QString currency = QStringLiteral("IDR");
    QByteArray timeZone = "Asia/Jakarta";
    int businessDayStartsMinutes = 4 * 60; //!< after local midnight
};

//! What a store sets for all its screens; what a store does not set is as field experience has it.
struct StoreSettings
{
    int idleInMenuSeconds = 60;
    int idleInDetailSeconds = 120; //!< a sheet or the basket: people read
    int idleWarningSeconds = 20;
    int menuIsOldAfterHours = 24; //!< from then on every screen with prices says so

    friend bool operator==(const StoreSettings &, const StoreSettings &) = default;
};

struct Outlet
{
    OutletId id;
    QString name; //!< a brand: the same in every language
    QString monogram;
    quint32 hue = 0; //!< 0xRRGGBB
    QString tenant;
    LocalText tagline;
    QString taxName; //!< "PB1"; empty = no tax
    int taxBasisPoints = 0;
    int serviceChargeBasisPoints = 0;
    LocalText pickup; //!< where a guest collects
    bool tableService = false;
    int soonAfterSeconds = 300;
    int lateAfterSeconds = 480;
    int sort = 0;
};

struct Station
{
    QString code;
    OutletId outlet;
    LocalText name;
};

struct Category
{
    CategoryId id;
    LocalText name;
    QString art;
    int sort = 0;
};

enum class ModifierKind : quint8 { Plain, Without, Extra };
enum class GroupStyle : quint8 { Choice, Spice };

struct Modifier
{
    ModifierId id;
    LocalText name;
    Money priceAdjustment;
    ModifierKind kind = ModifierKind::Plain;
    bool isDefault = false;
    bool available = true;
};

struct ModifierGroup
{
    ModifierGroupId id;
    LocalText name;
    int min = 0;
    int max = 1; //!< at least 1; "as many as there are" is stored as their number
    GroupStyle style = GroupStyle::Choice;
    QList<Modifier> modifiers;

    bool isRequired() const { return min > 0; }
};

//! The 14 of EU regulation 1169/2011, Annex II.
enum class Allergen : quint16 {
    Gluten = 0x1, Crustaceans = 0x2, Eggs = 0x4, Fish = 0x8, Peanuts = 0x10, Soya = 0x20, Milk = 0x40, Nuts = 0x80,
    Celery = 0x100, Mustard = 0x200, Sesame = 0x400, Sulphites = 0x800, Lupin = 0x1000, Molluscs = 0x2000,
};
Q_DECLARE_FLAGS(Allergens, Allergen)

[[nodiscard]] QLatin1StringView allergenWord(Allergen allergen); //!< "peanuts", as in the menu file
[[nodiscard]] std::optional<Allergen> allergenFromWord(QStringView word);

enum class Halal : quint8 { Unknown, Yes, No };

struct Product
{
    ProductId id;
    OutletId outlet;
    CategoryId category;
    LocalText name;
    LocalText description;
    Money price;
    QString art;
    QString station; //!< code; empty = routed nowhere, shown on every screen of the outlet
    QList<ModifierGroupId> groups;
    Allergens allergens;
    Halal halal = Halal::Unknown;
    quint8 spice = 0;
    bool vegetarian = false;
    bool bestSeller = false;
    bool taxable = true;
    bool available = true;
    int minutes = 0;
    int sort = 0;
};

//! One complete, consistent state of the catalog. Immutable once made, shared between threads as shared_ptr<const Menu>.
//!
//! Making it drops what refers to nothing (a product of a withdrawn outlet) and counts it in `skipped`, never fatal.
class Menu
{
public:
    struct Parts
    {
        StoreInfo store;
        QList<Outlet> outlets;
        QList<Station> stations;
        QList<Category> categories;
        QList<ModifierGroup> groups;
        QList<Product> products;
        QList<Promotion> promotions;
        StoreSettings settings;
        qint64 version = 0;
        QString epoch;
    };
    Menu() = default;
    //! `skippedRows` were left out before, because they could not be read.
    explicit Menu(Parts parts, int skippedRows = 0);

    const StoreInfo &store() const { return m_parts.store; }
    const QList<Outlet> &outlets() const { return m_parts.outlets; } //!< by sort, then id; likewise below
    const QList<Station> &stations() const { return m_parts.stations; }
    const QList<Category> &categories() const { return m_parts.categories; }
    const QList<Product> &products() const { return m_parts.products; } //!< by category sort, product sort, id
    const QList<Promotion> &promotions() const { return m_parts.promotions; } //!< by id
    const StoreSettings &settings() const { return m_parts.settings; }
    qint64 version() const { return m_parts.version; }
    const QString &epoch() const { return m_parts.epoch; }
    bool isEmpty() const { return m_parts.products.isEmpty(); }
    int skipped() const { return m_skipped; }

    //! Null when there is none; valid as long as the menu.
    const Outlet *outlet(OutletId id) const;
    const Category *category(CategoryId id) const;
    const ModifierGroup *group(ModifierGroupId id) const;
    const Product *product(ProductId id) const;
    const Promotion *promotion(PromotionId id) const;
    const Station *station(QStringView code) const;

private:
    Parts m_parts;
    QHash<OutletId, qsizetype> m_outlets;
    QHash<CategoryId, qsizetype> m_categories;
    QHash<ModifierGroupId, qsizetype> m_groups;
    QHash<ProductId, qsizetype> m_products;
    int m_skipped = 0;
};

} // namespace saji

Q_DECLARE_OPERATORS_FOR_FLAGS(saji::Allergens)
