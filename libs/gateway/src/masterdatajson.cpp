// SPDX-License-Identifier: GPL-3.0-or-later
#include "masterdatajson.h"

#include <engine/jsonwriter.h>

#include <QDateTime>

namespace saji::masterdata {
using namespace Qt::StringLiterals;
namespace {

QByteArray boolean(bool is)
{
    return is ? "true" : "false";
}

template<class List, class Format>
QByteArray array(const List &list, Format format)
{
    QByteArray json = "[";
    for (const auto &element : list)
        json += (json.size() > 1 ? "," : "") + format(element);
    return json + ']';
}

template<class Id>
QByteArray ids(const QList<Id> &list)
{
    return array(list, [](Id id) { return QByteArray::number(id.value()); });
}

//! The published field is one text; who shows another language finds it beside.
void addText(JsonWriter &json, std::string_view key, std::string_view english, const LocalText &text)
{
    json.text(key, text.id);
    if (!text.en.isEmpty())
        json.text(english, text.en);
}

void addStamp(JsonWriter &json, const Stamp &stamp)
{
    json.integer("version", stamp.version);
    if (stamp.changedMs > 0)
        json.text("updated_at", QDateTime::fromMSecsSinceEpoch(stamp.changedMs, Qt::UTC).toString(Qt::ISODateWithMs));
    else
        json.raw("updated_at", "null");
}

QString rate(int basisPoints)
{
    return Money(basisPoints).toDecimal(); // hundredths, like sen
}

QByteArray modifierJson(const Modifier &modifier, const ModifierGroup &group)
{
    static constexpr std::string_view words[]{"plain", "without", "extra"};
    const auto word = words[size_t(modifier.kind)];
    JsonWriter json;
    json.integer("id", modifier.id.value()).integer("group_id", group.id.value());
    addText(json, "group", "group_en", group.name);
    addText(json, "name", "name_en", modifier.name);
    json.text("type", QString::fromLatin1(word.data(), qsizetype(word.size())))
        .text("price_adjustment", modifier.priceAdjustment.toDecimal())
        .raw("is_default", boolean(modifier.isDefault))
        .raw("is_available", boolean(modifier.available))
        .integer("min", group.min)
        .integer("max", group.max);
    return json.finish();
}

QByteArray modifiersJson(const Product &product, const Menu &menu)
{
    QByteArray json = "[";
    for (const auto id : product.groups) {
        const auto *group = menu.group(id);
        if (!group)
            continue;
        for (const auto &modifier : group->modifiers)
            json += (json.size() > 1 ? "," : "") + modifierJson(modifier, *group);
    }
    return json + ']';
}

QByteArray allergensJson(Allergens allergens)
{
    QByteArray json = "[";
    for (int bit = 0; bit < 14; ++bit) {
        if (allergens.testFlag(Allergen(1 << bit)))
            json += (json.size() > 1 ? "," : "") + JsonWriter::quoted(QString(allergenWord(Allergen(1 << bit))));
    }
    return json + ']';
}

QString hour(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

void addDay(JsonWriter &json, std::string_view key, QDate day)
{
    if (day.isValid())
        json.text(key, day.toString(Qt::ISODate));
    else
        json.raw(key, "null");
}

} // namespace

QByteArray productJson(const Product &product, const Menu &menu, const Stamp &stamp)
{
    static constexpr std::string_view halal[]{"unknown", "yes", "no"};
    const auto word = halal[size_t(product.halal)];
    JsonWriter json;
    json.integer("id", product.id.value());
    addText(json, "name", "name_en", product.name);
    addText(json, "description", "description_en", product.description);
    json.text("price", product.price.toDecimal())
        .integer("category_id", product.category.value())
        .integer("outlet_id", product.outlet.value())
        .text("image", product.art)
        .raw("is_available", boolean(product.available))
        .raw("is_taxable", boolean(product.taxable))
        .raw("allergens", allergensJson(product.allergens))
        .text("halal", QString::fromLatin1(word.data(), qsizetype(word.size())))
        .raw("is_vegetarian", boolean(product.vegetarian))
        .raw("is_best_seller", boolean(product.bestSeller))
        .integer("spice_level", product.spice)
        .integer("preparation_time", product.minutes)
        .text("kitchen_station_code", product.station)
        .integer("sort_order", product.sort)
        .raw("modifiers", modifiersJson(product, menu));
    addStamp(json, stamp);
    return json.finish();
}

QByteArray categoryJson(const Category &category, const Stamp &stamp)
{
    JsonWriter json;
    json.integer("id", category.id.value());
    addText(json, "name", "name_en", category.name);
    // Categories of a food court are shared by its outlets.
    json.text("description", {}).integer("sort_order", category.sort).raw("outlet_id", "null").text("image", category.art);
    addStamp(json, stamp);
    return json.finish();
}

QByteArray promotionJson(const Promotion &promotion, const Stamp &stamp)
{
    static constexpr std::string_view types[]{"percentage", "fixed", "buy_x_get_y", "bundle"};
    const auto type = types[size_t(promotion.type)];
    const bool isRate = promotion.type == PromotionType::Percentage || promotion.type == PromotionType::BuyXGetY;
    const auto &schedule = promotion.schedule;
    QList<int> weekdays;
    for (int day = 0; day < 7; ++day) {
        if (schedule.weekdays & (1 << day))
            weekdays.append(day + 1); // 1 = Monday
    }
    JsonWriter json;
    json.integer("id", promotion.id.value());
    addText(json, "name", "name_en", promotion.name);
    json.text("type", QString::fromLatin1(type.data(), qsizetype(type.size())))
        .text("discount", isRate ? rate(promotion.basisPoints) : promotion.amount.toDecimal())
        .integer("buy_quantity", promotion.buy)
        .integer("get_quantity", promotion.get)
        .raw("get_product_ids", ids(promotion.getProducts))
        .raw("bundle", array(promotion.pieces, [](const BundlePiece &piece) {
                 return JsonWriter().raw("product_ids", ids(piece.products)).integer("quantity", piece.quantity).finish();
             }));
    addDay(json, "start_date", schedule.firstDay);
    addDay(json, "end_date", schedule.lastDay);
    json.raw("weekdays", array(weekdays, [](int day) { return QByteArray::number(day); }))
        .text("start_time", hour(schedule.fromMinute))
        .text("end_time", hour(schedule.untilMinute))
        .text("min_purchase", promotion.minPurchase.toDecimal())
        .text("max_discount", promotion.maxDiscount.toDecimal())
        .integer("usage_limit", promotion.usageLimit)
        .integer("per_order_limit", promotion.perOrder)
        .raw("scope", JsonWriter()
                          .raw("outlet_ids", ids(promotion.scope.outlets))
                          .raw("category_ids", ids(promotion.scope.categories))
                          .raw("product_ids", ids(promotion.scope.products))
                          .finish())
        .integer("priority", promotion.priority)
        .raw("is_stackable", boolean(promotion.stackable))
        .raw("is_active", boolean(promotion.active));
    addStamp(json, stamp);
    return json.finish();
}

QByteArray outletJson(const Outlet &outlet, const Stamp &stamp)
{
    JsonWriter json;
    json.integer("id", outlet.id.value()).text("name", outlet.name).text("tenant", outlet.tenant).text("monogram", outlet.monogram);
    addText(json, "description", "description_en", outlet.tagline);
    json.text("color", u"#%1"_s.arg(outlet.hue, 6, 16, QChar(u'0')).toUpper())
        .text("tax_name", outlet.taxName)
        .text("tax_rate", rate(outlet.taxBasisPoints))
        .text("service_charge_rate", rate(outlet.serviceChargeBasisPoints))
        .raw("table_service", boolean(outlet.tableService))
        .integer("soon_after_s", outlet.soonAfterSeconds)
        .integer("late_after_s", outlet.lateAfterSeconds)
        .integer("sort_order", outlet.sort);
    addStamp(json, stamp);
    return json.finish();
}

QByteArray storeJson(const StoreInfo &store, const StoreSettings &settings, const Stamp &stamp)
{
    JsonWriter json;
    json.text("code", store.code);
    addText(json, "name", "name_en", store.name);
    addText(json, "address", "address_en", store.place);
    json.text("currency", store.currency)
        .text("timezone", QString::fromLatin1(store.timeZone))
        .text("business_day_starts", hour(store.businessDayStartsMinutes))
        .raw("settings", JsonWriter()
                             .integer("idle_menu_s", settings.idleInMenuSeconds)
                             .integer("idle_detail_s", settings.idleInDetailSeconds)
                             .integer("idle_warning_s", settings.idleWarningSeconds)
                             .integer("menu_is_old_after_h", settings.menuIsOldAfterHours)
                             .finish());
    addStamp(json, stamp);
    return json.finish();
}

} // namespace saji::masterdata
