// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class IconButton;
class Label;
class TouchKeyboard;

//! Asks for one short text: the table's number, the guest's name, or what staff have done about an order.
class EntryForm : public Screen
{
    Q_OBJECT

public:
    enum class What { Table, Name, Settle };

    EntryForm(Journey &journey, What what, QWidget *parent);

    void begin();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void speak() override;
    void arrange() override;

private:
    void accept(const QString &text);

    What m_what;
    Label *m_title;
    Label *m_hint;
    IconButton *m_close;
    TouchKeyboard *m_keyboard;
};

class EntrySheet : public Sheet
{
    Q_OBJECT

public:
    EntrySheet(Journey &journey, EntryForm::What what, QWidget *host);
    void begin() { m_form->begin(); }

private:
    EntryForm *m_form;
};

} // namespace saji
