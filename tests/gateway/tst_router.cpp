// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/router.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

Router townRouter()
{
    Router router;
    router.add("GET", u"/"_s, [](const HttpRequest &) { return HttpResponse::json("\"root\""); });
    router.add("GET", u"/api/orders/{id}/"_s, [](const HttpRequest &, const QStringList &captured, const HttpAnswer &answer) {
        answer(HttpResponse::json(captured.join(u',').toUtf8()));
    });
    router.add("POST", u"/api/orders/{id}/{step}/"_s, [](const HttpRequest &, const QStringList &captured, const HttpAnswer &answer) {
        answer(HttpResponse::json(captured.join(u',').toUtf8()));
    });
    router.add("DELETE", u"/api/orders/{id}/"_s, [](const HttpRequest &) { return HttpResponse::json("gone"); });
    return router;
}

HttpResponse ask(const QByteArray &method, const QString &path)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    HttpResponse response;
    int answers = 0;
    townRouter().route(request, [&](const HttpResponse &given) {
        response = given;
        ++answers;
    });
    if (answers != 1)
        qFatal("%d answers", answers);
    return response;
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void bracesMatchAnythingAndAreHandedOverInOrder()
    {
        QCOMPARE(ask("GET", u"/api/orders/17/"_s).body, QByteArray("17"));
        QCOMPARE(ask("POST", u"/api/orders/17/start/"_s).body, QByteArray("17,start"));
    }

    void aTrailingSlashMakesNoDifference()
    {
        QCOMPARE(ask("GET", u"/api/orders/17"_s).body, QByteArray("17"));
        QCOMPARE(ask("GET", u"/"_s).body, QByteArray("\"root\""));
        QCOMPARE(ask("GET", QString()).body, QByteArray("\"root\""));
    }

    void headIsAnsweredByTheGetRoute()
    {
        QCOMPARE(ask("HEAD", u"/api/orders/17/"_s).status, 200);
    }

    void whatIsNotThereIsRefusedInTheOneShape()
    {
        const auto response = ask("GET", u"/api/nothing/"_s);
        QCOMPARE(response.status, 404);
        const auto error = QJsonDocument::fromJson(response.body).object().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"code"_s).toString(), u"not_found"_s);
        QVERIFY(error.value(u"message"_s).toString().contains(u"/api/nothing/"_s));
        QCOMPARE(ask("GET", u"/api/orders/"_s).status, 404);
        QCOMPARE(ask("GET", u"/api/orders/17/start/now"_s).status, 404);
    }

    void theWrongMethodIsRefusedWithTheRightOnes()
    {
        const auto response = ask("PUT", u"/api/orders/17/"_s);
        QCOMPARE(response.status, 405);
        const std::pair<QByteArray, QByteArray> allow{"Allow", "GET, DELETE"};
        QVERIFY(response.headers.contains(allow));
    }

    void aHugePathIsNotEchoedWhole()
    {
        QVERIFY(ask("GET", u'/' + QString(15'000, u'x')).body.size() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
