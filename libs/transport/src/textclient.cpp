// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/textclient.h>

#include "closewords.h"
#include "deletelater.h"
#include "tuning.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QWebSocket>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! The dialing end of a text WebSocket.
class DialedTextSocket final : public TextSocket, public std::enable_shared_from_this<DialedTextSocket>
{
public:
    DialedTextSocket(LaterPtr<QWebSocket> socket, QString peerName) : m_socket(std::move(socket)), m_peerName(std::move(peerName))
    {
        auto *s = m_socket.get();
        connect(s, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const auto self = shared_from_this();
            emit received(text.toUtf8());
        });
        connect(s, &QWebSocket::binaryMessageReceived, this, [this] {
            const auto self = shared_from_this();
            emit receivedBinary();
        });
        connect(
            s, &QWebSocket::disconnected, this,
            [this] {
                if (m_socket)
                    finish(closeReasonFromWire(quint16(m_socket->closeCode()), m_socket->closeReason()));
            },
            Qt::QueuedConnection);
    }
    ~DialedTextSocket() override
    {
        if (m_socket)
            m_socket->close();
    }

    QString peerName() const override { return m_peerName; }
    bool isOpen() const override { return m_socket != nullptr; }
    void send(const QByteArrayList &messages) override
    {
        for (const auto &message : messages) {
            if (m_socket)
                m_socket->sendTextMessage(QString::fromUtf8(message));
        }
    }
    void close(const CloseReason &reason) override
    {
        if (!m_socket)
            return;
        m_socket->disconnect();
        m_socket->close(QWebSocketProtocol::CloseCode(quint16(reason.code)), closeTextForWire(reason.text));
        finish(reason);
    }

private:
    void finish(const CloseReason &reason)
    {
        const auto self = shared_from_this();
        m_socket.reset();
        emit closed(reason);
    }

    LaterPtr<QWebSocket> m_socket;
    QString m_peerName;
};

class QtTextClient final : public TextClient
{
public:
    QtTextClient(QUrl url, Scheduler &scheduler) : m_url(std::move(url)), m_timeout(scheduler)
    {
        if (m_url.scheme().startsWith("http"_L1))
            m_url.setScheme(m_url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    }
    ~QtTextClient() override { drop(); }

    void open(Answer answer) override
    {
        drop();
        m_answer = std::move(answer);
        m_attempt = std::make_shared<bool>();
        m_socket.reset(new QWebSocket);
        auto *socket = m_socket.get();
        socket->setProxy(QNetworkProxy::NoProxy);
        socket->setMaxAllowedIncomingFrameSize(quint64(TextSocket::maxMessageBytes));
        socket->setMaxAllowedIncomingMessageSize(quint64(TextSocket::maxMessageBytes));
        QObject::connect(socket, &QWebSocket::connected, socket, [this] { succeed(); });
        QObject::connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), socket, [this] {
            const bool wasThere = m_socket->peerPort() != 0;
            finish(Error{wasThere ? ErrorCode::Refused : ErrorCode::Unreachable, u"%1: %2"_s.arg(m_url.host(), m_socket->errorString())});
        });
        m_timeout.start(tuning::connectTimeout, [this] { finish(Error{ErrorCode::TimedOut, u"no answer from %1"_s.arg(m_url.host())}); });
        // Not at once: an address that cannot be dialed at all fails inside open(), and an answer comes later.
        QMetaObject::invokeMethod(
            socket,
            [socket, url = m_url, attempt = std::weak_ptr(m_attempt)] {
                if (!attempt.expired())
                    socket->open(QNetworkRequest(url));
            },
            Qt::QueuedConnection);
    }

private:
    void succeed()
    {
        m_socket->disconnect();
        finish(std::shared_ptr<TextSocket>(
            std::make_shared<DialedTextSocket>(std::move(m_socket), u"%1:%2"_s.arg(m_url.host()).arg(m_url.port(80)))));
    }

    void finish(Result<std::shared_ptr<TextSocket>> result)
    {
        const auto answer = std::exchange(m_answer, {});
        drop();
        if (answer)
            answer(std::move(result));
    }

    void drop()
    {
        m_timeout.stop();
        m_answer = {};
        m_attempt.reset();
        if (m_socket) {
            m_socket->disconnect();
            m_socket->abort();
            m_socket.reset();
        }
    }

    QUrl m_url;
    Answer m_answer;
    std::shared_ptr<bool> m_attempt; //!< what was queued for an attempt ends with it
    LaterPtr<QWebSocket> m_socket;
    Timer m_timeout;
};

} // namespace

std::unique_ptr<TextClient> makeTextClient(const QUrl &url, Scheduler &scheduler)
{
    return std::make_unique<QtTextClient>(url, scheduler);
}

} // namespace saji
