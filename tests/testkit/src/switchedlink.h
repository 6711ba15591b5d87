// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/link.h>

#include <deque>
#include <memory>
#include <optional>

namespace saji {

//! What is switched for one direction of a line; shared by the links on it.
struct Direction
{
    bool frozen = false;
    bool stopped = false; //!< nobody at the end takes anything off the wire
    int resends = 0; //!< so many of the next frames arrive twice
    int tears = 0; //!< so many of the next frames arrive in part, and break their link
    int holds = 0; //!< so many of the next frames are swallowed with their link, and come up in a later one
    QByteArray late; //!< such a frame
    const void *lateFrom = nullptr;
    Milliseconds delay{0};
    int frames = 0;
    qint64 bytes = 0; //!< of frames that have arrived
};

//! A loopback link whose arrivals pass a switched direction: held back, delayed, or lost in a cut.
class SwitchedLink final : public Link, public std::enable_shared_from_this<SwitchedLink>
{
public:
    using Pair = std::pair<std::shared_ptr<SwitchedLink>, std::shared_ptr<SwitchedLink>>;
    [[nodiscard]] static Pair make(Scheduler &scheduler, const QString &nameA, const QString &nameB, LinkKind kind,
                                   const std::shared_ptr<Direction> &aToB, const std::shared_ptr<Direction> &bToA);

    SwitchedLink(Scheduler &scheduler, std::shared_ptr<Link> inner, std::shared_ptr<Direction> arriving);

    LinkKind kind() const override { return m_inner->kind(); }
    QString peerName() const override { return m_inner->peerName(); }
    bool isOpen() const override { return m_open; }
    void send(const QByteArray &frame) override;
    void close(const CloseReason &reason) override;
    qint64 backlog() const override;

    //! Ends this end as a broken wire does.
    void breakOff();
    //! Delivers what has matured and is not held back.
    void deliver();

private:
    struct Arrival
    {
        QByteArray frame;
        std::optional<CloseReason> end;
        bool matured = false;
    };

    void accept(const QByteArray &frame, const std::optional<CloseReason> &end);
    void finish(const CloseReason &reason);
    void hand(const QByteArray &frame);
    void handLate();

    Scheduler &m_scheduler;
    std::shared_ptr<Link> m_inner;
    std::shared_ptr<Direction> m_arriving;
    std::weak_ptr<SwitchedLink> m_other;
    std::deque<std::shared_ptr<Arrival>> m_arrivals;
    qint64 m_heldBytes = 0;
    bool m_open = true;
};

} // namespace saji
