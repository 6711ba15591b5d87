// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/languageswitch.h>
#include <widgets/label.h>
#include <widgets/theme.h>

#include <QWidget>

namespace saji {

class Ground;
class TouchButton;

//! A window that stands there instead of a program: centred words on a ground, and a button for the other language.
//!
//! A subclass adds what it shows to ground(), and calls speak() when it has.
class BareWindow : public QWidget
{
    Q_OBJECT

public:
    //! `edge` stays free at every side, in pixels of a 21.5" screen.
    BareWindow(const QString &name, int edge, LanguageSwitch &language, Theme &theme, QWidget *parent);

signals:
    //! The window's own cross, or what a subclass says.
    void dismissed();

protected:
    //! Says everything anew: in another language, or because something else is to be said.
    void speak();
    //! Sets all texts.
    virtual void say() = 0;
    //! Places everything but ground and language button.
    virtual void arrange() = 0;

    Ground *ground() const { return m_ground; }
    const Metrics &metrics() const { return m_theme.metrics(); }
    TouchButton *languageButton() const { return m_languageButton; }
    Label *addLabel(Type type, int maxLines, ColorRole color);
    int edge() const { return metrics().at215(m_edge); }

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void place();

    const int m_edge;
    LanguageSwitch &m_language;
    Theme &m_theme;
    Ground *m_ground;
    TouchButton *m_languageButton;
};

} // namespace saji
