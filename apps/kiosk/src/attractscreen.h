// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screen.h"

class QVariantAnimation;

namespace saji {

class BrandMark;
class IconView;
class Label;
class SegmentRow;
class Table;
class TouchButton;

//! Draws a guest in from across the hall: a table full of food, one sentence, one button. A touch anywhere begins.
class AttractScreen : public Screen
{
    Q_OBJECT

public:
    AttractScreen(Journey &journey, QWidget *parent);
    ~AttractScreen() override;

protected:
    void speak() override;
    void arrange() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void showStaff();
    void arrangePortrait();
    void arrangeLandscape();

    Table *m_table;
    BrandMark *m_brand;
    SegmentRow *m_language;
    Label *m_hungry;
    Label *m_order;
    Label *m_sentence;
    TouchButton *m_start;
    IconView *m_accessIcon;
    Label *m_accessNote;
    TouchButton *m_staff; // only while staff should come and look
    bool m_pressed = false;
};

} // namespace saji
