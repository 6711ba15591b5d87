// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/origin.h>

#include <QHash>

namespace saji {

//! What a node has: for each origin the highest seq, all below it included (G4: gapless per origin, never one global id).
class VersionVector
{
public:
    quint64 upTo(const Origin &origin) const { return m_upTo.value(origin, 0); }
    void raise(const Origin &origin, quint64 seq);
    void merge(const VersionVector &other);
    bool covers(const EventStamp &stamp) const { return stamp.seq <= upTo(stamp.origin); }
    bool covers(const VersionVector &other) const;
    //! How many events `other` has that this one lacks.
    quint64 lagBehind(const VersionVector &other) const;
    bool isEmpty() const { return m_upTo.isEmpty(); }
    qsizetype size() const { return m_upTo.size(); }
    const QHash<Origin, quint64> &entries() const { return m_upTo; }

    friend bool operator==(const VersionVector &, const VersionVector &) = default;

private:
    QHash<Origin, quint64> m_upTo;
};

} // namespace saji
