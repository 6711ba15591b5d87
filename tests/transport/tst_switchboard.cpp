// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/manualscheduler.h>
#include <testkit/switchboard.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! The tests' own network must break exactly as asked, or the tests that use it prove nothing.
class TestSwitchboard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock.emplace();
        m_scheduler.emplace(*m_clock);
        m_board.emplace(*m_scheduler);
        m_there.reset();
        m_board->plugIn(u"hub"_s, [this](const std::shared_ptr<Link> &link) { m_there = link; });
        m_dialer = m_board->dialer(u"kiosk"_s, u"hub"_s);
        m_answer.reset();
    }

    void cleanup()
    {
        m_answer.reset();
        m_there.reset();
        m_dialer.reset();
        m_board.reset();
    }

    void joinsTwoNodes()
    {
        const auto here = dial();
        QVERIFY(here && m_there);
        QCOMPARE(here->peerName(), u"hub"_s);
        QCOMPARE(m_there->peerName(), u"kiosk"_s);
        QSignalSpy received(m_there.get(), &Link::received);
        here->send("order");
        m_scheduler->runUntilIdle();
        QCOMPARE(received.size(), 1);
        QCOMPARE(m_board->frames(u"kiosk"_s, u"hub"_s), 1);
        QCOMPARE(m_board->frames(u"hub"_s, u"kiosk"_s), 0);
        QCOMPARE(m_board->openLinks(u"hub"_s, u"kiosk"_s), 1);
        QCOMPARE(m_board->dials(u"kiosk"_s, u"hub"_s, LinkKind::WebSocket), 1);
    }

    void answersLaterNeverFromInsideTheCall()
    {
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        QVERIFY(!m_answer);
        m_scheduler->runUntilIdle();
        QVERIFY(m_answer);
    }

    void anAbortedDialDoesNotAnswer()
    {
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_dialer->abort();
        m_scheduler->advance(1min);
        QVERIFY(!m_answer);
    }

    void nobodyThereIsUnreachable()
    {
        m_board->unplug(u"hub"_s);
        QVERIFY(dialError() == ErrorCode::Unreachable);
        m_board->plugIn(u"hub"_s, [](const auto &) {});
        QVERIFY(dial());
    }

    void refusesOneKindOnly()
    {
        m_board->refuse(u"hub"_s, u"kiosk"_s, LinkKind::WebSocket);
        QVERIFY(dialError() == ErrorCode::Refused);
        m_dialer = m_board->dialer(u"kiosk"_s, u"hub"_s, LinkKind::Polling);
        const auto link = dial();
        QVERIFY(link);
        QVERIFY(link->kind() == LinkKind::Polling);
    }

    void aCutClosesBothEndsAndLosesWhatIsOnItsWay()
    {
        const auto here = dial();
        QSignalSpy closedHere(here.get(), &Link::closed);
        QSignalSpy closedThere(m_there.get(), &Link::closed);
        QSignalSpy received(m_there.get(), &Link::received);
        here->send("lost");
        m_board->cut(u"kiosk"_s, u"hub"_s);
        m_scheduler->runUntilIdle();
        QCOMPARE(received.size(), 0);
        QCOMPARE(closedHere.size(), 1);
        QCOMPARE(closedThere.size(), 1);
        QVERIFY(closedHere.at(0).at(0).value<CloseReason>().code == CloseCode::Abnormal);
        QVERIFY(dial());
    }

    void aLineThatIsDownStaysDown()
    {
        const auto here = dial();
        m_board->setDown(u"kiosk"_s, u"hub"_s);
        QVERIFY(!here->isOpen());
        QVERIFY(dialError() == ErrorCode::Unreachable);
        m_board->setDown(u"kiosk"_s, u"hub"_s, false);
        QVERIFY(dial());
        m_board->setDown(u"hub"_s);
        QVERIFY(dialError() == ErrorCode::Unreachable);
    }

    void aFrozenLineHoldsEverythingBackAndDialsTimeOut()
    {
        const auto here = dial();
        QSignalSpy received(m_there.get(), &Link::received);
        m_board->freeze(u"kiosk"_s, u"hub"_s);
        here->send("held");
        QVERIFY(dialError() == ErrorCode::TimedOut);
        QCOMPARE(received.size(), 0);
        QVERIFY(here->isOpen());
        QVERIFY(here->backlog() > 0);
        here->close({CloseCode::Silent, {}});
        m_scheduler->advance(1min);
        QVERIFY(m_there->isOpen());
        m_board->freeze(u"kiosk"_s, u"hub"_s, false);
        QCOMPARE(received.size(), 1);
        QVERIFY(!m_there->isOpen());
    }

    void mayFreezeOneWayOnly()
    {
        const auto here = dial();
        QSignalSpy receivedThere(m_there.get(), &Link::received);
        QSignalSpy receivedHere(here.get(), &Link::received);
        m_board->freezeOneWay(u"kiosk"_s, u"hub"_s);
        here->send("held");
        m_there->send("passes");
        m_scheduler->advance(1s);
        QCOMPARE(receivedThere.size(), 0);
        QCOMPARE(receivedHere.size(), 1);
    }

    void aDelayHoldsForFramesAndNeverReorders()
    {
        const auto here = dial();
        QByteArrayList heard;
        connect(m_there.get(), &Link::received, this, [&](const QByteArray &frame) { heard.append(frame); });
        m_board->setDelay(u"kiosk"_s, u"hub"_s, 300ms);
        here->send("1");
        m_scheduler->advance(10ms);
        m_board->setDelay(u"kiosk"_s, u"hub"_s, 0ms);
        here->send("2");
        m_scheduler->advance(200ms);
        QCOMPARE(heard, QByteArrayList());
        m_scheduler->advance(100ms);
        QCOMPARE(heard, (QByteArrayList{"1", "2"}));
    }

    void carriesHttp()
    {
        m_board->serve(u"hub"_s, [](const HttpRequest &request, const HttpAnswer &answer) {
            answer({200, "text/plain", request.path.toUtf8() + '?' + request.query.toString().toUtf8(), {{"ETag", "7"}}});
        });
        const auto client = m_board->httpClient(u"kiosk"_s, u"hub"_s);
        std::optional<Result<HttpReply>> reply;
        client->get(u"/api/catalog/?since_version=3"_s, {}, [&](auto r) { reply = std::move(r); });
        QVERIFY(!reply);
        m_scheduler->runUntilIdle();
        QVERIFY(reply && *reply);
        QCOMPARE((**reply).body, QByteArray("/api/catalog/?since_version=3"));
        QCOMPARE((**reply).headers.value("etag"), QByteArray("7"));
        m_board->setDown(u"hub"_s);
        client->get(u"/"_s, {}, [&](auto r) { reply = std::move(r); });
        m_scheduler->runUntilIdle();
        QVERIFY(reply->error().code == ErrorCode::Unreachable);
        m_board->setDown(u"hub"_s, false);
        m_board->freeze(u"kiosk"_s, u"hub"_s);
        client->get(u"/"_s, {}, [&](auto r) { reply = std::move(r); });
        m_scheduler->advance(5s);
        QVERIFY(reply->error().code == ErrorCode::TimedOut);
    }

private:
    std::shared_ptr<Link> dial()
    {
        m_answer.reset();
        m_dialer->dial([this](auto result) { m_answer = std::move(result); });
        m_scheduler->advance(5s);
        return m_answer && *m_answer ? **m_answer : nullptr;
    }

    ErrorCode dialError()
    {
        const auto link = dial();
        return m_answer && !*m_answer ? m_answer->error().code : ErrorCode::Internal;
    }

    std::optional<ManualClock> m_clock;
    std::optional<ManualScheduler> m_scheduler;
    std::optional<Switchboard> m_board;
    std::unique_ptr<Dialer> m_dialer;
    std::shared_ptr<Link> m_there;
    std::optional<Result<std::shared_ptr<Link>>> m_answer;
};

QTEST_GUILESS_MAIN(TestSwitchboard)
#include "tst_switchboard.moc"
