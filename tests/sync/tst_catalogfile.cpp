// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/catalogfile.h>
#include <sync/catalogpuller.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

CatalogRow store(const QString &code)
{
    return {u"store"_s, code, 0, false, "{\"code\":\"" + code.toUtf8() + "\"}"};
}

CatalogRow product(int id, const QByteArray &price)
{
    return {u"product"_s, QString::number(id), 0, false, "{\"price\":" + price + "}"};
}

QList<CatalogRow> world(SyncNode &node)
{
    return node.catalog().changesSince(0, 1'000'000)->changes;
}

} // namespace

//! What a device sells can be kept in a file and put back, with its place in the history.
class TestCatalogFile : public QObject
{
    Q_OBJECT

    Restaurant m_restaurant;
    SyncNode m_server{m_restaurant, u"Server"_s, NodeKind::Server};

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.catalog().change({store(u"pasar-saji"_s), product(1, "1"), product(2, "1"), product(3, "\"a \\\"b\\\"\"")}, m_server.random));
        QVERIFY(m_server.catalog().change({product(1, "2"), {u"product"_s, u"2"_s, 0, true, {}}}, m_server.random));
    }

    void whatWasKeptComesBackAsItWas()
    {
        const auto file = catalogFile(m_server.catalog());
        QVERIFY(file);
        SyncNode kiosk(m_restaurant, u"Kios A"_s, NodeKind::Kiosk);
        QVERIFY(restoreCatalogFile(*file, kiosk.catalog(), kiosk.random));
        QCOMPARE(world(kiosk), world(m_server));
        QCOMPARE(kiosk.catalog().version(), m_server.catalog().version());
        QCOMPARE(kiosk.catalog().digest(), m_server.catalog().digest());
        QVERIFY(!kiosk.catalog().checkedAgo()); // nobody has asked the server yet
        QCOMPARE(*catalogFile(kiosk.catalog()), *file);
        kiosk.restart();
        QCOMPARE(world(kiosk), world(m_server));
    }

    void theNextPullBringsOnlyWhatIsNewer()
    {
        const auto file = catalogFile(m_server.catalog());
        SyncNode kiosk(m_restaurant, u"Kios A"_s, NodeKind::Kiosk);
        QVERIFY(restoreCatalogFile(*file, kiosk.catalog(), kiosk.random));
        QVERIFY(m_server.catalog().change({product(7, "7")}, m_server.random));
        QString query;
        m_restaurant.board.serve(u"server"_s, [&](const HttpRequest &request, const HttpAnswer &answer) {
            query = request.query.toString();
            answer(serveCatalog(m_server.catalog(), request));
        });
        CatalogPuller puller(kiosk.catalog(), kiosk.clock, m_restaurant.scheduler, kiosk.random);
        puller.addSource(u"server"_s, m_restaurant.board.httpClient(u"kiosk"_s, u"server"_s));
        m_restaurant.scheduler.advance(1s);
        QVERIFY2(query.contains(u"since_version=6"_s), qPrintable(query));
        QCOMPARE(world(kiosk), world(m_server));
    }

    void anOlderFileGoesBackAndThePullForward()
    {
        const auto file = catalogFile(m_server.catalog());
        SyncNode kiosk(m_restaurant, u"Kios A"_s, NodeKind::Kiosk);
        QVERIFY(m_server.catalog().change({product(9, "9")}, m_server.random));
        QVERIFY(restoreCatalogFile(*catalogFile(m_server.catalog()), kiosk.catalog(), kiosk.random));
        QVERIFY(restoreCatalogFile(*file, kiosk.catalog(), kiosk.random));
        QVERIFY(kiosk.catalog().version().version < m_server.catalog().version().version);
    }

    void atTheServerItIsAnEdit()
    {
        const auto file = catalogFile(m_server.catalog());
        const auto before = m_server.catalog().version();
        QVERIFY(restoreCatalogFile(*file, m_server.catalog(), m_server.random));
        QCOMPARE(m_server.catalog().version(), before); // nothing differs
        QVERIFY(m_server.catalog().change({product(1, "99"), product(50, "1")}, m_server.random));
        QVERIFY(restoreCatalogFile(*file, m_server.catalog(), m_server.random));
        QCOMPARE(m_server.catalog().version().epoch, before.epoch);
        QCOMPARE(m_server.catalog().version().version, before.version + 4); // two edits, and two to take them back
    }

    void whatIsNoSuchFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        const auto whole = *catalogFile(m_server.catalog());
        const auto row = [](const char *name, const QByteArray &file, ErrorCode code) { QTest::newRow(name) << file << int(code); };
        row("nothing", {}, ErrorCode::Malformed);
        row("a menu", "{\"format\": \"saji-menu/1\"}", ErrorCode::UnsupportedVersion);
        row("half", whole.left(whole.size() / 2), ErrorCode::Malformed);
        auto changed = whole;
        changed.replace("{\"price\":2}", "{\"price\":3}");
        row("a price of somebody's own", changed, ErrorCode::Malformed);
        auto other = whole;
        other.replace("pasar-saji", "pasar-lain");
        row("another store's", other, ErrorCode::WrongStore);
    }
    void whatIsNoSuchFileChangesNothing()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, code);
        SyncNode kiosk(m_restaurant, u"Kios A"_s, NodeKind::Kiosk);
        QVERIFY(restoreCatalogFile(*catalogFile(m_server.catalog()), kiosk.catalog(), kiosk.random));
        const auto before = world(kiosk);
        const auto done = restoreCatalogFile(file, kiosk.catalog(), kiosk.random);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), code);
        QCOMPARE(world(kiosk), before);
    }

    void withoutACatalogThereIsNothingToKeep()
    {
        SyncNode kiosk(m_restaurant, u"Kios A"_s, NodeKind::Kiosk);
        QCOMPARE(catalogFile(kiosk.catalog()).error().code, ErrorCode::NotFound);
    }
};

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestCatalogFile)
#include "tst_catalogfile.moc"
