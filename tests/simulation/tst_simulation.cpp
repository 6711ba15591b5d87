// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/box.h>
#include <simulation/simulator.h>

#include <QProcess>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimulation : public QObject
{
    Q_OBJECT

private slots:
    void noPromiseIsBroken_data()
    {
        QTest::addColumn<quint64>("seed");
        // Seeds that others have not run: ./run simulate begins at 1.
        for (quint64 seed = 900'001; seed <= 900'030; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }

    void noPromiseIsBroken()
    {
        QFETCH(quint64, seed);
        QCOMPARE(simulate(seed, {20s, 1}).violations.join(u'\n'), QString());
    }

    void whatOnceBrokeStaysWhole_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::newRow("a killed process leaves in the log what it could not sync, then the power goes") << quint64(50'630);
        QTest::newRow("the menu changes while two devices say hello") << quint64(50'188);
        QTest::newRow("a device whose disk is full is dialled by those it dials") << quint64(5'215);
        QTest::newRow("a damaged store on a disk that is read-only begins anew") << quint64(3'238);
    }

    void whatOnceBrokeStaysWhole()
    {
        QFETCH(quint64, seed);
        QCOMPARE(simulate(seed, SimulationSettings()).violations.join(u'\n'), QString());
    }

    void theSameSeedGivesTheSameBytesInAnotherProcess()
    {
        const auto output = [](quint64 seed) {
            QProcess program;
            program.start(QString::fromUtf8(SAJI_SIMULATE), {u"--seed"_s, QString::number(seed), u"--minutes"_s, u"0.3"_s});
            return program.waitForFinished(120'000) && program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray();
        };
        const auto first = output(7);
        QVERIFY(first.contains("digest "));
        QCOMPARE(output(7), first);
        // ... where devices find each other, too.
        QCOMPARE(output(1003), output(1003));
        QVERIFY(output(8) != first);
    }

    void theSameSeedGivesTheSameBytes()
    {
        const auto first = simulateAndDigest(3, drawPlan(3, 30s));
        const auto second = simulateAndDigest(3, drawPlan(3, 30s));
        QCOMPARE(second.first.trace, first.first.trace);
        QCOMPARE(second.second, first.second);
        QVERIFY(simulateAndDigest(4, drawPlan(4, 30s)).second != first.second);
    }

    void aQuietLunchConfirmsEveryOrder()
    {
        const auto outcome = simulate(5, {60s, 0});
        QCOMPARE(outcome.violations.join(u'\n'), QString());
        QCOMPARE(outcome.deaths, 0);
        QVERIFY(outcome.confirmed > 5);
        QCOMPARE(outcome.gone, 0);
    }

    void aMachineThatLosesItsPowerBootsAnewHoweverItLostIt_data()
    {
        QTest::addColumn<bool>("atWrite");
        QTest::addColumn<bool>("powerCut");
        QTest::newRow("power cut") << false << true;
        QTest::newRow("power cut at a write") << true << true;
        QTest::newRow("killed") << false << false;
        QTest::newRow("killed at a write") << true << false;
    }

    void aMachineThatLosesItsPowerBootsAnewHoweverItLostIt()
    {
        QFETCH(bool, atWrite);
        QFETCH(bool, powerCut);
        Restaurant restaurant;
        Ledger ledger;
        NodeOptions options;
        options.kind = NodeKind::Server;
        options.store = u"pasar-saji"_s;
        auto &device = restaurant.add(u"server"_s, options);
        Box box(device, restaurant, ledger, 1);
        QVERIFY(box.switchOn());
        const auto boot = device.clock.bootId();
        if (atWrite) {
            box.disk().dieAtOperation(1, powerCut);
            QVERIFY(!device.node().log().write([](LogWriter &writer) -> Result<void> {
                const auto event = writer.append(u"a.note"_s, "x");
                return event ? Result<void>() : event.error();
            }));
        } else if (powerCut) {
            box.disk().cutPower();
        } else {
            box.disk().killProcess();
        }
        QVERIFY(box.disk().isDead());
        box.switchOff();
        QCOMPARE(device.clock.bootId() != boot, powerCut);
        QVERIFY(box.switchOn());
        QCOMPARE(device.clock.bootId() != boot, powerCut);
        QCOMPARE(ledger.violations(), QStringList());
    }

    void timeThatDoesNotGoOnIsNoticed()
    {
        Restaurant restaurant;
        std::function<void()> again = [&] { restaurant.scheduler().after(Milliseconds(0), again); };
        restaurant.pass(1s);
        QVERIFY(!restaurant.standsStill());
        again();
        restaurant.pass(1s);
        QVERIFY(restaurant.standsStill());
        QVERIFY(!restaurant.passUntil([] { return true; }));
    }

    void aPlanIsShrunkToWhatIsNeeded()
    {
        // A kiosk whose disk alone had the order, thrown away: the ledger says so, and nothing breaks.
        const Plan plan{{100ms, Happening::LineDown, 0, 0, 0}, {200ms, Happening::Order, 0, 1, 0}, {1s, Happening::Order, 0, 2, 0}};
        QCOMPARE(simulate(6, plan).violations.join(u'\n'), QString());
    }
};

int main(int argc, char **argv)
{
    prepareSimulation();
    QCoreApplication app(argc, argv);
    TestSimulation test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_simulation.moc"
