// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <transport/loopback.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! Not a week, for the sake of the pings of open links.
constexpr auto keptFor = 1min;

Result<int> trim(SyncNode &node)
{
    TrimPolicy policy;
    policy.keepFor = keptFor;
    return node.log().trim(policy);
}

//! What there still is, without an order.
QByteArrayList keptBy(const SyncNode &node)
{
    QByteArrayList kept;
    const auto events = node.log().since(0, 10'000);
    for (const auto &logged : events ? *events : QList<LoggedEvent>())
        kept.append(logged.event.payload);
    std::sort(kept.begin(), kept.end());
    return kept;
}

} // namespace

//! Peers that lack what others have trimmed (docs/protocol.md section 1).
class TestTrimmedLog : public QObject
{
    Q_OBJECT

private slots:
    void aNewcomerGoesOnFromTheFloor();
    void whoHasTheWholeLogIsToldOfNoFloor();
    void aServerTakesNoFloor();
    void nobodyGivesUpWhatHeWroteHimself();
    void whatIsTrimmedWhileALinkIsOpenIsToldToo();

private:
    void meet(Restaurant &restaurant, SyncNode &one, SyncNode &other, int times = 4);
    //! A hub with `old` trimmed and `young` kept events of a kiosk, all of them at the server.
    void fill(Restaurant &restaurant, SyncNode &kiosk, SyncNode &hub, SyncNode &server, int old, int young);
};

void TestTrimmedLog::meet(Restaurant &restaurant, SyncNode &one, SyncNode &other, int times)
{
    for (int i = 0; i < times; ++i) {
        const auto ends = makeLoopback(restaurant.scheduler, u"one"_s, u"other"_s);
        SyncSession first(one.context(), ends.first);
        SyncSession second(other.context(), ends.second);
        restaurant.scheduler.advance(2s);
    }
}

void TestTrimmedLog::fill(Restaurant &restaurant, SyncNode &kiosk, SyncNode &hub, SyncNode &server, int old, int young)
{
    const auto before = int(kiosk.log().ownSeq());
    for (int i = 1; i <= old; ++i)
        kiosk.append("old " + QByteArray::number(i));
    meet(restaurant, kiosk, hub);
    meet(restaurant, hub, server);
    restaurant.scheduler.advance(keptFor + 1s);
    for (int i = 1; i <= young; ++i)
        kiosk.append("young " + QByteArray::number(i));
    meet(restaurant, kiosk, hub);
    meet(restaurant, hub, server);
    QVERIFY(hub.log().rememberPeer(NodeKind::Server, server.log().have()));
    const auto trimmed = trim(hub);
    QVERIFY(trimmed);
    QCOMPARE(*trimmed, before + old);
}

void TestTrimmedLog::aNewcomerGoesOnFromTheFloor()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server), newcomer(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    fill(restaurant, kiosk, hub, server, 50, 7);
    meet(restaurant, hub, newcomer, 1);
    QCOMPARE(newcomer.log().have(), hub.log().have());
    QCOMPARE(keptBy(newcomer), keptBy(hub));
    QCOMPARE(keptBy(newcomer).size(), 7);
    QCOMPARE(newcomer.log().floor(), hub.log().floor());
    // It goes on like everybody, and hands the floor on.
    kiosk.append("next");
    meet(restaurant, kiosk, newcomer, 1);
    QVERIFY(keptBy(newcomer).contains("next"));
    SyncNode second(restaurant, u"Dapur 2"_s, NodeKind::Kitchen);
    meet(restaurant, newcomer, second, 1);
    QCOMPARE(second.log().have(), newcomer.log().have());
}

void TestTrimmedLog::whoHasTheWholeLogIsToldOfNoFloor()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server), kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    fill(restaurant, kiosk, hub, server, 20, 3);
    meet(restaurant, server, kitchen, 1);
    QCOMPARE(keptBy(kitchen).size(), 23);
    meet(restaurant, hub, kitchen, 1);
    QCOMPARE(keptBy(kitchen).size(), 23); // nothing of it is given up for a neighbour's floor
    QVERIFY(kitchen.log().floor().isEmpty());
}

void TestTrimmedLog::aServerTakesNoFloor()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server), fresh(restaurant, u"Server baru"_s, NodeKind::Server);
    fill(restaurant, kiosk, hub, server, 20, 3);
    hub.append("the hub's own");
    meet(restaurant, hub, fresh, 1);
    QCOMPARE(keptBy(fresh), QByteArrayList{"the hub's own"}); // what it can take arrives; the rest waits for who has it all
    meet(restaurant, kiosk, fresh, 1);
    QCOMPARE(keptBy(fresh).size(), 24);
    QVERIFY(fresh.log().floor().isEmpty());
}

void TestTrimmedLog::nobodyGivesUpWhatHeWroteHimself()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    QTemporaryDir backup;
    kiosk.append("before the backup");
    kiosk.close();
    kiosk.backUpTo(backup.path());
    kiosk.restart();
    fill(restaurant, kiosk, hub, server, 20, 3);
    kiosk.close();
    kiosk.restoreFrom(backup.path());
    kiosk.restart();
    meet(restaurant, kiosk, hub);
    // The hub cannot give all of its past back; the server can, and nothing is skipped meanwhile.
    meet(restaurant, kiosk, server);
    QCOMPARE(kiosk.log().have(), server.log().have());
    QCOMPARE(keptBy(kiosk), keptBy(server));
}

void TestTrimmedLog::whatIsTrimmedWhileALinkIsOpenIsToldToo()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server), kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    fill(restaurant, kiosk, hub, server, 20, 30);
    const auto ends = makeLoopback(restaurant.scheduler, u"one"_s, u"other"_s);
    SyncSession first(hub.context(), ends.first);
    SyncSession second(kitchen.context(), ends.second);
    restaurant.scheduler.advance(keptFor + 1s);
    QVERIFY(*trim(hub) > 0);
    kiosk.append("next");
    meet(restaurant, kiosk, hub, 1);
    restaurant.scheduler.advance(2s);
    QCOMPARE(kitchen.log().have(), hub.log().have());
    QVERIFY(keptBy(kitchen).contains("next"));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestTrimmedLog)
#include "tst_trimmedlog.moc"
