// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bare/barewindow.h>
#include <base/error.h>

namespace saji {

class ArtView;

//! Says in plain words why a program cannot start, where guests can order meanwhile (on a kiosk) and what a technician needs to know.
//!
//! Stays until staff close it: a screen that only went dark would be taken for a broken one. Guests have no button that would lead them behind
//! the kiosk; there it ends with the window manager's cross or a signal.
class StoppedWindow : public BareWindow
{
    Q_OBJECT

public:
    //! Staff may leave it, by button, Escape or the window's own cross.
    enum class For { Guests, Staff };

    StoppedWindow(const Error &error, For whom, const QString &device, LanguageSwitch &language, Theme &theme, QWidget *parent = nullptr);

    QString sentence() const;

protected:
    void say() override;
    void arrange() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString title() const;
    QString why() const;
    QString advice() const;

    Error m_error;
    For m_for;
    QString m_device;
    ArtView *m_art;
    Label *m_title;
    Label *m_sentence;
    Label *m_advice;
    Label *m_code;
    TouchButton *m_close;
};

} // namespace saji
