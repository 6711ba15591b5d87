// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/catalogpuller.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

CatalogRow row(const QString &id, const QByteArray &doc)
{
    return {u"product"_s, id, 0, false, doc};
}

HttpRequest get(const QString &query = {}, const QByteArray &ifNoneMatch = {})
{
    HttpRequest request;
    request.method = "GET";
    request.path = u"/api/catalog/"_s;
    request.query = QUrlQuery(query);
    if (!ifNoneMatch.isEmpty())
        request.headers.insert("if-none-match", ifNoneMatch);
    return request;
}

QByteArray header(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key.toLower() == name)
            return value;
    }
    return {};
}

} // namespace

//! GET /api/catalog/ as docs/protocol.md section 1 has it.
class TestServeCatalog : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void answersInTheAgreedShape();
    void pagesAreBounded();
    void anotherEpochStartsOver();
    void theSameEntityTagIsNotSentAgain();
    void saysHowCurrentItIs();
    void withoutAMenuItSaysSo();
    void refusesWhatIsNoQuestion_data();
    void refusesWhatIsNoQuestion();
    void namesWithQuotesAreEscaped();

private:
    std::unique_ptr<Restaurant> m_restaurant;
    std::unique_ptr<SyncNode> m_server;
};

void TestServeCatalog::init()
{
    m_restaurant = std::make_unique<Restaurant>();
    m_server = std::make_unique<SyncNode>(*m_restaurant, u"Server"_s, NodeKind::Server);
}

void TestServeCatalog::answersInTheAgreedShape()
{
    auto &catalog = m_server->catalog();
    QVERIFY(catalog.replaceAll({row(u"1"_s, R"({"name":"Rendang","price":"45000.00"})"), row(u"2"_s, R"({"name":"Es Teh"})")},
                               m_server->random));
    QVERIFY(catalog.replaceAll({row(u"1"_s, R"({"name":"Rendang","price":"45000.00"})")}, m_server->random));
    const auto response = serveCatalog(catalog, get(u"since_version=0"_s));
    QCOMPARE(response.status, 200);
    QVERIFY(response.contentType.startsWith("application/json"));
    const auto answer = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(answer.value(u"epoch"_s).toString(), catalog.version().epoch);
    QCOMPARE(answer.value(u"current_version"_s).toInt(), 3);
    QCOMPARE(answer.value(u"has_more"_s).toBool(true), false);
    const auto changes = answer.value(u"changes"_s).toArray();
    QCOMPARE(changes.size(), 2);
    const auto first = changes.at(0).toObject();
    QCOMPARE(first.value(u"kind"_s).toString(), u"product"_s);
    QCOMPARE(first.value(u"id"_s).toString(), u"1"_s);
    QCOMPARE(first.value(u"version"_s).toInt(), 1);
    QCOMPARE(first.value(u"deleted"_s).toBool(true), false);
    QCOMPARE(first.value(u"doc"_s).toObject().value(u"price"_s).toString(), u"45000.00"_s);
    const auto second = changes.at(1).toObject();
    QCOMPARE(second.value(u"deleted"_s).toBool(), true);
    QVERIFY(second.value(u"doc"_s).isNull());
    const auto rest = QJsonDocument::fromJson(serveCatalog(catalog, get(u"since_version=3"_s)).body).object();
    QVERIFY(rest.value(u"changes"_s).toArray().isEmpty());
}

void TestServeCatalog::pagesAreBounded()
{
    QList<CatalogRow> rows;
    for (int i = 0; i < 2500; ++i)
        rows.append(row(QString::number(i), "{}"));
    QVERIFY(m_server->catalog().replaceAll(rows, m_server->random));
    const auto page = [&](const QString &query) {
        return QJsonDocument::fromJson(serveCatalog(m_server->catalog(), get(query)).body).object();
    };
    QCOMPARE(page({}).value(u"changes"_s).toArray().size(), 500);
    QCOMPARE(page({}).value(u"has_more"_s).toBool(), true);
    QCOMPARE(page(u"limit=3"_s).value(u"changes"_s).toArray().size(), 3);
    QCOMPARE(page(u"limit=1000000"_s).value(u"changes"_s).toArray().size(), 2000);
    QCOMPARE(page(u"limit=2000&since_version=2000"_s).value(u"has_more"_s).toBool(true), false);
}

void TestServeCatalog::anotherEpochStartsOver()
{
    auto &catalog = m_server->catalog();
    QVERIFY(catalog.replaceAll({row(u"1"_s, "{}"), row(u"2"_s, "{}")}, m_server->random));
    const auto count = [&](const QString &query) {
        return QJsonDocument::fromJson(serveCatalog(catalog, get(query)).body).object().value(u"changes"_s).toArray().size();
    };
    QCOMPARE(count(u"since_version=2&epoch="_s + catalog.version().epoch), 0);
    QCOMPARE(count(u"since_version=2&epoch=another"_s), 2);
    QCOMPARE(count(u"since_version=99&epoch="_s + catalog.version().epoch), 0); // a reader that is ahead of us
}

void TestServeCatalog::theSameEntityTagIsNotSentAgain()
{
    auto &catalog = m_server->catalog();
    QVERIFY(catalog.replaceAll({row(u"1"_s, "{}")}, m_server->random));
    const auto tag = header(serveCatalog(catalog, get()), "etag");
    QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
    for (const auto &sent : {tag, "W/" + tag, "\"old\", " + tag, QByteArray("*")}) {
        const auto response = serveCatalog(catalog, get(u"since_version=1"_s, sent));
        QCOMPARE(response.status, 304);
        QVERIFY(response.body.isEmpty());
        QCOMPARE(header(response, "etag"), tag);
    }
    QCOMPARE(serveCatalog(catalog, get(u"since_version=1"_s, "\"old\"")).status, 200);
    QVERIFY(catalog.replaceAll({row(u"1"_s, "{1}")}, m_server->random));
    QCOMPARE(serveCatalog(catalog, get(u"since_version=1"_s, tag)).status, 200);
}

void TestServeCatalog::saysHowCurrentItIs()
{
    auto &catalog = m_server->catalog();
    QVERIFY(catalog.replaceAll({row(u"1"_s, "{}")}, m_server->random));
    SyncNode hub(*m_restaurant, u"Hub"_s, NodeKind::Hub);
    QVERIFY(hub.catalog().applyPage(*catalog.changesSince(0, 10)));
    m_restaurant->clock.advance(2h);
    const auto atServer = serveCatalog(catalog, get());
    QCOMPARE(header(atServer, "saji-catalog-checked-ago"), "0");
    QCOMPARE(header(atServer, "saji-catalog-writer"), "yes");
    const auto atHub = serveCatalog(hub.catalog(), get());
    QCOMPARE(header(atHub, "saji-catalog-checked-ago"), "7200000");
    QCOMPARE(header(atHub, "saji-catalog-writer"), "");
}

void TestServeCatalog::withoutAMenuItSaysSo()
{
    const auto response = serveCatalog(m_server->catalog(), get());
    QCOMPARE(response.status, 404);
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value(u"error"_s).toObject().value(u"code"_s).toString(), u"no_catalog"_s);
}

void TestServeCatalog::refusesWhatIsNoQuestion_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("words") << u"since_version=newest"_s;
    QTest::newRow("negative") << u"since_version=-1"_s;
    QTest::newRow("huge") << u"since_version=99999999999999999999"_s;
    QTest::newRow("nothing") << u"limit=0"_s;
    QTest::newRow("no number") << u"limit="_s;
}

void TestServeCatalog::refusesWhatIsNoQuestion()
{
    QFETCH(const QString, query);
    QVERIFY(m_server->catalog().replaceAll({row(u"1"_s, "{}")}, m_server->random));
    QCOMPARE(serveCatalog(m_server->catalog(), get(query)).status, 400);
    auto post = get();
    post.method = "POST";
    const auto response = serveCatalog(m_server->catalog(), post);
    QCOMPARE(response.status, 405);
    QCOMPARE(header(response, "allow"), "GET, HEAD");
}

void TestServeCatalog::namesWithQuotesAreEscaped()
{
    const auto odd = u"sate \"padang\"\\\n\t\u00e9\U0001F35A"_s;
    QVERIFY(m_server->catalog().replaceAll({row(odd, "{}")}, m_server->random));
    const auto answer = QJsonDocument::fromJson(serveCatalog(m_server->catalog(), get()).body).object();
    QCOMPARE(answer.value(u"changes"_s).toArray().at(0).toObject().value(u"id"_s).toString(), odd);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestServeCatalog)
#include "tst_servecatalog.moc"
