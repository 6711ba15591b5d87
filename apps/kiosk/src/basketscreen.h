// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

class QVBoxLayout;

namespace saji {

class BasketList;
class Card;
class CardButton;
class EmptyState;
class Hairline;
class IconButton;
class KeyValueRow;
class Label;
class Notice;
class Offer;
class ScrollArea;
class SeatedTop;
class TouchButton;

//! What the guest is about to order: every line, one offer, table and name, and what it comes to. Confirms once.
class BasketScreen : public Screen
{
    Q_OBJECT

public:
    BasketScreen(Journey &journey, QWidget *parent);

protected:
    void speak() override;
    void arrange() override;

private:
    void furnish();
    void connectParts();
    void showCart();
    void showSums();
    void showAction();
    void act();
    void arrangeParts(bool landscape, bool pinned);
    void arrangeHead(Space &space);
    void arrangeSums(Space &column, int inset, int moreWidth);
    void arrangeScroll(ScrollArea *scroll, const QRect &place, int edge);
    void fillColumn(QVBoxLayout *column, const QList<QWidget *> &parts);

    SeatedTop *m_seatedTop = nullptr;
    IconButton *m_back;
    Label *m_title;
    TouchButton *m_service;
    Banner *m_banner;
    ScrollArea *m_scroll;
    ScrollArea *m_side;
    Notice *m_soldOut;
    BasketList *m_list;
    Offer *m_offer;
    QWidget *m_who;
    CardButton *m_table;
    CardButton *m_name;
    QWidget *m_sums;
    QList<KeyValueRow *> m_sumRows;
    Hairline *m_line;
    KeyValueRow *m_total;
    EmptyState *m_empty;
    TouchButton *m_more;
    TouchButton *m_confirm;
    Utilities *m_utilities;
    bool m_sideBySide = false;
    bool m_sumsPinned = true;
};

} // namespace saji
