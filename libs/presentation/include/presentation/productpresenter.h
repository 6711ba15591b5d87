// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>
#include <presentation/languageswitch.h>
#include <services/menuservice.h>

#include <QObject>

namespace saji {

//! One choice of a modifier group, in the guest's words.
struct OptionView
{
    ModifierId id;
    QString name;
    QString price; //!< "+4.000"; empty when it costs nothing
    bool chosen = false;
    bool available = true;
};

struct OptionGroupView
{
    ModifierGroupId id;
    QString name;
    QString rule; //!< "Pilih satu"
    bool single = false; //!< one of them: radio, not check
    bool spice = false; //!< a ladder of chillies
    QList<OptionView> options;
};

//! One product while a guest makes up their mind: what is chosen, what it costs, what is still missing.
//!
//! Serves a new dish and a line of the basket that is changed. Follows the menu: a dish that sells out or is withdrawn meanwhile
//! cannot be added any more, and says so. GUI thread.
class ProductPresenter : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestNote = 140;

    explicit ProductPresenter(LanguageSwitch &language, QObject *parent = nullptr);

    void setMenuState(const MenuState &state);
    //! NotFound when the menu has no such product.
    [[nodiscard]] Result<void> open(ProductId product);
    //! A line of the basket; commit with replace.
    [[nodiscard]] Result<void> change(int row, const CartItem &item);
    void close();

    bool isOpen() const { return !m_item.product.isNull(); }
    bool isChange() const { return m_row >= 0; }
    int row() const { return m_row; }
    const CartItem &item() const { return m_item; }
    //! Null when the menu has withdrawn it meanwhile.
    const Product *product() const;

    QString title() const;
    QString description() const;
    QString outletName() const;
    QString price() const; //!< of the bare dish
    QString total() const; //!< of this choice x quantity
    QString containsAllergens() const; //!< "Mengandung telur, seledri"; empty = none
    QString cookingTime() const; //!< "Sekitar 6 menit"
    bool isSold() const;
    const QList<OptionGroupView> &groups() const { return m_groups; }
    //! The first group that the guest must still answer.
    std::optional<ModifierGroupId> missing() const;
    QString missingWords() const; //!< "Pilih tingkat pedas"
    QString noteSummary() const; //!< note and allergies in one line

    void toggle(ModifierId modifier);
    void setQuantity(int quantity);
    void setNote(const QString &note);
    void toggleAllergy(Allergen allergen);

signals:
    void changed();

private:
    const Menu &menu() const { return *m_state.menu; }
    void refresh();
    OptionGroupView view(const ModifierGroup &group) const;
    QString rule(const ModifierGroup &group) const;

    LanguageSwitch &m_language;
    MenuState m_state;
    CartItem m_item;
    int m_row = -1;
    QList<OptionGroupView> m_groups;
};

} // namespace saji
