// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/menu.h>


#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

struct AllergenName
{
    Allergen allergen;
    QLatin1StringView word;
};

constexpr std::array<AllergenName, 14> allergenNames{{
    {Allergen::Gluten, "gluten"_L1},
    {Allergen::Crustaceans, "crustaceans"_L1},
    {Allergen::Eggs, "eggs"_L1},
    {Allergen::Fish, "fish"_L1},
    {Allergen::Peanuts, "peanuts"_L1},
    {Allergen::Soya, "soya"_L1},
    {Allergen::Milk, "milk"_L1},
    {Allergen::Nuts, "nuts"_L1},
    {Allergen::Celery, "celery"_L1},
    {Allergen::Mustard, "mustard"_L1},
    {Allergen::Sesame, "sesame"_L1},
    {Allergen::Sulphites, "sulphites"_L1},
    {Allergen::Lupin, "lupin"_L1},
    {Allergen::Molluscs, "molluscs"_L1},
}};

//! Sorts by sort, then id; most catalogs are there already.
template<class Thing>
void sortBySortThenId(QList<Thing> &things)
{
    const auto key = [](const Thing &thing) { return std::tuple(thing.sort, thing.id); };
    if (!std::ranges::is_sorted(std::as_const(things), {}, key))
        std::ranges::sort(things, {}, key);
}

//! Indexes things by id, of two with one id the first; the others are dropped, and counted.
template<class Thing, class Id>
QHash<Id, qsizetype> indexed(QList<Thing> &things, Id Thing::*id, int &dropped)
{
    QHash<Id, qsizetype> index;
    index.reserve(things.size());
    for (qsizetype i = 0; i < things.size(); ++i) {
        const auto before = index.size();
        auto &place = index[things.at(i).*id];
        if (index.size() > before) {
            place = i;
            continue;
        }
        things.removeAt(i--);
        ++dropped;
    }
    return index;
}

//! Puts products by category, sort, id. They are large: their places are sorted, then each is moved once.
void sortProducts(QList<Product> &products, const QHash<CategoryId, qsizetype> &categories)
{
    using Place = std::tuple<qsizetype, int, ProductId, qsizetype>;
    std::vector<Place> places;
    places.reserve(size_t(products.size()));
    for (qsizetype i = 0; i < products.size(); ++i) {
        const auto &product = products.at(i);
        places.emplace_back(categories.value(product.category), product.sort, product.id, i);
    }
    if (std::ranges::is_sorted(places))
        return;
    std::ranges::sort(places);
    QList<Product> sorted;
    sorted.reserve(products.size());
    for (const auto &place : places)
        sorted.append(std::move(products[std::get<3>(place)]));
    products = std::move(sorted);
}

template<class Thing, class Id>
const Thing *found(const QList<Thing> &things, const QHash<Id, qsizetype> &index, Id id)
{
    const auto at = index.constFind(id);
    return at == index.cend() ? nullptr : &things.at(*at);
}

} // namespace

QLatin1StringView allergenWord(Allergen allergen)
{
    const auto *name = std::ranges::find(allergenNames, allergen, &AllergenName::allergen);
    Q_ASSERT(name != allergenNames.end());
    return name->word;
}

std::optional<Allergen> allergenFromWord(QStringView word)
{
    const auto *name = std::ranges::find_if(allergenNames, [word](const AllergenName &n) { return n.word == word; });
    return name == allergenNames.end() ? std::nullopt : std::optional(name->allergen);
}

Menu::Menu(Parts parts, int skippedRows) : m_parts(std::move(parts)), m_skipped(skippedRows)
{
    sortBySortThenId(m_parts.outlets);
    sortBySortThenId(m_parts.categories);
    m_outlets = indexed(m_parts.outlets, &Outlet::id, m_skipped);
    m_categories = indexed(m_parts.categories, &Category::id, m_skipped);
    m_skipped += int(m_parts.groups.removeIf([](const ModifierGroup &group) { return group.modifiers.isEmpty(); }));
    m_groups = indexed(m_parts.groups, &ModifierGroup::id, m_skipped);
    const auto stationPlaces = indexed(m_parts.stations, &Station::code, m_skipped);
    QHash<QString, OutletId> stationOutlets;
    for (auto it = stationPlaces.cbegin(); it != stationPlaces.cend(); ++it)
        stationOutlets.insert(it.key(), m_parts.stations.at(*it).outlet);
    m_skipped += int(m_parts.stations.removeIf([this](const Station &s) { return !m_outlets.contains(s.outlet); }));
    std::ranges::stable_sort(m_parts.stations, {}, [this](const Station &s) { return std::tuple(m_outlets.value(s.outlet), s.code); });

    m_skipped += int(m_parts.products.removeIf(
        [this](const Product &p) { return !m_outlets.contains(p.outlet) || !m_categories.contains(p.category); }));
    for (auto &product : m_parts.products) {
        // A dish can be sold without what its row points at in vain; routed nowhere it is shown on every screen of its outlet.
        m_skipped += int(product.groups.removeIf([this](ModifierGroupId id) { return !m_groups.contains(id); }));
        if (!product.station.isEmpty() && stationOutlets.value(product.station) != product.outlet) {
            product.station.clear();
            ++m_skipped;
        }
    }
    sortProducts(m_parts.products, m_categories);
    m_products = indexed(m_parts.products, &Product::id, m_skipped);
    // What a promotion points at in vain makes it smaller, not wrong: a scope that has lost its last outlet covers nothing, not all.
    (void)indexed(m_parts.promotions, &Promotion::id, m_skipped);
    std::ranges::sort(m_parts.promotions, {}, &Promotion::id);
}

const Outlet *Menu::outlet(OutletId id) const
{
    return found(m_parts.outlets, m_outlets, id);
}

const Category *Menu::category(CategoryId id) const
{
    return found(m_parts.categories, m_categories, id);
}

const ModifierGroup *Menu::group(ModifierGroupId id) const
{
    return found(m_parts.groups, m_groups, id);
}

const Product *Menu::product(ProductId id) const
{
    return found(m_parts.products, m_products, id);
}

const Promotion *Menu::promotion(PromotionId id) const
{
    const auto at = std::ranges::lower_bound(m_parts.promotions, id, {}, &Promotion::id);
    return at == m_parts.promotions.end() || at->id != id ? nullptr : &*at;
}

const Station *Menu::station(QStringView code) const
{
    const auto at = std::ranges::find_if(m_parts.stations, [code](const Station &s) { return s.code == code; });
    return at == m_parts.stations.end() ? nullptr : &*at;
}

} // namespace saji
