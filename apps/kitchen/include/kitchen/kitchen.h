// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kitchen/chime.h>
#include <kitchen/kitchenwindow.h>
#include <services/menuservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace saji {

//! What one kitchen screen is told at its start.
struct KitchenSettings
{
    OutletId outlet;
    QString name; //!< of the device: "Dapur Soto"
    QString language = QStringLiteral("id");
    LanguageSwitch::Loader loadLanguage; //!< brings in the words; may be empty
    bool muted = false;
    int volume = 70;
    bool reducedMotion = false;
    bool fitted = false; //!< sizes follow the window
    Metrics metrics; //!< of a screen that is not fitted
};

//! Furnishes one kitchen screen: presenters, sound and window. The services come when the engine has opened; until then the screen says so.
class Kitchen : public QObject
{
    Q_OBJECT

public:
    Kitchen(const KitchenSettings &settings, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);
    ~Kitchen() override;

    void attach(TicketService &tickets, MenuService &menu, SyncService &sync);
    KitchenWindow &window() { return *m_window; }
    TicketPresenter &tickets() { return m_tickets; }
    PeerPresenter &peers() { return m_peers; }
    LanguageSwitch &language() { return m_language; }
    Chime &chime() { return m_chime; }
    Theme &theme() { return m_theme; }

    //! Tells when a painted ticket reached the screen, for `state`: milliseconds of CLOCK_BOOTTIME with their fraction.
    void setPaintClock(std::function<double()> clock) { m_paintClock = std::move(clock); }
    //! For scripts and measurements: tickets with number, state and when they were painted, page, lamps, banner.
    QJsonObject state() const;

signals:
    //! `state` says something else.
    void stateChanged();

private:
    void setMenu(const MenuState &menu);

    Theme m_theme;
    LanguageSwitch m_language;
    TicketPresenter m_tickets;
    PeerPresenter m_peers;
    SoldOutModel m_soldOut;
    Chime m_chime;
    OutletId m_outlet;
    std::unique_ptr<KitchenWindow> m_window;
    std::function<double()> m_paintClock;
    QHash<OrderId, double> m_paintedAt;
    QHash<int, int> m_rings;
};

} // namespace saji
