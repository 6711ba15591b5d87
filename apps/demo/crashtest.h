// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suite.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>
#include <random>

namespace saji {

//! Kills the real programs (SIGKILL) at random moments while guests order, starts them again, and in the end asks the disks: what was
//! confirmed must be everywhere, once. Every second program stands on a disk that loses with it what was not synced
//! (tests/simulation/powercut): its kill is a power cut.
class CrashTest
{
public:
    struct Tally
    {
        int rounds = 0;
        QMap<QString, int> kills; //!< by program
        QMap<QString, int> powerCuts; //!< of these, those whose disk lost what was not synced
        int confirmed = 0; //!< numbers that a guest was shown
        int askedAgain = 0; //!< baskets confirmed once more after their kiosk died without an answer
        int unanswered = 0; //!< of those whose kiosk lived: each is a failure
        int refused = 0; //!< by a kiosk that has a menu and a disk that is well: each is a failure
        int inLog = 0; //!< orders at the server, with those whose guest saw no number
        int registered = 0;
        int lost = 0;
        int doubled = 0;
        QStringList remarks;

        bool isClean() const
        {
            return lost == 0 && doubled == 0 && unanswered == 0 && refused == 0 && confirmed > 0 && registered == inLog;
        }
    };

    CrashTest(Suite &suite, quint64 seed) : m_suite(suite), m_random(seed) {}

    //! The suite does not run before, and not after. `say` is told of every tenth round.
    [[nodiscard]] Result<Tally> run(int rounds, const std::function<void(int round)> &say);

private:
    struct Basket
    {
        QString id;
        QJsonObject command;
    };

    [[nodiscard]] Result<void> round();
    [[nodiscard]] Result<void> start(const QString &name);
    [[nodiscard]] Result<void> awaken();
    //! Until it is answered.
    [[nodiscard]] Result<void> place(const Basket &basket);
    [[nodiscard]] Result<void> catchUp();
    [[nodiscard]] Result<void> judgeDisks();
    [[nodiscard]] QStringList victims();
    [[nodiscard]] Basket basket();
    //! What is still unanswered when the kiosk is gone, or silent.
    [[nodiscard]] QList<Basket> hearAnswers(QList<Basket> asked);
    void note(const QJsonObject &answer, const Basket &basket);
    int below(int limit) { return int(m_random() % quint64(limit)); }

    Suite &m_suite;
    std::mt19937_64 m_random;
    QSet<QString> m_losePower; //!< programs whose kill is a power cut
    QHash<QString, QString> m_numberOf; //!< order -> the number its guest was shown
    QHash<QString, QString> m_orderOf;  //!< basket -> order
    Tally m_tally;
};

//! The table that a run ends with.
[[nodiscard]] QString tableOf(const CrashTest::Tally &tally);

} // namespace saji
