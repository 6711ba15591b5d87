// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/faultydisk.h>
#include <simulation/ledger.h>

#include <restaurant/restaurant.h>

#include <deque>

namespace saji {

//! One device of a simulated restaurant with the disk it stands on, and the auditor's eye on its log and its screen.
class Box : public QObject
{
    Q_OBJECT

public:
    Box(Device &device, Restaurant &restaurant, Ledger &ledger, quint64 seed);
    ~Box() override;

    Device &device() { return m_device; }
    FaultyDisk &disk() { return m_disk; }
    const QString &name() const { return m_device.address(); }
    bool isServer() const { return m_device.options().kind == NodeKind::Server; }
    //! Everybody tells these two everything, and asks them.
    bool isStar() const { return isServer() || m_device.options().kind == NodeKind::Hub; }
    //! On, and not standing still: somebody can use it.
    bool isUsable() const { return m_device.isOn() && !m_device.isStopped() && !m_disk.isDead() && !m_waitsForItsPast; }
    //! Its disk was put back, and others may have more of its past than it has.
    bool isPutBack() const { return m_isPutBack; }
    //! Neither server nor hub could tell it: nobody uses it before it has its past back (README.md).
    void waitForItsPast() { m_waitsForItsPast = true; }
    void hasItsPastBack() { m_isPutBack = m_waitsForItsPast = false; }
    //! What it has, or had when it was last on.
    const VersionVector &have() const;

    //! Starts the program, after what a person would do about a damaged store. False: its disk is not well.
    bool switchOn();
    //! The process ends, however. When it ended because the power went, the machine starts anew: its steady clock counts from nothing.
    void switchOff();

    //! From here on nothing that was only here can be counted on.
    void destroyed();
    void corruptPage();
    bool isSpoiled() const { return m_spoiled; }
    void keepImage() { m_image = m_disk.image(); }
    //! False when there is no image.
    bool restoreImage();
    void reimage();
    void setFault(FaultyDisk::Fault fault);
    FaultyDisk::Fault fault() const { return m_fault; }

    //! The menu as the guest at this kiosk sees it: a little later than the engine.
    const MenuState &screenMenu();
    //! The guest confirms; the answer is judged when it comes.
    void confirm(const Cart &cart);

    using TicketPlace = std::pair<OrderId, OutletId>;
    const QMap<TicketPlace, TicketView> &screen() const { return m_screen; }
    //! What is painted and not yet said to be seen is said to be seen.
    void markSeen();
    //! Promises that hold at every moment.
    void look();
    //! After a wall clock was set on a machine that starts anew, the time it was off is anybody's guess (in the whole restaurant).
    bool clockWasSet = false;

private:
    //! What the screen showed at the last look, to see jumps.
    struct Seen
    {
        Milliseconds age{0};
        Milliseconds at{0};
        OrderState state = OrderState::Pending;
    };

    void begin();
    void reboot();
    void forgetScreens();
    void watch();
    void rescan();
    void scan();
    void read(const LoggedEvent &event);
    void readPlaced(const PlacedOrder &order);
    void onPlaced(const PlacedOrder &order);
    void onRefused(const BasketId &basket, const Error &error);
    void onProgressed(const OrderProgress &progress);
    bool isFairlyRefused(const Attempt &attempt, const Error &error);
    void show(const TicketView &ticket);
    void lookAtTicket(const TicketView &ticket);
    void violated(const QString &what) { m_ledger.violated(name() + u' ' + what); }
    Milliseconds now() const { return m_restaurant.scheduler().now(); }

    Device &m_device;
    Restaurant &m_restaurant;
    Ledger &m_ledger;
    SeededRandom m_random;
    FaultyDisk m_disk;
    FaultyDisk::Fault m_fault = FaultyDisk::Fault::None;
    std::optional<FaultyDisk::Image> m_image;
    Milliseconds m_faultChangedAt{-3'600'000};
    bool m_spoiled = false; //!< a page is rubbish, and the program has not been started since
    bool m_isPutBack = false;
    bool m_waitsForItsPast = false;
    bool m_isStarting = false;
    int m_boots = 0;

    // This life of the process
    std::deque<std::pair<Milliseconds, MenuState>> m_comingMenus;
    MenuState m_screenMenu;
    QMap<TicketPlace, TicketView> m_screen;
    QHash<TicketPlace, Seen> m_seen;
    QHash<BasketId, Milliseconds> m_awaited;

    // What its log has said so far
    qint64 m_readTo = 0;
    QHash<Origin, quint64> m_lastSeq;
    QSet<OrderId> m_orders;
    QSet<TicketPlace> m_recalls;
    VersionVector m_haveAtDeath;
};

} // namespace saji
