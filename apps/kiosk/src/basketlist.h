// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kiosk/journey.h>

#include <QWidget>

class QVBoxLayout;

namespace saji {

class BasketRow;
class OutletHead;

//! The lines of the basket under the heads of their outlets: cards on the basket screen, bare rows beside a landscape menu.
//!
//! A step changes one row in place; only lines that come or go build the list anew, after the finger's event is over.
class BasketList : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Cards, Narrow };

    BasketList(Journey &journey, Form form, QWidget *parent = nullptr);

    //! Fills every row from the model again (another language).
    void refill();

signals:
    //! Lines have come or gone; the list has another height.
    void rebuilt();

private:
    void rebuildSoon();
    void rebuild();
    void addGroup(const CartGroup &group);
    BasketRow *addRow(int row, QWidget *parent);
    void fillRow(int row);
    void fillHeads();
    int focusedRow() const;

    Journey &m_journey;
    Form m_form;
    QVBoxLayout *m_layout;
    QList<BasketRow *> m_rows;
    QList<OutletHead *> m_heads;
    bool m_rebuilding = false;
};

} // namespace saji
