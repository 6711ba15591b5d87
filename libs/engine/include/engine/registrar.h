// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/daybook.h>
#include <engine/orderaudit.h>
#include <engine/orderbook.h>
#include <store/eventlog.h>

#include <functional>
#include <memory>

namespace saji {

//! The server's word on every order: registered under its REST id, in the order of arrival, and flagged where a manager should look.
//! It never refuses an order that a guest was given a number for.
//!
//! Each order is registered once, whatever restarts: its cursor on disk never passes an order that is still waiting.
class Registrar final : public QObject, public FactReader
{
    Q_OBJECT

public:
    struct Rooms
    {
        EventLog &log;
        const CatalogStore &catalog;
        const OrderBook &orders;
        const DayBook &days;
        Scheduler &scheduler;
        std::function<std::shared_ptr<const Menu>()> menu;
    };

    [[nodiscard]] static Result<std::unique_ptr<Registrar>> open(Database &database, const Rooms &rooms);
    ~Registrar() override;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

private:
    struct Waiting
    {
        qint64 arrival = 0;
        OrderId order;
    };

    explicit Registrar(const Rooms &rooms);
    void work();
    [[nodiscard]] Result<void> registerSome(const QList<Waiting> &some);
    [[nodiscard]] QList<OrderFlagged> flagsOf(const PlacedOrder &order);
    const CatalogMoves &moves(qint64 since);

    Rooms m_rooms;
    std::unique_ptr<ProjectionStore> m_store;
    qint64 m_cursor = 0;
    QList<Waiting> m_waiting;
    Timer m_workSoon;
    //! Devices are mostly at one version: what has moved since is asked once.
    CatalogVersion m_movesNow;
    QHash<qint64, CatalogMoves> m_moves;
};

} // namespace saji
