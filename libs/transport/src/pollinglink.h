// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deletelater.h"
#include "tlsdial.h"

#include <base/scheduler.h>
#include <transport/dialers.h>
#include <transport/link.h>

#include <QByteArrayList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQueue>

namespace saji {

//! The dialing end of a polling session (src/pollbody.h has the rules): one exchange at a time, on a clock.
class PollingLink final : public Link, public std::enable_shared_from_this<PollingLink>
{
public:
    PollingLink(const QUrl &url, Scheduler &scheduler, const PollPace &pace, std::shared_ptr<const Trust> trust);
    ~PollingLink() override;

    //! Makes the first exchange; answers once, unless this link is dropped before. An error leaves the link unusable.
    void open(std::function<void(Result<void>)> answer);

    LinkKind kind() const override { return LinkKind::Polling; }
    QString peerName() const override;
    bool isOpen() const override { return m_open; }
    void send(const QByteArray &frame) override;
    void close(const CloseReason &reason) override;
    qint64 backlog() const override { return m_queuedBytes; }
    Milliseconds pollEvery() const override { return m_interval; }

private:
    void exchange();
    void onFinished();
    void onAnswer(QNetworkReply &reply);
    void onFailure(const Error &error);
    void deliver(const QByteArrayList &frames);
    void scheduleNext(bool isBusy, bool hasMore);
    QNetworkRequest request() const;
    void dropReply();
    void finish(const CloseReason &reason);

    QUrl m_url;
    PollPace m_pace;
    std::shared_ptr<const Trust> m_trust;
    QByteArray m_session;
    LaterPtr<QNetworkAccessManager> m_network;
    std::function<void(Result<void>)> m_opening;
    QNetworkReply *m_reply = nullptr;
    Timer m_next;
    Timer m_timeout;

    QQueue<QByteArray> m_outbox;
    QByteArrayList m_batch; //!< what exchange `m_sequence` carries, however often it is sent
    bool m_isPrepared = false; //!< m_batch is settled
    qint64 m_queuedBytes = 0; //!< m_outbox and m_batch
    quint64 m_sequence = 1;
    Milliseconds m_interval;
    int m_failures = 0;
    bool m_open = false;
};

} // namespace saji
