// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/scheduler.h>
#include <gateway/webbook.h>
#include <services/menuservice.h>

#include <QJsonObject>

#include <functional>
#include <memory>
#include <optional>

namespace saji {

class CommitGroup;
class Node;

//! What one web client says, before anybody has looked at it.
struct WebStatement
{
    enum class Meaning {
        Relay,        //!< whatever its name means to those in the room
        NewOrder,     //!< an order for one outlet
        OfflineOrder, //!< an order for several, under `checkout_data`
        Status,       //!< `status` says into which state an order comes
        Complete,
        Cancel,
        Synced, //!< the server behind the client has the order
    };
    Meaning meaning = Meaning::Relay;
    QByteArray event; //!< under which rooms hear it
    QByteArray body;  //!< JSON, an object
    QByteArray key;   //!< an idempotency key of the client's, any bytes; empty = none
    std::optional<QJsonObject> data = {}; //!< the body, where somebody has read it already
    QString via{};    //!< the other hub at which it was heard; empty = a client says it to us
};

//! What is said back when it is on the disk.
struct WebReceipt
{
    QStringList rooms;
    QByteArray orderId; //!< JSON: the client's `id`, or else its `order_number`; empty = neither
    qint64 id = 0;      //!< ours, of the order; 0 = it is about none that we know
    OrderId order;
    bool replayed = false; //!< it was here before; nothing was written and nobody heard it again
};

//! Takes what web clients say: one durable transaction for everything that waits (group commit), and the answer after it. A single
//! statement is written in the next turn of the event loop; on a slow disk a busy moment's are gathered (src/commitgroup.h).
//!
//! Orders become ordinary facts of this node, each once, however often and by whichever client they are said (G1, G2); steps of a
//! ticket become facts when they are legal. Lives on the node's thread.
class WebDesk : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<WebReceipt> &)>;

    struct Rooms
    {
        Node &node;
        WebBook &book;
        const Clock &clock;
        Scheduler &scheduler;
        Random &random;
    };

    //! `code`: the letters of the numbers that kitchens see for orders of web clients ("WB-001").
    WebDesk(const Rooms &rooms, const QString &code, QObject *parent = nullptr);
    ~WebDesk() override;

    //! Answers exactly once, later: after the commit, or with what is wrong. InvalidArgument: the statement; Conflict: not in the present
    //! state; TooLarge; Busy: too much is waiting; DiskFull, ReadOnly, Corrupt, Io: the disk.
    void say(const WebStatement &statement, Answer answer);
    //! Commits what waits now.
    void commit();

signals:
    //! After a commit, before its answers: news of it have gone out to rooms and may be sent.
    void committed();

private:
    struct Waiting;

    void commitWhenGathered();
    [[nodiscard]] Result<Waiting> prepared(const WebStatement &statement);
    [[nodiscard]] Result<void> prepareOrder(const WebStatement &statement, const QJsonObject &data, Waiting &waiting);
    [[nodiscard]] Result<void> prepareNews(const WebStatement &statement, const QJsonObject &data, Waiting &waiting);
    [[nodiscard]] Result<void> prepareSteps(OrderState to, Waiting &waiting);
    [[nodiscard]] std::optional<PlacedOrder> placedBefore(const OrderId &id) const;
    [[nodiscard]] Result<void> write(QList<Waiting> &batch);

    Rooms m_rooms;
    QString m_code;
    MenuState m_menu;
    Timer m_commitSoon;
    std::unique_ptr<CommitGroup> m_group;
    QList<Waiting> m_waiting;
    QHash<OrderId, PlacedOrder> m_placing; //!< in m_waiting
    bool m_hasSteps = false;               //!< what waits changes what may be said next
};

} // namespace saji
