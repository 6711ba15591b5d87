// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>
#include <gateway/frontdoor.h>
#include <store/diskspace.h>
#include <testkit/manualclock.h>
#include <testkit/manualscheduler.h>
#include <testkit/stoppablescheduler.h>
#include <testkit/switchboard.h>

#include <QMap>

#include <memory>

namespace saji {

//! One device of a restaurant under test: a real node on a real folder, with a clock of its own and a plug that can be pulled.
//!
//! What a person would see on its screen is kept in plain values, from the signals that a screen uses.
class Device : public QObject
{
    Q_OBJECT

public:
    Device(const QString &address, NodeOptions options, ManualScheduler &scheduler, const ManualClock &clock, Switchboard &network,
           quint64 seed);
    ~Device() override;

    //! Starts the program. An error is kept in `openError`.
    bool switchOn();
    //! Ends the program: its links break, its folder stays.
    void switchOff();
    bool isOn() const { return m_node != nullptr; }
    //! Its process stands still (SIGSTOP), or goes on.
    void setStopped(bool stopped);
    bool isStopped() const { return m_scheduler.isStopped(); }

    Node &node() { return *m_node; }
    const QString &address() const { return m_address; }
    NodeOptions &options() { return m_options; } //!< for the next switchOn()
    //! How full its disk is.
    class Disk final : public DiskSpace
    {
    public:
        Result<DiskUsage> usage(const QString &) const override { return now; }
        DiskUsage now{100'000'000'000, 50'000'000'000};
    } disk;
    ManualClock clock; //!< shares the restaurant's time; its wall and its boot are its own

    // What its screen shows
    MenuState menu;
    SyncStatus sync;
    QMap<QString, TicketView> tickets; //!< by "A-001/1"; closed ones stay with their last state
    QList<PlacedOrder> placed; //!< numbers shown to guests, through all restarts
    QList<std::pair<BasketId, Error>> refused;
    QList<std::pair<OrderId, Error>> ticketsRefused;
    QMap<OrderId, OrderProgress> progress;
    QList<OrderCopies> copies; //!< as said with the numbers
    OutboxState outbox;
    QList<std::pair<OrderId, Error>> outboxRefused;
    QStringList exported; //!< files
    int healings = 0; //!< how often it closed its store to heal it
    std::optional<Error> openError;

    std::optional<TicketView> ticket(const QString &number, int outlet) const;
    //! How long ago the guest confirmed, as this screen shows it.
    Milliseconds age(const TicketView &ticket) const { return clock.steadyNow() - ticket.placedAt; }

signals:
    //! A node is there, and may be another one than before: by switchOn(), or because it healed its store.
    void started();

private:
    void watchScreens();
    void plugIn();

    QString m_address;
    NodeOptions m_options;
    Switchboard &m_network;
    StoppableScheduler m_scheduler;
    SeededRandom m_random;
    World m_world;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeWatch> m_watch;
    std::unique_ptr<Router> m_router;
};

} // namespace saji
