// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/outboxpresenter.h>
#include <widgets/ground.h>
#include <widgets/healthsentence.h>
#include <widgets/statcard.h>

namespace saji {

class EmptyState;
class Label;
class OutboxPanel;
class OutboxTable;
class Notice;
class SegmentRow;

//! The outbox of the whole store: how many orders the server does not have yet and how old the oldest is, each with how far it has come,
//! and the quarantine with reasons and what can be done. Nothing is hidden, whatever its age.
class OutboxPage : public Ground
{
    Q_OBJECT

public:
    explicit OutboxPage(OutboxPresenter &outbox, QWidget *parent = nullptr);

    enum List { Waiting, Quarantine };
    List list() const;
    void showList(List list);

signals:
    //! Somebody wants to settle this order by hand: ask what was done.
    void settleWanted(const saji::OrderId &order);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void refresh();
    void refreshPanel();
    void tell(const QString &words, bool worked);
    void place();
    OutboxTable *table() const;

    OutboxPresenter &m_outbox;
    HealthSentence *m_sentence;
    QList<StatCard *> m_figures;
    SegmentRow *m_lists;
    Label *m_way;
    Notice *m_told;
    OutboxTable *m_waiting;
    OutboxTable *m_flagged;
    EmptyState *m_empty;
    Label *m_more;
    OutboxPanel *m_panel;
};

} // namespace saji
