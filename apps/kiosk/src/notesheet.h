// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class Chip;
class FlowBox;
class IconButton;
class Label;
class ScrollArea;
class TouchKeyboard;

//! A note for the cook and what the guest is allergic to: the fourteen words to touch, and a keyboard for the rest.
class NoteForm : public Screen
{
    Q_OBJECT

public:
    NoteForm(Journey &journey, QWidget *parent);

    void begin();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void done();

protected:
    void speak() override;
    void arrange() override;
    //! Letters belong to the note, wherever the focus is.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showAllergies();

    Label *m_title;
    IconButton *m_close;
    Label *m_allergyHead;
    ScrollArea *m_scroll;
    FlowBox *m_allergies;
    Label *m_promise;
    TouchKeyboard *m_keyboard;
};

class NoteSheet : public Sheet
{
    Q_OBJECT

public:
    NoteSheet(Journey &journey, QWidget *host);
    void openNote();

private:
    NoteForm *m_form;
};

} // namespace saji
