// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <engine/orderbook.h>
#include <gateway/webmessage.h>
#include <store/eventlog.h>

#include <QObject>

#include <memory>

namespace saji {

//! What one room hears: a name and JSON, ready to be put into whatever frame carries it.
struct RoomNews
{
    QStringList rooms;
    QByteArray event;
    QByteArray body;
    qint64 arrival = 0; //!< the place in the log of what it tells; 0 = it is in none
    OrderId order{};    //!< of an open order that is told again
};

//! The orders of the store as web clients see them: lists in the order of arrival at this node, JSON made once per change, and news for
//! rooms, whether a web client, a kiosk, a kitchen or another hub has caused them.
//!
//! Derived from the log and the order book alone, so that it is the same after a restart. Lives on the node's thread.
class WebBook : public QObject
{
    Q_OBJECT

public:
    //! An order as this book names it.
    struct Known
    {
        qint64 id = 0; //!< of arrival at this node
        OrderId order; //!< null when no kitchen can cook it: it came without dishes
        QByteArray clientId;
        QString number;
        QStringList rooms;
    };
    struct Totals
    {
        qint64 orders = 0;
        qint64 unsynced = 0;
        qint64 messages = 0; //!< of web clients
    };
    static constexpr int pageSize = 100; //!< of a list of orders
    static constexpr int unsyncedPageSize = 50;

    WebBook(EventLog &log, OrderBook &orders, const Clock &clock, QObject *parent = nullptr);
    ~WebBook() override;

    //! Reads the log from its beginning, once; later news come by themselves.
    [[nodiscard]] Result<void> load();
    //! Whatever the log has by now.
    void catchUp();

    //! What is about to be written: when the log tells of these very bytes, they need not be decoded.
    void expect(const QByteArray &encoded, const WebMessage &message);

    //! A JSON array, oldest first: after `since`, or the latest page.
    [[nodiscard]] QByteArray orders(const QString &room, std::optional<qint64> since) const;
    //! The oldest that no server is known to have.
    [[nodiscard]] QByteArray unsynced() const;
    Totals totals() const;
    //! By number, by the client's own id, or by ours; empty members ask nothing. A number or id that two orders share names the later one.
    [[nodiscard]] std::optional<Known> find(const QByteArray &clientId, const QString &number, const OrderId &order = {}) const;
    [[nodiscard]] std::optional<Known> find(qint64 id) const;
    //! The arrival of what was said with this key; nullopt = nothing yet.
    [[nodiscard]] std::optional<qint64> saidBefore(const QByteArray &key) const;
    //! What rooms hear and no log keeps.
    void relay(const RoomNews &heard) { emit news(heard); }
    //! What announces the orders of a room that are not done yet, oldest first, at most `limit` of the latest.
    [[nodiscard]] QList<RoomNews> openOrders(const QString &room, int limit) const;

signals:
    //! The lists of these rooms are not what they were.
    void listsChanged(const QStringList &rooms);
    void news(const saji::RoomNews &news);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
