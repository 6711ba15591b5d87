// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../engine/house.h"

#include <gateway/hubroutes.h>
#include <gateway/nodewatch.h>
#include <gateway/socketioserver.h>

#include <QJsonArray>
#include <QJsonObject>

namespace saji {

//! A WebSocket that leads nowhere: what the hub says is kept, what a client would say is put in.
class FakeSocket final : public TextSocket
{
public:
    QString peerName() const override { return QStringLiteral("127.0.0.1:5"); }
    bool isOpen() const override { return m_open; }
    void send(const QByteArrayList &messages) override { said += messages; }
    void close(const CloseReason &reason) override;

    void say(const QByteArray &message) { emit received(message); }
    //! What the hub has said since the last call.
    QByteArrayList takeAll() { return std::exchange(said, {}); }

    QByteArrayList said;

private:
    bool m_open = true;
};

//! The web side of the hub of a furnished house, without sockets.
class Lobby
{
public:
    explicit Lobby(House &house, const std::optional<WebGuard> &guard = {});
    ~Lobby();

    struct Reply
    {
        int status = 0;
        QByteArray body;
        QHash<QByteArray, QByteArray> headers;

        QJsonObject object() const;
        QJsonArray array() const;
        QString errorCode() const;
    };
    //! One request, answered, with whatever time that takes.
    Reply ask(const QByteArray &method, const QString &target, const QByteArray &body = {},
              const QHash<QByteArray, QByteArray> &headers = {});
    //! The same, not waited for.
    std::shared_ptr<Reply> begin(const QByteArray &method, const QString &target, const QByteArray &body = {},
                                 const QHash<QByteArray, QByteArray> &headers = {});
    Reply emitEvent(const QByteArray &event, const QJsonObject &data);
    QJsonArray orders(int outlet, const QString &more = {});
    //! A connected client of Socket.IO; what it was greeted with is taken.
    std::shared_ptr<FakeSocket> client();
    std::shared_ptr<FakeSocket> socket(const QString &query = QStringLiteral("EIO=4&transport=websocket"));

    Node &node() { return m_house[QStringLiteral("hub")].node(); }

private:
    House &m_house;
    SeededRandom m_random{5};

public:
    WebBook book;
    WebDesk desk;
    KitchenWatch kitchens;
    EngineHost engine;
    SocketIoServer clients;
    NodeWatch watch;
    Router router;
};

//! An order as a web kiosk says it.
[[nodiscard]] QJsonObject webOrder(int id, int outlet = 1);

} // namespace saji
