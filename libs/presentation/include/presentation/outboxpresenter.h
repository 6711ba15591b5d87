// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <presentation/healthmood.h>
#include <presentation/outboxmodel.h>
#include <services/menuservice.h>

#include <QObject>

namespace saji {

//! The outbox in one sentence and its evidence.
struct OutboxSummary
{
    HealthMood mood = HealthMood::Look;
    QString icon = {};
    QString sentence = {};
    QString evidence = {};
    friend bool operator==(const OutboxSummary &, const OutboxSummary &) = default;
};

//! One figure of the outbox.
struct OutboxFigure
{
    QString caption = {};
    QString figure = {};
    QString evidence = {};
    HealthMood mood = HealthMood::Good;
    bool plain = true; //!< a figure without a mood of its own
    friend bool operator==(const OutboxFigure &, const OutboxFigure &) = default;
};

//! Everything about one order that is not done with, and what may be done.
struct OutboxSheet
{
    struct Step
    {
        QString fact;
        bool done = false;
        QString evidence; //!< of one that is not done: what it waits for
        QString sign; //!< in a chain
        friend bool operator==(const Step &, const Step &) = default;
    };
    struct Flag
    {
        QString reason;
        QString advice;
        QString detail; //!< for engineers
        friend bool operator==(const Flag &, const Flag &) = default;
    };
    OrderId order;
    QString number;
    QString detail; //!< where, when, how much
    QList<Step> steps; //!< without the hub when the order is at the server: it may have gone there directly
    QList<Flag> flags;
    QString trouble; //!< overdue, or the server's answer is awaited; empty = none
    bool canRetry = false;
    bool canSettle = false;
    friend bool operator==(const OutboxSheet &, const OutboxSheet &) = default;
};

//! Tells staff which orders the server does not have yet and which it has a remark on, and passes on what they decide.
//!
//! Nothing is ever left out silently: what the lists have no room for is counted. Ages tick twice a second. Screen thread.
class OutboxPresenter : public QObject
{
    Q_OBJECT

public:
    OutboxPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent = nullptr);

    void attach(OutboxService &service);
    void setMenuState(const saji::MenuState &menu) { m_menu = menu; }
    //! Who acts, as every node will read it: "Kios A", "Panel kantor".
    void setActor(const QString &name) { m_actor = name; }

    OutboxModel &waiting() { return m_waiting; }
    OutboxModel &flagged() { return m_flagged; }
    const OutboxState &state() const { return m_state; }
    bool isKnown() const { return m_known; }
    //! What somebody should look at: overdue and flagged orders.
    int needed() const { return int(m_state.overdueCount + m_state.flaggedCount); }

    OutboxSummary summary() const;
    QList<OutboxFigure> figures() const; //!< waiting, oldest, overdue, flagged
    QString oldest() const; //!< "49 m"; "–" when nothing waits
    //! When the server is tried again, and how often it was; empty while it is heard.
    QString way() const;
    //! "dan 340 lagi"; empty when all are listed.
    QString moreWaiting() const;
    QString moreFlagged() const;
    //! Of a listed order; no number when it is not listed (any more).
    OutboxSheet sheet(const OrderId &order) const;

public slots:
    void syncNow();
    void retry(const saji::OrderId &order);
    //! `note` says what was done; without one nothing happens.
    void settle(const saji::OrderId &order, const QString &note);
    void exportOrder(const saji::OrderId &order);

signals:
    void changed();
    //! What became of an action, in words; `worked` is false for a refusal.
    void told(const QString &words, bool worked);

private:
    void setState(const OutboxState &state);
    void tick();
    const OutboxOrder *find(const OrderId &order) const;
    Milliseconds oldestAge() const;
    QString hourOf(Milliseconds steady, bool brief = false) const;
    QString numberOf(const OrderId &order) const;
    int alone() const;

    const Clock &m_clock;
    LanguageSwitch &m_language;
    OutboxModel m_waiting;
    OutboxModel m_flagged;
    OutboxState m_state;
    MenuState m_menu;
    OutboxService *m_service = nullptr;
    QString m_actor;
    bool m_known = false;
    Timer m_tick;
};

} // namespace saji
