// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/backoff.h>

#include <cmath>

namespace saji {

Backoff::Backoff(QList<Milliseconds> ladder, std::function<double()> jitter, double spread)
    : m_ladder(std::move(ladder)), m_jitter(std::move(jitter)), m_spread(spread)
{
    Q_ASSERT(!m_ladder.isEmpty());
}

Milliseconds Backoff::next()
{
    const auto rung = m_ladder.at(std::min<qsizetype>(m_tries, m_ladder.size() - 1));
    ++m_tries;
    return Milliseconds(qint64(std::llround(double(rung.count()) * (1.0 + m_spread * m_jitter()))));
}

} // namespace saji
