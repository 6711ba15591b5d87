// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/tcpproxy.h>
#include <transport/dialers.h>
#include <transport/listener.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_listener = std::make_unique<Listener>();
        m_listener->route(u"/"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
            m_requests.append(request);
            if (m_holds)
                m_held.append(answer);
            else
                answer(m_response);
        });
        const auto address = m_listener->listen({});
        QVERIFY(address.has_value());
        m_port = address->port;
        m_response = HttpResponse::json("{}");
        m_client = makeHttpClient(QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)), 300ms);
        m_requests.clear();
        m_replies.clear();
        m_holds = false;
    }

    void cleanup()
    {
        m_held.clear();
        m_client.reset();
        m_listener.reset();
    }

    void getsWithPathQueryAndHeaders()
    {
        m_response = {200, "application/json; charset=utf-8", "{\"a\":1}", {{"ETag", "\"7\""}}};
        get(u"/api/catalog/?since_version=3&limit=500"_s, {{"If-None-Match", "\"6\""}});
        QTRY_COMPARE(m_replies.size(), 1);
        QVERIFY(m_replies[0].has_value());
        QCOMPARE(m_replies[0]->status, 200);
        QCOMPARE(m_replies[0]->body, QByteArray("{\"a\":1}"));
        QCOMPARE(m_replies[0]->headers.value("etag"), QByteArray("\"7\""));
        QCOMPARE(m_requests[0].method, QByteArray("GET"));
        QCOMPARE(m_requests[0].path, u"/api/catalog/"_s);
        QCOMPARE(m_requests[0].query.queryItemValue(u"limit"_s), u"500"_s);
        QCOMPARE(m_requests[0].headers.value("if-none-match"), QByteArray("\"6\""));
    }

    void unpacksGzip()
    {
        m_response.body = QByteArray("{\"name\":\"nasi goreng\"}").repeated(10'000);
        get(u"/"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QCOMPARE(m_replies[0]->body, m_response.body);
        QVERIFY(m_requests[0].headers.value("accept-encoding").contains("gzip"));
    }

    void aRefusalIsAnAnswerToo()
    {
        for (const int status : {304, 401, 404, 410, 429, 500, 503}) {
            m_replies.clear();
            m_response = HttpResponse::error(status, "word"_L1, u"for people"_s);
            get(u"/"_s);
            QTRY_COMPARE(m_replies.size(), 1);
            QVERIFY2(m_replies[0].has_value(), qPrintable(QString::number(status)));
            QCOMPARE(m_replies[0]->status, status);
        }
    }

    void doesNotFollowRedirects()
    {
        m_response = {302, "text/plain", "", {{"Location", "/elsewhere"}}};
        get(u"/"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QCOMPARE(m_replies[0]->status, 302);
        QCOMPARE(m_requests.size(), 1);
    }

    void severalAtOnceAreAnsweredEachOnce()
    {
        for (int i = 0; i < 20; ++i)
            get(u"/%1"_s.arg(i));
        QTRY_COMPARE(m_replies.size(), 20);
        QCOMPARE(m_requests.size(), 20);
    }

    void silenceTimesOut()
    {
        m_holds = true;
        get(u"/"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QVERIFY(m_replies[0].error().code == ErrorCode::TimedOut);
    }

    void aHostWhereNothingListensIsNotFound()
    {
        m_listener->stop();
        get(u"/"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QVERIFY(m_replies[0].error().code == ErrorCode::NotFound);
    }

    void anAnswerThatBreaksOffIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("body cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"changes\":[");
        QTest::newRow("chunks cut short") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        QTest::newRow("header cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
    }

    void anAnswerThatBreaksOffIsNone()
    {
        QFETCH(QByteArray, bytes);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        connect(&other, &QTcpServer::newConnection, this, [&] {
            auto *socket = other.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes] {
                socket->readAll();
                socket->write(bytes);
                socket->disconnectFromHost();
            });
        });
        m_client = makeHttpClient(QUrl(u"http://127.0.0.1:%1"_s.arg(other.serverPort())), 1s);
        get(u"/"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QVERIFY(!m_replies[0]);
    }

    void anEndlessAnswerIsCutOff()
    {
        QTcpServer endless;
        QVERIFY(endless.listen(QHostAddress::LocalHost));
        connect(&endless, &QTcpServer::newConnection, this, [&] {
            auto *socket = endless.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(1024 * 1024, 'x'));
            });
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
                if (socket->bytesToWrite() < 1024 * 1024)
                    socket->write(QByteArray(4 * 1024 * 1024, 'x'));
            });
        });
        m_client = makeHttpClient(QUrl(u"http://127.0.0.1:%1"_s.arg(endless.serverPort())), 5s);
        get(u"/"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_replies.size(), 1, 20'000);
        QVERIFY(m_replies[0].error().code == ErrorCode::TooLarge);
    }

    void abortedRequestsAreForgotten()
    {
        m_holds = true;
        get(u"/1"_s);
        get(u"/2"_s);
        m_client->abortAll();
        m_holds = false;
        get(u"/3"_s);
        QTRY_COMPARE(m_replies.size(), 1);
        QVERIFY(m_replies[0].has_value());
    }

    void theAnswerMayDestroyTheClient()
    {
        int answers = 0;
        m_client->get(u"/1"_s, {}, [&](const auto &) {
            ++answers;
            m_client.reset();
        });
        QTRY_COMPARE(answers, 1);
        QVERIFY(!m_client);
    }

private:
    void get(const QString &path, const QHash<QByteArray, QByteArray> &headers = {})
    {
        m_client->get(path, headers, [this](Result<HttpReply> reply) { m_replies.append(std::move(reply)); });
    }

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<HttpClient> m_client;
    HttpResponse m_response;
    QList<HttpRequest> m_requests;
    QList<HttpAnswer> m_held;
    QList<Result<HttpReply>> m_replies;
    quint16 m_port = 0;
    bool m_holds = false;
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
