// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/tcpproxy.h>

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <vector>

namespace saji {
namespace {

//! One connection through the proxy.
struct Wire
{
    std::unique_ptr<QTcpSocket> client;
    std::unique_ptr<QTcpSocket> target;
    bool isAsked = false; //!< the client has said something that is not answered yet
};

} // namespace

class TcpProxy::Private
{
public:
    void accept()
    {
        while (auto *client = server.nextPendingConnection()) {
            if (refusing) {
                client->abort();
                client->deleteLater();
                continue;
            }
            ++accepted;
            auto wire = std::make_shared<Wire>();
            client->setParent(nullptr);
            wire->client.reset(client);
            wire->target = std::make_unique<QTcpSocket>();
            wire->target->setProxy(QNetworkProxy::NoProxy);
            for (auto *socket : {wire->client.get(), wire->target.get()}) {
                QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, w = wire.get()] { pass(*w); });
                QObject::connect(socket, &QTcpSocket::disconnected, &server, [this, w = wire.get()] { hangUp(*w); });
                QObject::connect(socket, &QTcpSocket::errorOccurred, &server, [this, w = wire.get()] { hangUp(*w); });
                QObject::connect(socket, &QTcpSocket::connected, &server, [this, w = wire.get(), socket] {
                    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                    pass(*w);
                });
            }
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            wire->target->connectToHost(QStringLiteral("127.0.0.1"), targetPort);
            wires.push_back(std::move(wire));
        }
    }

    void pass(Wire &wire)
    {
        if (frozen || wire.target->state() != QAbstractSocket::ConnectedState)
            return;
        if (const auto said = wire.client->readAll(); !said.isEmpty()) {
            wire.isAsked = true;
            wire.target->write(said);
        }
        if (const auto answer = wire.target->readAll(); !answer.isEmpty()) {
            if (std::exchange(wire.isAsked, false) && swallow > 0) {
                --swallow;
                ++swallowed;
                hangUp(wire);
                return;
            }
            wire.client->write(answer);
        }
    }

    void hangUp(Wire &wire)
    {
        if (frozen)
            return;
        const auto found = std::ranges::find_if(wires, [&](const auto &w) { return w.get() == &wire; });
        if (found == wires.end())
            return;
        const auto gone = std::move(*found);
        wires.erase(found);
        for (auto *socket : {gone->client.release(), gone->target.release()}) {
            socket->disconnect();
            socket->disconnectFromHost();
            if (socket->state() == QAbstractSocket::UnconnectedState)
                socket->deleteLater();
            else
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void cut()
    {
        for (const auto &wire : std::exchange(wires, {})) {
            wire->client->disconnect();
            wire->target->disconnect();
            wire->client->abort();
            wire->target->abort();
        }
    }

    QTcpServer server;
    quint16 targetPort = 0;
    std::vector<std::shared_ptr<Wire>> wires;
    bool refusing = false;
    bool frozen = false;
    int swallow = 0;
    int swallowed = 0;
    int accepted = 0;
};

TcpProxy::TcpProxy(quint16 targetPort, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->targetPort = targetPort;
    connect(&d->server, &QTcpServer::newConnection, this, [this] { d->accept(); });
    const bool listens = d->server.listen(QHostAddress::LocalHost);
    Q_ASSERT(listens);
    Q_UNUSED(listens)
}

TcpProxy::~TcpProxy()
{
    d->cut();
}

quint16 TcpProxy::port() const
{
    return d->server.serverPort();
}

void TcpProxy::setTarget(quint16 port)
{
    d->targetPort = port;
}

void TcpProxy::cut()
{
    d->cut();
}

void TcpProxy::setRefusing(bool refusing)
{
    d->refusing = refusing;
}

void TcpProxy::setFrozen(bool frozen)
{
    d->frozen = frozen;
    const auto wires = d->wires;
    for (const auto &wire : wires) {
        d->pass(*wire);
        if (wire->client && !frozen
            && (wire->client->state() == QAbstractSocket::UnconnectedState || wire->target->state() == QAbstractSocket::UnconnectedState))
            d->hangUp(*wire);
    }
}

void TcpProxy::swallowAnswers(int count)
{
    d->swallow = count;
}

int TcpProxy::swallowed() const
{
    return d->swallowed;
}

int TcpProxy::connections() const
{
    return d->accepted;
}

} // namespace saji
