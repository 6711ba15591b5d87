// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <presentation/languageswitch.h>
#include <widgets/theme.h>

#include <QWidget>

namespace saji {

class ArtView;
class Ground;
class Label;
class TouchButton;

//! Says in plain words why a program cannot start, where guests can order meanwhile (on a kiosk) and what a technician needs to know.
//!
//! Stays until staff close it: a screen that only went dark would be taken for a broken one. Guests have no button that would lead them behind
//! the kiosk; there it ends with the window manager's cross or a signal.
class StoppedWindow : public QWidget
{
    Q_OBJECT

public:
    enum class For { Guests, Staff };

    StoppedWindow(const Error &error, For whom, const QString &device, LanguageSwitch &language, Theme &theme, QWidget *parent = nullptr);

    QString sentence() const;

signals:
    //! Button, Escape (staff), or the window's own cross.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QString title() const;
    QString why() const;
    QString advice() const;
    void speak();
    void arrange();

    Error m_error;
    For m_for;
    QString m_device;
    LanguageSwitch &m_language;
    Theme &m_theme;
    Ground *m_ground;
    TouchButton *m_languageButton;
    ArtView *m_art;
    Label *m_title;
    Label *m_sentence;
    Label *m_advice;
    Label *m_code;
    TouchButton *m_close;
};

} // namespace saji
