// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/menudocs.h>

#include <engine/jsonwriter.h>
#include "menufields.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

template<class Id>
QByteArray idList(const QList<Id> &ids)
{
    QByteArray json = "[";
    for (const auto id : ids)
        json += (json.size() > 1 ? "," : "") + QByteArray::number(id.value());
    return json + ']';
}

template<class Id>
void addIds(JsonWriter &json, std::string_view key, const QList<Id> &ids)
{
    if (!ids.isEmpty())
        json.raw(key, idList(ids));
}

QString hour(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString rate(int basisPoints)
{
    return Money(basisPoints).toDecimal(); // hundredths, like sen
}

QByteArray piecesDoc(const QList<BundlePiece> &pieces)
{
    QByteArray json = "[";
    for (const auto &piece : pieces)
        json += (json.size() > 1 ? "," : "") +
                JsonWriter().raw("products", idList(piece.products)).integerUnless("quantity", piece.quantity, 1).finish();
    return json + ']';
}

QByteArray weekdaysDoc(quint8 days)
{
    QByteArray json = "[";
    for (size_t day = 0; day < menufields::weekdayWords.size(); ++day) {
        const auto word = menufields::weekdayWords.at(day);
        if (days & (1 << day))
            json += (json.size() > 1 ? ",\"" : "\"") + QByteArray(word.data(), qsizetype(word.size())) + '"';
    }
    return json + ']';
}

void addOffer(JsonWriter &json, const Promotion &promotion)
{
    const bool gives = promotion.type == PromotionType::BuyXGetY;
    json.textUnless("rate", rate(promotion.basisPoints), gives ? u"100.00" : u"0.00")
        .textUnless("amount", promotion.amount.toDecimal(), u"0.00")
        .integerUnless("buy", promotion.buy, 1)
        .integerUnless("get", promotion.get, 1);
    addIds(json, "get_products", promotion.getProducts);
    if (!promotion.pieces.isEmpty())
        json.raw("pieces", piecesDoc(promotion.pieces));
}

void addSchedule(JsonWriter &json, const PromotionSchedule &schedule)
{
    json.textUnless("starts", schedule.firstDay.toString(Qt::ISODate), {}).textUnless("ends", schedule.lastDay.toString(Qt::ISODate), {});
    if (schedule.weekdays != PromotionSchedule::everyDay)
        json.raw("weekdays", weekdaysDoc(schedule.weekdays));
    if (schedule.fromMinute != 0 || schedule.untilMinute != PromotionSchedule::minutesOfDay)
        json.raw("hours", "[\"" + hour(schedule.fromMinute).toLatin1() + "\",\"" + hour(schedule.untilMinute).toLatin1() + "\"]");
}

} // namespace

QByteArray docOf(const Promotion &promotion)
{
    const auto type = menufields::promotionTypes.at(size_t(promotion.type));
    JsonWriter json;
    json.integer("id", promotion.id.value())
        .localText("name", promotion.name)
        .text("type", QString::fromLatin1(type.data(), qsizetype(type.size())));
    addOffer(json, promotion);
    addSchedule(json, promotion.schedule);
    json.textUnless("min_purchase", promotion.minPurchase.toDecimal(), u"0.00")
        .textUnless("max_discount", promotion.maxDiscount.toDecimal(), u"0.00")
        .integerUnless("usage_limit", promotion.usageLimit, 0)
        .integerUnless("per_order", promotion.perOrder, 0);
    addIds(json, "outlets", promotion.scope.outlets);
    addIds(json, "categories", promotion.scope.categories);
    addIds(json, "products", promotion.scope.products);
    return json.integerUnless("priority", promotion.priority, 0)
        .flagUnless("stackable", promotion.stackable, false)
        .flagUnless("active", promotion.active, true)
        .finish();
}

QByteArray docOf(const StoreSettings &settings)
{
    const StoreSettings usual;
    return JsonWriter()
        .integerUnless("idle_menu_s", settings.idleInMenuSeconds, usual.idleInMenuSeconds)
        .integerUnless("idle_detail_s", settings.idleInDetailSeconds, usual.idleInDetailSeconds)
        .integerUnless("idle_warning_s", settings.idleWarningSeconds, usual.idleWarningSeconds)
        .integerUnless("menu_is_old_after_h", settings.menuIsOldAfterHours, usual.menuIsOldAfterHours)
        .finish();
}

} // namespace saji
