// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webbook.h>

#include "log.h"
#include "orderjson.h"
#include "tuning.h"
#include "weborder.h"

#include <QHash>
#include <QScopeGuard>

#include <algorithm>
#include <map>
#include <set>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! One order as rooms see it.
struct Entry
{
    WebBook::Known known;
    QByteArray event;  //!< under which its first word was heard; empty = it came natively
    qint64 saidAt = 0; //!< the arrival of that word
    QByteArray body;   //!< of that word, while the order is recent
    QString status;    //!< of an order without dishes, as last said
    bool isSynced = false;
    bool isOld = false;                      //!< known from before this program started: rooms have heard of it
    QHash<QString, OrderState> told;         //!< per room
    mutable QHash<QString, QByteArray> json; //!< per room, while the order is recent
};

QString roomOf(OutletId outlet)
{
    return QString::number(outlet.value());
}

QByteArray eventWord(OrderState state)
{
    if (state == OrderState::Completed)
        return "order_completed";
    return state == OrderState::Cancelled ? "order_cancelled" : "order_updated";
}

} // namespace

class WebBook::Private
{
public:
    Private(WebBook *book, EventLog &events, OrderBook &orderBook, const Clock &wall) : q(book), log(events), orders(orderBook), clock(wall)
    {
    }

    Result<bool> readBatch();
    void take(const LoggedEvent &logged);
    [[nodiscard]] Result<WebMessage> messageOf(const QByteArray &bytes);
    void takeSaid(const WebMessage &message, const LoggedEvent &logged);
    void takeSaidOrder(const WebMessage &message, const LoggedEvent &logged);
    void takePlaced(const PlacedOrder &placed, qint64 arrival);
    void takeAnnounced(const OrderId &order, qint64 arrival);
    void takeChanged(const Order &order, const QSet<OutletId> &outlets);
    void tellLists(const Entry &entry);
    void tellStep(Entry &entry, const Order &order, const Ticket &ticket);
    Entry &add(qint64 arrival);
    void name(Entry &entry, const QByteArray &clientId, const QString &number);
    void setSynced(Entry &entry);
    void markOpen();

    const Entry *found(qint64 id) const;
    QByteArray jsonOf(const Entry &entry, const QString &room) const;
    QByteArray bodyOf(const Entry &entry) const;
    QByteArray listOf(const QList<qint64> &ids, const QString &room) const;
    qint64 wallOf(Milliseconds timeline) const { return (clock.wallNow() - (log.now() - timeline)).count(); }
    bool isRecent(const Entry &entry) const { return entry.known.id >= recentFrom; }

    WebBook *q;
    EventLog &log;
    OrderBook &orders;
    const Clock &clock;
    qint64 cursor = 0;
    bool isLive = false;
    bool isReading = false;
    qint64 messages = 0;
    std::map<qint64, Entry> entries; //!< by id
    qint64 recentFrom = 0;           //!< older entries keep no JSON
    QList<qint64> recent;
    std::set<qint64> unsynced;
    QHash<QString, QList<qint64>> byRoom; //!< ids, growing
    QHash<OrderId, qint64> byOrder;
    QHash<QByteArray, qint64> byClientId;
    QHash<QString, qint64> byNumber;
    QHash<QByteArray, qint64> keys;
    QHash<OrderId, std::pair<WebMessage, qint64>> announced; //!< said, and about to be placed
    struct Expected
    {
        Origin origin;
        quint64 seq = 0;
        OrderId order;
    };
    QHash<QByteArray, WebMessage> writing; //!< by its bytes
    Expected expected; //!< the order.placed of what was said last
};

Result<bool> WebBook::Private::readBatch()
{
    const auto newest = log.lastArrival();
    if (cursor >= newest)
        return false;
    const auto events = log.since(cursor, tuning::bookBatch);
    if (!events)
        return events.error();
    for (const auto &event : *events) {
        cursor = event.arrival;
        take(event);
    }
    if (events->size() < tuning::bookBatch)
        cursor = newest;
    return cursor < newest;
}

void WebBook::Private::take(const LoggedEvent &logged)
{
    const auto &kind = logged.event.kind;
    if (kind == WebMessage::kind) {
        const auto message = messageOf(logged.event.payload);
        if (message)
            takeSaid(*message, logged);
        else
            qCWarning(lcGateway).noquote() << "event" << logged.arrival << "is passed over:" << message.error().detail;
        return;
    }
    const auto &stamp = logged.event.stamp;
    if (kind == "order.placed"_L1 && stamp.seq == expected.seq && stamp.origin == expected.origin &&
        !announced.value(expected.order).first.number.isEmpty()) {
        takeAnnounced(expected.order, logged.arrival);
        return;
    }
    if (kind != "order.placed"_L1 && kind != "order.registered"_L1)
        return; // what happens to a ticket comes from the order book, folded
    const auto fact = decodeFact(kind, logged.event.payload);
    if (!fact)
        return; // the order book has said so
    if (const auto *placed = std::get_if<OrderPlaced>(&*fact))
        takePlaced(placed->order, logged.arrival);
    else if (const auto entry = entries.find(byOrder.value(orderOf(*fact))); entry != entries.end())
        setSynced(entry->second);
}

Result<WebMessage> WebBook::Private::messageOf(const QByteArray &bytes)
{
    const auto written = writing.isEmpty() ? WebMessage() : writing.take(bytes);
    if (written.event.isEmpty())
        return decodeWebMessage(bytes);
    Q_ASSERT(*decodeWebMessage(bytes) == written); // the next start reads the bytes
    return written;
}

void WebBook::Private::takeSaid(const WebMessage &message, const LoggedEvent &logged)
{
    const auto arrival = logged.arrival;
    ++messages;
    if (!message.key.isEmpty())
        keys.insert(message.key, arrival);
    const auto known = q->find(message.clientId, message.number, message.order);
    const auto order = entries.find(known ? known->id : 0);
    if (message.isSynced) {
        if (order != entries.end())
            setSynced(order->second);
        return;
    }
    if (message.isOrder) {
        takeSaidOrder(message, logged);
    } else if (order != entries.end() && message.state) {
        for (const auto &room : message.rooms)
            order->second.told.insert(room, *message.state);
        order->second.status = orderStateWord(*message.state);
        order->second.json.clear();
        tellLists(order->second);
    }
    if (isLive)
        emit q->news({message.rooms, message.event, message.body, arrival});
}

void WebBook::Private::takeSaidOrder(const WebMessage &message, const LoggedEvent &logged)
{
    const auto arrival = logged.arrival;
    if (!message.order.isNull()) {
        announced.insert(message.order, {message, arrival}); // its order.placed comes next
        expected = {logged.event.stamp.origin, logged.event.stamp.seq + 1, message.order};
        return;
    }
    auto &entry = add(arrival);
    entry.event = message.event;
    entry.saidAt = arrival;
    entry.body = message.body;
    entry.known.rooms = message.rooms;
    name(entry, message.clientId, message.number);
    for (const auto &room : message.rooms)
        byRoom[room].append(arrival);
    tellLists(entry);
}

void WebBook::Private::takePlaced(const PlacedOrder &placed, qint64 arrival)
{
    if (byOrder.contains(placed.id))
        return; // a device that was restored from a backup says it a second time
    auto &entry = add(arrival);
    entry.known.order = placed.id;
    byOrder.insert(placed.id, arrival);
    const auto said = announced.take(placed.id);
    if (said.second != 0) {
        entry.event = said.first.event;
        entry.saidAt = said.second;
        entry.body = said.first.body;
    }
    name(entry, said.first.clientId, said.first.number.isEmpty() ? placed.number.toString() : said.first.number);
    if (said.first.number.isEmpty())
        entry.known.number.clear();
    for (const auto &part : placed.parts) {
        const auto room = roomOf(part.outlet);
        entry.known.rooms.append(room);
        byRoom[room].append(arrival);
        if (said.second != 0)
            entry.told.insert(room, OrderState::Pending);
    }
    tellLists(entry);
}

void WebBook::Private::tellLists(const Entry &entry)
{
    if (isLive)
        emit q->listsChanged(entry.known.rooms);
}

//! The desk writes what was said and its order together, so all that a list needs is known without decoding the order again.
void WebBook::Private::takeAnnounced(const OrderId &order, qint64 arrival)
{
    const auto [message, saidAt] = announced.take(order);
    if (byOrder.contains(order))
        return;
    auto &entry = add(arrival);
    entry.known.order = order;
    entry.known.rooms = message.rooms;
    entry.event = message.event;
    entry.saidAt = saidAt;
    entry.body = message.body;
    byOrder.insert(order, arrival);
    name(entry, message.clientId, message.number);
    for (const auto &room : message.rooms) {
        byRoom[room].append(arrival);
        entry.told.insert(room, OrderState::Pending);
    }
    tellLists(entry);
}

Entry &WebBook::Private::add(qint64 arrival)
{
    auto &entry = entries[arrival];
    entry.known.id = arrival;
    entry.isOld = !isLive;
    unsynced.insert(arrival);
    recent.append(arrival);
    if (recent.size() > tuning::recentOrders) {
        recentFrom = recent[1];
        auto &old = entries[recent.takeFirst()];
        old.body.clear();
        old.json.clear();
    }
    return entry;
}

void WebBook::Private::name(Entry &entry, const QByteArray &clientId, const QString &number)
{
    entry.known.clientId = clientId;
    entry.known.number = number;
    if (!clientId.isEmpty())
        byClientId.insert(clientId, entry.known.id);
    if (!number.isEmpty())
        byNumber.insert(number, entry.known.id);
}

void WebBook::Private::setSynced(Entry &entry)
{
    entry.isSynced = true;
    unsynced.erase(entry.known.id);
}

void WebBook::Private::takeChanged(const Order &order, const QSet<OutletId> &outlets)
{
    q->catchUp(); // the feed may have come before us
    const auto at = entries.find(byOrder.value(order.placed.id));
    if (at == entries.end())
        return;
    auto &entry = at->second;
    entry.json.clear();
    tellLists(entry);
    if (order.registeredAs != 0)
        setSynced(entry);
    for (const auto &ticket : order.tickets) {
        if (outlets.contains(ticket.outlet))
            tellStep(entry, order, ticket);
    }
}

void WebBook::Private::tellStep(Entry &entry, const Order &order, const Ticket &ticket)
{
    const auto room = roomOf(ticket.outlet);
    const auto before = entry.told.constFind(room);
    const bool isNew = before == entry.told.cend() && !entry.isOld;
    if (before != entry.told.cend() && *before == ticket.state)
        return; // seen on a screen, or the web client that caused it has said it itself
    const auto from = before == entry.told.cend() ? std::nullopt : std::optional(*before);
    entry.told.insert(room, ticket.state);
    if (!isLive)
        return;
    const auto wall = wallOf(ticket.stateSince);
    if (isNew)
        emit q->news({{room}, "new_order", orderJson(order, ticket.outlet, entry.known, wall), cursor});
    else
        emit q->news({{room}, eventWord(ticket.state), stepJson(order, ticket, from, entry.known, wall), cursor});
}

//! Rooms heard before the restart what is open now.
void WebBook::Private::markOpen()
{
    for (const auto &order : orders.openOrders()) {
        const auto entry = entries.find(byOrder.value(order.placed.id));
        for (const auto &ticket : order.tickets) {
            if (entry != entries.end())
                entry->second.told.insert(roomOf(ticket.outlet), ticket.state);
        }
    }
}

const Entry *WebBook::Private::found(qint64 id) const
{
    const auto entry = entries.find(id);
    return entry == entries.end() ? nullptr : &entry->second;
}

QByteArray WebBook::Private::bodyOf(const Entry &entry) const
{
    if (!entry.body.isEmpty())
        return entry.body;
    const auto logged = log.since(entry.saidAt - 1, 1);
    const auto message = logged && !logged->isEmpty() ? decodeWebMessage(logged->first().event.payload) : Error{};
    return message ? message->body : QByteArray("{}");
}

QByteArray WebBook::Private::jsonOf(const Entry &entry, const QString &room) const
{
    if (const auto kept = entry.json.constFind(room); kept != entry.json.cend())
        return *kept;
    QByteArray json;
    if (entry.known.order.isNull()) {
        json = saidJson(bodyOf(entry), entry.known, room, entry.status);
    } else if (const auto order = orders.order(entry.known.order)) {
        const auto *ticket = order->ticket(outletOf(room));
        json = orderJson(*order, outletOf(room), entry.known, wallOf(ticket ? ticket->stateSince : order->placedAt));
    }
    if (isRecent(entry))
        entry.json.insert(room, json);
    return json;
}

QByteArray WebBook::Private::listOf(const QList<qint64> &ids, const QString &room) const
{
    QByteArray list = "[";
    for (const auto id : ids) {
        const auto *entry = found(id);
        const auto json = entry ? jsonOf(*entry, room.isEmpty() ? entry->known.rooms.value(0) : room) : QByteArray();
        // The book has not folded it yet. Who pages by id must not be led past it.
        if (json.isEmpty())
            break;
        if (list.size() > 1)
            list += ',';
        list += json;
    }
    return list + ']';
}

WebBook::WebBook(EventLog &log, OrderBook &orders, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, log, orders, clock))
{
    connect(&log, &EventLog::grown, this, [this] {
        if (d->isLive)
            catchUp();
    });
    connect(&orders, &OrderBook::orderChanged, this,
            [this](const Order &order, const QSet<OutletId> &outlets) { d->takeChanged(order, outlets); });
}

WebBook::~WebBook() = default;

Result<void> WebBook::load()
{
    for (;;) {
        const auto more = d->readBatch();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    d->markOpen();
    d->isLive = true;
    return {};
}

void WebBook::catchUp()
{
    if (std::exchange(d->isReading, true))
        return; // who hears our news may write: the outer call reads on
    const auto done = qScopeGuard([this] { d->isReading = false; });
    for (;;) {
        const auto more = d->readBatch();
        if (!more)
            qCWarning(lcGateway).noquote() << "reading the log:" << more.error().detail; // the next growth reads on
        if (!more || !*more)
            return;
    }
}

QByteArray WebBook::orders(const QString &room, std::optional<qint64> since) const
{
    const auto ids = d->byRoom.value(room);
    if (!since)
        return d->listOf(ids.last(std::min<qsizetype>(ids.size(), pageSize)), room);
    const auto from = std::ranges::upper_bound(ids, *since) - ids.begin();
    return d->listOf(ids.mid(from, pageSize), room);
}

QByteArray WebBook::unsynced() const
{
    QList<qint64> ids;
    for (auto it = d->unsynced.cbegin(); it != d->unsynced.cend() && ids.size() < unsyncedPageSize; ++it)
        ids.append(*it);
    return d->listOf(ids, {});
}

WebBook::Totals WebBook::totals() const
{
    return {qint64(d->entries.size()), qint64(d->unsynced.size()), d->messages};
}

void WebBook::expect(const QByteArray &encoded, const WebMessage &message)
{
    if (d->writing.size() >= tuning::bookBatch)
        d->writing.clear();
    d->writing.insert(encoded, message);
}

std::optional<WebBook::Known> WebBook::find(const QByteArray &clientId, const QString &number, const OrderId &order) const
{
    const auto *entry = order.isNull() ? nullptr : d->found(d->byOrder.value(order));
    if (order.isNull() && !number.isEmpty()) {
        entry = d->found(d->byNumber.value(number));
        // Numbers of web kiosks are drawn at random, and two orders of a day may share one.
        const auto *byId = clientId.isEmpty() ? nullptr : d->found(d->byClientId.value(clientId));
        if (entry && byId && byId->known.number == number)
            entry = byId;
    }
    if (order.isNull() && number.isEmpty() && !clientId.isEmpty())
        entry = d->found(d->byClientId.value(clientId));
    return entry ? std::optional(entry->known) : std::nullopt;
}

std::optional<WebBook::Known> WebBook::find(qint64 id) const
{
    const auto *entry = d->found(id);
    return entry ? std::optional(entry->known) : std::nullopt;
}

std::optional<qint64> WebBook::saidBefore(const QByteArray &key) const
{
    const auto at = d->keys.constFind(key);
    return at == d->keys.cend() ? std::nullopt : std::optional(*at);
}

QList<RoomNews> WebBook::openOrders(const QString &room, int limit) const
{
    QList<RoomNews> open;
    const auto ids = d->byRoom.value(room);
    int searched = 0;
    for (auto id = ids.crbegin(); id != ids.crend() && open.size() < limit && searched < tuning::openOrdersSearched; ++id, ++searched) {
        const auto *entry = d->found(*id);
        const auto order = d->orders.order(entry->known.order);
        const auto *ticket = order ? order->ticket(outletOf(room)) : nullptr;
        if (!ticket || !isOpen(ticket->state))
            continue;
        if (entry->event.isEmpty())
            open.prepend({{room}, "new_order", d->jsonOf(*entry, room), *id, entry->known.order});
        else
            open.prepend({{room}, entry->event, d->bodyOf(*entry), *id, entry->known.order});
    }
    return open;
}

} // namespace saji
