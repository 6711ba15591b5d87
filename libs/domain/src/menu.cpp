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

//! Where things stand, by id. Ids of a catalog are small numbers, and ten thousand products ask for theirs while a kiosk starts: a table.
template<class Id>
class Places
{
public:
    explicit Places(const QHash<Id, qsizetype> &index) : m_index(index)
    {
        for (auto it = index.cbegin(); it != index.cend(); ++it) {
            const auto number = it.key().value();
            if (number < 0 || number >= largest)
                continue;
            if (size_t(number) >= m_table.size())
                m_table.resize(size_t(number) + 1, -1);
            m_table[size_t(number)] = int(*it);
        }
    }
    //! -1 = there is none.
    qsizetype of(Id id) const
    {
        const auto number = id.value();
        if (number >= 0 && number < largest)
            return size_t(number) < m_table.size() ? m_table[size_t(number)] : -1;
        return m_index.value(id, -1);
    }
    bool has(Id id) const { return of(id) >= 0; }

private:
    static constexpr qint64 largest = 65'536;
    const QHash<Id, qsizetype> &m_index;
    std::vector<int> m_table;
};

//! Whether a station is one of an outlet.
class Routing
{
public:
    explicit Routing(QHash<QString, OutletId> outlets) : m_outlets(std::move(outlets)) {}

    bool leads(const QString &station, OutletId outlet)
    {
        // Products of a station share one string: that it is the same one is soon seen.
        for (const auto &[known, of] : m_known) {
            if (known.constData() == station.constData() && known.size() == station.size())
                return of == outlet;
        }
        const auto of = m_outlets.value(station);
        if (m_known.size() < mostKnown)
            m_known.emplace_back(station, of);
        return of == outlet;
    }

private:
    static constexpr size_t mostKnown = 32;
    QHash<QString, OutletId> m_outlets;
    std::vector<std::pair<QString, OutletId>> m_known;
};

using SortPlace = std::tuple<qsizetype, int, ProductId, qsizetype>; //!< category, sort, id; and where it stands now

//! What products may point at.
struct Targets
{
    Places<OutletId> outlets;
    Places<CategoryId> categories;
    Places<ModifierGroupId> groups;
    Routing routing;
};

//! Drops what points at nothing, and counts it, in one go over a list that is larger than the processor's cache.
std::vector<SortPlace> mend(QList<Product> &products, Targets targets, int &dropped)
{
    std::vector<SortPlace> places;
    places.reserve(size_t(products.size()));
    auto kept = products.begin();
    for (auto &product : products) {
        const auto category = targets.categories.of(product.category);
        if (category < 0 || !targets.outlets.has(product.outlet)) {
            ++dropped;
            continue;
        }
        // A dish can be sold without what its row points at in vain; routed nowhere it is shown on every screen of its outlet.
        const auto isLost = [&targets](ModifierGroupId id) { return !targets.groups.has(id); };
        if (std::ranges::any_of(std::as_const(product.groups), isLost))
            dropped += int(product.groups.removeIf(isLost));
        if (!product.station.isEmpty() && !targets.routing.leads(product.station, product.outlet)) {
            product.station.clear();
            ++dropped;
        }
        places.emplace_back(category, product.sort, product.id, qsizetype(places.size()));
        if (&*kept != &product)
            *kept = std::move(product);
        ++kept;
    }
    products.erase(kept, products.end());
    return places;
}

//! Products are large: their places are sorted, then each is moved once.
void sortProducts(QList<Product> &products, std::vector<SortPlace> &places)
{
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

    auto places = mend(m_parts.products, {Places(m_outlets), Places(m_categories), Places(m_groups), Routing(std::move(stationOutlets))}, m_skipped);
    sortProducts(m_parts.products, places);
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
