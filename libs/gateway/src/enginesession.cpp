// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/enginehost.h>

#include "log.h"
#include "tuning.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

// Engine.IO 4: the first character of a packet is its type.
constexpr char typeOpen = '0';
constexpr char typeClose = '1';
constexpr char typePing = '2';
constexpr char typePong = '3';
constexpr char typeMessage = '4';
constexpr char typeUpgrade = '5';
constexpr char typeNoop = '6';
constexpr char typeBinary = 'b'; // base64, only when polling
constexpr char separator = '\x1e';

HttpResponse packets(const QByteArrayList &list)
{
    return {200, "text/plain; charset=UTF-8", list.join(separator), {{"Cache-Control", "no-store"}}};
}

HttpResponse badRequest()
{
    return HttpResponse::json(R"({"code":3,"message":"Bad request"})", 400);
}

} // namespace

EngineSession::EngineSession(EngineHost &host, QByteArray sid, const HttpRequest &first)
    : m_host(host),
      m_sid(std::move(sid)),
      m_peerAddress(first.peerAddress),
      m_authorization(first.headers.value("authorization")),
      m_isDevice(first.device.has_value()),
      m_pingedAt(host.m_world.clock.steadyNow())
{
}

EngineSession::~EngineSession() = default;

void EngineSession::open(const std::shared_ptr<TextSocket> &socket)
{
    adopt(socket);
    m_queue = {typeOpen + m_host.handshake(*this, false)};
    flush();
}

void EngineSession::adopt(const std::shared_ptr<TextSocket> &socket)
{
    m_socket = socket;
    connect(socket.get(), &TextSocket::received, this, &EngineSession::take);
    connect(socket.get(), &TextSocket::receivedBinary, this, &EngineSession::receivedBinary);
    connect(socket.get(), &TextSocket::closed, this, [this](const CloseReason &reason) { end(reason.text); });
}

void EngineSession::send(const QByteArrayList &messages)
{
    QByteArrayList list;
    list.reserve(messages.size());
    for (const auto &message : messages)
        list.append(typeMessage + message);
    enqueue(list);
}

void EngineSession::enqueue(const QByteArrayList &list)
{
    if (!m_isOpen)
        return;
    for (const auto &packet : list)
        m_queuedBytes += packet.size();
    m_queue += list;
    if (m_queuedBytes > tuning::maxQueuedBytes) {
        qCInfo(lcGateway).noquote() << m_peerAddress << "takes too little:" << m_queuedBytes << "bytes wait; cutting it";
        end(u"it takes too little"_s);
        return;
    }
    flush();
}

void EngineSession::flush()
{
    if (m_queue.isEmpty() || (!m_socket && !m_poll))
        return;
    m_queuedBytes = 0;
    const auto leaving = std::exchange(m_queue, {});
    if (m_socket)
        m_socket->send(leaving);
    else
        std::exchange(m_poll, {})(packets(leaving));
}

void EngineSession::poll(const HttpAnswer &answer)
{
    if (m_socket) {
        answer(badRequest()); // it has upgraded
        return;
    }
    if (m_poll) {
        answer(badRequest()); // two polls at once are no client of ours
        end(u"it polls twice at once"_s);
        return;
    }
    m_poll = answer;
    if (m_isProbed && m_queue.isEmpty())
        m_queue = {QByteArray(1, typeNoop)}; // it is about to upgrade and waits for this poll to end
    flush();
}

void EngineSession::post(const QByteArray &body, const HttpAnswer &answer)
{
    const auto self = shared_from_this(); // what it says may be that it leaves
    if (m_socket) {
        answer(badRequest());
        return;
    }
    for (const auto &packet : body.split(separator)) {
        if (m_isOpen)
            take(packet);
    }
    answer({200, "text/html", "ok", {}});
}

void EngineSession::take(const QByteArray &packet)
{
    const auto self = shared_from_this();
    switch (packet.isEmpty() ? '\0' : packet.front()) {
    case typePong:
        m_isPingOut = false;
        emit alive();
        return;
    case typeMessage: emit received(packet.sliced(1)); return;
    case typeBinary: emit receivedBinary(); return;
    case typeClose: end(u"it has left"_s); return;
    case typeUpgrade: // late, and already done
    case typeNoop: return;
    default: close(u"it sent what is no packet"_s);
    }
}

void EngineSession::probe(const std::shared_ptr<TextSocket> &socket)
{
    if (m_socket || m_probing) {
        socket->close({CloseCode::Normal, u"this session has its WebSocket"_s});
        return;
    }
    m_probing = socket;
    m_isProbed = false;
    m_probedAt = m_host.m_world.clock.steadyNow();
    connect(socket.get(), &TextSocket::received, this, &EngineSession::takeProbing);
    connect(socket.get(), &TextSocket::closed, this, [this] {
        m_probing.reset();
        m_isProbed = false;
    });
}

void EngineSession::takeProbing(const QByteArray &packet)
{
    const auto socket = m_probing;
    if (packet == "2probe") {
        socket->send({"3probe"});
        m_isProbed = true;
        if (m_poll)
            std::exchange(m_poll, {})(packets({QByteArray(1, typeNoop)}));
    } else if (packet == QByteArray(1, typeUpgrade) && m_isProbed) {
        socket->disconnect(this);
        m_probing.reset();
        m_isProbed = false;
        if (m_poll)
            std::exchange(m_poll, {})(packets({QByteArray(1, typeNoop)}));
        adopt(socket);
        flush();
    } else {
        socket->close({CloseCode::Normal, u"a probe that is none"_s});
    }
}

void EngineSession::sweep(Milliseconds now)
{
    const auto self = shared_from_this();
    if (m_probing && now - m_probedAt >= tuning::upgradeWithin)
        m_probing->close({CloseCode::Normal, u"it did not upgrade"_s});
    if (m_isPingOut && now - m_pingedAt >= tuning::pingTimeout) {
        close(u"nothing heard of it"_s);
    } else if (!m_isPingOut && now - m_pingedAt >= tuning::pingEvery) {
        m_pingedAt = now;
        m_isPingOut = true;
        emit pinged();
        enqueue({QByteArray(1, typePing)});
    }
}

void EngineSession::close(const QString &why)
{
    const auto self = shared_from_this();
    if (!m_isOpen)
        return;
    enqueue({QByteArray(1, typeClose)});
    end(why);
}

void EngineSession::end(const QString &why)
{
    const auto self = shared_from_this();
    if (!std::exchange(m_isOpen, false))
        return;
    qCDebug(lcGateway).noquote() << "web client" << m_peerAddress << "ends:" << why;
    for (const auto &socket : {std::exchange(m_socket, {}), std::exchange(m_probing, {})}) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->close({CloseCode::Normal, why});
    }
    if (m_poll)
        std::exchange(m_poll, {})(packets({QByteArray(1, typeClose)}));
    m_queue.clear();
    m_host.forget(m_sid);
    emit closed(why);
}

} // namespace saji
