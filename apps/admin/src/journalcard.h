// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/card.h>

namespace saji {

class Label;

//! What the panel has witnessed, newest first; as many lines as there is room for.
class JournalCard : public Card
{
    Q_OBJECT

public:
    explicit JournalCard(HealthPresenter &health, QWidget *parent = nullptr);

    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HealthPresenter &m_presenter;
    Label *m_head;
};

} // namespace saji
