// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/trustkeeper.h>
#include <testkit/pairedhouse.h>
#include <transport/listener.h>
#include <trust/trust.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 day = 24 * 3600;

//! What a device asks of the authority, answered as the server's desk does.
class Desk final : public HttpPoster
{
public:
    Desk(PairedHouse &house, const Clock &clock, const Subject &device) : m_house(house), m_clock(clock), m_device(device) {}

    void post(const QString &, const QByteArray &body, HttpClient::Answer answer) override
    {
        const auto request = QJsonDocument::fromJson(body).object().value("csr"_L1).toString().toLatin1();
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallNow()).count();
        const auto certificate = m_house.authority().renew(m_device, request, now);
        if (!certificate)
            answer(HttpReply{403, {}, {}});
        else
            answer(HttpReply{200, QJsonDocument(QJsonObject{{u"certificate"_s, QString::fromLatin1(*certificate)}}).toJson(), {}});
    }

private:
    PairedHouse &m_house;
    const Clock &m_clock;
    Subject m_device;
};

//! A hub that was paired so many days ago, listens ever since, and keeps its trust; its own time begins with that day.
struct Hub
{
    explicit Hub(qint64 daysAgo) : house(u"pasar-saji"_s, PairedHouse::now() - daysAgo * day)
    {
        trust = house.trust(u"hub"_s, PairedHouse::device(1));
        clock.setWall(std::chrono::seconds(PairedHouse::now() - daysAgo * day));
        listener.setTrust(trust, false);
        QObject::connect(&listener, &Listener::linked, &listener, [this](const std::shared_ptr<Link> &link) { links.append(link); });
        url = QUrl(u"http://127.0.0.1:%1"_s.arg(listener.listen({})->port));
        keeper = std::make_unique<TrustKeeper>(TrustKeeper::Rooms{shop.log(), clock, scheduler, trust, folder.path(), [this]() -> std::unique_ptr<HttpPoster> {
                                                                      ++asked;
                                                                      return isOnline ? std::make_unique<Desk>(house, clock, trust->self()) : nullptr;
                                                                  }});
        QObject::connect(keeper.get(), &TrustKeeper::renewed, &listener, [this] { ++renewed; });
        keeper->start();
    }

    //! A device with a certificate of today.
    std::shared_ptr<Trust> newcomer()
    {
        const auto now = PairedHouse::now();
        const auto pairing = *Pairing::begin(*house.authority().createCode({}, {}, now), {PairedHouse::device(2), u"kitchen"_s, u"pasar-saji"_s}, u"Dapur"_s);
        return *Trust::make(*pairing.finish(*house.authority().pair(pairing.request(), now)));
    }

    //! Dials until there is an answer.
    Result<std::shared_ptr<Link>> dial(const std::shared_ptr<Trust> &as)
    {
        std::optional<Result<std::shared_ptr<Link>>> answer;
        const auto dialer = makeWebSocketDialer(url, realScheduler, as);
        dialer->dial([&answer](Result<std::shared_ptr<Link>> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            return Error{ErrorCode::Internal, u"no answer"_s};
        return *answer;
    }

    //! Until when the certificate counts that a newcomer is shown.
    qint64 shownUntil()
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(url.port()));
        if (!QTest::qWaitFor([&] { return socket.isEncrypted(); }, 10'000))
            return 0;
        return socket.peerCertificate().expiryDate().toSecsSinceEpoch();
    }

    Shop shop{u"Hub"_s, NodeKind::Hub};
    QTemporaryDir folder;
    PairedHouse house;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    QtScheduler realScheduler;
    std::shared_ptr<Trust> trust;
    Listener listener;
    QUrl url;
    QList<std::shared_ptr<Link>> links;
    std::unique_ptr<TrustKeeper> keeper;
    bool isOnline = false;
    int asked = 0;
    int renewed = 0;
};

} // namespace

//! A certificate that is renewed while the program runs, at a listener that was opened with the one before.
class TestTrustKeeper : public QObject
{
    Q_OBJECT

private slots:
    void asksInTheLastQuarterOfItsLifeAndNotBefore()
    {
        Hub hub(500);
        hub.scheduler.advance(24h * 270);
        QCOMPARE(hub.asked, 0);
        hub.scheduler.advance(24h * 6);
        QVERIFY(hub.asked > 100); // every ten minutes, as long as nobody is there
        hub.isOnline = true;
        hub.scheduler.advance(10min);
        QCOMPARE(hub.renewed, 1);
        const auto asked = hub.asked;
        hub.scheduler.advance(24h * 200);
        QCOMPARE(hub.asked, asked);
        QCOMPARE(readCertificate(loadCredentials(hub.folder.path())->certificate)->validTo, readCertificate(hub.trust->credentials().certificate)->validTo);
    }

    void aListenerWhoseCertificateExpiredLetsNewcomersInOnceItIsRenewed()
    {
        Hub hub(365 + 100); // beyond the grace as well
        hub.scheduler.advance(24h * (365 + 100));
        const auto kitchen = hub.newcomer();
        const auto before = hub.dial(kitchen);
        QVERIFY(!before);
        QVERIFY2(before.error().detail.contains(u"expired"_s), qPrintable(before.error().detail));
        hub.isOnline = true;
        hub.scheduler.advance(10min);
        QCOMPARE(hub.renewed, 1);
        const auto after = hub.dial(kitchen);
        QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
        QCOMPARE((*after)->provenPeer(), std::optional(hub.trust->self()));
    }

    void linksThatStandStayWhenTheCertificateIsRenewed()
    {
        Hub hub(365 + 10); // expired, within the grace
        hub.scheduler.advance(24h * (365 + 10));
        const auto kitchen = hub.newcomer();
        const auto old = hub.dial(kitchen);
        QVERIFY2(old, old ? "" : qPrintable(old.error().detail));
        QTRY_COMPARE(hub.links.size(), 1);
        QSignalSpy closed(old->get(), &Link::closed);
        const auto shown = hub.shownUntil();
        QVERIFY(shown > 0 && shown < PairedHouse::now());

        hub.isOnline = true;
        hub.scheduler.advance(10min);
        QCOMPARE(hub.renewed, 1);
        QVERIFY(hub.shownUntil() > PairedHouse::now() + 300 * day);
        QByteArray heard;
        connect(hub.links.first().get(), &Link::received, this, [&heard](const QByteArray &frame) { heard = frame; });
        (*old)->send("still here");
        QTRY_COMPARE(heard, QByteArray("still here"));
        QCOMPARE(closed.count(), 0);
        QVERIFY(hub.dial(kitchen));
    }

    void aCertificateForAnotherKeyIsNotTaken()
    {
        Hub hub(300);
        const auto before = hub.trust->credentials().certificate;
        const auto stranger = *makeCertificateRequest(*makeKey(), hub.trust->self());
        class Confused final : public HttpPoster
        {
        public:
            explicit Confused(const QByteArray &certificate) : m_certificate(certificate) {}
            void post(const QString &, const QByteArray &, HttpClient::Answer answer) override
            {
                answer(HttpReply{200, QJsonDocument(QJsonObject{{u"certificate"_s, QString::fromLatin1(m_certificate)}}).toJson(), {}});
            }
            QByteArray m_certificate;
        };
        const auto wrong = *hub.house.authority().renew(hub.trust->self(), stranger, PairedHouse::now());
        int tried = 0;
        TrustKeeper keeper({hub.shop.log(), hub.clock, hub.scheduler, hub.trust, hub.folder.path(), [&] {
                                ++tried;
                                return std::make_unique<Confused>(wrong);
                            }});
        QSignalSpy renewed(&keeper, &TrustKeeper::renewed);
        keeper.start();
        hub.scheduler.advance(24h * 276);
        QVERIFY(tried >= 1 && tried <= 3); // once a day: it will not say otherwise in ten minutes
        QCOMPARE(renewed.count(), 0);
        QCOMPARE(hub.trust->credentials().certificate, before);
    }
};

QTEST_GUILESS_MAIN(TestTrustKeeper)
#include "tst_trustkeeper.moc"
