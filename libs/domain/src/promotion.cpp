// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/promotion.h>

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace saji {

bool PromotionSchedule::holdsAt(Milliseconds wall, const QByteArray &timeZone) const
{
    const QTimeZone zone(timeZone);
    const auto moment = std::clamp(wall, Milliseconds(0), absurdWall).count();
    const auto local = zone.isValid() ? QDateTime::fromMSecsSinceEpoch(moment, zone) : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const bool pastMidnight = untilMinute <= fromMinute;
    auto day = local.date();
    if (pastMidnight && minute < untilMinute)
        day = day.addDays(-1);
    else if (minute < fromMinute || (!pastMidnight && minute >= untilMinute))
        return false;
    if ((firstDay.isValid() && day < firstDay) || (lastDay.isValid() && day > lastDay))
        return false;
    return (weekdays & (1 << (day.dayOfWeek() - 1))) != 0;
}

bool PromotionScope::covers(OutletId outlet, CategoryId category, ProductId product) const
{
    return (outlets.isEmpty() || outlets.contains(outlet)) && (categories.isEmpty() || categories.contains(category)) &&
           (products.isEmpty() || products.contains(product));
}

} // namespace saji
