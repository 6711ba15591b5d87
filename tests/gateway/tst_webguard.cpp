// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webguard.h>
#include <testkit/manualclock.h>
#include <testkit/pairedhouse.h>
#include <transport/listener.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! Web clients at a paired hub: what a token opens, and what stays shut.
class tst_WebGuard : public QObject
{
    Q_OBJECT

    HttpResponse ask(const QByteArray &method, const QString &path, const QByteArray &authorization = {}, const std::optional<Subject> &device = {})
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.device = device;
        if (!authorization.isEmpty())
            request.headers.insert("authorization", authorization);
        HttpResponse response;
        m_router->route(request, [&response](const HttpResponse &answer) { response = answer; });
        return response;
    }

    void guardWith(WebAccess access, const std::shared_ptr<Trust> &trust)
    {
        m_router = std::make_unique<Router>();
        m_router->addFilter(WebGuard(access, trust, m_clock).filter(m_listener));
        for (const auto &path : {u"/health"_s, u"/metrics"_s, u"/api/orders"_s, u"/api/products/"_s})
            m_router->add("GET", path, [](const HttpRequest &) { return HttpResponse::json("{}"); });
        m_router->add("POST", u"/emit"_s, [](const HttpRequest &) { return HttpResponse::json("{}"); });
    }

    QByteArray token(const QStringList &scopes) { return "Bearer " + *m_house.authority().createToken(u"board"_s, scopes, 30, PairedHouse::now()); }

private slots:
    void init()
    {
        m_hub = m_house.trust(u"hub"_s, PairedHouse::device(1));
        guardWith(WebAccess::Token, m_hub);
    }

    void withoutATokenThereIsHealthAndNothingElse()
    {
        QCOMPARE(ask("GET", u"/health"_s).status, 200);
        for (const auto &path : {u"/metrics"_s, u"/api/orders"_s, u"/api/products/"_s, u"/api/orders/"_s}) {
            const auto response = ask("GET", path);
            QCOMPARE(response.status, 401);
            QVERIFY(response.headers.contains(std::pair<QByteArray, QByteArray>("WWW-Authenticate", "Bearer")));
        }
        QCOMPARE(ask("POST", u"/emit"_s).status, 401);
    }

    void aTokenOpensWhatItsScopesSay()
    {
        const auto reader = token({u"orders:read"_s});
        QCOMPARE(ask("GET", u"/api/orders"_s, reader).status, 200);
        QCOMPARE(ask("POST", u"/emit"_s, reader).status, 403);
        QCOMPARE(ask("GET", u"/api/products/"_s, reader).status, 403);
        const auto writer = token({u"orders:write"_s, u"menu:read"_s});
        QCOMPARE(ask("POST", u"/emit"_s, writer).status, 200);
        QCOMPARE(ask("GET", u"/api/products/"_s, writer).status, 200);
        QCOMPARE(ask("GET", u"/metrics"_s, writer).status, 403);
        QCOMPARE(ask("GET", u"/metrics"_s, token({u"metrics"_s})).status, 200);
    }

    void aForeignOrMangledTokenOpensNothing()
    {
        PairedHouse copy;
        const auto foreign = "Bearer " + *copy.authority().createToken(u"board"_s, {u"orders:read"_s}, 30, PairedHouse::now());
        QCOMPARE(ask("GET", u"/api/orders"_s, foreign).status, 401);
        QCOMPARE(ask("GET", u"/api/orders"_s, token({u"orders:read"_s}).chopped(3)).status, 401);
        QCOMPARE(ask("GET", u"/api/orders"_s, "Bearer ").status, 401);
        QCOMPARE(ask("GET", u"/api/orders"_s, "Basic YTpi").status, 401);
    }

    void aRevokedTokenOpensNothing()
    {
        const auto reader = token({u"orders:read"_s});
        QVERIFY(m_house.authority().revokeToken(m_house.authority().tokens().last().facts.id));
        QVERIFY(*m_hub->takeRevocations(*m_house.authority().revocations()));
        const auto response = ask("GET", u"/api/orders"_s, reader);
        QCOMPARE(response.status, 401);
        QVERIFY(response.body.contains("revoked"));
    }

    void aPollerWhoseTokenExpiresIsAnsweredNoMore()
    {
        ManualClock clock;
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(clock.wallNow()).count();
        m_router = std::make_unique<Router>();
        m_router->addFilter(WebGuard(WebAccess::Token, m_hub, clock).filter(m_listener));
        m_router->add("GET", u"/api/orders"_s, [](const HttpRequest &) { return HttpResponse::json("[]"); });
        const auto reader = "Bearer " + *m_house.authority().createToken(u"board"_s, {u"orders:read"_s}, 1, now - 24 * 3600 + 40);
        QCOMPARE(ask("GET", u"/api/orders"_s, reader).status, 200);
        clock.advance(std::chrono::seconds(40));
        QCOMPARE(ask("GET", u"/api/orders"_s, reader).status, 200);
        clock.advance(std::chrono::seconds(1));
        const auto late = ask("GET", u"/api/orders"_s, reader);
        QCOMPARE(late.status, 401);
        QVERIFY2(late.body.contains("expired on"), late.body.constData());
    }

    void aPairedDeviceNeedsNoToken() { QCOMPARE(ask("GET", u"/api/products/"_s, {}, Subject{PairedHouse::device(2), u"kiosk"_s, u"pasar-saji"_s}).status, 200); }

    void openMeansEveryone()
    {
        guardWith(WebAccess::Open, m_hub);
        QCOMPARE(ask("GET", u"/api/orders"_s).status, 200);
        QCOMPARE(ask("POST", u"/emit"_s).status, 200);
    }

    void aNodeThatCannotCheckATokenLetsNobodyIn()
    {
        guardWith(WebAccess::Token, nullptr);
        QCOMPARE(ask("GET", u"/api/orders"_s, token({u"orders:read"_s})).status, 401);
        QCOMPARE(ask("GET", u"/health"_s).status, 200);
    }

private:
    SystemClock m_clock;
    Listener m_listener;
    PairedHouse m_house;
    std::shared_ptr<Trust> m_hub;
    std::unique_ptr<Router> m_router;
};

QTEST_GUILESS_MAIN(tst_WebGuard)
#include "tst_webguard.moc"
