// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QList>

#include <functional>

namespace saji {

//! How long to wait before the next try: a ladder that ends on its last rung, with jitter. A pure value, no timer.
//!
//! After a power cut every kiosk comes back in the same second; without the jitter they would all knock on the hub's door together.
class Backoff
{
public:
    //! `jitter` gives numbers in [0, 1); each delay becomes rung x (1 + spread x jitter).
    Backoff(QList<Milliseconds> ladder, std::function<double()> jitter, double spread = 0.25);

    //! The delay before the next try; climbs one rung.
    [[nodiscard]] Milliseconds next();
    void reset() { m_tries = 0; }
    int tries() const { return m_tries; }

private:
    QList<Milliseconds> m_ladder;
    std::function<double()> m_jitter;
    double m_spread;
    int m_tries = 0;
};

} // namespace saji
