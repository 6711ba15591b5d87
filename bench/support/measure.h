// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace saji::bench {

//! The q-th quantile (0..1) of some samples, by nearest rank.
[[nodiscard]] double quantile(QList<double> samples, double q);

//! Milliseconds since `start`.
[[nodiscard]] inline double msSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

//! One figure: a ratio to a peer measured in the same run, an absolute budget, or both (then both must hold).
struct Figure
{
    QString metric;
    double value = 0;
    QString unit;
    std::optional<double> peer; //!< the peer's value in the same unit
    QString against;
    std::optional<double> ratioBudget; //!< at most
    std::optional<double> valueBudget; //!< at most
};

//! Prints the JSON line of bench/README.md and says whether the budget holds.
bool print(const Figure &figure);

} // namespace saji::bench
