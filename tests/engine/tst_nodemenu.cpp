// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

Menu::Parts dearer(qint64 price)
{
    auto p = parts();
    p.products[0].price = rupiah(price);
    return p;
}

Money priceAt(const Resident &resident)
{
    const auto *product = resident.menu.menu ? resident.menu.menu->product(sotoAyam) : nullptr;
    return product ? product->price : Money();
}

QString fileOf(const House &house, const QString &name)
{
    return QDir(house.folder.filePath(name)).filePath(u"saji.db"_s);
}

} // namespace

//! The menu in a whole house: what kitchens have run out of, what was restored, what the restaurant has set.
class TestNodeMenu : public QObject
{
    Q_OBJECT

private slots:
    void theKitchenSeesWhichKiosksHaveNotStopped()
    {
        House house;
        house.furnish();
        auto &kitchen = house[u"kitchen"_s];
        const auto own = [&] { return soldOutDigest(kitchen.menu.soldOut); };
        const auto kioskStopped = [&] { return kitchen.peer(u"kiosk"_s).soldOut == own(); };
        QVERIFY(house.passUntil(kioskStopped)); // nothing has run out, and the kiosk says so
        house.network.setDown(u"kiosk"_s);
        kitchen.node().menu().setSoldOut(sotoAyam, true);
        house.pass(5s);
        QVERIFY(kitchen.menu.soldOut.contains(sotoAyam));
        QVERIFY(!kioskStopped()); // it is cut off, and sells on
        QVERIFY(house[u"kiosk"_s].menu.sells(sotoAyam));
        house.network.setDown(u"kiosk"_s, false);
        QVERIFY(house.passUntil(kioskStopped, 60s));
        QVERIFY(!house[u"kiosk"_s].menu.sells(sotoAyam));
    }

    void aServerRestoredFromABackupIsFollowedByEveryDevice()
    {
        House house;
        house.furnish();
        auto &server = house[u"server"_s];
        auto &kiosk = house[u"kiosk"_s];
        house.setMenu(server, dearer(30'000));
        QVERIFY(house.passUntil([&] { return priceAt(kiosk) == rupiah(30'000); }));
        server.stop();
        QVERIFY(QFile::copy(fileOf(house, u"server"_s), house.folder.filePath(u"copy.db"_s)));
        server.start();
        house.setMenu(server, dearer(99'000));
        QVERIFY(house.passUntil([&] { return priceAt(kiosk) == rupiah(99'000) && priceAt(house[u"hub"_s]) == rupiah(99'000); }, 60s));
        const auto epoch = server.node().catalog().version().epoch;
        server.stop();
        QVERIFY(QFile::remove(fileOf(house, u"server"_s)));
        QVERIFY(QFile::copy(house.folder.filePath(u"copy.db"_s), fileOf(house, u"server"_s)));
        server.start();
        const auto everywhere = [&] { return priceAt(kiosk) == rupiah(30'000) && priceAt(house[u"hub"_s]) == rupiah(30'000); };
        QVERIFY(house.passUntil(everywhere, 120s));
        // The server has heard that others have more of its history than it does, and begins a new one.
        QVERIFY(server.node().catalog().version().epoch != epoch);
        QVERIFY(house.passUntil([&] { return kiosk.node().catalog().version() == server.node().catalog().version(); }, 60s));
        QCOMPARE(kiosk.node().catalog().digest(), server.node().catalog().digest());
    }

    void aMenuThatIsGivenANewVersionIsPulledAgain()
    {
        House house;
        house.furnish();
        auto &server = house[u"server"_s];
        auto &kiosk = house[u"kiosk"_s];
        SeededRandom random(5);
        const auto changes = server.node().catalog().invalidate(u"product"_s, random);
        QVERIFY(changes);
        QCOMPARE(*changes, 4);
        server.node().catalogWritten();
        QVERIFY(house.passUntil([&] { return kiosk.node().catalog().version() == server.node().catalog().version(); }, 10s));
    }

    void aWrongCacheIsRefusedWithWords_data()
    {
        QTest::addColumn<QString>("lists");
        QTest::addColumn<QString>("pictures");
        QTest::newRow("pictures") << QString() << u"for ever"_s;
        QTest::newRow("lists") << u"1h"_s << QString();
    }

    void aWrongCacheIsRefusedWithWords()
    {
        QFETCH(const QString, lists);
        QFETCH(const QString, pictures);
        House house;
        NodeOptions options;
        options.dataFolder = house.folder.filePath(u"odd"_s);
        options.store = u"pasar-saji"_s;
        options.listCache = lists;
        options.pictureCache = pictures;
        SeededRandom random(1);
        World world{house.clock, house.scheduler, random, {}, {}, {}};
        const auto node = Node::open(options, world);
        QVERIFY(!node);
        QCOMPARE(node.error().code, ErrorCode::InvalidArgument);
        QVERIFY(node.error().detail.contains(u"30d/500"_s));
    }
};

QTEST_GUILESS_MAIN(TestNodeMenu)
#include "tst_nodemenu.moc"
