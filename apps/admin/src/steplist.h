// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/outboxpresenter.h>
#include <widgets/themed.h>

namespace saji {

//! The way of one order from top to bottom: a disc for each step that has happened, a ring with what it waits for where not.
class StepList : public Themed
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<OutboxSheet::Step> &steps);
    //! One line of signs: where something else is more important.
    void setBrief(bool brief);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<OutboxSheet::Step> m_steps;
    bool m_brief = false;
};

} // namespace saji
