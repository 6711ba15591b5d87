// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/screenflow.h>

#include "tuning.h"

#include <utility>

namespace saji {

ScreenFlow::ScreenFlow(const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_clock(clock), m_timer(scheduler), m_lastTouch(clock.steadyNow())
{}

void ScreenFlow::begin()
{
    if (m_screen == Screen::Attract)
        show(Screen::Service);
}

void ScreenFlow::chooseService()
{
    if (m_screen == Screen::Service)
        show(Screen::Menu);
}

void ScreenFlow::showBasket()
{
    if (m_screen == Screen::Menu)
        show(Screen::Basket);
}

void ScreenFlow::showMenu()
{
    if (m_screen == Screen::Basket)
        show(Screen::Menu);
}

void ScreenFlow::back()
{
    if (m_placing)
        return;
    if (m_overlay != Overlay::None) {
        closeOverlay();
        return;
    }
    switch (m_screen) {
    case Screen::Service: show(Screen::Attract); break;
    case Screen::Menu: show(Screen::Service); break;
    case Screen::Basket: show(Screen::Menu); break;
    case Screen::Staff: leave(); break;
    case Screen::Attract:
    case Screen::Number:
    case Screen::OutOfService: break;
    }
}

void ScreenFlow::open(Overlay overlay)
{
    const bool staffOnly = overlay == Overlay::StaffOrder || overlay == Overlay::Settle;
    if (m_placing || m_screen == Screen::Number || staffOnly != (m_screen == Screen::Staff))
        return;
    if (m_screen != Screen::OutOfService || overlay == Overlay::Pin)
        setOverlay(overlay);
}

void ScreenFlow::enterStaff()
{
    if (m_placing || m_screen == Screen::Number)
        return;
    setOverlay(Overlay::None);
    emit wiped();
    show(Screen::Staff);
}

void ScreenFlow::closeOverlay()
{
    setOverlay(Overlay::None);
}

void ScreenFlow::cancel(bool somethingToLose)
{
    if (m_placing)
        return;
    if (somethingToLose)
        open(Overlay::Cancel);
    else
        leave();
}

void ScreenFlow::leave()
{
    if (m_placing)
        return;
    endWarning();
    setOverlay(Overlay::None);
    // Wiped before it shows, so that the next guest never sees a glimpse of the last one.
    emit wiped();
    show(m_inService ? m_start : Screen::OutOfService);
    m_visited = false;
}

void ScreenFlow::setPlacing(bool placing)
{
    m_placing = placing;
    touched();
    watch();
}

void ScreenFlow::placed()
{
    m_placing = false;
    setOverlay(Overlay::None);
    show(Screen::Number);
}

void ScreenFlow::refused()
{
    setPlacing(false);
    open(Overlay::Refusal);
}

void ScreenFlow::setInService(bool inService)
{
    if (m_inService == inService)
        return;
    m_inService = inService;
    if (!inService && m_screen != Screen::Number && m_screen != Screen::Staff && !m_placing)
        leave();
    else if (inService && m_screen == Screen::OutOfService)
        show(m_start);
}

void ScreenFlow::setAccessible(bool accessible)
{
    m_accessible = accessible;
    watch();
}

void ScreenFlow::setStartScreen(Screen screen)
{
    const bool waiting = m_screen == m_start;
    m_start = screen;
    if (waiting)
        show(screen);
}

void ScreenFlow::setPatience(const StoreSettings &settings)
{
    m_settings = settings;
}

void ScreenFlow::touched()
{
    // While the warning shows only its own answer counts, or the press that says "cancel" would take it away.
    if (m_warningSince)
        return;
    m_lastTouch = m_clock.steadyNow();
    if (!std::exchange(m_visited, true))
        watch();
}

void ScreenFlow::stay()
{
    endWarning();
}

std::optional<Milliseconds> ScreenFlow::warningLeft() const
{
    if (!m_warningSince)
        return std::nullopt;
    return std::max(Milliseconds(0), *m_warningSince + std::chrono::seconds(m_settings.idleWarningSeconds) - m_clock.steadyNow());
}

Milliseconds ScreenFlow::warningTotal() const
{
    return std::chrono::seconds(m_settings.idleWarningSeconds);
}

std::optional<Milliseconds> ScreenFlow::numberLeft() const
{
    if (m_screen != Screen::Number)
        return std::nullopt;
    return std::max(Milliseconds(0), m_lastTouch + *patience() - m_clock.steadyNow());
}

void ScreenFlow::show(Screen screen)
{
    endWarning();
    if (m_screen == screen)
        return;
    setOverlay(Overlay::None);
    m_screen = screen;
    m_visited = screen != m_start;
    m_lastTouch = m_clock.steadyNow();
    emit screenChanged();
    watch();
}

void ScreenFlow::setOverlay(Overlay overlay)
{
    if (m_overlay == overlay)
        return;
    m_overlay = overlay;
    touched();
    emit overlayChanged();
    watch();
}

std::optional<Milliseconds> ScreenFlow::patience() const
{
    const int factor = m_accessible ? tuning::idleFactorAccessible : 1;
    const Milliseconds inMenu = std::chrono::seconds(m_settings.idleInMenuSeconds);
    const Milliseconds inDetail = std::chrono::seconds(m_settings.idleInDetailSeconds);
    if (m_placing || !m_visited)
        return std::nullopt;
    switch (m_screen) {
    case Screen::OutOfService:
    case Screen::Attract: return m_overlay == Overlay::None ? std::nullopt : std::optional(inDetail * factor);
    case Screen::Number: return tuning::numberStays * factor;
    case Screen::Service:
    case Screen::Menu: return (m_overlay == Overlay::None ? inMenu : inDetail) * factor;
    case Screen::Basket:
    case Screen::Staff: return inDetail * factor;
    }
    return std::nullopt;
}

void ScreenFlow::watch()
{
    const auto allowed = patience();
    if (m_warningSince || m_screen == Screen::Number) {
        m_timer.start(tuning::idleStep, [this] { lookAtClock(); });
        return;
    }
    if (!allowed) {
        m_timer.stop();
        return;
    }
    const Milliseconds due = m_lastTouch + *allowed - m_clock.steadyNow();
    m_timer.start(std::max(tuning::idleStep, due), [this] { lookAtClock(); });
}

void ScreenFlow::lookAtClock()
{
    const Milliseconds now = m_clock.steadyNow();
    if (m_warningSince && *warningLeft() == Milliseconds(0)) {
        leave();
        return;
    }
    if (m_screen == Screen::Number && *numberLeft() == Milliseconds(0)) {
        leave();
        return;
    }
    if (!m_warningSince && m_screen != Screen::Number && now - m_lastTouch >= patience().value_or(Milliseconds::max()))
        m_warningSince = now;
    if (m_warningSince || m_screen == Screen::Number)
        emit idleChanged();
    watch();
}

void ScreenFlow::endWarning()
{
    if (!m_warningSince)
        return;
    m_warningSince.reset();
    m_lastTouch = m_clock.steadyNow();
    emit idleChanged();
    watch();
}

} // namespace saji
