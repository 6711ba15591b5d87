// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollinglink.h"

#include "closewords.h"
#include "log.h"
#include "networkwords.h"
#include "pollbody.h"
#include "tuning.h"

#include <base/random.h>

#include <QTimer>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! 128 bits that nobody guesses: who knows the name of a session can speak in it.
QByteArray drawSession()
{
    SystemRandom random;
    QByteArray bytes;
    for (int i = 0; i < 2; ++i)
        bytes.append(QByteArray::number(random.next(), 16).rightJustified(16, '0'));
    return bytes;
}

//! Why a session did not even begin.
Error refusalIn(const CloseReason &reason)
{
    switch (reason.code) {
    case CloseCode::Unauthorized: return {ErrorCode::Unauthorized, reason.text};
    case CloseCode::WrongStore: return {ErrorCode::WrongStore, reason.text};
    default: return {ErrorCode::Refused, reason.text};
    }
}

CloseReason reasonFor(const Error &error)
{
    return {error.code == ErrorCode::TooLarge ? CloseCode::TooLarge : CloseCode::Protocol, error.detail};
}

} // namespace

PollingLink::PollingLink(const QUrl &url, Scheduler &scheduler, const PollPace &pace, std::shared_ptr<const Trust> trust)
    : m_url(url), m_pace(pace), m_trust(std::move(trust)), m_session(drawSession()), m_network(new QNetworkAccessManager), m_next(scheduler), m_timeout(scheduler),
      m_interval(pace.busy)
{
    makePlain(*m_network);
    if (!m_trust)
        return;
    m_url.setScheme(u"https"_s);
    // Each connection that the library makes is another handshake, and all of them are the same device or none.
    makeTrusting(*m_network, m_trust, [this](const Subject &peer) {
        const bool isSame = !provenPeer() || *provenPeer() == peer;
        if (isSame)
            setProvenPeer(peer);
        return isSame;
    });
}

PollingLink::~PollingLink()
{
    if (m_open)
        close({CloseCode::GoingAway, {}});
    else
        dropReply();
}

void PollingLink::open(std::function<void(Result<void>)> answer)
{
    m_opening = std::move(answer);
    exchange();
}

QString PollingLink::peerName() const
{
    return u"%1:%2"_s.arg(m_url.host()).arg(m_url.port(80));
}

void PollingLink::send(const QByteArray &frame)
{
    if (!m_open)
        return;
    m_outbox.enqueue(frame);
    m_queuedBytes += frame.size();
    // After a failure the ladder decides, or each new frame would knock at once on a node that is in trouble.
    if (!m_reply && m_failures == 0)
        m_next.start(Milliseconds(0), [this] { exchange(); });
}

void PollingLink::close(const CloseReason &reason)
{
    if (!m_open)
        return;
    dropReply();
    // The last word carries what was said before it, and leaves without us.
    if (!m_isPrepared)
        m_batch = poll::takeBatch(m_outbox);
    auto last = request();
    last.setRawHeader(poll::closeHeaderName, closeHeader(reason));
    auto *network = m_network.release();
    trustNobodyNew(*network);
    auto *reply = network->post(last, poll::toBody(m_batch));
    QObject::connect(reply, &QNetworkReply::finished, network, &QObject::deleteLater);
    QTimer::singleShot(tuning::farewell, network, &QObject::deleteLater);
    m_open = false;
    // From the destructor there is nobody left to tell.
    if (!weak_from_this().expired())
        finish(reason);
}

void PollingLink::exchange()
{
    if (!m_isPrepared) {
        m_batch = poll::takeBatch(m_outbox);
        m_isPrepared = true;
    }
    m_reply = m_network->post(request(), poll::toBody(m_batch));
    connect(m_reply, &QNetworkReply::finished, this, &PollingLink::onFinished);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > tuning::maxPollAnswerBytes) {
            dropReply();
            onFailure({ErrorCode::Refused, u"%1: an answer of more than %2 bytes"_s.arg(m_url.toString()).arg(tuning::maxPollAnswerBytes)});
        }
    });
    m_timeout.start(m_pace.requestTimeout, [this] {
        dropReply();
        onFailure({ErrorCode::TimedOut, u"%1: no answer within %2 ms"_s.arg(m_url.toString()).arg(m_pace.requestTimeout.count())});
    });
}

QNetworkRequest PollingLink::request() const
{
    auto request = plainRequest(m_url);
    if (m_trust)
        request.setSslConfiguration(tlsConfiguration(*m_trust));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray(poll::contentType));
    request.setRawHeader(poll::sessionHeader, m_session);
    request.setRawHeader(poll::sequenceHeader, QByteArray::number(m_sequence));
    return request;
}

void PollingLink::onFinished()
{
    const auto self = weak_from_this().lock();
    const LaterPtr<QNetworkReply> reply(std::exchange(m_reply, nullptr));
    m_timeout.stop();
    const int status = statusOf(*reply);
    const auto who = m_url.toString();
    if (status == 0) {
        onFailure(errorOf(*reply));
    } else if (status == 200 && reply->rawHeader(poll::sequenceHeader).toULongLong() == m_sequence
               && reply->error() == QNetworkReply::NoError) {
        onAnswer(*reply);
    } else if (status == 410 && reply->hasRawHeader(poll::closeHeaderName) && m_open) {
        m_open = false;
        finish(closeReasonFromHeader(reply->rawHeader(poll::closeHeaderName)));
    } else if (status == 410 && reply->hasRawHeader(poll::closeHeaderName)) {
        onFailure(refusalIn(closeReasonFromHeader(reply->rawHeader(poll::closeHeaderName))));
    } else if (status == 401 || status == 403) {
        onFailure({ErrorCode::Unauthorized, u"%1: HTTP status %2"_s.arg(who).arg(status)});
    } else {
        onFailure({ErrorCode::Refused, u"%1: HTTP status %2, which is not the answer of a Saji node"_s.arg(who).arg(status)});
    }
}

void PollingLink::onAnswer(QNetworkReply &reply)
{
    const auto frames = poll::fromBody(reply.readAll());
    const bool wasSaid = !m_batch.isEmpty();
    m_queuedBytes -= poll::totalBytes(m_batch);
    m_batch.clear();
    m_isPrepared = false;
    m_failures = 0;
    ++m_sequence;
    if (const auto answer = std::exchange(m_opening, {})) {
        m_open = true;
        answer({});
        if (!m_open)
            return;
    }
    if (!frames) {
        close(reasonFor(frames.error()));
        return;
    }
    scheduleNext(wasSaid || !frames->isEmpty(), reply.rawHeader(poll::moreHeader) == "1");
    if (wasSaid)
        emit drained();
    deliver(*frames);
}

void PollingLink::deliver(const QByteArrayList &frames)
{
    for (const auto &frame : frames) {
        if (!m_open)
            return;
        emit received(frame);
    }
}

void PollingLink::scheduleNext(bool isBusy, bool hasMore)
{
    m_interval = isBusy ? m_pace.busy : std::min(m_interval * 2, m_pace.idle);
    const bool atOnce = hasMore || !m_outbox.isEmpty();
    m_next.start(atOnce ? Milliseconds(0) : m_interval, [this] { exchange(); });
}

void PollingLink::onFailure(const Error &error)
{
    if (const auto answer = std::exchange(m_opening, {})) {
        answer(error);
        return;
    }
    ++m_failures;
    qCDebug(lcTransport).noquote() << "polling" << peerName() << "failed" << m_failures << "times:" << error.detail;
    if (m_failures >= m_pace.failuresUntilClosed) {
        m_open = false;
        finish({CloseCode::Abnormal, error.detail});
        return;
    }
    m_next.start(m_pace.onError.at(std::min<qsizetype>(m_failures, m_pace.onError.size()) - 1), [this] { exchange(); });
}

void PollingLink::dropReply()
{
    m_next.stop();
    m_timeout.stop();
    if (m_reply)
        forget(std::exchange(m_reply, nullptr));
}

void PollingLink::finish(const CloseReason &reason)
{
    const auto self = shared_from_this(); // a slot may drop the last reference to us
    dropReply();
    m_outbox.clear();
    m_batch.clear();
    m_queuedBytes = 0;
    emit closed(reason);
}

} // namespace saji
