// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashtest.h"

#include "verdict.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

// Long enough for a machine that builds something else meanwhile; a healthy one needs some milliseconds.
constexpr Milliseconds answerWithin{5'000};
constexpr Milliseconds menuWithin{60'000};
//! After the last restart everybody is linked again within seconds; more is a queue that is wedged.
constexpr Milliseconds caughtUpWithin{120'000};
//! What follows from the last facts: an acknowledgement, a registration.
constexpr int quietSeconds = 3;
//! A commit takes some milliseconds, a way through all programs some tens: kills fall into all of it.
constexpr int latestKillUs = 60'000;
constexpr int mostBaskets = 4;

const QStringList everybody{u"kiosk"_s, u"kitchen1"_s, u"kitchen2"_s, u"hub"_s, u"server"_s};

} // namespace

#define SAJI_TRY(expression) \
    do { \
        if (const auto outcome = (expression); !outcome) \
            return outcome.error(); \
    } while (false)

Result<CrashTest::Tally> CrashTest::run(int rounds, const std::function<void(int round)> &say)
{
    SAJI_TRY(m_suite.startAll());
    SAJI_TRY(awaken());
    for (int i = 1; i <= rounds; ++i) {
        SAJI_TRY(round());
        ++m_tally.rounds;
        if (i % 10 == 0)
            say(i);
    }
    SAJI_TRY(catchUp());
    SAJI_TRY(m_suite.stopAll());
    SAJI_TRY(judgeDisks());
    return m_tally;
}

Result<void> CrashTest::awaken()
{
    return place(basket());
}

Result<void> CrashTest::start(const QString &name)
{
    const bool losesPower = below(2) == 0;
    if (losesPower)
        m_losePower.insert(name);
    else
        m_losePower.remove(name);
    return m_suite.start(name, losesPower ? Suite::Disk::Loses : Suite::Disk::Keeps);
}

Result<void> CrashTest::place(const Basket &basket)
{
    // Right after its start a kiosk has nothing to order yet.
    QDeadlineTimer deadline(menuWithin.count());
    for (;;) {
        const auto answer = m_suite.hand(u"kiosk"_s).command(basket.command, answerWithin);
        if (answer) {
            note(*answer, basket);
            return {};
        }
        if (answer.error().code != ErrorCode::Conflict || deadline.hasExpired())
            return answer.error();
        QThread::msleep(50);
    }
}

CrashTest::Basket CrashTest::basket()
{
    // From the run's own dice, so that the same seed orders the same.
    const QUuid uuid{uint(m_random()), ushort(m_random()), ushort(0x7000 | below(0x1000)), uchar(0x80 | below(0x40)), uchar(below(256)),
                     uchar(below(256)), uchar(below(256)), uchar(below(256)), uchar(below(256)), uchar(below(256)), uchar(below(256))};
    QJsonArray pick;
    for (int i = below(3); i >= 0; --i)
        pick.append(below(1000));
    const auto id = uuid.toString(QUuid::WithoutBraces);
    return {id, {{u"do"_s, u"order"_s}, {u"basket"_s, id}, {u"pick"_s, pick}, {u"outlets"_s, QJsonArray{1, 2}}}};
}

QStringList CrashTest::victims()
{
    QStringList chosen{everybody.at(below(int(everybody.size())))};
    constexpr int oneInFour = 4;
    if (below(oneInFour) == 0) {
        const auto &second = everybody.at(below(int(everybody.size())));
        if (!chosen.contains(second))
            chosen.append(second);
    }
    return chosen;
}

void CrashTest::note(const QJsonObject &answer, const Basket &basket)
{
    const auto order = answer.value(u"order"_s).toString();
    const auto number = answer.value(u"number"_s).toString();
    if (const auto before = m_orderOf.value(basket.id, order); before != order) {
        ++m_tally.doubled;
        m_tally.remarks << u"one basket was answered with two orders, %1 and %2"_s.arg(before, order);
    }
    m_orderOf.insert(basket.id, order);
    m_numberOf.insert(order, number);
}

QList<CrashTest::Basket> CrashTest::hearAnswers(QList<Basket> asked)
{
    auto &kiosk = m_suite.hand(u"kiosk"_s);
    while (!asked.isEmpty()) {
        const auto answer = kiosk.hear(answerWithin);
        if (!answer && answer.error().code != ErrorCode::Conflict)
            break;
        const auto done = asked.takeFirst();
        if (answer) {
            note(*answer, done);
        } else {
            ++m_tally.refused;
            m_tally.remarks << u"an order was refused: %1"_s.arg(answer.error().detail);
        }
    }
    return asked;
}

Result<void> CrashTest::round()
{
    auto &kiosk = m_suite.hand(u"kiosk"_s);
    QList<Basket> asked;
    for (int i = below(mostBaskets); i >= 0; --i) {
        asked.append(basket());
        kiosk.say(asked.last().command);
    }
    const auto dying = victims();
    QStringList cooks{u"kitchen1"_s, u"kitchen2"_s};
    cooks.removeIf([&dying](const QString &name) { return dying.contains(name); });
    for (const auto &cook : std::as_const(cooks))
        m_suite.hand(cook).say({{u"do"_s, u"work"_s}});
    QThread::usleep(ulong(below(latestKillUs)));
    for (const auto &name : dying)
        SAJI_TRY(m_suite.kill(name, Suite::Hand::KeepsHearing));
    for (const auto &name : dying) {
        ++m_tally.kills[name];
        m_tally.powerCuts[name] += m_losePower.contains(name) ? 1 : 0;
    }
    // What had been said before it died, the guest has seen.
    const auto unanswered = hearAnswers(asked);
    for (const auto &cook : std::as_const(cooks))
        SAJI_TRY(m_suite.hand(cook).hear(answerWithin));
    for (const auto &name : dying)
        SAJI_TRY(start(name));
    // Whoever comes next finds a kiosk that sells.
    if (dying.contains(u"kiosk"_s))
        SAJI_TRY(place(basket()));
    if (!dying.contains(u"kiosk"_s)) {
        m_tally.unanswered += int(unanswered.size());
        return {};
    }
    // Some guests tap again when the kiosk is back, some have gone.
    for (const auto &again : unanswered) {
        if (below(2) == 0)
            continue;
        ++m_tally.askedAgain;
        SAJI_TRY(place(again));
    }
    return {};
}

Result<void> CrashTest::catchUp()
{
    QDeadlineTimer deadline(caughtUpWithin.count());
    int quiet = 0;
    while (quiet < quietSeconds) {
        if (deadline.hasExpired())
            return Error{ErrorCode::TimedOut, u"after %1 s something is still on its way"_s.arg(caughtUpWithin.count() / 1000)};
        bool isQuiet = true;
        for (const auto &name : {u"kitchen1"_s, u"kitchen2"_s}) {
            const auto state = m_suite.hand(name).command({{u"do"_s, u"work"_s}}, answerWithin);
            if (!state)
                return state.error();
            isQuiet = isQuiet && state->value(u"open"_s).toInt() == 0 && state->value(u"pending"_s).toInt() == 0 &&
                state->value(u"central"_s).toBool();
        }
        const auto kiosk = m_suite.hand(u"kiosk"_s).command({{u"do"_s, u"outbox"_s}}, answerWithin);
        if (!kiosk)
            return kiosk.error();
        isQuiet = isQuiet && kiosk->value(u"pending"_s).toInt() == 0 && kiosk->value(u"central"_s).toBool();
        quiet = isQuiet ? quiet + 1 : 0;
        QThread::sleep(1);
    }
    return {};
}

Result<void> CrashTest::judgeDisks()
{
    QHash<QString, QSet<int>> shown;
    for (const auto &number : std::as_const(m_numberOf)) {
        m_tally.doubled += shown.contains(number) ? 1 : 0;
        shown.insert(number, {});
    }
    const auto verdict = judge(m_suite, shown);
    if (!verdict)
        return verdict.error();
    m_tally.confirmed = int(m_numberOf.size());
    m_tally.lost = verdict->lost;
    m_tally.doubled += verdict->duplicated;
    m_tally.inLog = verdict->ordersAtServer;
    m_tally.registered = verdict->registeredAtServer;
    m_tally.remarks += verdict->remarks;
    return {};
}

QString tableOf(const CrashTest::Tally &tally)
{
    QString table = u"killed (SIGKILL), and of these with the power cut\n"_s;
    for (auto it = tally.kills.cbegin(); it != tally.kills.cend(); ++it)
        table += u"  %1 %2 %3\n"_s.arg(it.key(), -28).arg(it.value(), 6).arg(tally.powerCuts.value(it.key()), 6);
    const auto line = [&table](const QString &what, int count) { table += u"%1 %2\n"_s.arg(what, -30).arg(count, 6); };
    line(u"rounds"_s, tally.rounds);
    line(u"confirmed to a guest"_s, tally.confirmed);
    line(u"asked again after a crash"_s, tally.askedAgain);
    line(u"orders at the server"_s, tally.inLog);
    line(u"registered there"_s, tally.registered);
    line(u"unanswered by a living kiosk"_s, tally.unanswered);
    line(u"refused without need"_s, tally.refused);
    line(u"LOST"_s, tally.lost);
    line(u"DOUBLED"_s, tally.doubled);
    return table;
}

} // namespace saji
