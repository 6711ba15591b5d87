// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/order.h>
#include <widgets/sheet.h>

namespace saji {

class Label;
class TextField;
class TouchButton;

//! Asks what was done about an order before it leaves the quarantine; without a note it does not.
class SettleDialog : public Sheet
{
    Q_OBJECT

public:
    explicit SettleDialog(QWidget *host);

    void ask(const OrderId &order, const QString &number);

signals:
    void settled(const saji::OrderId &order, const QString &note);

protected:
    void changeEvent(QEvent *event) override;

private:
    void accept();
    void speak();

    OrderId m_order;
    QString m_number;
    Label *m_title;
    Label *m_hint;
    TextField *m_note;
    TouchButton *m_yes;
    TouchButton *m_no;
};

} // namespace saji
