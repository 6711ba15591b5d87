// SPDX-License-Identifier: GPL-3.0-or-later
#include "promotionaudit.h"

#include "tuning.h"

#include <QSet>

namespace saji {
using namespace Qt::StringLiterals;

QList<OrderFlagged> promotionFlags(const PlacedOrder &order, const Menu &menu, const PromotionBook &book, Milliseconds born)
{
    QList<OrderFlagged> flags;
    QSet<PromotionId> seen;
    const bool clockIsOff = std::chrono::abs(Milliseconds(order.pricedWallMs) - born) > tuning::clockWasSetBeyond;
    for (const auto &part : order.parts) {
        for (const auto &discount : part.discounts) {
            const auto *promotion = menu.promotion(discount.promotion);
            if (!promotion || seen.contains(discount.promotion))
                continue;
            seen.insert(discount.promotion);
            const int place = book.placeOf(order.id, promotion->id);
            if (promotion->usageLimit > 0 && place > promotion->usageLimit)
                flags.append({order.id, u"promotion_overused"_s,
                              u"%1: use %2 of %3"_s.arg(discount.name.id).arg(place).arg(promotion->usageLimit)});
            if (clockIsOff && !promotion->schedule.holdsAt(born, menu.store().timeZone))
                flags.append({order.id, u"promotion_time"_s, u"%1 did not hold when the order was placed; the kiosk's clock is wrong"_s.arg(discount.name.id)});
        }
    }
    return flags;
}

} // namespace saji
