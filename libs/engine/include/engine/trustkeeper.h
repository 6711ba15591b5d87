// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/dialers.h>

#include <QObject>

#include <functional>
#include <memory>

namespace saji {

class EventLog;
class Trust;

//! Keeps the trust of a paired node up to date: hears in the log what was revoked (events "trust.revoked", which spread like all others), keeps
//! it on the disk, and asks the authority for the next certificate before the present one ends. Lives on the thread of the log.
class TrustKeeper : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        EventLog &log;
        const Clock &clock;
        Scheduler &scheduler;
        std::shared_ptr<Trust> trust;
        QString dataFolder;
        std::function<std::unique_ptr<HttpPoster>()> authority; //!< empty = there is nobody to ask (the server itself); null = not found yet
    };

    explicit TrustKeeper(const Rooms &rooms, QObject *parent = nullptr);
    ~TrustKeeper() override;

    //! Looks at the newest events of the log, and at the certificate.
    void start();
    //! For the server: writes its signed list into the log, unless it is there.
    [[nodiscard]] Result<void> announce(const QByteArray &signedList);

    //! To the server, with this node's certificate; null = it is this node, or nobody knows where it is.
    [[nodiscard]] std::unique_ptr<HttpPoster> authority() const { return m_rooms.authority ? m_rooms.authority() : nullptr; }

signals:
    //! The list has grown: who is on it is not trusted any more.
    void revoked();
    void renewed();

private:
    void listen();
    void take(const QByteArray &signedList);
    void renewIfDue();
    void takeRenewed(const HttpReply &reply);

    Rooms m_rooms;
    qint64 m_heard = 0;
    Timer m_renewal;
    std::unique_ptr<HttpPoster> m_poster;
};

} // namespace saji
