// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocketconnection.h"

#include "closewords.h"
#include "log.h"
#include "tuning.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

namespace asio = boost::asio;
TimePoint now()
{
    return std::chrono::steady_clock::now();
}

bool isMessage(const WebSocketEvent &event)
{
    return event.kind == WebSocketEvent::Kind::Binary || event.kind == WebSocketEvent::Kind::Text;
}

//! Not for the wire: the connection is torn down.
constexpr quint16 noWord = 0;

asio::const_buffer toBuffer(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

} // namespace

WebSocketConnection::WebSocketConnection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream, QString peerName,
                                         QByteArray rest, std::optional<HttpRequest> textRequest, std::optional<Subject> peer)
    : Connection(server, id, std::move(stream)),
      m_peerName(std::move(peerName)),
      m_textRequest(std::move(textRequest)),
      m_peer(std::move(peer)),
      m_isText(m_textRequest.has_value()),
      m_rest(std::move(rest)),
      m_decoder(Link::maxFrameBytes),
      m_reservation(server.freeBytes()),
      m_ownInput(m_stream->readsAtOnce() ? nullptr : new char[size_t(tuning::readChunkBytes)]),
      m_lastHeard(now()),
      m_lastProgress(m_lastHeard),
      m_endedAt(m_lastHeard)
{
}

void WebSocketConnection::start()
{
    if (auto request = std::exchange(m_textRequest, {})) {
        m_server.tell([id = m_id, peerName = m_peerName, request = std::move(*request)](IoThread::Owner &owner) {
            owner.onTextOpened(id, peerName, request);
        });
    } else {
        m_server.tell([id = m_id, peerName = m_peerName, peer = m_peer](IoThread::Owner &owner) { owner.onLinked(id, peerName, peer); });
    }
    updateDeadline();
}

void WebSocketConnection::turnAway(const CloseReason &reason)
{
    m_isAnnounced = false;
    close(reason);
}

void WebSocketConnection::readOn()
{
    m_isWaitingForOwner = false;
    m_lastHeard = now(); // the owner's time was not the peer's silence
    if (const auto rest = std::exchange(m_rest, {}); !rest.isEmpty())
        process({rest.constData(), size_t(rest.size())});
    else
        read();
}

void WebSocketConnection::read()
{
    if (m_isReading || (m_isWaitingForOwner && !m_isEnded))
        return;
    m_isReading = true;
    m_stream->read(*this, input());
    updateDeadline();
}

void WebSocketConnection::onRead(std::size_t bytes, const IoError &error)
{
    m_isReading = false;
    if (m_isEnded) {
        m_lingered += qint64(bytes);
        if (error || m_lingered > tuning::lingerBytes)
            drop();
        else
            read();
        return;
    }
    if (error) {
        end({CloseCode::Abnormal, u"the connection broke: %1"_s.arg(QString::fromStdString(error.message()))}, noWord);
        return;
    }
    m_lastHeard = now();
    m_hasPinged = false;
    process({static_cast<const char *>(input().data()), bytes});
}

asio::mutable_buffer WebSocketConnection::input()
{
    return m_ownInput ? asio::mutable_buffer(m_ownInput.get(), size_t(tuning::readChunkBytes)) : m_server.sharedInput();
}

void WebSocketConnection::process(std::span<const char> bytes)
{
    const auto events = m_decoder.feed(bytes);
    qint64 messageBytes = 0;
    for (const auto &event : events) {
        if (isMessage(event))
            messageBytes += event.payload.size();
    }
    if (!m_reservation.hold(messageBytes + m_decoder.announcedBytes())) {
        end({CloseCode::Abnormal, u"too much is being received at once"_s}, noWord);
        return;
    }
    tellMessages(events);
    for (const auto &event : events) {
        if (!m_isEnded)
            handle(event);
    }
    if (!m_isEnded)
        read();
}

void WebSocketConnection::tellMessages(const QList<WebSocketEvent> &events)
{
    QByteArrayList messages;
    int others = 0;
    for (const auto &event : events) {
        if (event.kind == (m_isText ? WebSocketEvent::Kind::Text : WebSocketEvent::Kind::Binary))
            messages.append(event.payload);
        else if (isMessage(event))
            ++others;
    }
    if (m_isText && (!messages.isEmpty() || others > 0)) {
        m_isWaitingForOwner = true;
        m_server.tell([id = m_id, messages, others](IoThread::Owner &owner) { owner.onTexts(id, messages, others); });
    } else if (!messages.isEmpty()) {
        m_isWaitingForOwner = true;
        m_server.tell([id = m_id, messages](IoThread::Owner &owner) { owner.onFrames(id, messages); });
    }
}

void WebSocketConnection::handle(const WebSocketEvent &event)
{
    switch (event.kind) {
    case WebSocketEvent::Kind::Binary:
    case WebSocketEvent::Kind::Pong: return;
    case WebSocketEvent::Kind::Ping:
        // RFC 6455 section 5.5.3: answering the latest is enough; so a flood of pings queues nothing.
        if (!m_queue.empty() && m_queue.back().isControl)
            m_queue.pop_back();
        queueControl(webSocketHeader(WebSocketOpcode::Pong, event.payload.size()) + event.payload);
        return;
    case WebSocketEvent::Kind::Text:
        if (m_isText)
            return;
        end({CloseCode::Protocol, u"a text frame"_s}, quint16(CloseCode::Protocol));
        return;
    case WebSocketEvent::Kind::Close:
        end(closeReasonFromWire(event.code, QString::fromUtf8(event.payload)), event.code == 1005 ? 1000 : event.code);
        return;
    case WebSocketEvent::Kind::Broken:
        end({event.code == quint16(CloseCode::TooLarge) ? CloseCode::TooLarge : CloseCode::Protocol, QString::fromUtf8(event.payload)},
            event.code);
        return;
    }
}

void WebSocketConnection::send(const QByteArray &frame)
{
    if (m_isEnded)
        return;
    m_queue.push_back({webSocketHeader(WebSocketOpcode::Binary, frame.size()), frame, frame.size(), false, 0});
    flush();
}

void WebSocketConnection::sendFrames(const QByteArray &frames)
{
    if (m_isEnded)
        return;
    if (m_waitingBytes + frames.size() > m_server.options().linkBacklogBytes) {
        qCInfo(lcTransport).noquote() << m_peerName << "takes too little:" << m_waitingBytes << "bytes wait; cutting it";
        end({CloseCode::Abnormal, u"the client reads too slowly: %1 bytes wait"_s.arg(m_waitingBytes)}, noWord);
        return;
    }
    m_waitingBytes += frames.size();
    m_queue.push_back({frames, {}, 0, false, frames.size()});
    if (!m_isWriting && !std::exchange(m_isFlushing, true))
        m_server.flushAfterTasks(std::static_pointer_cast<Connection>(shared_from_this()));
}

void WebSocketConnection::flushFrames()
{
    // Mostly there is one piece and all of it leaves here: a thousand listeners are told in one stride, without a word afterwards.
    if (const auto job = offerFrames())
        framesTaken(job->stream->writeNow(job->bytes));
    else if (!m_isEnded && !m_isWriting && !m_queue.empty())
        flush();
}

std::optional<SendCrew::Job> WebSocketConnection::offerFrames()
{
    m_isFlushing = false;
    if (m_isEnded || m_isWriting || m_queue.size() != 1 || !m_queue.front().payload.isEmpty())
        return std::nullopt;
    return SendCrew::Job{m_stream.get(), toBuffer(std::as_const(m_queue).front().header)};
}

void WebSocketConnection::framesTaken(std::size_t bytes)
{
    auto &first = m_queue.front();
    const auto sent = qsizetype(bytes);
    m_waitingBytes -= sent;
    first.waitingBytes -= sent;
    first.header = first.header.sliced(sent);
    if (first.header.isEmpty())
        m_queue.pop_front();
    else
        flush();
}

void WebSocketConnection::queueControl(QByteArray frame)
{
    m_queue.push_back({std::move(frame), {}, 0, true, 0});
    flush();
}

void WebSocketConnection::flush()
{
    if (m_isWriting || m_queue.empty())
        return;
    while (!m_queue.empty() && m_leaving.size() < size_t(tuning::writeBatchFrames)) {
        m_leaving.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    for (const auto &frame : m_leaving) {
        m_leavingBuffers.push_back(toBuffer(frame.header));
        if (!frame.payload.isEmpty())
            m_leavingBuffers.push_back(toBuffer(frame.payload));
    }
    m_isWriting = true;
    m_lastProgress = now();
    m_stream->write(*this, m_leavingBuffers);
    updateDeadline();
}

void WebSocketConnection::onProgress()
{
    m_lastProgress = now();
    updateDeadline();
}

void WebSocketConnection::onWritten(const IoError &error)
{
    m_isWriting = false;
    qint64 counted = 0;
    for (const auto &frame : m_leaving) {
        counted += frame.countedBytes;
        m_waitingBytes -= frame.waitingBytes;
    }
    m_leaving.clear();
    m_leavingBuffers.clear();
    if (error) {
        end({CloseCode::Abnormal, u"the connection broke: %1"_s.arg(QString::fromStdString(error.message()))}, noWord);
        return;
    }
    if (counted > 0)
        m_server.tell([id = m_id, counted](IoThread::Owner &owner) { owner.onWritten(id, counted); });
    flush();
    if (m_isEnded && !m_isWriting)
        linger();
    updateDeadline();
}

void WebSocketConnection::close(const CloseReason &reason)
{
    end(reason, reason.code == CloseCode::Abnormal ? noWord : quint16(reason.code));
}

void WebSocketConnection::wind()
{
    end({CloseCode::GoingAway, u"the node stops"_s}, quint16(CloseCode::GoingAway));
}

void WebSocketConnection::end(const CloseReason &reason, quint16 wireCode)
{
    if (!std::exchange(m_isEnded, true)) {
        qCDebug(lcTransport).noquote() << "link from" << m_peerName << "ends:" << quint16(reason.code) << reason.text;
        m_endedAt = now();
        if (m_isAnnounced)
            m_server.tell([id = m_id, reason](IoThread::Owner &owner) { owner.onLinkClosed(id, reason); });
        if (wireCode != noWord) {
            queueControl(webSocketCloseFrame(wireCode, closeTextForWire(reason.text).toUtf8()));
            read(); // until the peer has hung up, or nothing that it sends would let our word through
            updateDeadline();
            return;
        }
    }
    if (wireCode == noWord)
        drop();
}

//! Our close frame has left; now it is the peer's turn to hang up.
void WebSocketConnection::linger()
{
    if (std::exchange(m_isLingering, true))
        return;
    if (m_server.isStopping()) {
        drop();
        return;
    }
    m_stream->shutdownSend();
    read();
}

void WebSocketConnection::onDeadline()
{
    const auto present = now();
    const auto &limits = m_server.options();
    if (m_isEnded || (m_isWriting && present >= m_lastProgress + limits.stalledReader)) {
        end({CloseCode::Abnormal, u"the peer takes nothing"_s}, noWord);
    } else if (present >= m_lastHeard + limits.idle) {
        end({CloseCode::Abnormal, u"nothing heard of the peer"_s}, noWord);
    } else {
        m_hasPinged = true;
        queueControl(webSocketHeader(WebSocketOpcode::Ping, 0));
        updateDeadline();
    }
}

void WebSocketConnection::updateDeadline()
{
    const auto &limits = m_server.options();
    m_deadline = TimePoint::max();
    if (m_isEnded)
        m_deadline = m_endedAt + tuning::lingerFor;
    else if (!m_isWaitingForOwner)
        m_deadline = m_lastHeard + (m_hasPinged ? limits.idle : limits.idle / 2);
    if (m_isWriting && !m_isEnded)
        m_deadline = std::min(m_deadline, m_lastProgress + limits.stalledReader);
}

} // namespace saji
