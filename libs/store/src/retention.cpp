// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/retention.h>

#include <optional>

namespace saji {
namespace {

//! Keeps the newest of each stretch of time.
class Slots
{
public:
    explicit Slots(Milliseconds length) : m_length(length) {}

    bool take(Milliseconds time)
    {
        const auto slot = time.count() / m_length.count();
        if (m_last == slot)
            return false;
        m_last = slot;
        return true;
    }

private:
    Milliseconds m_length;
    std::optional<qint64> m_last;
};

} // namespace

QList<qsizetype> Retention::surplus(const QList<Milliseconds> &takenNewestFirst, Milliseconds now) const
{
    QList<qsizetype> places;
    Slots hours(std::chrono::hours(1));
    Slots days(std::chrono::hours(24));
    auto newer = now;
    for (qsizetype place = 0; place < takenNewestFirst.size(); ++place) {
        const auto taken = qMin(takenNewestFirst.at(place), newer);
        newer = taken;
        const auto age = now - taken;
        // Both are asked, so that the newest ones and the hourly ones stand for their day, too.
        const bool isOfItsHour = hours.take(taken) && age <= hourlyFor;
        const bool isOfItsDay = days.take(taken) && age <= dailyFor;
        if (place >= newest && !isOfItsHour && !isOfItsDay)
            places.prepend(place);
    }
    return places;
}

} // namespace saji
