// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class BasketList;
class Label;
class ScrollArea;
class TouchButton;
class EmptyState;

//! The basket beside a landscape menu: the lines, their sum, and the way on.
class BasketPanel : public Screen
{
    Q_OBJECT

public:
    BasketPanel(Journey &journey, QWidget *parent);

protected:
    void speak() override;
    void arrange() override;

private:
    void showSums();
    void arrangeSum(Space &space);

    Label *m_title;
    TouchButton *m_service;
    ScrollArea *m_scroll;
    BasketList *m_list;
    EmptyState *m_empty;
    Label *m_portions;
    Label *m_beforeTax;
    Label *m_sumWord;
    Label *m_sum;
    TouchButton *m_view;
};

} // namespace saji
