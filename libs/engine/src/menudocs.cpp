// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menudocs.h>

#include <engine/jsonwriter.h>
#include "menufields.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString rate(int basisPoints)
{
    return Money(basisPoints).toDecimal(); // hundredths, like sen
}

QString word(std::string_view word)
{
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

template<class List, class Format>
QByteArray listOf(const List &list, Format format)
{
    QByteArray json = "[";
    for (const auto &element : list)
        json += (json.size() > 1 ? "," : "") + format(element);
    return json + ']';
}

QByteArray modifierDoc(const Modifier &modifier)
{
    return JsonWriter()
        .integer("id", modifier.id.value())
        .localText("name", modifier.name)
        .textUnless("price_adjustment", modifier.priceAdjustment.toDecimal(), u"0.00")
        .textUnless("kind", word(menufields::modifierKinds.at(size_t(modifier.kind))), u"plain")
        .flagUnless("default", modifier.isDefault, false)
        .flagUnless("available", modifier.available, true)
        .finish();
}

QList<Allergen> each(Allergens allergens)
{
    QList<Allergen> list;
    for (int bit = 0; bit < 14; ++bit) {
        if (allergens.testFlag(Allergen(1 << bit)))
            list.append(Allergen(1 << bit));
    }
    return list;
}

} // namespace

QByteArray docOf(const StoreInfo &store)
{
    const int start = store.businessDayStartsMinutes;
    const auto starts = u"%1:%2"_s.arg(start / 60, 2, 10, QChar(u'0')).arg(start % 60, 2, 10, QChar(u'0'));
    return JsonWriter()
        .text("code", store.code)
        .localText("name", store.name)
        .localText("place", store.place)
        .text("currency", store.currency)
        .text("time_zone", QString::fromLatin1(store.timeZone))
        .textUnless("business_day_starts", starts, u"04:00")
        .finish();
}

QByteArray docOf(const Outlet &outlet)
{
    JsonWriter json;
    json.integer("id", outlet.id.value())
        .text("name", outlet.name)
        .text("monogram", outlet.monogram)
        .text("hue", u"#%1"_s.arg(outlet.hue, 6, 16, QChar(u'0')).toUpper())
        .textUnless("tenant", outlet.tenant.isEmpty() ? outlet.name : outlet.tenant, outlet.name)
        .localText("tagline", outlet.tagline);
    if (!outlet.taxName.isEmpty())
        json.raw("tax", JsonWriter().text("name", outlet.taxName).text("rate", rate(outlet.taxBasisPoints)).finish());
    json.textUnless("service_charge", rate(outlet.serviceChargeBasisPoints), u"0.00")
        .localText("pickup", outlet.pickup)
        .flagUnless("table_service", outlet.tableService, false);
    const QList<int> lateAfter{outlet.soonAfterSeconds, outlet.lateAfterSeconds};
    if (lateAfter != QList{Outlet().soonAfterSeconds, Outlet().lateAfterSeconds})
        json.raw("late_after_s", listOf(lateAfter, [](int seconds) { return QByteArray::number(seconds); }));
    return json.integerUnless("sort", outlet.sort, 0).finish();
}

QByteArray docOf(const Station &station)
{
    return JsonWriter().text("code", station.code).integer("outlet", station.outlet.value()).localText("name", station.name).finish();
}

QByteArray docOf(const Category &category)
{
    return JsonWriter()
        .integer("id", category.id.value())
        .localText("name", category.name)
        .text("art", category.art)
        .integerUnless("sort", category.sort, 0)
        .finish();
}

QByteArray docOf(const ModifierGroup &group)
{
    return JsonWriter()
        .integer("id", group.id.value())
        .localText("name", group.name)
        .integerUnless("min", group.min, 0)
        .integerUnless("max", group.max, 1)
        .textUnless("style", word(menufields::groupStyles.at(size_t(group.style))), u"choice")
        .raw("modifiers", listOf(group.modifiers, modifierDoc))
        .finish();
}

QByteArray docOf(const Product &product)
{
    JsonWriter json;
    json.integer("id", product.id.value())
        .integer("outlet", product.outlet.value())
        .integer("category", product.category.value())
        .localText("name", product.name)
        .localText("description", product.description)
        .text("price", product.price.toDecimal())
        .text("art", product.art)
        .textUnless("station", product.station, {});
    if (!product.groups.isEmpty())
        json.raw("modifier_groups", listOf(product.groups, [](ModifierGroupId id) { return QByteArray::number(id.value()); }));
    if (product.allergens)
        json.raw("allergens", listOf(each(product.allergens), [](Allergen a) { return JsonWriter::quoted(QString(allergenWord(a))); }));
    return json.textUnless("halal", word(menufields::halalWords.at(size_t(product.halal))), u"unknown")
        .integerUnless("spice", product.spice, 0)
        .flagUnless("vegetarian", product.vegetarian, false)
        .flagUnless("best_seller", product.bestSeller, false)
        .integerUnless("minutes", product.minutes, 0)
        .flagUnless("taxable", product.taxable, true)
        .flagUnless("available", product.available, true)
        .integerUnless("sort", product.sort, 0)
        .finish();
}

} // namespace saji
