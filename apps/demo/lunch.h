// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suite.h"
#include "verdict.h"

#include <QMap>
#include <QSet>

#include <functional>

namespace saji {

//! A dish that the scripted guest takes, and what has to be chosen for it.
struct Wish
{
    int product = 0;
    int outlet = 0;
    QString category = {}; //!< as the rail calls it
    QList<int> options = {}; //!< modifiers to tap
};

//! One order as the guest and the cooks lived it. Times are boot milliseconds.
struct Meal
{
    QString number;
    QSet<int> outlets;
    double confirmTap = 0;
    double numberPainted = 0;
    QMap<QString, double> ticketPainted; //!< by kitchen
};

//! A lunch, driven by real presses on the real windows: guests order over two outlets, cooks bump, and things break in between.
class Lunch
{
public:
    using Say = std::function<void(const QString &step)>;

    Lunch(Suite &suite, Say say) : m_suite(suite), m_say(std::move(say)) {}

    //! The whole story, with faults. The suite runs before and after.
    [[nodiscard]] Result<void> play();
    //! `orders` orders on a healthy evening, for the latency.
    [[nodiscard]] Result<void> playQuietly(int orders);

    const QList<Meal> &meals() const { return m_meals; }
    //! Milliseconds from the confirming tap until a kitchen had painted the ticket, in orders placed while the way was open.
    const QList<double> &latencies() const { return m_latencies; }

private:
    [[nodiscard]] Result<void> playAll();
    [[nodiscard]] Result<void> awaken();
    [[nodiscard]] Result<void> order(const QList<Wish> &wishes);
    [[nodiscard]] Result<void> take(const Wish &wish);
    [[nodiscard]] Result<void> nextGuest();
    [[nodiscard]] Result<void> seenByKitchens(Meal &meal, Milliseconds patience, bool counts);
    [[nodiscard]] Result<void> bump(const QString &kitchen, const QString &number, const QString &from, const QString &to);
    [[nodiscard]] Result<void> serveAll();
    [[nodiscard]] Result<void> waitForFact(const QString &fact);
    [[nodiscard]] Result<void> photograph(const QString &moment);
    [[nodiscard]] Result<void> orderOnline();
    [[nodiscard]] Result<void> serverDown();
    [[nodiscard]] Result<void> hubDown();
    [[nodiscard]] Result<void> bothDownAndKilled();
    [[nodiscard]] Result<void> recall();

    Suite &m_suite;
    Say m_say;
    QList<Meal> m_meals;
    QList<double> m_latencies;
};

} // namespace saji
