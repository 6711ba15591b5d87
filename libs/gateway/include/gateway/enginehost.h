// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/scheduler.h>
#include <gateway/router.h>
#include <transport/listener.h>

#include <QHash>
#include <QObject>

#include <memory>

namespace saji {

class EngineHost;

//! One client of Engine.IO 4, whichever transport carries it: whole messages in, whole messages out, in order, through an upgrade.
class EngineSession : public QObject, public std::enable_shared_from_this<EngineSession>
{
    Q_OBJECT

public:
    EngineSession(EngineHost &host, QByteArray sid, const HttpRequest &first);
    ~EngineSession() override;

    const QByteArray &sid() const { return m_sid; }
    const QString &peerAddress() const { return m_peerAddress; }
    //! As it came with the request that opened the session; empty = none.
    const QByteArray &authorization() const { return m_authorization; }
    //! Whether that was from a paired device.
    bool isDevice() const { return m_isDevice; }
    bool isOpen() const { return m_isOpen; }
    bool isPolling() const { return !m_socket; }
    //! Text messages (packets of type 4), in this order.
    void send(const QByteArrayList &messages);
    //! The socket of a session that is not polling and has nothing waiting: for frames that many share.
    std::shared_ptr<TextSocket> sharedSocket() const { return m_isOpen && m_queue.isEmpty() ? m_socket : nullptr; }
    //! Says so to the client; `closed` follows from this call.
    void close(const QString &why);

signals:
    void received(const QByteArray &message);
    //! A binary message; its bytes are gone.
    void receivedBinary();
    //! A ping goes out; when the client answers it, it has everything that was sent before.
    void pinged();
    void alive();
    //! Exactly once, as the last signal.
    void closed(const QString &why);

private:
    friend class EngineHost;

    void open(const std::shared_ptr<TextSocket> &socket);
    void poll(const HttpAnswer &answer);
    void post(const QByteArray &body, const HttpAnswer &answer);
    void probe(const std::shared_ptr<TextSocket> &socket);
    void sweep(Milliseconds now);

    void take(const QByteArray &packet);
    void takeProbing(const QByteArray &packet);
    void adopt(const std::shared_ptr<TextSocket> &socket);
    void enqueue(const QByteArrayList &packets);
    void flush();
    void end(const QString &why);

    EngineHost &m_host;
    QByteArray m_sid;
    QString m_peerAddress;
    QByteArray m_authorization;
    bool m_isDevice = false;
    bool m_isOpen = true;
    std::shared_ptr<TextSocket> m_socket;  //!< while it is the transport
    std::shared_ptr<TextSocket> m_probing; //!< asks to become it
    Milliseconds m_probedAt{0};
    bool m_isProbed = false;
    HttpAnswer m_poll; //!< a long poll that waits for something to say
    QByteArrayList m_queue;
    qsizetype m_queuedBytes = 0;
    Milliseconds m_pingedAt{0};
    bool m_isPingOut = false;
};

//! The server side of Engine.IO 4 (docs/protocol.md section 4): sessions by WebSocket and by long polling, with upgrade and ping.
//!
//! Whatever a client sends ends at most its own session. Lives on the thread of the listener.
class EngineHost : public QObject
{
    Q_OBJECT

public:
    struct World
    {
        const Clock &clock;
        Scheduler &scheduler;
        Random &random;
    };
    //! Says why a request is not served (an origin that is not allowed); nullopt = it is.
    using Gatekeeper = std::function<std::optional<HttpResponse>(const HttpRequest &request)>;

    EngineHost(const World &world, Gatekeeper gatekeeper, QObject *parent = nullptr);
    ~EngineHost() override;

    //! `path` without a trailing slash: "/socket.io".
    void attach(Router &router, const QString &path);
    //! What to give a listener for the same path.
    [[nodiscard]] TextSocketRoute textRoute();
    void closeAll(const QString &why);

    int sessions() const { return int(m_sessions.size()); }
    int pollingSessions() const;

signals:
    void opened(const std::shared_ptr<saji::EngineSession> &session);

private:
    friend class EngineSession;

    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest &request) const;
    void get(const HttpRequest &request, const HttpAnswer &answer);
    void post(const HttpRequest &request, const HttpAnswer &answer);
    void openSocket(const HttpRequest &request, const std::shared_ptr<TextSocket> &socket);
    std::shared_ptr<EngineSession> makeSession(const HttpRequest &first);
    std::shared_ptr<EngineSession> sessionOf(const HttpRequest &request) const;
    QByteArray handshake(const EngineSession &session, bool mayUpgrade) const;
    void forget(const QByteArray &sid);
    void sweep();

    World m_world;
    Gatekeeper m_gatekeeper;
    QHash<QByteArray, std::shared_ptr<EngineSession>> m_sessions;
    Timer m_sweep;
};

} // namespace saji
