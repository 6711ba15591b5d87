// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

namespace saji {

class Card;
class FlowBox;
class Label;
class NumberDisplay;
class PickupCard;
class ScrollArea;
class Tag;
class TickRow;
class TouchButton;

//! The guest's number, the facts that make it safe as they arrive, and where the food will be.
class NumberScreen : public Screen
{
    Q_OBJECT

public:
    NumberScreen(Journey &journey, QWidget *parent);

    const NumberDisplay &number() const { return *m_number; }

signals:
    //! The number of this order has been painted; once an order.
    void numberPainted(const QString &number);

protected:
    void speak() override;
    void arrange() override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void furnish();
    void showOrder();
    void showFacts();
    void showPickups();
    void showCountdown();
    void arrangeLeaf(const QRect &leaf);
    void arrangeFoot(Space &space);
    void arrangeFacts(Space &space);

    Label *m_thanks;
    TouchButton *m_language;
    NumberDisplay *m_number;
    Tag *m_place;
    Tag *m_waiting;
    ScrollArea *m_scroll;
    Card *m_facts;
    Label *m_factsHead;
    QList<TickRow *> m_ticks;
    QWidget *m_pickupBox;
    QList<PickupCard *> m_pickups;
    Card *m_pay;
    Label *m_payWords;
    TouchButton *m_done;
    Label *m_countdown;
    QRect m_leaf;
    QString m_painted;
};

} // namespace saji
