// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollsession.h"

#include "closewords.h"
#include "pollbody.h"
#include "tuning.h"

namespace saji {
using namespace Qt::StringLiterals;

//! What the node's session holds; lives as long as it wants, the PollSession does the work.
class PolledLink final : public Link, public std::enable_shared_from_this<PolledLink>
{
public:
    PolledLink(std::shared_ptr<PollSession> session, QString peerName) : m_session(std::move(session)), m_peerName(std::move(peerName)) {}

    ~PolledLink() override
    {
        if (m_open)
            m_session->end({CloseCode::GoingAway, {}});
    }

    LinkKind kind() const override { return LinkKind::Polling; }
    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_open; }
    qint64 backlog() const override { return m_open ? m_session->backlog() : 0; }

    void send(const QByteArray &frame) override
    {
        if (!m_open)
            return;
        if (frame.size() > maxFrameBytes)
            close({CloseCode::TooLarge, u"a frame of %1 bytes"_s.arg(frame.size())});
        else
            m_session->send(frame);
    }

    void close(const CloseReason &reason) override
    {
        if (!m_open)
            return;
        m_session->end(reason);
        finish(reason);
    }

    void finish(const CloseReason &reason)
    {
        const auto self = shared_from_this(); // a slot may drop the last reference to us
        if (std::exchange(m_open, false))
            emit closed(reason);
    }

private:
    std::shared_ptr<PollSession> m_session;
    QString m_peerName;
    bool m_open = true;
};

std::shared_ptr<Link> PollSession::makeLink(const QString &peerName)
{
    auto link = std::make_shared<PolledLink>(shared_from_this(), peerName);
    m_link = link;
    return link;
}

void PollSession::keepFor(Milliseconds life, std::function<void()> forgotten)
{
    m_forget.start(life, std::move(forgotten));
}

void PollSession::take(const Exchange &exchange, const HttpAnswer &answer)
{
    if (exchange.sequence == m_sequence) {
        // Sent again, because our answer was lost: its frames are here already.
        if (m_waiting)
            std::exchange(m_waiting, answer)(HttpResponse::error(409, "repeated"_L1, u"the same exchange was sent again"_s));
        else
            answerKept(answer);
    } else if (exchange.sequence == m_sequence + 1) {
        m_sequence = exchange.sequence;
        m_waiting = answer;
        takeNext(exchange);
    } else if (exchange.sequence < m_sequence) {
        answer(HttpResponse::error(409, "repeated"_L1, u"this exchange is over"_s));
    } else {
        answer(closedAnswer({CloseCode::Protocol, u"exchange %1 after %2"_s.arg(exchange.sequence).arg(m_sequence)}));
        abandon({CloseCode::Protocol, u"the peer left out an exchange"_s});
    }
}

void PollSession::takeNext(const Exchange &exchange)
{
    confirmKept();
    const auto link = m_link.lock();
    const auto frames = poll::fromBody(exchange.body);
    if (!frames) {
        abandon({frames.error().code == ErrorCode::TooLarge ? CloseCode::TooLarge : CloseCode::Protocol, frames.error().detail});
    } else if (link) {
        for (const auto &frame : *frames) {
            if (link->isOpen())
                emit link->received(frame);
        }
    }
    if (exchange.goodbye) {
        m_outbox.clear();
        abandon(*exchange.goodbye);
    }
    if (!m_waiting)
        return;
    // What the node has to say to these frames comes in a moment, from this turn of the loop or after a commit: worth waiting for,
    // because the peer asks again only after its pace.
    if (m_end || !frames || frames->isEmpty())
        answerNow();
    else
        m_linger.start(m_outbox.isEmpty() ? tuning::pollLinger : Milliseconds(0), [this] { answerNow(); });
}

void PollSession::confirmKept()
{
    if (m_kept.isEmpty())
        return;
    m_queuedBytes -= poll::totalBytes(m_kept);
    m_kept.clear();
    if (const auto link = m_link.lock(); link && link->isOpen())
        emit link->drained();
}

void PollSession::send(const QByteArray &frame)
{
    if (m_queuedBytes + frame.size() > m_backlogLimit) {
        m_outbox.clear();
        abandon({CloseCode::Abnormal, u"the peer fetches too slowly: %1 bytes wait"_s.arg(m_queuedBytes)});
        return;
    }
    m_outbox.enqueue(frame);
    m_queuedBytes += frame.size();
    if (m_waiting)
        m_linger.start(Milliseconds(0), [this] { answerNow(); });
}

void PollSession::end(const CloseReason &reason)
{
    if (!m_end)
        m_end = reason;
    if (m_waiting)
        m_linger.start(Milliseconds(0), [this] { answerNow(); });
}

void PollSession::abandon(const CloseReason &reason)
{
    end(reason);
    if (const auto link = m_link.lock())
        link->finish(reason);
}

void PollSession::retire(const CloseReason &reason)
{
    abandon(reason);
    m_waiting = {};
    m_linger.stop();
    m_forget.stop();
}

void PollSession::answerNow()
{
    m_linger.stop();
    const auto answer = std::exchange(m_waiting, {});
    if (!answer)
        return;
    m_kept = poll::takeBatch(m_outbox);
    answerKept(answer);
}

void PollSession::answerKept(const HttpAnswer &answer) const
{
    // The end is told when all that was said before it has been fetched.
    if (m_end && m_kept.isEmpty()) {
        answer(closedAnswer(*m_end));
        return;
    }
    HttpResponse response{200, poll::contentType, poll::toBody(m_kept), {{poll::sequenceHeader, QByteArray::number(m_sequence)}}};
    if (!m_outbox.isEmpty() || m_end)
        response.headers.emplaceBack(poll::moreHeader, "1");
    answer(response);
}

HttpResponse PollSession::closedAnswer(const CloseReason &reason)
{
    auto response = HttpResponse::error(410, "link_closed"_L1, reason.text.isEmpty() ? u"the link is closed"_s : reason.text);
    response.headers.emplaceBack(poll::closeHeaderName, closeHeader(reason));
    return response;
}

} // namespace saji
