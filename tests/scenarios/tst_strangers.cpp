// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/smallmenu.h>
#include <restaurant/verify.h>

#include <store/eventlog.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NodeOptions kioskOf(const QString &store)
{
    NodeOptions options;
    options.kind = NodeKind::Kiosk;
    options.name = u"stranger"_s;
    options.store = store;
    options.deviceCode = u"Z"_s;
    options.server = QUrl(u"http://server"_s);
    options.hub = QUrl(u"http://hub"_s);
    return options;
}

} // namespace

class TestStrangers : public QObject
{
    Q_OBJECT

private slots:
    void aPeerOfAnotherStoreIsRefusedInWordsAndNothingCrosses()
    {
        Restaurant restaurant;
        restaurant.furnish();
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        auto &stranger = restaurant.add(u"stranger"_s, kioskOf(u"kantin-lain"_s));
        QVERIFY(stranger.switchOn());
        restaurant.pass(2min);
        QVERIFY(stranger.sync.mode == SyncMode::Disconnected);
        QVERIFY(!stranger.sync.peers.isEmpty());
        for (const auto &peer : stranger.sync.peers) {
            QVERIFY(peer.cause == SyncCause::WrongStore);
            QVERIFY2(peer.detail.contains(u"pasar-saji"_s) || peer.detail.contains(u"kantin-lain"_s), qPrintable(peer.detail));
        }
        QCOMPARE(stranger.node().log().lastArrival(), qint64(0));
        QVERIFY2(stranger.menu.menu->isEmpty(), "a stranger's menu is not sold from");
        stranger.switchOff();
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aFolderOfAnotherStoreIsNotOpened()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        kiosk.switchOff();
        kiosk.options().store = u"kantin-lain"_s;
        QVERIFY(!kiosk.switchOn());
        QVERIFY(kiosk.openError->code == ErrorCode::WrongStore);
        QVERIFY2(kiosk.openError->detail.contains(u"pasar-saji"_s), qPrintable(kiosk.openError->detail));
        kiosk.options().store = u"pasar-saji"_s;
        QVERIFY(kiosk.switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aServerWithoutAMenuTurnsDevicesAwayAndTheirOrdersWait()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"server"_s).switchOff();
        restaurant.device(u"hub"_s).switchOff();
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        // A new server in the place of the old one, not yet set up.
        auto &server = restaurant.device(u"server"_s);
        QVERIFY(QDir(restaurant.folder(u"server"_s)).removeRecursively());
        server.options().store.clear();
        QVERIFY(server.switchOn());
        restaurant.pass(1min);
        QCOMPARE(server.node().log().lastArrival(), qint64(0));
        QVERIFY(restaurant.device(u"kiosk"_s).sync.pending > 0);
        server.switchOff();
        server.options().store = u"pasar-saji"_s;
        QVERIFY(server.switchOn());
        restaurant.importMenu(smallMenuFile());
        QVERIFY(restaurant.device(u"hub"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(restaurant.device(u"kiosk"_s).sync.pending, quint64(0));
    }

    void randomBytesEndTheirLinkAndNothingElse()
    {
        Restaurant restaurant;
        restaurant.furnish();
        SeededRandom random(7);
        for (int i = 0; i < 50; ++i) {
            auto dialer = restaurant.network().dialer(u"stranger"_s, i % 2 ? u"hub"_s : u"server"_s);
            std::shared_ptr<Link> link;
            dialer->dial([&](const Result<std::shared_ptr<Link>> &answer) { link = answer.value_or(nullptr); });
            QVERIFY(restaurant.passUntil([&] { return link != nullptr; }, 1s));
            QByteArray noise(qsizetype(random.below(2000)), Qt::Uninitialized);
            for (auto &byte : noise)
                byte = char(random.next());
            link->send(noise);
            QVERIFY(restaurant.passUntil([&] { return !link->isOpen(); }, 1min));
        }
        QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
        VERIFY_EQUAL_WORLDS(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
