// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kitchen/chime.h>
#include <widgets/sheet.h>

namespace saji {

class IconButton;
class Label;
class TouchButton;

//! How loud this station rings: louder, softer, a test tone, silence.
class SoundSheet : public Sheet
{
    Q_OBJECT

public:
    SoundSheet(Chime &chime, QWidget *host);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    Chime &m_chime;
    Label *m_title;
    Label *m_figure;
    IconButton *m_softer;
    IconButton *m_louder;
    TouchButton *m_test;
    TouchButton *m_mute;
    TouchButton *m_done;
};

} // namespace saji
