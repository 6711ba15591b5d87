// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class IconButton;
class Label;
class Notice;
class TickRow;
class TouchButton;

//! One order that is not done with: how far it has come, what the server says against it, and what staff can do.
class StaffOrderForm : public Screen
{
    Q_OBJECT

public:
    StaffOrderForm(Journey &journey, QWidget *parent);

    //! Another order: its words are there before the sheet is measured.
    void begin() { speak(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void speak() override;
    void arrange() override;

private:
    struct Remark
    {
        Label *reason;
        Label *advice;
    };
    void refreshFacts();
    QList<TouchButton *> buttons() const;

    Label *m_title;
    Label *m_detail;
    IconButton *m_close;
    Notice *m_trouble;
    QList<Remark> m_remarks;
    QList<TickRow *> m_steps;
    TouchButton *m_retry;
    TouchButton *m_export;
    TouchButton *m_settle;
};

class StaffOrderSheet : public Sheet
{
    Q_OBJECT

public:
    StaffOrderSheet(Journey &journey, QWidget *host);
    void begin() { m_form->begin(); }

private:
    StaffOrderForm *m_form;
};

} // namespace saji
