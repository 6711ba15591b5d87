// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QHash>
#include <QString>

#include <optional>

namespace saji {

//! So many requests a second from one address, and a few more at once: a bucket of tokens for each.
class RateLimit
{
public:
    //! `perSecond` 0 = no limit.
    RateLimit(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst) {}

    //! nullopt = go ahead; otherwise how long to wait.
    [[nodiscard]] std::optional<Milliseconds> take(const QString &address, Milliseconds now);

private:
    struct Bucket
    {
        double tokens = 0;
        Milliseconds at{0};
    };
    void forgetQuiet();

    double m_perSecond;
    double m_burst;
    QHash<QString, Bucket> m_buckets;
};

} // namespace saji
