// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>
#include <store/database.h>
#include <store/identity.h>
#include <trust/authority.h>
#include <trust/revocations.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace saji;
using namespace Qt::StringLiterals;

//! A paired server and a paired hub as real programs: what bearer tokens open over HTTP and Socket.IO, and a certificate that is renewed
//! while its program runs.
class TestTrusted : public QObject
{
    Q_OBJECT

    static constexpr qint64 day = 24 * 3600;
    static constexpr int patienceMs = 30'000;
    static quint16 nobodysPort()
    {
        QUdpSocket socket;
        socket.bind(QHostAddress::LocalHost, 0);
        return socket.localPort();
    }
    static qint64 now() { return QDateTime::currentSecsSinceEpoch(); }

    QTemporaryDir m_folder;
    Program m_server{u"saji-server"_s};
    Program m_hub{u"saji-hub"_s};
    quint16 m_serverPort = 0, m_hubPort = 0, m_beaconPort = nobodysPort();
    QByteArray m_expired, m_foreign; //!< tokens
    qint64 m_hubWasGoodUntil = 0;

    QString serverData() const { return m_folder.filePath(u"server"_s); }
    QString hubData() const { return m_folder.filePath(u"hub"_s); }

    //! What the server's own user says to it.
    QString command(const QStringList &words)
    {
        Program program(u"saji-server"_s);
        if (program.run(words + QStringList{u"--data"_s, serverData()}) != 0)
            qWarning("%s", qPrintable(program.err()));
        return program.out();
    }

    QByteArray token(const QString &scopes)
    {
        const auto said = command({u"token"_s, u"create"_s, u"--label"_s, u"Papan"_s, u"--scope"_s, scopes});
        return said.section(u'\n', 0, 0).toLatin1();
    }

    void importMenu()
    {
        QFile menu(m_folder.filePath(u"menu.json"_s));
        QVERIFY(menu.open(QIODevice::WriteOnly));
        menu.write(smallMenuFile());
        menu.close();
        QVERIFY(command({u"menu"_s, u"import"_s, menu.fileName()}).contains(u"imported"_s));
    }

    //! The hub was paired three hundred days ago, so its certificate is in its last quarter.
    void pairTheHubLongAgo(Authority &authority)
    {
        SystemClock clock;
        SystemRandom random;
        const auto database = Database::open(hubData());
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
        const auto identity = loadIdentity(**database, NodeKind::Hub, u"Hub"_s, u"pasar-saji"_s, clock, random);
        QVERIFY(identity);
        const auto then = now() - 300 * day;
        const auto pairing = Pairing::begin(*authority.createCode({}, {}, then), {identity->origin.device, u"hub"_s, u"pasar-saji"_s}, u"Hub"_s);
        QVERIFY(pairing);
        const auto credentials = pairing->finish(*authority.pair(pairing->request(), then));
        QVERIFY(credentials);
        QVERIFY(saveCredentials(hubData(), *credentials));
        m_hubWasGoodUntil = readCertificate(credentials->certificate)->validTo;
    }

    static QJsonObject order(const QString &number) { return {{u"outlet_id"_s, 1}, {u"order_number"_s, number}, {u"total"_s, u"10000.00"_s}}; }
    static QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
    static QByteArrayList bearing(const QByteArray &token) { return token.isEmpty() ? QByteArrayList() : QByteArrayList{"Authorization: Bearer " + token}; }

    int get(quint16 port, const QByteArray &path, const QByteArray &token) { return httpAsk(port, "GET", path, bearing(token)).status; }
    int emitOrder(const QByteArray &token)
    {
        return httpAsk(m_hubPort, "POST", "/emit", bearing(token) + QByteArrayList{"Content-Type: application/json"},
                       compact({{u"event"_s, u"new_order"_s}, {u"data"_s, order(u"W-1"_s)}})).status;
    }

    //! What the hub says first to a Socket.IO client that brings this: "40{…}" = it is connected, "44{…}" = it is not.
    QByteArray connectBySocketIo(const QByteArray &token, bool inHeader)
    {
        const auto headers = inHeader ? bearing(token) : QByteArrayList();
        const auto opened = httpAsk(m_hubPort, "GET", "/socket.io/?EIO=4&transport=polling", headers);
        const auto sid = Reply{200, opened.body.mid(1), {}}.json().value(u"sid"_s).toString().toLatin1();
        const auto path = "/socket.io/?EIO=4&transport=polling&sid=" + sid;
        const auto connect = inHeader || token.isEmpty() ? QByteArray("40") : "40" + compact({{u"token"_s, QString::fromLatin1(token)}});
        // As the official client: it listens before it speaks.
        HttpRequestUnderWay listening(m_hubPort, "GET", path, headers);
        if (httpAsk(m_hubPort, "POST", path, headers + QByteArrayList{"Content-Type: text/plain"}, connect).status != 200)
            return {};
        m_session = path;
        return listening.reply().body;
    }

    //! The hub's answer to an order with an acknowledgement asked for.
    QByteArray orderBySocketIo()
    {
        if (httpAsk(m_hubPort, "POST", m_session, {"Content-Type: text/plain"}, "421[\"new_order\"," + compact(order(u"W-2"_s)) + ']').status != 200)
            return {};
        QByteArray heard;
        for (int i = 0; i < 10 && !heard.contains("431["); ++i)
            heard += httpAsk(m_hubPort, "GET", m_session, {}).body;
        return heard;
    }
    QByteArray m_session;

private slots:
    void initTestCase()
    {
        importMenu();
        {
            SystemRandom random;
            const auto authority = Authority::openOrCreate(serverData(), u"pasar-saji"_s, random, now() - 400 * day);
            QVERIFY2(authority, authority ? "" : qPrintable(authority.error().detail));
            pairTheHubLongAgo(**authority);
            m_expired = *(*authority)->createToken(u"Lama"_s, {u"orders:read"_s, u"orders:write"_s, u"menu:read"_s, u"metrics"_s}, 30, now() - 40 * day);
            QTemporaryDir elsewhere;
            const auto other = Authority::openOrCreate(elsewhere.path(), u"pasar-saji"_s, random, now());
            m_foreign = *(*other)->createToken(u"Asing"_s, {u"orders:read"_s, u"orders:write"_s, u"menu:read"_s, u"metrics"_s}, 30, now());
        }
        m_serverPort = m_server.serve({u"serve"_s, u"--data"_s, serverData(), u"--listen"_s, u"127.0.0.1:0"_s, u"--web-access"_s, u"token"_s});
        QVERIFY2(m_serverPort, qPrintable(m_server.err()));
        m_hubPort = m_hub.serve({u"--data"_s, hubData(), u"--store"_s, u"pasar-saji"_s, u"--name"_s, u"Hub"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--server"_s,
                                 u"http://127.0.0.1:%1"_s.arg(m_serverPort), u"--web-access"_s, u"token"_s, u"--poll-limit"_s, u"100"_s, u"--discovery"_s, u"loopback"_s, u"--discovery-port"_s,
                                 QString::number(m_beaconPort)});
        QVERIFY2(m_hubPort, qPrintable(m_hub.err()));
    }

    void aCertificateInItsLastQuarterIsRenewedAndShownWhileTheProgramRuns()
    {
        QVERIFY(m_hubWasGoodUntil < now() + 100 * day);
        const auto kept = [this] {
            const auto credentials = loadCredentials(hubData());
            return credentials ? readCertificate(credentials->certificate)->validTo : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(kept() > now() + 300 * day, patienceMs);
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_hubPort);
        QVERIFY(socket.waitForEncrypted(patienceMs));
        QVERIFY(socket.peerCertificate().expiryDate().toSecsSinceEpoch() > now() + 300 * day);
        QVERIFY(command({u"devices"_s, u"list"_s}).contains(QDateTime::fromSecsSinceEpoch(kept(), Qt::UTC).date().toString(Qt::ISODate)));
        QTRY_COMPARE_WITH_TIMEOUT(httpGet(m_hubPort, "/health").json().value(u"dependencies"_s).toObject().value(u"server"_s).toString(), u"ok"_s, patienceMs);
    }

    void healthIsForEverybody()
    {
        QCOMPARE(get(m_hubPort, "/health", {}), 200);
        QCOMPARE(get(m_serverPort, "/api/health/", {}), 200);
    }

    void withoutAGoodTokenNothingIsOpen_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("saji.e30.AAAA");
        QTest::newRow("expired") << m_expired;
        QTest::newRow("of another authority") << m_foreign;
    }

    void withoutAGoodTokenNothingIsOpen()
    {
        QFETCH(QByteArray, token);
        for (const auto &path : {"/api/orders?outlet_id=1", "/metrics", "/api/stats"})
            QCOMPARE(get(m_hubPort, path, token), 401);
        QCOMPARE(emitOrder(token), 401);
        for (const auto &path : {"/api/products/", "/metrics"})
            QCOMPARE(get(m_serverPort, path, token), 401);
        QVERIFY(connectBySocketIo(token, true).startsWith("44"));
        if (!token.isEmpty())
            QVERIFY(connectBySocketIo(token, false).startsWith("44"));
    }

    void aTokenOpensWhatItsScopesSayAndNothingElse()
    {
        const auto reader = token(u"orders:read"_s);
        QVERIFY(reader.startsWith("saji."));
        QCOMPARE(get(m_hubPort, "/api/orders?outlet_id=1", reader), 200);
        QCOMPARE(get(m_hubPort, "/metrics", reader), 403);
        QCOMPARE(emitOrder(reader), 403);
        QCOMPARE(get(m_serverPort, "/api/products/", reader), 403);
        const auto watcher = token(u"menu:read,metrics"_s);
        QCOMPARE(get(m_serverPort, "/api/products/", watcher), 200);
        QCOMPARE(get(m_serverPort, "/metrics", watcher), 200);
        QCOMPARE(get(m_hubPort, "/api/orders?outlet_id=1", watcher), 403);
        QCOMPARE(emitOrder(token(u"orders:write"_s)), 200);
    }

    void overSocketIoReadingAndOrderingAreTwoThings()
    {
        for (const bool inHeader : {true, false})
            QVERIFY(connectBySocketIo(token(u"menu:read"_s), inHeader).startsWith("44"));
        QVERIFY(connectBySocketIo(token(u"orders:read"_s), false).startsWith("40"));
        const auto refused = orderBySocketIo();
        QVERIFY2(refused.contains("431[") && refused.contains("orders:write"), refused.constData());
        QVERIFY(connectBySocketIo(token(u"orders:read,orders:write"_s), false).startsWith("40"));
        const auto taken = orderBySocketIo();
        QVERIFY2(taken.contains("431[") && !taken.contains("unauthorized"), taken.constData());
    }

    void aRevokedTokenOpensNothingAnyMoreAtTheServerAndAtTheHub()
    {
        const auto said = command({u"token"_s, u"create"_s, u"--label"_s, u"Papan"_s, u"--scope"_s, u"orders:read,menu:read"_s});
        const auto stolen = said.section(u'\n', 0, 0).toLatin1();
        static const QRegularExpression named(u"Token (t-[0-9a-f]+)"_s);
        const auto id = named.match(said).captured(1);
        QVERIFY(!id.isEmpty());
        QCOMPARE(get(m_hubPort, "/api/orders?outlet_id=1", stolen), 200);
        QCOMPARE(get(m_serverPort, "/api/products/", stolen), 200);
        QVERIFY(connectBySocketIo(stolen, false).startsWith("40"));

        HttpRequestUnderWay listening(m_hubPort, "GET", m_session, {}); // greeted already, it waits for news
        QVERIFY(command({u"token"_s, u"revoke"_s, id}).contains(u"revoked"_s));
        QTRY_COMPARE_WITH_TIMEOUT(get(m_serverPort, "/api/products/", stolen), 401, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(get(m_hubPort, "/api/orders?outlet_id=1", stolen), 401, patienceMs);
        // Who was connected is let go, and nobody comes in by it any more.
        const auto lastWord = listening.reply();
        QVERIFY2(lastWord.status != 200 || lastWord.body.contains('1'), lastWord.body.constData());
        QVERIFY(httpAsk(m_hubPort, "GET", m_session, {}).status == 400);
        QVERIFY(connectBySocketIo(stolen, true).startsWith("44"));
        QVERIFY(connectBySocketIo(stolen, false).startsWith("44"));
    }

    void aDeviceThatReachesTheHubAloneIsPairedThroughIt_data()
    {
        QTest::addColumn<QStringList>("way");
        QTest::newRow("its address is known, and no server's") << QStringList{u"--discovery"_s, u"off"_s, u"--hub"_s, u"http://127.0.0.1:%1"_s.arg(m_hubPort)};
        QTest::newRow("the server does not answer, the hub is found")
            << QStringList{u"--server"_s, u"http://127.0.0.1:%1"_s.arg(nobodysPort()), u"--discovery"_s, u"loopback"_s, u"--discovery-port"_s, QString::number(m_beaconPort)};
    }

    void aDeviceThatReachesTheHubAloneIsPairedThroughIt()
    {
        QFETCH(QStringList, way);
        const auto data = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()));
        const QStringList words = QStringList{u"--data"_s, data, u"--store"_s, u"pasar-saji"_s, u"--name"_s, u"Baru"_s, u"--listen"_s, u"127.0.0.1:0"_s} + way;
        Program guesser(u"saji-hub"_s);
        QVERIFY(guesser.run(words + QStringList{u"--pair"_s, u"1111-2222-3333"_s}) != 0);
        QVERIFY2(guesser.err().contains(u"there is no such code"_s), qPrintable(guesser.err()));
        QVERIFY(!isPaired(data));
        QTest::qWait(2500); // one try a second

        const auto code = command({u"pair-code"_s, u"create"_s}).section(u'\n', 0, 0);
        Program device(u"saji-hub"_s);
        const auto port = device.serve(words + QStringList{u"--pair"_s, code});
        QVERIFY2(port, qPrintable(device.err()));
        const auto credentials = loadCredentials(data);
        QVERIFY(credentials);
        QCOMPARE(credentials->authority, loadCredentials(serverData())->authority);
        const auto id = readCertificate(credentials->certificate)->subject.device.toString();
        QVERIFY(command({u"devices"_s, u"list"_s}).contains(id));
        for (const auto &file : QDir(keysFolder(data)).entryInfoList(QDir::Files))
            QCOMPARE(int(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)), 0);
        QCOMPARE(device.terminate(), 0);
        QVERIFY(m_hub.err().contains(u"on to the server"_s));
    }

    void whoRevokedADeviceAndWhenIsInTheList()
    {
        const auto said = command({u"devices"_s, u"list"_s});
        static const QRegularExpression paired(u"([0-9a-f-]{36})  hub .*Baru"_s);
        const auto id = paired.match(said).captured(1);
        QVERIFY2(!id.isEmpty(), qPrintable(said));
        QVERIFY(command({u"devices"_s, u"revoke"_s, id, u"--by"_s, u"Rina"_s}).contains(u"is revoked"_s));
        static const QRegularExpression removed(u"revoked .*Baru  by Rina on 20[0-9-]{8} at [0-2][0-9]:[0-5][0-9]"_s);
        QVERIFY2(removed.match(command({u"devices"_s, u"list"_s})).hasMatch(), qPrintable(command({u"devices"_s, u"list"_s})));
        const auto kept = [this] {
            const auto list = readRevocations(loadRevocations(hubData()), loadCredentials(hubData())->authority);
            return list ? list->devices : QHash<DeviceId, Revocation>();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept().value(*DeviceId::fromString(id)).by, u"Rina"_s, patienceMs);
        QVERIFY(qAbs(kept().value(*DeviceId::fromString(id)).at - now()) < 60);
    }

    void aCodeIsShownAsAPictureAndSaysUntilWhenItWorks()
    {
        const auto said = command({u"pair-code"_s, u"create"_s, u"--kind"_s, u"kitchen"_s});
        static const QRegularExpression until(u"ten minutes: until [0-2][0-9]:[0-5][0-9]"_s);
        QVERIFY2(until.match(said).hasMatch(), qPrintable(said));
        QVERIFY(said.contains(u"█▀▀▀▀▀█"_s)); // a corner of it
        const auto typed = PairCode::fromText(said.trimmed().section(u'\n', -1));
        QVERIFY2(typed, qPrintable(said));
        QCOMPARE(typed->toString(), said.section(u'\n', 0, 0));
        QCOMPARE(typed->fingerprint.size(), 64);
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_hub.terminate(), 0);
        QCOMPARE(m_server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTrusted)
#include "tst_trusted.moc"
