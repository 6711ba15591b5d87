// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

#include <widgets/sheet.h>

namespace saji {

class IconButton;
class Label;
class SegmentRow;
class ToggleSwitch;
class TouchButton;

//! What a guest may change about the screen itself: text size, contrast, reach, motion. Seen at once, gone with the guest.
class AccessForm : public Screen
{
    Q_OBJECT

public:
    AccessForm(Journey &journey, QWidget *parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void speak() override;
    void arrange() override;

private:
    void showSettings();
    QList<ToggleSwitch *> switches() const;

    Label *m_title;
    IconButton *m_close;
    Label *m_sizeHead;
    SegmentRow *m_size;
    ToggleSwitch *m_contrast;
    ToggleSwitch *m_seated;
    ToggleSwitch *m_motion;
    Label *m_note;
    TouchButton *m_reset;
    TouchButton *m_done;
};

class AccessSheet : public Sheet
{
    Q_OBJECT

public:
    AccessSheet(Journey &journey, QWidget *host);
};

} // namespace saji
