// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/http.h>
#include <transport/link.h>

#include <QByteArrayList>
#include <QQueue>

#include <optional>

namespace saji {

class PolledLink;

//! One polling session as the answering node keeps it: what waits for the peer, and the answer that it has not yet confirmed.
//!
//! Outlives its link for a while, so that a peer that comes late is still told why the link ended.
class PollSession : public std::enable_shared_from_this<PollSession>
{
public:
    struct Exchange
    {
        quint64 sequence = 0;
        QByteArray body;
        std::optional<CloseReason> goodbye; //!< the peer ends the session with this exchange
    };

    PollSession(Scheduler &scheduler, qint64 backlogLimit) : m_backlogLimit(backlogLimit), m_linger(scheduler), m_forget(scheduler) {}

    //! Our end; made once.
    [[nodiscard]] std::shared_ptr<Link> makeLink(const QString &peerName);
    void take(const Exchange &exchange, const HttpAnswer &answer);
    //! Calls `forgotten` when the peer has not asked for `life`; begins anew with each call.
    void keepFor(Milliseconds life, std::function<void()> forgotten);
    //! The peer is not heard any more: ends the link, if it is open.
    void abandon(const CloseReason &reason);
    //! The node stops: ends the link and needs the scheduler no longer, however long somebody keeps the link.
    void retire(const CloseReason &reason);

    //! Who has opened it, and nobody else may go on with it.
    void setDevice(const std::optional<Subject> &device) { m_device = device; }
    const std::optional<Subject> &device() const { return m_device; }

    [[nodiscard]] static HttpResponse closedAnswer(const CloseReason &reason);

private:
    friend class PolledLink;

    void send(const QByteArray &frame);
    void end(const CloseReason &reason);
    qint64 backlog() const { return m_queuedBytes; }

    void takeNext(const Exchange &exchange);
    void confirmKept();
    void answerNow();
    void answerKept(const HttpAnswer &answer) const;

    qint64 m_backlogLimit;
    std::optional<Subject> m_device;
    Timer m_linger;
    Timer m_forget;
    std::weak_ptr<PolledLink> m_link;
    std::optional<CloseReason> m_end;

    QQueue<QByteArray> m_outbox;
    QByteArrayList m_kept; //!< the answer to exchange m_sequence, until the next exchange confirms it
    qint64 m_queuedBytes = 0; //!< both
    quint64 m_sequence = 0;
    HttpAnswer m_waiting; //!< the answer to exchange m_sequence while it is not settled
};

} // namespace saji
