// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/manualscheduler.h>
#include <transport/loopback.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

CloseReason closeReason(const QSignalSpy &spy)
{
    return spy.at(0).at(0).value<CloseReason>();
}

} // namespace

class TestLoopback : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock.emplace();
        m_scheduler.emplace(*m_clock);
        std::tie(m_kiosk, m_hub) = makeLoopback(*m_scheduler, u"kiosk-1"_s, u"hub"_s);
    }

    void cleanup()
    {
        m_kiosk.reset();
        m_hub.reset();
    }

    void eachEndNamesTheOther()
    {
        QCOMPARE(m_kiosk->peerName(), u"hub"_s);
        QCOMPARE(m_hub->peerName(), u"kiosk-1"_s);
        QVERIFY(m_kiosk->kind() == LinkKind::Loopback);
        QVERIFY(m_kiosk->isOpen() && m_hub->isOpen());
    }

    void framesArriveInOrderAndNeverFromInsideSend()
    {
        QSignalSpy received(m_hub.get(), &Link::received);
        for (int i = 0; i < 100; ++i)
            m_kiosk->send(QByteArray::number(i));
        QCOMPARE(received.size(), 0);
        m_scheduler->runUntilIdle();
        QCOMPARE(received.size(), 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(received.at(i).at(0).toByteArray(), QByteArray::number(i));
    }

    void answersFromInsideReceivedTravelToo()
    {
        QByteArrayList heard;
        connect(m_hub.get(), &Link::received, this, [this](const QByteArray &frame) { m_hub->send("re: " + frame); });
        connect(m_kiosk.get(), &Link::received, this, [&](const QByteArray &frame) { heard.append(frame); });
        m_kiosk->send("a");
        m_kiosk->send("");
        m_scheduler->runUntilIdle();
        QCOMPARE(heard, (QByteArrayList{"re: a", "re: "}));
    }

    void aSlowLineDelaysButKeepsTheOrder()
    {
        auto [a, b] = makeLoopback(*m_scheduler, u"a"_s, u"b"_s, LinkKind::WebSocket, 200ms);
        QVERIFY(a->kind() == LinkKind::WebSocket);
        QSignalSpy received(b.get(), &Link::received);
        a->send("1");
        m_scheduler->advance(100ms);
        a->send("2");
        m_scheduler->advance(99ms);
        QCOMPARE(received.size(), 0);
        m_scheduler->advance(1ms);
        QCOMPARE(received.size(), 1);
        m_scheduler->advance(100ms);
        QCOMPARE(received.size(), 2);
    }

    void backlogIsWhatHasNotArrivedAndDrainedSaysSo()
    {
        QSignalSpy drained(m_kiosk.get(), &Link::drained);
        m_kiosk->send(QByteArray(1000, 'x'));
        m_kiosk->send(QByteArray(500, 'x'));
        QCOMPARE(m_kiosk->backlog(), 1500);
        QCOMPARE(m_hub->backlog(), 0);
        m_scheduler->runUntilIdle();
        QCOMPARE(m_kiosk->backlog(), 0);
        QVERIFY(drained.size() > 0);
    }

    void whatWasSentBeforeTheCloseArrivesBeforeIt()
    {
        QList<int> order;
        connect(m_hub.get(), &Link::received, this, [&] { order.append(1); });
        connect(m_hub.get(), &Link::closed, this, [&] { order.append(2); });
        QSignalSpy closedThere(m_hub.get(), &Link::closed);
        QSignalSpy closedHere(m_kiosk.get(), &Link::closed);
        m_kiosk->send("last words");
        m_kiosk->close({CloseCode::WrongStore, u"another restaurant"_s});
        QVERIFY(!m_kiosk->isOpen());
        m_scheduler->runUntilIdle();
        QCOMPARE(order, (QList<int>{1, 2}));
        QVERIFY(!m_hub->isOpen());
        QVERIFY(closeReason(closedThere).code == CloseCode::WrongStore);
        QCOMPARE(closeReason(closedThere).text, u"another restaurant"_s);
        QVERIFY(closeReason(closedHere).code == CloseCode::WrongStore);
    }

    void closedComesOnceAndNothingAfterIt()
    {
        QSignalSpy closedHere(m_kiosk.get(), &Link::closed);
        QSignalSpy closedThere(m_hub.get(), &Link::closed);
        QSignalSpy receivedHere(m_kiosk.get(), &Link::received);
        m_hub->send("on its way");
        m_kiosk->close({CloseCode::Normal, {}});
        m_kiosk->close({CloseCode::Protocol, {}});
        m_kiosk->send("ignored");
        m_hub->send("ignored");
        m_scheduler->runUntilIdle();
        m_hub->close({CloseCode::Normal, {}});
        m_scheduler->runUntilIdle();
        QCOMPARE(closedHere.size(), 1);
        QCOMPARE(closedThere.size(), 1);
        QCOMPARE(receivedHere.size(), 0);
        QCOMPARE(m_kiosk->backlog(), 0);
    }

    void aFrameThatIsTooLargeEndsTheLink()
    {
        QSignalSpy received(m_hub.get(), &Link::received);
        QSignalSpy closedHere(m_kiosk.get(), &Link::closed);
        m_kiosk->send(QByteArray(Link::maxFrameBytes, 'x'));
        m_scheduler->runUntilIdle();
        QCOMPARE(received.size(), 1);
        m_kiosk->send(QByteArray(Link::maxFrameBytes + 1, 'x'));
        m_scheduler->runUntilIdle();
        QCOMPARE(received.size(), 1);
        QVERIFY(closeReason(closedHere).code == CloseCode::TooLarge);
        QVERIFY(!m_hub->isOpen());
    }

    void anEndThatGoesWithoutAWordLeavesTheOtherAbnormallyClosed()
    {
        QSignalSpy closedThere(m_hub.get(), &Link::closed);
        m_kiosk.reset();
        m_scheduler->runUntilIdle();
        QCOMPARE(closedThere.size(), 1);
        QVERIFY(closeReason(closedThere).code == CloseCode::Abnormal);
    }

    void aSlotMayDropTheLastReference()
    {
        connect(m_hub.get(), &Link::received, this, [this] { m_hub.reset(); });
        QSignalSpy closedHere(m_kiosk.get(), &Link::closed);
        m_kiosk->send("bye");
        m_kiosk->send("more");
        m_scheduler->runUntilIdle();
        QVERIFY(!m_hub);
        QCOMPARE(closedHere.size(), 1);
    }

    void aSlotOfClosedMayDropTheLastReference()
    {
        connect(m_kiosk.get(), &Link::closed, this, [this] { m_kiosk.reset(); });
        auto *kiosk = m_kiosk.get();
        kiosk->close({CloseCode::Normal, {}});
        QVERIFY(!m_kiosk);
        m_scheduler->runUntilIdle();
        QVERIFY(!m_hub->isOpen());
    }

    void runsOnARealEventLoopToo()
    {
        QtScheduler scheduler;
        auto [a, b] = makeLoopback(scheduler, u"a"_s, u"b"_s);
        QSignalSpy received(b.get(), &Link::received);
        for (int i = 0; i < 50; ++i)
            a->send(QByteArray::number(i));
        QTRY_COMPARE(received.size(), 50);
        QCOMPARE(received.at(49).at(0).toByteArray(), QByteArray("49"));
    }

private:
    std::optional<ManualClock> m_clock;
    std::optional<ManualScheduler> m_scheduler;
    std::shared_ptr<Link> m_kiosk, m_hub;
};

QTEST_GUILESS_MAIN(TestLoopback)
#include "tst_loopback.moc"
