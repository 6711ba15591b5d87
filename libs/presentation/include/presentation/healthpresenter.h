// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <presentation/devicefacts.h>
#include <presentation/devicemodel.h>
#include <presentation/healthjournal.h>
#include <presentation/healthmood.h>
#include <presentation/outboxpresenter.h>
#include <services/menuservice.h>

#include <QObject>

namespace saji {

//! How the restaurant is: one sentence and its evidence.
struct HealthWords
{
    HealthMood mood = HealthMood::Look;
    QString icon = {};
    QString sentence = {};
    QString evidence = {};
    bool canRetry = false; //!< "Coba sekarang" would help
    friend bool operator==(const HealthWords &, const HealthWords &) = default;
};

//! Something a person should do, or know: cause, and effect with what to do.
struct HealthAdvice
{
    HealthMood mood = HealthMood::Look;
    QString icon = {};
    QString cause = {};
    QString effect = {};
    bool canRetry = false;
    QString device = {}; //!< its key; empty = this panel itself
    bool outbox = false; //!< the page of the outbox has more about it
    friend bool operator==(const HealthAdvice &, const HealthAdvice &) = default;
};

//! One figure of the day.
struct HealthFigure
{
    QString caption = {};
    QString figure = {};
    QString evidence = {};
    HealthMood mood = HealthMood::Good;
    bool plain = true; //!< a figure without a mood of its own
    QList<double> trend = {};
};

//! Says by severity how the restaurant is, and never "all well" without a count that anybody can check.
//!
//! Knows only what this panel's own links and its neighbours' reports say; a link that is cut makes it say so. Screen thread.
class HealthPresenter : public QObject
{
    Q_OBJECT

public:
    HealthPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent = nullptr);

    void attach(SyncService &sync, MenuService &menu);
    //! What the outbox says; a manager hears of it here only when somebody should do something (`needed` orders).
    void setOutbox(const OutboxSummary &summary, int needed);
    DeviceModel &devices() { return m_devices; }
    const DeviceModel &devices() const { return m_devices; }
    HealthJournal &journal() { return m_journal; }
    const HealthJournal &journal() const { return m_journal; }

    HealthWords words() const;
    QList<HealthAdvice> advice() const;
    QList<HealthFigure> figures() const; //!< four
    //! Everything about one device; no name when there is none with this key.
    DeviceFacts facts(const QString &key) const;
    //! "12 dari 12 terhubung" or "9 normal, 2 perlu perhatian, 1 diam".
    QString deviceCount() const;
    bool hasProblems() const;
    int problemCount() const;
    QString storeName() const;
    QString storePlace() const;
    QString hourOf(Milliseconds steady) const;
    //! "dikeluarkan oleh Rina, 12.41"; empty when nobody has said when or by whom.
    QString removalOf(const PeerView &peer) const;
    QString menuAge() const;

public slots:
    //! Dials at once and asks for the menu, whatever the ladders say.
    void retry();

signals:
    //! Something was said or aged; twice a second at most.
    void changed();

private:
    struct Totals;

    void look();
    void tick();
    void sample();
    Totals totals() const;
    qint64 newestCatalog() const;
    QString removalWords(const Removal &removal) const;
    HealthWords removedWords() const;
    HealthWords goodWords(const Totals &totals) const;
    HealthWords silentWords(const Totals &totals) const;
    HealthWords lookWords(const Totals &totals) const;
    QString hearing(const Totals &totals) const;
    QList<HealthAdvice> ownAdvice() const;
    HealthAdvice adviceFor(const DeviceRow &row) const;
    HealthFigure silenceFigure(const Totals &totals) const;
    HealthFigure tripFigure() const;
    QString since(const PeerView &peer) const;
    bool isStarting() const;

    const Clock &m_clock;
    LanguageSwitch &m_language;
    DeviceModel m_devices;
    HealthJournal m_journal;
    SyncStatus m_status;
    MenuState m_menu;
    SyncService *m_sync = nullptr;
    MenuService *m_menuService = nullptr;
    OutboxSummary m_outbox;
    int m_outboxNeeded = 0;
    bool m_heardStatus = false;
    Milliseconds m_startedAt;
    Milliseconds m_sampledAt{0};
    QList<double> m_orderTrend, m_tripTrend, m_silenceTrend;
    Timer m_tick;
};

} // namespace saji
