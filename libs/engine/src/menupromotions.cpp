// SPDX-License-Identifier: GPL-3.0-or-later
#include "menufields.h"

#include <QSet>
#include <QTime>

#include <algorithm>

namespace saji::menufields {
using namespace Qt::StringLiterals;
namespace {

using Element = DocReader::Element;

constexpr qsizetype maxName = 120;
constexpr qsizetype maxScope = 20'000; // every product of the largest menu
constexpr qsizetype maxPieces = 20;
constexpr int maxQuantity = 999;
constexpr int maxUses = 1'000'000'000;
constexpr int maxPriority = 1'000'000;
constexpr int fullRate = 10'000;

QDate readDay(Element value, DocReader &reader)
{
    const auto text = reader.text(value, 10);
    const auto day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!day.isValid())
        reader.fail(u"\"%1\" is not a day such as \"2026-06-15\""_s.arg(text));
    return day;
}

quint8 readWeekdays(Element value, DocReader &reader)
{
    quint8 days = 0;
    reader.list(value, qsizetype(weekdayWords.size()), [&](Element v) { days |= quint8(1 << reader.choice<int>(v, weekdayWords)); });
    if (days == 0)
        reader.fail(u"a promotion that holds on no weekday"_s);
    return days;
}

//! "14:00"; "24:00" is the end of the day.
int readMinute(Element value, DocReader &reader)
{
    const auto text = reader.text(value, 5);
    if (text == "24:00"_L1)
        return PromotionSchedule::minutesOfDay;
    const auto time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        reader.fail(u"\"%1\" is not a time such as \"14:00\""_s.arg(text));
    return time.hour() * 60 + time.minute();
}

void readHours(Promotion &promotion, Element value, DocReader &reader)
{
    QList<int> hours;
    reader.list(value, 2, [&](Element v) { hours.append(readMinute(v, reader)); });
    if (reader.failed())
        return;
    if (hours.size() != 2 || hours[0] == hours[1] || hours[0] == PromotionSchedule::minutesOfDay) {
        reader.fail(u"two times: from when, and until when (before the first = past midnight)"_s);
        return;
    }
    promotion.schedule.fromMinute = hours[0];
    promotion.schedule.untilMinute = hours[1];
}

template<class Number>
QList<Number> readIds(Element value, DocReader &reader)
{
    QList<Number> ids;
    reader.list(value, maxScope, [&](Element v) { ids.append(reader.number<Number>(v)); });
    // A list that names nothing would read as "all of them".
    if (!reader.failed() && ids.isEmpty())
        reader.fail(u"names nothing; leave it out to mean all"_s);
    return ids;
}

constexpr DocField<BundlePiece> pieceFields[] = {
    {"products", true, [](BundlePiece &p, Element v, DocReader &r) { p.products = readIds<ProductId>(v, r); }},
    {"quantity", false, [](BundlePiece &p, Element v, DocReader &r) { p.quantity = int(r.integer(v, 1, maxQuantity)); }},
};

void readPieces(Promotion &promotion, Element value, DocReader &reader)
{
    QSet<ProductId> seen;
    reader.list(value, maxPieces, [&](Element element) {
        BundlePiece piece;
        readObject<BundlePiece>(piece, element, pieceFields, reader);
        for (const auto id : std::as_const(piece.products)) {
            if (seen.contains(id))
                reader.fail(u"product %1 is in two pieces"_s.arg(id.value()));
            seen.insert(id);
        }
        promotion.pieces.append(piece);
    });
}

constexpr DocField<Promotion> promotionFields[] = {
    {"id", true, [](Promotion &p, Element v, DocReader &r) { p.id = r.number<PromotionId>(v); }},
    {"name", true, [](Promotion &p, Element v, DocReader &r) { p.name = r.localText(v, maxName); }},
    {"type", true, [](Promotion &p, Element v, DocReader &r) { p.type = r.choice<PromotionType>(v, promotionTypes); }},
    {"rate", false, [](Promotion &p, Element v, DocReader &r) { p.basisPoints = r.basisPoints(v); }},
    {"amount", false, [](Promotion &p, Element v, DocReader &r) { p.amount = r.money(v, false); }},
    {"buy", false, [](Promotion &p, Element v, DocReader &r) { p.buy = int(r.integer(v, 1, maxQuantity)); }},
    {"get", false, [](Promotion &p, Element v, DocReader &r) { p.get = int(r.integer(v, 1, maxQuantity)); }},
    {"get_products", false, [](Promotion &p, Element v, DocReader &r) { p.getProducts = readIds<ProductId>(v, r); }},
    {"pieces", false, readPieces},
    {"starts", false, [](Promotion &p, Element v, DocReader &r) { p.schedule.firstDay = readDay(v, r); }},
    {"ends", false, [](Promotion &p, Element v, DocReader &r) { p.schedule.lastDay = readDay(v, r); }},
    {"weekdays", false, [](Promotion &p, Element v, DocReader &r) { p.schedule.weekdays = readWeekdays(v, r); }},
    {"hours", false, readHours},
    {"min_purchase", false, [](Promotion &p, Element v, DocReader &r) { p.minPurchase = r.money(v, false); }},
    {"max_discount", false, [](Promotion &p, Element v, DocReader &r) { p.maxDiscount = r.money(v, false); }},
    {"usage_limit", false, [](Promotion &p, Element v, DocReader &r) { p.usageLimit = int(r.integer(v, 0, maxUses)); }},
    {"per_order", false, [](Promotion &p, Element v, DocReader &r) { p.perOrder = int(r.integer(v, 0, maxQuantity)); }},
    {"outlets", false, [](Promotion &p, Element v, DocReader &r) { p.scope.outlets = readIds<OutletId>(v, r); }},
    {"categories", false, [](Promotion &p, Element v, DocReader &r) { p.scope.categories = readIds<CategoryId>(v, r); }},
    {"products", false, [](Promotion &p, Element v, DocReader &r) { p.scope.products = readIds<ProductId>(v, r); }},
    {"priority", false, [](Promotion &p, Element v, DocReader &r) { p.priority = int(r.integer(v, -maxPriority, maxPriority)); }},
    {"stackable", false, [](Promotion &p, Element v, DocReader &r) { p.stackable = r.boolean(v); }},
    {"active", false, [](Promotion &p, Element v, DocReader &r) { p.active = r.boolean(v); }},
};

//! What a promotion of its type needs; nullopt when it has it.
struct Lack
{
    std::string_view key;
    QString what;
};

std::optional<Lack> lackOf(const Promotion &promotion)
{
    using enum PromotionType;
    const auto missing = u"is missing: a promotion of this type needs it"_s;
    switch (promotion.type) {
    case Percentage:
        if (promotion.basisPoints == 0)
            return Lack{"rate", missing};
        break;
    case Fixed:
        if (promotion.amount.isZero())
            return Lack{"amount", missing};
        break;
    case BuyXGetY: break;
    case Bundle:
        if (promotion.amount.isZero())
            return Lack{"amount", missing};
        if (promotion.pieces.isEmpty())
            return Lack{"pieces", missing};
        break;
    }
    const auto &schedule = promotion.schedule;
    if (schedule.firstDay.isValid() && schedule.lastDay.isValid() && schedule.lastDay < schedule.firstDay)
        return Lack{"ends", u"is before it starts"_s};
    return std::nullopt;
}

constexpr int longestIdleSeconds = 3600;

constexpr DocField<StoreSettings> settingsFields[] = {
    {"idle_menu_s", false, [](StoreSettings &s, Element v, DocReader &r) { s.idleInMenuSeconds = int(r.integer(v, 10, longestIdleSeconds)); }},
    {"idle_detail_s", false,
     [](StoreSettings &s, Element v, DocReader &r) { s.idleInDetailSeconds = int(r.integer(v, 10, longestIdleSeconds)); }},
    // Shorter than this nobody who thinks or reads slowly can answer in time.
    {"idle_warning_s", false,
     [](StoreSettings &s, Element v, DocReader &r) { s.idleWarningSeconds = int(r.integer(v, 20, longestIdleSeconds)); }},
    {"menu_is_old_after_h", false, [](StoreSettings &s, Element v, DocReader &r) { s.menuIsOldAfterHours = int(r.integer(v, 1, 24 * 30)); }},
};

} // namespace

Promotion readPromotion(Element value, DocReader &reader)
{
    Promotion promotion;
    readObject<Promotion>(promotion, value, promotionFields, reader);
    if (reader.failed())
        return promotion;
    if (const auto lack = lackOf(promotion)) {
        const DocReader::Step step(reader, lack->key);
        reader.fail(lack->what);
    }
    if (promotion.type == PromotionType::BuyXGetY && promotion.basisPoints == 0)
        promotion.basisPoints = fullRate;
    return promotion;
}

StoreSettings readSettings(Element value, DocReader &reader)
{
    StoreSettings settings;
    readObject<StoreSettings>(settings, value, settingsFields, reader);
    return settings;
}

} // namespace saji::menufields
