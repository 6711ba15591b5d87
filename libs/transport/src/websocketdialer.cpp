// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsdial.h"
#include "tuning.h"
#include "websocketlink.h"

#include <transport/dialers.h>

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslSocket>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! The HTTP status of a refused upgrade; QWebSocket tells it in its error text only. 0 = none.
int statusIn(const QString &errorText)
{
    static const QRegularExpression status(u"\\b([2-5]\\d\\d)\\b"_s);
    return status.match(errorText).captured(1).toInt();
}

class WebSocketDialer final : public Dialer
{
public:
    WebSocketDialer(const QUrl &base, Scheduler &scheduler, std::shared_ptr<const Trust> trust)
        : m_url(base.resolved(QUrl(u"/sync"_s))), m_trust(std::move(trust)), m_timeout(scheduler)
    {
        m_url.setScheme(m_trust || base.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    }

    ~WebSocketDialer() override
    {
        // The event loop may be over, and then nobody deletes later. No signal of the socket is on its way here: who answers has
        // dropped it first.
        if (m_socket) {
            m_socket->disconnect();
            m_socket->abort();
            delete m_socket.release();
        }
        drop();
    }

    LinkKind kind() const override { return LinkKind::WebSocket; }

    void dial(Answer answer) override
    {
        drop();
        m_answer = std::move(answer);
        m_attempt = std::make_shared<bool>();
        m_socket.reset(new QWebSocket);
        auto *socket = m_socket.get();
        socket->setProxy(QNetworkProxy::NoProxy);
        socket->setMaxAllowedIncomingFrameSize(Link::maxFrameBytes);
        socket->setMaxAllowedIncomingMessageSize(Link::maxFrameBytes);
        if (m_trust) {
            socket->setSslConfiguration(tlsConfiguration(*m_trust));
            // Of the library's own doubts (another name of the host, an end that is near) none is ours; our own are looked at here.
            QObject::connect(socket, &QWebSocket::sslErrors, socket, [this] {
                if (judge())
                    m_socket->ignoreSslErrors();
            });
        }
        QObject::connect(socket, &QWebSocket::connected, socket, [this] { succeed(); });
        QObject::connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), socket,
                         [this](QAbstractSocket::SocketError error) { finish(errorOf(error)); });
        // QWebSocket says `disconnected` before the error that is the cause of it.
        QObject::connect(
            socket, &QWebSocket::disconnected, socket,
            [this, attempt = std::weak_ptr(m_attempt)] {
                if (!attempt.expired())
                    finish(Error{ErrorCode::Refused, u"%1 closed the connection before it was open"_s.arg(m_url.toString())});
            },
            Qt::QueuedConnection);
        m_timeout.start(tuning::connectTimeout, [this] {
            // Who took the connection and says nothing stands still; who did not take it is not there.
            const bool wasConnected = m_socket->peerPort() != 0;
            finish(Error{wasConnected ? ErrorCode::TimedOut : ErrorCode::Unreachable, u"no answer from %1 within %2 s"_s.arg(m_url.toString()).arg(tuning::connectTimeout.count() / 1000)});
        });
        // Not at once: an address that cannot be dialed at all fails inside open(), and an answer comes later, never from this call.
        QMetaObject::invokeMethod(
            socket,
            [socket, url = m_url, attempt = std::weak_ptr(m_attempt)] {
                if (!attempt.expired())
                    socket->open(QNetworkRequest(url));
            },
            Qt::QueuedConnection);
    }

    void abort() override { drop(); }

private:
    void succeed()
    {
        // QWebSocket sets this before there is a connection, which is too early: without it small frames stall for 44 ms.
        if (auto *tcp = m_socket->findChild<QAbstractSocket *>())
            tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (m_trust && !judge()) {
            finish(*m_refusal);
            return;
        }
        m_socket->disconnect();
        auto link = std::make_shared<WebSocketLink>(std::move(m_socket), u"%1:%2"_s.arg(m_url.host()).arg(m_url.port(80)));
        link->setProvenPeer(m_peer);
        finish(std::shared_ptr<Link>(std::move(link)));
    }

    //! Whether the certificate that the other end has shown is good enough; m_peer and m_refusal have the answer.
    bool judge()
    {
        const auto *tls = m_socket->findChild<QSslSocket *>();
        const auto judged = judgePeer(*m_trust, tls ? tls->peerCertificate() : QSslCertificate(), m_url);
        m_peer.reset();
        m_refusal.reset();
        if (judged)
            m_peer = *judged;
        else
            m_refusal = judged.error();
        return judged.has_value();
    }

    void finish(Result<std::shared_ptr<Link>> result)
    {
        const auto answer = std::exchange(m_answer, {});
        drop();
        // The one who dialed may destroy this dialer in the answer.
        if (answer)
            answer(std::move(result));
    }

    void drop()
    {
        m_timeout.stop();
        m_answer = {};
        m_attempt.reset();
        m_peer.reset();
        m_refusal.reset();
        if (m_socket) {
            m_socket->disconnect();
            m_socket->abort();
            m_socket.reset();
        }
    }

    Error errorOf(QAbstractSocket::SocketError error) const
    {
        if (m_refusal)
            return *m_refusal;
        const auto text = m_socket->errorString();
        const auto detail = u"%1: %2"_s.arg(m_url.toString(), text);
        // A refused upgrade has the same code as a refused connection; the difference is whether there was anybody.
        const bool wasConnected = m_socket->peerPort() != 0;
        if (wasConnected) {
            const int status = statusIn(text);
            return {status == 401 || status == 403 ? ErrorCode::Unauthorized : ErrorCode::Refused, detail};
        }
        switch (error) {
        case QAbstractSocket::SocketTimeoutError: return {ErrorCode::TimedOut, detail};
        case QAbstractSocket::ConnectionRefusedError: return {ErrorCode::NotFound, detail};
        default: return {ErrorCode::Unreachable, detail};
        }
    }

    QUrl m_url;
    std::shared_ptr<const Trust> m_trust;
    std::optional<Subject> m_peer;
    std::optional<Error> m_refusal;
    Answer m_answer;
    std::shared_ptr<bool> m_attempt; //!< what was queued for an attempt ends with it
    LaterPtr<QWebSocket> m_socket;
    Timer m_timeout;
};

} // namespace

std::unique_ptr<Dialer> makeWebSocketDialer(const QUrl &base, Scheduler &scheduler, const std::shared_ptr<const Trust> &trust)
{
    return std::make_unique<WebSocketDialer>(base, scheduler, trust);
}

} // namespace saji
