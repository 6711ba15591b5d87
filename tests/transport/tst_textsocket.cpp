// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/rawsocket.h>
#include <transport/listener.h>
#include <transport/textclient.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QByteArray handshake = "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                             "Sec-WebSocket-Version: 13\r\n";

//! A frame as a client sends it, masked with zeros.
QByteArray frame(char opcode, const QByteArray &payload)
{
    QByteArray bytes(1, char(0x80 | opcode));
    bytes += char(0x80 | payload.size());
    return bytes + QByteArray(4, '\0') + payload;
}

} // namespace

class TestTextSocket : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_listener = std::make_unique<Listener>();
        m_listener->textRoute(u"/chat/"_s, {[this](const HttpRequest &request) {
                                                m_asked.append(request);
                                                return request.query.hasQueryItem(u"no"_s)
                                                           ? std::optional(HttpResponse::error(403, "forbidden"_L1, u"no"_s))
                                                           : std::nullopt;
                                            },
                                            [this](const HttpRequest &, const std::shared_ptr<TextSocket> &socket) { take(socket); }});
        const auto address = m_listener->listen({});
        QVERIFY(address.has_value());
        m_port = address->port;
    }

    void cleanup()
    {
        m_sockets.clear();
        m_heard.clear();
        m_asked.clear();
        m_listener.reset();
    }

    void textsGoBothWays()
    {
        const auto client = dial(u"/chat/?x=1"_s);
        QVERIFY(client);
        QCOMPARE(m_asked.first().query.queryItemValue(u"x"_s), u"1"_s);
        QSignalSpy heard(client.get(), &TextSocket::received);
        client->send({"hello", "Sēlamat"});
        QTRY_COMPARE(m_heard, (QByteArrayList{"hello", "Sēlamat"}));
        m_sockets.first()->send({"a", QByteArray(70'000, 'b')});
        QTRY_COMPARE(heard.size(), 2);
        QCOMPARE(heard[1].first().toByteArray().size(), 70'000);
    }

    void oneFrameGoesToAll()
    {
        QList<std::shared_ptr<TextSocket>> clients;
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (int i = 0; i < 5; ++i) {
            clients.append(dial(u"/chat"_s));
            QVERIFY(clients.last());
            spies.push_back(std::make_unique<QSignalSpy>(clients.last().get(), &TextSocket::received));
        }
        TextSocket::sendToAll(m_sockets, {"1", "2"});
        for (const auto &spy : spies) {
            QTRY_COMPARE(spy->size(), 2);
            QCOMPARE(spy->at(1).first().toByteArray(), QByteArray("2"));
        }
    }

    void aCrowdHearsEverythingInItsOrder()
    {
        constexpr int crowd = 150; // more than the I/O thread writes to alone
        constexpr int rounds = 40;
        QList<std::shared_ptr<TextSocket>> clients;
        std::vector<QByteArrayList> heard(crowd);
        for (int i = 0; i < crowd; ++i) {
            clients.append(dial(u"/chat"_s));
            QVERIFY(clients.last());
            connect(clients.last().get(), &TextSocket::received, this, [&heard, i](const QByteArray &text) { heard[size_t(i)].append(text); });
        }
        QByteArrayList said;
        for (int round = 0; round < rounds; ++round) {
            // Some do not fit a line at once, and the next come while they are on their way.
            said.append(QByteArray::number(round) + QByteArray(round % 4 == 0 ? 100'000 : 10, 'x'));
            TextSocket::sendToAll(m_sockets, {said.last()});
            if (round == rounds / 2) {
                clients[7]->close({});
                m_sockets[11]->send({"for one"});
            }
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < crowd; ++i) {
            if (i == 7)
                continue;
            QTRY_VERIFY(heard[size_t(i)].size() >= rounds);
            heard[size_t(i)].removeOne("for one");
            QCOMPARE(heard[size_t(i)], said);
        }
    }

    void whoIsNotWelcomeIsToldByStatus()
    {
        RawSocket raw(m_port);
        raw.send("GET /chat/?no=1 HTTP/1.1\r\n" + handshake + "\r\n");
        QCOMPARE(raw.waitForReply().status, 403);
        QVERIFY(m_sockets.isEmpty());
        QVERIFY(!dial(u"/chat?no=1"_s));
        QVERIFY(!dial(u"/elsewhere"_s));
    }

    void pagesMayAskWhereNativeLinksMayNot()
    {
        RawSocket raw(m_port);
        raw.send("GET /chat HTTP/1.1\r\n" + handshake + "Origin: http://kiosk.lan\r\n\r\n");
        QCOMPARE(raw.waitForReply().status, 101);
        QCOMPARE(m_asked.first().headers.value("origin"), QByteArray("http://kiosk.lan"));
    }

    void aBinaryMessageIsToldAndTheConnectionStays()
    {
        RawSocket raw(m_port);
        raw.send("GET /chat HTTP/1.1\r\n" + handshake + "\r\n");
        QCOMPARE(raw.waitForReply().status, 101);
        QTRY_COMPARE(m_sockets.size(), 1);
        QSignalSpy binaries(m_sockets.first().get(), &TextSocket::receivedBinary);
        raw.send(frame(2, "xyz") + frame(1, "after"));
        QTRY_COMPARE(m_heard, QByteArrayList{"after"});
        QTRY_COMPARE(binaries.size(), 1);
    }

    void aClientThatTakesNothingIsCut()
    {
        RawSocket raw(m_port);
        raw.send("GET /chat HTTP/1.1\r\n" + handshake + "\r\n");
        QCOMPARE(raw.waitForReply().status, 101);
        QTRY_COMPARE(m_sockets.size(), 1);
        QSignalSpy closed(m_sockets.first().get(), &TextSocket::closed);
        raw.setStuck(true);
        for (int i = 0; i < 400 && closed.isEmpty(); ++i) {
            m_sockets.first()->send({QByteArray(100'000, 'x')});
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!m_sockets.first()->isOpen());
    }

    void theEndIsToldToBothSides()
    {
        auto client = dial(u"/chat"_s);
        QVERIFY(client);
        QSignalSpy closed(client.get(), &TextSocket::closed);
        QSignalSpy here(m_sockets.first().get(), &TextSocket::closed);
        m_sockets.first()->close({CloseCode::Normal, u"enough"_s});
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(here.size(), 1);
        client = dial(u"/chat"_s);
        QSignalSpy again(m_sockets.last().get(), &TextSocket::closed);
        client->close({CloseCode::Normal, {}});
        QTRY_COMPARE(again.size(), 1);
    }

    void stoppingTheListenerEndsThem()
    {
        const auto client = dial(u"/chat"_s);
        QVERIFY(client);
        QSignalSpy here(m_sockets.first().get(), &TextSocket::closed);
        m_listener->stop();
        QCOMPARE(here.size(), 1);
    }

private:
    void take(const std::shared_ptr<TextSocket> &socket)
    {
        m_sockets.append(socket);
        connect(socket.get(), &TextSocket::received, this, [this](const QByteArray &text) { m_heard.append(text); });
    }

    //! Null when it is refused.
    std::shared_ptr<TextSocket> dial(const QString &target)
    {
        const auto client = makeTextClient(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(target)), m_scheduler);
        std::shared_ptr<TextSocket> socket;
        bool isAnswered = false;
        const auto open = m_sockets.size();
        client->open([&](const Result<std::shared_ptr<TextSocket>> &answer) {
            isAnswered = true;
            socket = answer.value_or(nullptr);
        });
        (void)QTest::qWaitFor([&] { return isAnswered && (!socket || m_sockets.size() > open); });
        return socket;
    }

    QtScheduler m_scheduler;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
    QList<HttpRequest> m_asked;
    QList<std::shared_ptr<TextSocket>> m_sockets;
    QByteArrayList m_heard;
};

QTEST_GUILESS_MAIN(TestTextSocket)
#include "tst_textsocket.moc"
