// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <domain/menu.h>

#include <QObject>

#include <optional>

namespace saji {

//! Which screen of the kiosk a guest is on, what lies over it, and when the screen is given to the next guest.
//!
//! attract -> service -> menu -> (product) -> basket -> number -> attract; back goes the same way. The staff's screen is beside that way,
//! behind the PIN, and open out of service, too. Idle times are longer where there is more to read and in accessible mode;
//! counted from any input; never while an order is being placed. Whatever ends a visit ends in `wiped`, once. GUI thread.
class ScreenFlow : public QObject
{
    Q_OBJECT

public:
    enum class Screen { Attract, Service, Menu, Basket, Number, OutOfService, Staff };
    Q_ENUM(Screen)
    //! Lies over the screen, one at a time.
    enum class Overlay { None, Product, Table, Name, Access, Help, Cancel, Refusal, Pin, StaffOrder, Settle };
    Q_ENUM(Overlay)

    ScreenFlow(const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    Screen screen() const { return m_screen; }
    Overlay overlay() const { return m_overlay; }

    void begin(); //!< the guest has touched the attract screen
    void chooseService(); //!< said where they eat
    void showBasket();
    void showMenu();
    void back();
    void open(Overlay overlay);
    void closeOverlay();
    //! A person of staff has come in. Whatever a guest had begun ends with it.
    void enterStaff();
    //! The guest wants out: asks when there is something to lose, else leaves.
    void cancel(bool somethingToLose);
    //! The visit is over: back to the attract screen.
    void leave();

    void setPlacing(bool placing);
    void placed();
    void refused();
    //! The kiosk cannot take orders; a number that is shown stays until its time is over.
    void setInService(bool inService);
    void setAccessible(bool accessible);
    //! How long a store waits for its guests; from the next touch on.
    void setPatience(const StoreSettings &settings);
    //! For an installer who wants no attract screen: visits begin in the menu.
    void setStartScreen(Screen screen);

    void touched(); //!< any input at all
    void stay(); //!< the answer to the warning
    //! While the warning shows: how long until the visit ends.
    std::optional<Milliseconds> warningLeft() const;
    Milliseconds warningTotal() const;
    //! On the number screen: how long it stays.
    std::optional<Milliseconds> numberLeft() const;

signals:
    void screenChanged();
    void overlayChanged();
    //! The warning has come, counts down, or has gone; or the number screen counts down.
    void idleChanged();
    //! The next guest must find nothing of this one: basket, language, text size.
    void wiped();

private:
    void show(Screen screen);
    void setOverlay(Overlay overlay);
    std::optional<Milliseconds> patience() const;
    void watch();
    void lookAtClock();
    void endWarning();

    const Clock &m_clock;
    Timer m_timer;
    Screen m_screen = Screen::Attract;
    Screen m_start = Screen::Attract;
    Overlay m_overlay = Overlay::None;
    Milliseconds m_lastTouch{0};
    std::optional<Milliseconds> m_warningSince;
    bool m_visited = false; //!< somebody has been here since the last wipe
    bool m_placing = false;
    bool m_inService = true;
    bool m_accessible = false;
    StoreSettings m_settings;
};

} // namespace saji
