// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/pairedhouse.h>
#include <testkit/rawsocket.h>
#include <transport/dialers.h>
#include <transport/listener.h>

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Links of paired devices: encrypted, both ends proved, and whoever may not come in is told why.
class tst_TlsLink : public QObject
{
    Q_OBJECT

    static constexpr qint64 day = 24 * 3600;

    std::unique_ptr<Dialer> dialer(LinkKind kind, const std::shared_ptr<Trust> &trust)
    {
        return kind == LinkKind::WebSocket ? makeWebSocketDialer(m_url, m_scheduler, trust) : makePollingDialer(m_url, m_scheduler, {100ms}, trust);
    }

    //! Dials until there is an answer.
    Result<std::shared_ptr<Link>> dial(LinkKind kind, const std::shared_ptr<Trust> &trust)
    {
        std::optional<Result<std::shared_ptr<Link>>> answer;
        const auto by = dialer(kind, trust);
        by->dial([&](Result<std::shared_ptr<Link>> result) {
            answer = std::move(result);
            if (*answer)
                m_closed = std::make_unique<QSignalSpy>((*answer)->get(), &Link::closed);
        });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10000))
            return Error{ErrorCode::Internal, u"no answer"_s};
        return *answer;
    }

    //! Why a device did not come in, however it was told.
    std::pair<ErrorCode, QString> refusal(LinkKind kind, const std::shared_ptr<Trust> &trust)
    {
        const auto answer = dial(kind, trust);
        if (!answer)
            return {answer.error().code, answer.error().detail};
        if (!QTest::qWaitFor([&] { return m_closed->count() > 0; }, 10000))
            return {ErrorCode::Internal, u"it was let in"_s};
        const auto reason = m_closed->at(0).at(0).value<CloseReason>();
        const auto code = reason.code == CloseCode::Unauthorized ? ErrorCode::Unauthorized
                          : reason.code == CloseCode::WrongStore ? ErrorCode::WrongStore
                                                                 : ErrorCode::Internal;
        return {code, reason.text};
    }

    static void addKinds()
    {
        QTest::addColumn<LinkKind>("kind");
        QTest::newRow("by socket") << LinkKind::WebSocket;
        QTest::newRow("by polling") << LinkKind::Polling;
    }

private slots:
    void init()
    {
        m_house = std::make_unique<PairedHouse>();
        m_hub = m_house->trust(u"hub"_s, PairedHouse::device(1));
        m_kitchen = m_house->trust(u"kitchen"_s, PairedHouse::device(2));
        listen(m_hub);
    }

    void cleanup()
    {
        m_closed.reset();
        m_links.clear();
        m_listener.reset();
    }

    void bothEndsKnowWhoTheOtherIs_data() { addKinds(); }
    void bothEndsKnowWhoTheOtherIs()
    {
        QFETCH(LinkKind, kind);
        const auto here = dial(kind, m_kitchen);
        QVERIFY2(here, here ? "" : qPrintable(here.error().detail));
        QTRY_COMPARE(m_links.size(), 1);
        QVERIFY((*here)->provenPeer().has_value());
        QCOMPARE(*(*here)->provenPeer(), m_hub->self());
        QCOMPARE(*m_links.first()->provenPeer(), m_kitchen->self());
        QByteArray heard;
        connect(m_links.first().get(), &Link::received, this, [&heard](const QByteArray &frame) { heard = frame; });
        const QByteArray said(100'000, 's');
        (*here)->send(said);
        QTRY_COMPARE(heard, said);
    }

    void anUnpairedDeviceIsToldSo_data() { addKinds(); }
    void anUnpairedDeviceIsToldSo()
    {
        QFETCH(LinkKind, kind);
        const auto [code, words] = refusal(kind, nullptr);
        QCOMPARE(code, ErrorCode::Unauthorized);
        QVERIFY2(words.contains(u"not paired"_s), qPrintable(words));
        QVERIFY(m_links.isEmpty());
    }

    void aDeviceOfAnotherAuthorityIsRefused_data() { addKinds(); }
    void aDeviceOfAnotherAuthorityIsRefused()
    {
        QFETCH(LinkKind, kind);
        PairedHouse copy; // the same store by name
        const auto [code, words] = refusal(kind, copy.trust(u"kitchen"_s, PairedHouse::device(2)));
        QCOMPARE(code, ErrorCode::Unauthorized);
        QVERIFY2(words.contains(u"another authority"_s), qPrintable(words));
        QVERIFY(m_links.isEmpty());
    }

    void aDeviceOfAnotherStoreIsRefused_data() { addKinds(); }
    void aDeviceOfAnotherStoreIsRefused()
    {
        QFETCH(LinkKind, kind);
        PairedHouse other(u"warung-lain"_s);
        const auto [code, words] = refusal(kind, other.trust(u"kitchen"_s, PairedHouse::device(2)));
        QCOMPARE(code, ErrorCode::WrongStore);
        QVERIFY2(words.contains(u"pasar-saji"_s), qPrintable(words));
        QVERIFY(m_links.isEmpty());
    }

    void aRevokedDeviceIsToldSo_data() { addKinds(); }
    void aRevokedDeviceIsToldSo()
    {
        QFETCH(LinkKind, kind);
        m_house->revoke(PairedHouse::device(2), {m_hub});
        const auto [code, words] = refusal(kind, m_kitchen);
        QCOMPARE(code, ErrorCode::Unauthorized);
        QVERIFY2(words.contains(u"revoked"_s), qPrintable(words));
        QVERIFY(m_links.isEmpty());
    }

    void aRevokedHubIsNotDialled_data() { addKinds(); }
    void aRevokedHubIsNotDialled()
    {
        QFETCH(LinkKind, kind);
        m_house->revoke(PairedHouse::device(1), {m_kitchen});
        const auto [code, words] = refusal(kind, m_kitchen);
        QCOMPARE(code, ErrorCode::Unauthorized);
        QVERIFY2(words.contains(u"revoked"_s), qPrintable(words));
    }

    void anExpiredCertificateWorksWithinItsGraceAndNotAfter()
    {
        PairedHouse old(u"pasar-saji"_s, PairedHouse::now() - (365 + 80) * day);
        listen(old.trust(u"hub"_s, PairedHouse::device(1)));
        const auto late = dial(LinkKind::WebSocket, old.trust(u"kitchen"_s, PairedHouse::device(2)));
        QVERIFY2(late, late ? "" : qPrintable(late.error().detail));

        PairedHouse older(u"pasar-saji"_s, PairedHouse::now() - (365 + 100) * day);
        listen(older.trust(u"hub"_s, PairedHouse::device(1)));
        const auto [code, words] = refusal(LinkKind::WebSocket, older.trust(u"kitchen"_s, PairedHouse::device(2)));
        QCOMPARE(code, ErrorCode::Unauthorized);
        QVERIFY2(words.contains(u"expired"_s), qPrintable(words));
    }

    void aPairedDeviceNeverSpeaksPlainly_data() { addKinds(); }
    void aPairedDeviceNeverSpeaksPlainly()
    {
        QFETCH(LinkKind, kind);
        listen(nullptr); // somebody listens where the hub was
        const auto answer = dial(kind, m_kitchen);
        QVERIFY(!answer);
        QVERIFY(m_links.isEmpty());
    }

    void plainRequestsOfThisMachineAreStillAnswered()
    {
        RawSocket raw(m_listener->address().port);
        raw.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto reply = raw.waitForReply();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("nobody"));
    }

    void encryptedRequestsComeWithTheirDevice()
    {
        const auto client = makeHttpClient(m_url, 5s, m_kitchen);
        std::optional<Result<HttpReply>> reply;
        client->get(u"/hello"_s, {}, [&reply](Result<HttpReply> answer) { reply = std::move(answer); });
        QTRY_VERIFY(reply.has_value());
        QVERIFY2(*reply, *reply ? "" : qPrintable(reply->error().detail));
        QCOMPARE((*reply)->body, QByteArray("kitchen"));
    }

    void anybodyMayPostWordsThatProveThemselves()
    {
        const auto poster = makeHttpPoster(QUrl(u"https://127.0.0.1:%1"_s.arg(m_listener->address().port)), nullptr);
        std::optional<Result<HttpReply>> reply;
        poster->post(u"/hello"_s, "{}", [&reply](Result<HttpReply> answer) { reply = std::move(answer); });
        QTRY_VERIFY(reply.has_value());
        QVERIFY2(*reply, *reply ? "" : qPrintable(reply->error().detail));
        QCOMPARE((*reply)->body, QByteArray("nobody"));
    }

    void aClientHelloThatNeverEndsIsCut()
    {
        ListenOptions options;
        options.slowSender = 200ms;
        listen(m_hub, options);
        RawSocket raw(m_listener->address().port);
        raw.send(QByteArray::fromHex("1603010200010001fc0303"));
        QTRY_VERIFY_WITH_TIMEOUT(raw.isClosed(), 5000);
    }

    void anotherHandshakeThanOursHarmsNobody()
    {
        for (int i = 0; i < 50; ++i) {
            RawSocket raw(m_listener->address().port);
            raw.send(QByteArray::fromHex("160301012c") + QByteArray(300, char(i + 2))); // a record of 300 bytes that is no hello
            QTRY_VERIFY(raw.isClosed());
        }
        QVERIFY(dial(LinkKind::WebSocket, m_kitchen));
    }

private:
    void listen(const std::shared_ptr<Trust> &trust, const ListenOptions &options = {})
    {
        m_links.clear();
        m_listener = std::make_unique<Listener>(options);
        if (trust)
            m_listener->setTrust(trust, false);
        connect(m_listener.get(), &Listener::linked, this, [this](const std::shared_ptr<Link> &link) { m_links.append(link); });
        m_listener->route(u"/hello"_s, [](const HttpRequest &request, const HttpAnswer &answer) {
            answer({200, "text/plain", request.device ? request.device->kind.toLatin1() : QByteArray("nobody"), {}});
        });
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener->listen({})->port));
    }

    QtScheduler m_scheduler;
    std::unique_ptr<PairedHouse> m_house;
    std::shared_ptr<Trust> m_hub;
    std::shared_ptr<Trust> m_kitchen;
    std::unique_ptr<Listener> m_listener;
    QList<std::shared_ptr<Link>> m_links;
    std::unique_ptr<QSignalSpy> m_closed;
    QUrl m_url;
};

QTEST_GUILESS_MAIN(tst_TlsLink)
#include "tst_tlslink.moc"
