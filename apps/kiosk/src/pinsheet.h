// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kiosk/journey.h>
#include <widgets/sheet.h>

namespace saji {

class Label;
class Notice;
class PinPad;
class TouchButton;

//! The door to the staff's screen: six dots and ten digits, and how many tries are left.
class PinSheet : public Sheet
{
    Q_OBJECT

public:
    PinSheet(Journey &journey, QWidget *host);

    //! Nothing typed yet.
    void begin();

private:
    void enter(const QString &pin);
    void speak();
    void showGate();

    Journey &m_journey;
    Label *m_title;
    Label *m_hint;
    Notice *m_notice;
    PinPad *m_pad;
    TouchButton *m_cancel;
    bool m_wrong = false;
};

} // namespace saji
