// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/devicecard.h>
#include <widgets/ground.h>
#include <widgets/healthsentence.h>
#include <widgets/statcard.h>

namespace saji {

class DeviceTable;
class EmptyState;
class JournalList;
class Label;
class LampLegend;

//! How the restaurant is: the sentence, four figures, and below them the devices as cards while all is well, or what to do beside the
//! table when it is not.
class HealthPage : public Ground
{
    Q_OBJECT

public:
    explicit HealthPage(HealthPresenter &health, QWidget *parent = nullptr);

signals:
    //! A device was pressed: the page with all of them, this one chosen; no key = whichever.
    void devicesWanted(const QString &key);
    void outboxWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void refresh();
    void refreshFigures();
    void refreshCards();
    void refreshAdvice();
    void onAdvice(AdviceCard *card);
    void place();
    void placeHealthy(const QRect &area);
    void placeProblems(const QRect &area);
    bool cardsFit() const;

    HealthPresenter &m_health;
    HealthSentence *m_sentence;
    QList<StatCard *> m_figures;
    Label *m_devicesTitle;
    Label *m_devicesCount;
    LampLegend *m_legend;
    QList<DeviceCard *> m_cards;
    Label *m_adviceTitle;
    Label *m_adviceMore;
    QList<AdviceCard *> m_advice;
    JournalList *m_journal;
    DeviceTable *m_table;
    EmptyState *m_empty;
    bool m_problems = false;
};

} // namespace saji
