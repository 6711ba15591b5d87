// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/versionvector.h>

namespace saji {

void VersionVector::raise(const Origin &origin, quint64 seq)
{
    if (seq == 0)
        return;
    auto &upTo = m_upTo[origin];
    upTo = qMax(upTo, seq);
}

void VersionVector::merge(const VersionVector &other)
{
    for (auto it = other.m_upTo.cbegin(); it != other.m_upTo.cend(); ++it)
        raise(it.key(), it.value());
}

bool VersionVector::covers(const VersionVector &other) const
{
    return lagBehind(other) == 0;
}

quint64 VersionVector::lagBehind(const VersionVector &other) const
{
    quint64 lag = 0;
    for (auto it = other.m_upTo.cbegin(); it != other.m_upTo.cend(); ++it) {
        const auto mine = upTo(it.key());
        if (it.value() > mine)
            lag += it.value() - mine;
    }
    return lag;
}

} // namespace saji
