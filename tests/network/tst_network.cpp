// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real programs, paired as in life, on a real LAN of network namespaces, with the faults of cables. SAJI_NETWORK_ROUNDS=5 plays each fault five times
// (`./run network`).
#include "premises.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds takeoverBudget{3000};
//! After three pings without a sound a link is dead, and within a second the screen knows what its engine knows.
constexpr Milliseconds alarmBudget{4000};
//! A hub that hears nobody is itself heard until it gives up: three pings, and then it is silent.
constexpr Milliseconds deafAlarmBudget{7000};
//! Everything that travels is there by then.
constexpr Milliseconds healsWithin{30'000};
//! 7.5 s, and what a busy machine needs.
constexpr Milliseconds meshGoesWithin{9'000};

int rounds()
{
    return std::max(1, qEnvironmentVariableIntValue("SAJI_NETWORK_ROUNDS"));
}

} // namespace

#define SAJI_VERIFY(result) \
    do { \
        const auto &outcome = (result); \
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail)); \
    } while (false)

class TestNetwork : public QObject
{
    Q_OBJECT

    std::unique_ptr<Premises> m_premises;
    QMap<QString, QList<qint64>> m_times; //!< by what happened: until the ticket was there
    QMap<QString, QList<qint64>> m_alarms; //!< and until the kitchen was told
    QElapsedTimer m_sinceHealed;

    //! An order at `kiosk` now, and how long it takes to the screen of the kitchen.
    void orderArrives(const QString &what, Milliseconds within, const QString &kiosk = u"kiosk1"_s, const QString &kitchen = u"kitchen1"_s)
    {
        QElapsedTimer timer;
        timer.start();
        const auto number = m_premises->order(kiosk);
        SAJI_VERIFY(number);
        const auto took = m_premises->timeToKitchen(kitchen, *number, std::max(within * 3, Milliseconds(10'000)));
        SAJI_VERIFY(took);
        m_times[what].append(timer.elapsed());
        QVERIFY2(timer.elapsed() <= within.count(), qPrintable(u"%1: %2 ms"_s.arg(what).arg(timer.elapsed())));
    }

    //! Breaks something; an order right after it, how long it takes to the screen of the kitchen, and how long until that rings.
    void orderArrivesAndTheKitchenRings(const QString &what, const std::function<void()> &breakIt, Milliseconds ringsWithin = alarmBudget)
    {
        SAJI_VERIFY(m_premises->waitUntilCalm(u"kitchen1"_s, healsWithin));
        const auto rings = m_premises->rings(u"kitchen1"_s);
        SAJI_VERIFY(rings);
        QElapsedTimer timer;
        breakIt();
        timer.start();
        const auto number = m_premises->order(u"kiosk1"_s);
        SAJI_VERIFY(number);
        const auto asked = timer.elapsed();
        const auto noticed = m_premises->timeToTicketAndAlarm(u"kitchen1"_s, *number, *rings, healsWithin);
        SAJI_VERIFY(noticed);
        noteAlarm(what, asked + noticed->alarm.count(), ringsWithin);
        m_times[what].append(asked + noticed->ticket.count());
        QVERIFY2(m_times[what].last() <= takeoverBudget.count(), qPrintable(u"%1: ticket after %2 ms"_s.arg(what).arg(m_times[what].last())));
    }

    void noteAlarm(const QString &what, qint64 took, Milliseconds within)
    {
        m_alarms[what].append(took);
        QVERIFY2(took <= within.count(), qPrintable(u"%1: alarm after %2 ms"_s.arg(what).arg(took)));
    }

    //! Both ways, with the hub as the middle.
    void isHealthy()
    {
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(healsWithin.count())) {
            const auto number = m_premises->order(u"kiosk2"_s);
            SAJI_VERIFY(number);
            const auto took = m_premises->timeToKitchen(u"kitchen2"_s, *number, healsWithin);
            SAJI_VERIFY(took);
            if (*took < 1000ms)
                return;
            QThread::msleep(500);
        }
        QFAIL("it does not heal");
    }

    void healAndSettle()
    {
        m_premises->lan().heal();
        isHealthy();
        m_sinceHealed.start();
    }

    //! The mesh of the last fault is gone: what comes now has to be taken over anew.
    void needsStar()
    {
        const auto left = std::chrono::milliseconds(meshGoesWithin).count() - m_sinceHealed.elapsed();
        QThread::msleep(ulong(std::max<qint64>(0, left)));
    }

    void printTable(const Premises::Verdict &verdict) const
    {
        const auto slowest = [](const QList<qint64> &times) { return times.isEmpty() ? u"-"_s : QString::number(std::ranges::max(times)); };
        qInfo("%-32s %3s %12s %12s   (slowest, by real programs with mutual TLS)", "fault", "n", "ticket ms", "alarm ms");
        QSet<QString> faults(m_times.keyBegin(), m_times.keyEnd());
        faults.unite(QSet<QString>(m_alarms.keyBegin(), m_alarms.keyEnd()));
        auto sorted = faults.values();
        sorted.sort();
        for (const auto &what : std::as_const(sorted)) {
            const auto count = std::max(m_times.value(what).size(), m_alarms.value(what).size());
            qInfo("%-32s %3lld %12s %12s", qPrintable(what), static_cast<long long>(count), qPrintable(slowest(m_times.value(what))),
                  qPrintable(slowest(m_alarms.value(what))));
        }
        qInfo("confirmed %lld, lost %lld, doubled %lld", static_cast<long long>(verdict.confirmed), static_cast<long long>(verdict.lost),
              static_cast<long long>(verdict.doubled));
    }

private slots:
    void initTestCase()
    {
        if (const auto why = Lan::hindrance(); !why.isEmpty())
            QSKIP(qPrintable(u"no LAN can be made here: "_s + why));
        m_premises = std::make_unique<Premises>();
        SAJI_VERIFY(m_premises->open());
        healAndSettle();
    }

    void cleanup()
    {
        if (m_premises && QTest::currentTestFailed()) {
            m_premises->keepLogs();
            qInfo("the programs' own words are in %s", qPrintable(m_premises->logs()));
        }
    }

    void everybodyFindsEachOtherWithoutAnAddress()
    {
        orderArrives(u"healthy"_s, 2000ms);
        orderArrives(u"healthy"_s, 2000ms, u"kiosk2"_s, u"kitchen2"_s);
    }

    // Each fault comes at some moment between two pings, and the order right after it: its time is the takeover's.

    void theHubsCableIsPulled()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            orderArrivesAndTheKitchenRings(u"the hub's cable is pulled"_s, [this] {
                m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
                m_premises->lan().setPlugged(m_premises->host(u"hub"_s), false);
            });
            orderArrives(u"... and later"_s, 1000ms, u"kiosk2"_s, u"kitchen2"_s);
            healAndSettle();
        }
    }

    void everyThirdFrameOfAKitchensWiFiIsLost()
    {
        for (int i = 0; i < rounds(); ++i) {
            m_premises->lan().setLoss(m_premises->host(u"kitchen1"_s), 30);
            for (int order = 0; order < 10; ++order)
                orderArrives(u"30 % loss"_s, 20s);
            QVERIFY(m_premises->lan().dropped() > 10);
            healAndSettle();
        }
    }

    void theHubsHostIsGone()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            orderArrivesAndTheKitchenRings(u"the hub's program is killed"_s, [this] {
                m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
                m_premises->kill(u"hub"_s);
            });
            SAJI_VERIFY(m_premises->start(u"hub"_s));
            healAndSettle();
        }
    }

    void theHubsProgramIsFrozen()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            orderArrivesAndTheKitchenRings(u"the hub's program is frozen"_s, [this] {
                m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
                m_premises->setFrozen(u"hub"_s, true);
            });
            m_premises->setFrozen(u"hub"_s, false);
            healAndSettle();
        }
    }

    void aKitchensOwnCableIsPulled()
    {
        for (int i = 0; i < rounds(); ++i) {
            SAJI_VERIFY(m_premises->waitUntilCalm(u"kitchen1"_s, healsWithin));
            const auto rings = m_premises->rings(u"kitchen1"_s);
            SAJI_VERIFY(rings);
            QElapsedTimer timer;
            timer.start();
            m_premises->lan().setPlugged(m_premises->host(u"kitchen1"_s), false);
            const auto noticed = m_premises->timeToTicketAndAlarm(u"kitchen1"_s, {}, *rings, healsWithin);
            SAJI_VERIFY(noticed);
            noteAlarm(u"the kitchen's cable is pulled"_s, timer.elapsed(), alarmBudget);
            const auto missed = m_premises->order(u"kiosk1"_s);
            SAJI_VERIFY(missed);
            m_premises->lan().heal();
            SAJI_VERIFY(m_premises->timeToKitchen(u"kitchen1"_s, *missed, healsWithin));
            healAndSettle();
        }
    }

    void aKitchensWiFiTakesThreeHundredMilliseconds()
    {
        for (int i = 0; i < rounds(); ++i) {
            m_premises->lan().setDelay(m_premises->host(u"kitchen1"_s), 300ms);
            QThread::sleep(2);
            for (int order = 0; order < 3; ++order)
                orderArrives(u"300 ms delay"_s, 3000ms);
            healAndSettle();
        }
    }

    void theHubHearsAndIsNotHeard()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            orderArrivesAndTheKitchenRings(u"the hub is not heard"_s, [this] {
                m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
                m_premises->lan().setDumb(m_premises->host(u"hub"_s), true);
            });
            healAndSettle();
        }
    }

    void theLanFallsIntoTwoAndHeals()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            for (const auto &name : {u"kiosk2"_s, u"kitchen2"_s})
                m_premises->lan().setSide(m_premises->host(name), 1);
            orderArrives(u"the side with the hub"_s, takeoverBudget);
            orderArrives(u"the side without"_s, takeoverBudget, u"kiosk2"_s, u"kitchen2"_s);
            const auto across = m_premises->order(u"kiosk2"_s);
            SAJI_VERIFY(across);
            m_premises->lan().heal();
            const auto took = m_premises->timeToKitchen(u"kitchen1"_s, *across, healsWithin);
            SAJI_VERIFY(took);
            m_times[u"across, after healing"_s].append(took->count());
            healAndSettle();
        }
    }

    void theHubIsHeardAndHearsNobody()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            orderArrivesAndTheKitchenRings(u"the hub hears nobody"_s, [this] {
                m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
                m_premises->lan().setDeaf(m_premises->host(u"hub"_s), true);
            }, deafAlarmBudget);
            healAndSettle();
        }
    }

    void theHubGetsAnotherAddressByDhcp()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
            SAJI_VERIFY(m_premises->host(u"hub"_s).setAddress(u"10.77.0.%1"_s.arg(100 + i)));
            orderArrives(u"the hub's address changes"_s, takeoverBudget);
            healAndSettle();
        }
    }

    void aKioskGetsAnotherAddressByDhcp()
    {
        for (int i = 0; i < rounds(); ++i) {
            needsStar();
            SAJI_VERIFY(m_premises->host(u"kiosk1"_s).setAddress(u"10.77.0.%1"_s.arg(150 + i)));
            orderArrives(u"the kiosk's address changes"_s, 5000ms);
            healAndSettle();
        }
    }

    void oneOfTwoHubsDies()
    {
        SAJI_VERIFY(m_premises->addHub(u"hub2"_s, {u"--plain-http"_s}));
        QThread::sleep(4);
        for (int i = 0; i < rounds(); ++i) {
            m_premises->lan().setPlugged(m_premises->host(u"server"_s), false);
            m_premises->lan().setPlugged(m_premises->host(u"hub"_s), false);
            orderArrives(u"one of two hubs is gone"_s, 1000ms);
            healAndSettle();
            QThread::sleep(2);
        }
    }

    void aWebClientOfAnotherMachineIsAnsweredWithoutTlsOnlyWhereThatIsAllowed()
    {
        const auto token = m_premises->makeToken(u"orders:read"_s);
        SAJI_VERIFY(token);
        QCOMPARE(m_premises->askPlainly(u"kitchen1"_s, u"hub"_s, *token), 403);
        QCOMPARE(m_premises->askPlainly(u"kitchen1"_s, u"hub2"_s, *token), 200); // --plain-http
        QCOMPARE(m_premises->askPlainly(u"kitchen1"_s, u"hub2"_s, {}), 401);
    }

    void nothingIsLostAndNothingDoubled()
    {
        // Everybody has everything, then the disks are read.
        QThread::sleep(5);
        SAJI_VERIFY(m_premises->stopAll());
        const auto verdict = m_premises->judge();
        SAJI_VERIFY(verdict);
        printTable(*verdict);
        QCOMPARE(verdict->remarks.join(u'\n'), QString());
        QVERIFY(verdict->confirmed > 10);
        QCOMPARE(verdict->lost, 0);
        QCOMPARE(verdict->doubled, 0);
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
