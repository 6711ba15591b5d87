// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/backoff.h>
#include <base/random.h>
#include <base/scheduler.h>
#include <engine/daybook.h>
#include <engine/orderaudit.h>
#include <engine/orderbook.h>
#include <engine/promotionbook.h>
#include <store/eventlog.h>

#include <functional>
#include <memory>

namespace saji {

//! The server's word on every order: registered under its REST id, in the order of arrival, and flagged where a manager should look.
//! It never refuses an order that a guest was given a number for.
//!
//! Each order is registered once, whatever restarts: its cursor on disk never passes an order that is still waiting. One that cannot be
//! registered blocks no other (G5): what fails for a reason that passes (a full disk) is tried again, with growing pauses; what fails
//! for a reason of its own is flagged and set aside; what fails for no known reason is tried a few times, and then flagged.
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
        const PromotionBook &promotions;
        const Clock &clock;
        Scheduler &scheduler;
        std::function<std::shared_ptr<const Menu>()> menu;
        Random &random;
        //! Writes facts of this server in one transaction; handed in, so that a test can make one fail.
        std::function<Result<void>(const std::function<Result<void>(LogWriter &)> &)> write = {};
    };

    [[nodiscard]] static Result<std::unique_ptr<Registrar>> open(Database &database, const Rooms &rooms);
    ~Registrar() override;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void unreadable(const LoggedEvent &event, const Error &error) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;
    //! What hindered it may have passed (the disk is well again): what waits is tried now, and not at the end of a pause.
    void tryNow();

private:
    //! What an order waits for: to be registered, to be looked at again, or to be flagged for this.
    enum class Task { Register, Review, Flag };
    struct Waiting
    {
        qint64 arrival = 0;
        OrderId order;
        Task task = Task::Register;
        QString detail = {}; //!< of Flag
        QString code = {};   //!< of Flag
        int tries = 0;       //!< that failed for no known reason

        friend bool operator==(const Waiting &, const Waiting &) = default;
    };
    using Write = std::function<Result<void>(LogWriter &)>;

    explicit Registrar(const Rooms &rooms);
    void enqueue(const Waiting &waiting);
    void work();
    [[nodiscard]] Result<void> settle(const QList<Waiting> &some);
    [[nodiscard]] Result<void> settleOne(LogWriter &writer, const Waiting &waiting, QSet<OrderId> &settled);
    [[nodiscard]] Result<void> review(LogWriter &writer, const Order &order, QSet<OrderId> &settled);
    //! One by one, so that the one that fails is found. Whether everything has been dealt with.
    [[nodiscard]] bool settleSingly(const QList<Waiting> &some);
    [[nodiscard]] bool setAside(const Waiting &waiting, const Error &error);
    [[nodiscard]] QList<OrderFlagged> flagsOf(const Order &order);
    const CatalogMoves &moves(qint64 since);

    Rooms m_rooms;
    std::unique_ptr<ProjectionStore> m_store;
    qint64 m_cursor = 0;
    QList<Waiting> m_waiting;
    Timer m_workSoon;
    Backoff m_backoff;
    //! Devices are mostly at one version: what has moved since is asked once.
    CatalogVersion m_movesNow;
    QHash<qint64, CatalogMoves> m_moves;
};

} // namespace saji
