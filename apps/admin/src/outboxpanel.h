// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/outboxpresenter.h>
#include <widgets/card.h>

namespace saji {

class Label;
class StepList;
class TouchButton;

//! One order beside the table: how far it has come, why it is in quarantine, and what a manager can do about it.
class OutboxPanel : public Card
{
    Q_OBJECT

public:
    explicit OutboxPanel(QWidget *parent = nullptr);

    //! Hidden when the sheet is of no order.
    void show(const OutboxSheet &sheet);

signals:
    void retryWanted(const saji::OrderId &order);
    void exportWanted(const saji::OrderId &order);
    void settleWanted(const saji::OrderId &order);

protected:
    void themeChanged() override;

private:
    OutboxSheet m_sheet;
    Label *m_number;
    Label *m_detail;
    Label *m_trouble;
    QList<std::array<Label *, 3>> m_flags; // reason, advice, for engineers
    QWidget *m_flagBox;
    StepList *m_steps;
    TouchButton *m_retry;
    TouchButton *m_settle;
    TouchButton *m_export;
};

} // namespace saji
