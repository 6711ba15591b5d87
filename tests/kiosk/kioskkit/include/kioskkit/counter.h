// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kiosk/kioskwindow.h>
#include <screenkit/fakeservices.h>
#include <screenkit/samplemenu.h>
#include <testkit/manualscheduler.h>
#include <widgets/control.h>

namespace saji {

class LanguageLoader;

//! A kiosk on the counter of a test: the real window, virtual time, services that the test plays.
class Counter
{
public:
    explicit Counter(const JourneySettings &settings = quick(), const QSize &size = {1080, 1920});
    ~Counter();

    //! Without motion: what is tapped is there at once. The staff's PIN is 246810.
    static JourneySettings quick();
    //! Attract and service are behind us.
    void goToMenu(ServiceKind service = ServiceKind::DineIn);
    //! The sample menu's soup with its required choice, `times` times.
    void putSotoIntoBasket(int times = 1);
    void give(std::shared_ptr<const Menu> menu);

    //! A visible control by its object names from the outside in ("basket/confirm"); null when there is none.
    Control *control(const QString &path) const;
    //! The middle of one of its targets in the window, by place or by how its words begin; null point when it cannot be seen.
    QPoint spot(const QString &path, int target = 0) const;
    QPoint spot(const QString &path, const QString &words) const;

    void tap(const QPoint &spot);
    void tap(const QString &path, int target = 0) { tap(spot(path, target)); }
    void tap(const QString &path, const QString &words) { tap(spot(path, words)); }
    void touch(const QPoint &spot);
    void slide(const QPoint &from, const QPoint &to);
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    //! What the control says of its target ("Lihat pesanan").
    QString says(const QString &path, int target = 0) const;
    bool sees(const QString &path) const { return control(path) != nullptr; }

    Journey &journey() { return *m_journey; }
    KioskWindow &window() { return *m_window; }
    Theme &theme() { return *m_theme; }
    ScreenFlow::Screen screen() { return m_journey->flow().screen(); }
    ScreenFlow::Overlay overlay() { return m_journey->flow().overlay(); }

    ManualClock clock;
    ManualScheduler scheduler{clock};
    SeededRandom random{11};
    FakeOrderService orders;
    FakeMenuService menu;
    FakeSyncService sync;
    FakeOutboxService outbox;
    int sellable = 0; //!< times the window said that a dish can be tapped

private:
    QPointingDevice *m_touchScreen = nullptr;
    std::unique_ptr<LanguageLoader> m_words;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Journey> m_journey;
    std::unique_ptr<KioskWindow> m_window;
};

} // namespace saji
