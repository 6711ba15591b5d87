// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kiosk/journey.h>
#include <widgets/theme.h>

#include <QJsonObject>
#include <QWidget>

#include <optional>

namespace saji {

class MenuScreen;
class NumberScreen;
class Overlays;
class PageStack;
class Screen;
class Toast;

//! The kiosk's one window: shows the screen that the journey is on, and what lies over it, in the size and colours this guest needs.
//!
//! Screens are made when they are first needed, so that the first one is there at once.
class KioskWindow : public QWidget
{
    Q_OBJECT

public:
    //! `pxPerMm`: an installer's measure; else a full screen asks its panel, and any other window is drawn to fit.
    KioskWindow(Journey &journey, Theme &theme, std::optional<double> pxPerMm = {}, QWidget *parent = nullptr);
    ~KioskWindow() override;

    //! What the window shows, for scripts: screen, overlay, language, number, basket, menu, banner, lamp, and when things happened.
    QJsonObject state() const;
    MenuScreen *menuScreen() const { return m_menu; }

signals:
    //! The first frame on which a dish can be tapped is on the screen.
    void sellable();
    //! Something that state() tells is different now.
    void stateChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Screen *screenFor(ScreenFlow::Screen screen);
    void showScreen();
    void dress();
    void focusFirst(QWidget *page);
    void prepareNumber();
    void mark(const QString &what);
    QJsonObject menuState() const;
    QJsonObject staffState() const;
    QJsonObject basketState() const;

    Journey &m_journey;
    Theme &m_theme;
    std::optional<double> m_pxPerMm;
    PageStack *m_pages;
    QHash<ScreenFlow::Screen, Screen *> m_screens;
    MenuScreen *m_menu = nullptr;
    NumberScreen *m_number = nullptr;
    std::unique_ptr<Overlays> m_overlays;
    Toast *m_toast = nullptr;
    ScreenFlow::Screen m_shown = ScreenFlow::Screen::Attract;
    QJsonObject m_marks; //!< boot milliseconds by event
};

} // namespace saji
