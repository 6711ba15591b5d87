// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/orderbook.h>

#include "boardhashes.h"
#include "factrows.h"
#include "logging.h"
#include "tuning.h"

#include <store/eventlog.h>

#include <QHash>
#include <QSet>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;

//! One order in memory.
struct Entry
{
    OrderFacts facts;
    std::optional<Order> order; //!< none before order.placed has come
    bool isDirty = false;       //!< not on the disk like this
    quint64 touched = 0;

    bool isOpen() const { return order && order->isOpen(); }
    void fold() { order = foldOrder(facts.facts()); }
};

QSet<OutletId> changedTickets(const std::optional<Order> &before, const Order &after)
{
    QSet<OutletId> changed;
    for (const auto &ticket : after.tickets) {
        const auto *was = before ? before->ticket(ticket.outlet) : nullptr;
        if (!was || *was != ticket)
            changed.insert(ticket.outlet);
    }
    return changed;
}

bool olderFirst(const Order &a, const Order &b)
{
    return a.stamp < b.stamp;
}

} // namespace

class OrderBook::Private
{
public:
    explicit Private(std::unique_ptr<ProjectionStore> rows) : store(std::move(rows)), cursor(store->cursor()) {}

    //! A row that is not what was written is made anew from the log: an order must not vanish from a kitchen.
    std::optional<Entry> read(const OrderId &id, const QByteArray &body) const
    {
        auto facts = OrderFacts::fromBytes(body);
        if (!facts) {
            qCWarning(lcEngine).noquote() << "order" << id.toString() << "is folded again from the log:" << facts.error().detail;
            readAgain = true;
            return std::nullopt;
        }
        Entry entry;
        entry.facts = std::move(*facts);
        entry.fold();
        return entry;
    }

    //! Who asks for a new order is about to write it: that it is not on the disk is looked up once.
    std::optional<Entry> fromDisk(const OrderId &id) const
    {
        if (absent.contains(id))
            return std::nullopt;
        const auto body = store->body(id.toBytes());
        if (!body)
            qCWarning(lcEngine).noquote() << "order" << id.toString() << ':' << body.error().detail;
        if (body && !*body) {
            if (absent.size() >= tuning::absentKept)
                absent.clear();
            absent.insert(id);
        }
        return body && *body ? read(id, **body) : std::nullopt;
    }

    Entry &entry(const OrderId &id)
    {
        if (!entries.contains(id))
            entries.insert(id, fromDisk(id).value_or(Entry()));
        absent.remove(id);
        auto &found = entries[id];
        found.touched = ++touches;
        return found;
    }

    //! In the order in which they were touched, so that the same facts make the same file.
    QList<ProjectionRow> dirtyRows() const
    {
        QList<std::pair<quint64, OrderId>> dirty;
        for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
            if (it->isDirty)
                dirty.append({it->touched, it.key()});
        }
        std::ranges::sort(dirty, {}, &std::pair<quint64, OrderId>::first);
        QList<ProjectionRow> rows;
        rows.reserve(dirty.size());
        for (const auto &[touched, id] : std::as_const(dirty)) {
            const auto &entry = *entries.constFind(id);
            rows.append({id.toBytes(), entry.facts.toBytes(), entry.isOpen()});
        }
        return rows;
    }

    //! Forgets what was touched longest ago; it is on the disk.
    void dropOld()
    {
        // Looking for the oldest takes a while: it is done for many at once.
        if (entries.size() <= tuning::ordersKept + tuning::ordersKept / 4)
            return;
        QList<std::pair<quint64, OrderId>> clean;
        for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
            if (!it->isDirty)
                clean.append({it->touched, it.key()});
        }
        const auto tooMany = clean.size() - tuning::ordersKept;
        if (tooMany <= 0)
            return;
        std::ranges::nth_element(clean, clean.begin() + tooMany, {}, [](const auto &pair) { return pair.first; });
        for (const auto &[touched, id] : clean.first(tooMany))
            entries.remove(id);
    }

    //! Every order that is open, in memory or on the disk.
    QHash<OrderId, Order> open() const
    {
        QHash<OrderId, Order> found;
        const auto rows = store->openRows();
        if (!rows)
            qCWarning(lcEngine).noquote() << "open orders:" << rows.error().detail;
        for (const auto &row : rows ? *rows : QList<ProjectionRow>()) {
            const auto id = OrderId::fromBytes(row.key);
            if (!id || entries.contains(*id))
                continue; // what is in memory is newer
            if (const auto entry = read(*id, row.body); entry && entry->isOpen())
                found.insert(*id, *entry->order);
        }
        for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
            if (it->isOpen())
                found.insert(it.key(), *it->order);
        }
        return found;
    }

    std::unique_ptr<ProjectionStore> store;
    qint64 cursor = 0;
    QHash<OrderId, Entry> entries;
    mutable QSet<OrderId> absent; //!< asked for, and not on the disk; none of them is in memory
    QList<OrderId> changed; //!< in this batch, the first first
    quint64 touches = 0;
    mutable bool readAgain = false; //!< a row was no good
    mutable BoardHashes hashes;
};

OrderBook::OrderBook() = default;
OrderBook::~OrderBook() = default;

Result<std::unique_ptr<OrderBook>> OrderBook::open(Database &database)
{
    auto store = ProjectionStore::open(database, u"orders"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<OrderBook> book(new OrderBook);
    book->d = std::make_unique<Private>(std::move(*store));
    return book;
}

std::optional<Order> OrderBook::order(const OrderId &id) const
{
    if (const auto at = d->entries.constFind(id); at != d->entries.cend())
        return at->order;
    const auto entry = d->fromDisk(id);
    return entry ? entry->order : std::nullopt;
}

QHash<Origin, quint64> OrderBook::firstNeeded(Milliseconds since) const
{
    QHash<Origin, quint64> first;
    const auto need = [&first, since](const QList<OrderFacts::Mark> &marks) {
        if (std::ranges::any_of(marks, [since](const auto &mark) { return mark.isPlaced && mark.bornAt <= since; }))
            return;
        for (const auto &mark : marks) {
            auto &seq = first[mark.origin];
            seq = seq == 0 ? mark.seq : std::min(seq, mark.seq);
        }
    };
    const auto rows = d->store->openRows();
    if (!rows)
        qCWarning(lcEngine).noquote() << "open orders:" << rows.error().detail;
    for (const auto &row : rows ? *rows : QList<ProjectionRow>())
        need(OrderFacts::marksIn(row.body));
    for (const auto &entry : std::as_const(d->entries)) {
        if (entry.isOpen())
            need(entry.facts.marks());
    }
    return first;
}

QList<Order> OrderBook::openOrders(OutletId outlet) const
{
    QList<Order> open;
    for (const auto &order : d->open()) {
        const auto *ticket = order.ticket(outlet);
        if (outlet.isNull() || (ticket && saji::isOpen(ticket->state)))
            open.append(order);
    }
    std::ranges::sort(open, olderFirst);
    return open;
}

Result<QList<Order>> OrderBook::latest(int limit)
{
    if (const auto done = flush(); !done)
        return done.error();
    const auto rows = d->store->latest(limit);
    if (!rows)
        return rows.error();
    QList<Order> orders;
    for (const auto &row : *rows) {
        const auto id = OrderId::fromBytes(row.key);
        const auto found = id ? order(*id) : std::nullopt;
        if (found)
            orders.append(*found);
    }
    std::ranges::sort(orders, [](const Order &a, const Order &b) { return olderFirst(b, a); });
    return orders;
}

Result<qint64> OrderBook::count()
{
    if (const auto done = flush(); !done)
        return done.error();
    return d->store->count();
}

qint64 OrderBook::cursor() const
{
    return d->cursor;
}

void OrderBook::read(const LoggedEvent &event, const Fact &fact)
{
    const auto id = orderOf(fact);
    if (id.isNull())
        return;
    auto &entry = d->entry(id);
    if (!entry.facts.add(event, fact))
        return;
    entry.isDirty = true;
    if (!d->changed.contains(id))
        d->changed.append(id);
}

void OrderBook::passed(qint64 arrival)
{
    d->cursor = std::exchange(d->readAgain, false) ? 0 : arrival;
    for (const auto &id : std::exchange(d->changed, {})) {
        auto &entry = d->entries[id];
        const auto before = entry.order;
        entry.fold();
        if (!entry.order || entry.order == before)
            continue;
        d->hashes.set(*entry.order);
        // A copy: whoever is told may write, and so change the book.
        const auto now = *entry.order;
        emit orderChanged(now, changedTickets(before, now));
    }
}

std::optional<quint64> OrderBook::digest() const
{
    if (!d->hashes.isComplete()) {
        d->hashes.begin();
        const auto onDisk = d->store->openCount();
        if (!onDisk || *onDisk > tuning::boardCounted) {
            d->hashes.giveUp();
            return std::nullopt;
        }
        for (const auto &order : d->open())
            d->hashes.set(order);
    }
    return d->hashes.sum();
}

Result<int> OrderBook::repair(const EventLog &log)
{
    QHash<OrderId, OrderFacts> anew;
    for (qint64 at = 0; at < log.lastArrival();) {
        const auto events = log.since(at, tuning::feedBatch);
        if (!events)
            return events.error();
        for (const auto &event : *events) {
            const auto fact = decodeFact(event.event.kind, event.event.payload);
            if (const auto id = fact ? orderOf(*fact) : OrderId(); !id.isNull())
                anew[id].add(event, *fact);
        }
        at = events->isEmpty() ? log.lastArrival() : events->last().arrival;
    }
    int repaired = 0;
    for (auto it = anew.cbegin(); it != anew.cend(); ++it) {
        const auto truth = foldOrder(it->facts());
        const auto before = order(it.key());
        if (!truth || truth == before)
            continue;
        auto &entry = d->entry(it.key());
        // The log alone would open it again: of what it was folded from something has been trimmed since.
        if (std::ranges::any_of(entry.facts.marks(), [&log](const auto &mark) { return mark.seq <= log.floor().upTo(mark.origin); }))
            continue;
        entry.facts = *it;
        entry.order = truth;
        entry.isDirty = true;
        d->hashes.set(*truth);
        ++repaired;
        const auto now = *truth;
        emit orderChanged(now, changedTickets(before, now));
    }
    d->hashes.forget(); // what no fact speaks of is looked for again on the disk
    return repaired;
}

Result<void> OrderBook::flush()
{
    const auto rows = d->dirtyRows();
    if (rows.isEmpty() && d->cursor == d->store->cursor())
        return {};
    if (const auto done = d->store->commit(d->cursor, rows); !done)
        return done;
    for (auto &entry : d->entries)
        entry.isDirty = false;
    d->dropOld();
    return {};
}

} // namespace saji
