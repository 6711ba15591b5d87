// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <sync/frames.h>

#include <QHash>
#include <QObject>

namespace saji {

class EventLog;
class OrderBook;

//! Holds this node to "all screens agree" (G7): compares its board with its neighbours' as their pings tell them.
//!
//! Who knows the same facts must show the same board. When it does not, this node folds its board again from its log; if they still
//! differ after that, `differs` says so until they agree. Each of these is logged once. Lives on the thread of the log.
class BoardWatch : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        const EventLog &log;
        OrderBook &book;
        const Clock &clock;
    };

    explicit BoardWatch(const Rooms &rooms, QObject *parent = nullptr);

    //! For our pings (SyncContext::board); nullopt while the book is behind the log, and of a board that is none.
    [[nodiscard]] std::optional<BoardDigest> own() const;
    void heard(const DeviceId &peer, const QString &name, const BoardDigest &theirs);
    //! It knows what we know and shows something else, and folding again did not help.
    bool differs(const DeviceId &peer) const;

signals:
    //! Another answer of differs().
    void changed();

private:
    struct Doubt
    {
        BoardDigest ours, theirs;
        int times = 0;
        bool isTold = false;
    };

    void agree(const DeviceId &peer, const QString &name);
    void repair(const QString &name);

    Rooms m_rooms;
    QHash<DeviceId, Doubt> m_doubts;
    std::optional<Milliseconds> m_repairedAt;
    mutable quint64 m_haveHash = 0; //!< of the log at
    mutable qint64 m_hashedAt = -1;
};

} // namespace saji
