// SPDX-License-Identifier: GPL-3.0-or-later
//
// The linker puts these functions in the place of the product's (--wrap, see CMakeLists.txt), in this one program. So no product source
// knows of them and no other binary can contain them. A function whose signature changes fails to link.

#include "bugs.h"

#include <base/backoff.h>
#include <domain/facts.h>
#include <domain/orderfold.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>
#include <store/projectionstore.h>
#include <sync/fallbackpolicy.h>
#include <sync/frames.h>

#include <QSet>

#include <algorithm>
#include <limits>

namespace saji {

class ExchangePump;

namespace {

using namespace std::chrono_literals;

constexpr int queueLength = 10;
constexpr Milliseconds expiry = 15s;
constexpr int triesUntilItGivesUp = 2;
constexpr int pushesUntilItDrops = 10;

struct Collected
{
    Bug bug = Bug::None;
    QHash<QString, QSet<qint64>> rowVersions; //!< "kind/id": every version seen
    QHash<const void *, int> tries;
    QHash<const void *, int> pushes;
    QHash<const EventLog *, QList<Event>> ghosts;
    QHash<const EventLog *, QList<OrderPlaced>> again;
    quint64 ids = 0;
};

Collected collected;

bool has(Bug bug)
{
    return collected.bug == bug;
}

OrderId freshId()
{
    return OrderId(QUuid(quint32(++collected.ids), 0x5a, 0x7a01, 0x80, 1, 2, 3, 4, 5, 6, 7));
}

using Work = std::function<Result<void>(LogWriter &)>;
using Durable = std::function<void()>;

//! Remembers what is appended, whatever becomes of it.
class Spy final : public LogWriter
{
public:
    Spy(LogWriter &real, QList<Event> &appended) : m_real(real), m_appended(appended) {}

    Result<LoggedEvent> append(const QString &kind, const QByteArray &payload) override
    {
        auto done = m_real.append(kind, payload);
        if (done)
            m_appended.append(done->event);
        return done;
    }
    Result<qint64> draw(const QString &counter) override { return m_real.draw(counter); }

private:
    LogWriter &m_real;
    QList<Event> &m_appended;
};

} // namespace

void plant(Bug bug)
{
    collected = {};
    collected.bug = bug;
}

// --- The product's functions, and what stands in their place.

using Page = CatalogStore::Page;
Result<Page> realChangesSince(const CatalogStore *, qint64, int) asm("__real__ZNK4saji12CatalogStore12changesSinceExi");
Result<Page> plantedChangesSince(const CatalogStore *, qint64, int) asm("__wrap__ZNK4saji12CatalogStore12changesSinceExi");
Result<QList<Event>> realLackedBy(const EventLog *, const VersionVector &, int, qsizetype)
    asm("__real__ZNK4saji8EventLog8lackedByERKNS_13VersionVectorEix");
Result<QList<Event>> plantedLackedBy(const EventLog *, const VersionVector &, int, qsizetype)
    asm("__wrap__ZNK4saji8EventLog8lackedByERKNS_13VersionVectorEix");
Result<EventLog::Merged> realMerge(EventLog *, const QList<Event> &, const VersionVector &)
    asm("__real__ZN4saji8EventLog5mergeERK5QListINS_5EventEERKNS_13VersionVectorE");
Result<EventLog::Merged> plantedMerge(EventLog *, const QList<Event> &, const VersionVector &)
    asm("__wrap__ZN4saji8EventLog5mergeERK5QListINS_5EventEERKNS_13VersionVectorE");
Result<void> realWrite(EventLog *, const Work &, const Durable &)
    asm("__real__ZN4saji8EventLog5writeERKSt8functionIFNS_6ResultIvEERNS_9LogWriterEEERKS1_IFvvEE");
Result<void> plantedWrite(EventLog *, const Work &, const Durable &)
    asm("__wrap__ZN4saji8EventLog5writeERKSt8functionIFNS_6ResultIvEERNS_9LogWriterEEERKS1_IFvvEE");
Result<void> realCommit(ProjectionStore *, qint64, const QList<ProjectionRow> &)
    asm("__real__ZN4saji15ProjectionStore6commitExRK5QListINS_13ProjectionRowEE");
Result<void> plantedCommit(ProjectionStore *, qint64, const QList<ProjectionRow> &)
    asm("__wrap__ZN4saji15ProjectionStore6commitExRK5QListINS_13ProjectionRowEE");
Milliseconds realSocketDelay(FallbackPolicy *) asm("__real__ZN4saji14FallbackPolicy15nextSocketDelayEv");
Milliseconds plantedSocketDelay(FallbackPolicy *) asm("__wrap__ZN4saji14FallbackPolicy15nextSocketDelayEv");
Milliseconds realBackoff(Backoff *) asm("__real__ZN4saji7Backoff4nextEv");
Milliseconds plantedBackoff(Backoff *) asm("__wrap__ZN4saji7Backoff4nextEv");
Result<std::optional<ExchangeFrame>> realNext(ExchangePump *) asm("__real__ZN4saji12ExchangePump4nextEv");
Result<std::optional<ExchangeFrame>> plantedNext(ExchangePump *) asm("__wrap__ZN4saji12ExchangePump4nextEv");
Result<PlacedOrder> realPlaceOrder(const OrderId &, const Cart &, const Menu &, const OrderNumber &, QDate, const PromotionMoment &)
    asm("__real__ZN4saji10placeOrderERKNS_2IdINS_8OrderTagEEERKNS_4CartERKNS_4MenuERKNS_11OrderNumberE5QDateRKNS_15PromotionMomentE");
Result<PlacedOrder> plantedPlaceOrder(const OrderId &, const Cart &, const Menu &, const OrderNumber &, QDate, const PromotionMoment &)
    asm("__wrap__ZN4saji10placeOrderERKNS_2IdINS_8OrderTagEEERKNS_4CartERKNS_4MenuERKNS_11OrderNumberE5QDateRKNS_15PromotionMomentE");
std::optional<Order> realFoldOrder(QList<StampedFact>) asm("__real__ZN4saji9foldOrderE5QListINS_11StampedFactEE");
std::optional<Order> plantedFoldOrder(QList<StampedFact>) asm("__wrap__ZN4saji9foldOrderE5QListINS_11StampedFactEE");

Result<Page> plantedChangesSince(const CatalogStore *store, qint64 version, int limit)
{
    auto page = realChangesSince(store, version, limit);
    if (!page || version == 0)
        return page;
    // The systems that have these defects have no digest either, by which a reader of ours notices and starts over.
    if (has(Bug::NoTombstones) || has(Bug::CursorOfRows))
        page->digest.reset();
    if (has(Bug::NoTombstones))
        page->changes.removeIf([](const CatalogRow &row) { return row.deleted; });
    if (!has(Bug::CursorOfRows))
        return page;
    const auto all = realChangesSince(store, 0, std::numeric_limits<int>::max() - 1);
    const auto keyOf = [](const CatalogRow &row) { return QString(row.kind + QLatin1Char('/') + row.id); };
    qsizetype cursor = 0;
    for (const auto &row : all ? all->changes : QList<CatalogRow>()) {
        auto &versions = collected.rowVersions[keyOf(row)];
        versions.insert(row.version);
        if (row.version <= version)
            cursor = std::max(cursor, versions.size());
    }
    page->changes.removeIf([&](const CatalogRow &row) { return collected.rowVersions.value(keyOf(row)).size() <= cursor; });
    return page;
}

namespace {

QList<Event> afterTheNewest(const EventLog &log, const VersionVector &peer, const QList<Event> &events)
{
    Hlc newest;
    for (auto it = peer.entries().cbegin(); it != peer.entries().cend(); ++it) {
        const auto stamp = log.stampOf(it.key(), std::min(it.value(), log.have().upTo(it.key())));
        if (stamp && *stamp)
            newest = std::max(newest, **stamp);
    }
    QList<Event> later;
    std::ranges::copy_if(events, std::back_inserter(later), [&](const Event &event) { return event.stamp.hlc > newest; });
    return later;
}

QList<Event> stillInTheQueue(const EventLog &log, const QList<Event> &events)
{
    QSet<std::pair<Origin, quint64>> queue;
    const auto last = log.since(log.lastArrival() - queueLength, queueLength);
    for (const auto &logged : last.value_or(QList<LoggedEvent>()))
        queue.insert({logged.event.stamp.origin, logged.event.stamp.seq});
    QList<Event> kept;
    std::ranges::copy_if(events, std::back_inserter(kept),
                         [&](const Event &event) { return queue.contains({event.stamp.origin, event.stamp.seq}); });
    return kept;
}

} // namespace

Result<QList<Event>> plantedLackedBy(const EventLog *log, const VersionVector &peer, int maxEvents, qsizetype maxBytes)
{
    auto events = realLackedBy(log, peer, maxEvents, maxBytes);
    if (!events)
        return events;
    if (has(Bug::TimeStampIds))
        return afterTheNewest(*log, peer, *events);
    if (has(Bug::ShortQueue))
        return stillInTheQueue(*log, *events);
    if (has(Bug::ExpiringOutbox)) {
        events->removeIf([log](const Event &event) {
            return event.stamp.origin.device == log->identity().origin.device && log->now() - event.bornAt > expiry;
        });
    }
    if (has(Bug::BroadcastInside)) {
        for (const auto &ghost : collected.ghosts.value(log)) {
            if (!peer.covers(ghost.stamp) && !log->have().covers(ghost.stamp))
                events->append(ghost);
        }
    }
    return events;
}

namespace {

//! The orders among these that go on under another id as well.
QList<OrderPlaced> doubled(const EventLog &log, const QList<Event> &events)
{
    QList<OrderPlaced> orders;
    for (const auto &event : events) {
        const bool isKnown = log.have().covers(event.stamp);
        const bool isDoubled = (has(Bug::ReplayedAsNew) && log.identity().kind == NodeKind::Server && isKnown) ||
                               (has(Bug::SecondId) && log.identity().kind == NodeKind::Hub && !isKnown);
        const auto fact = decodeFact(event.kind, event.payload);
        if (!isDoubled || !fact || !std::holds_alternative<OrderPlaced>(*fact))
            continue;
        orders.append(std::get<OrderPlaced>(*fact));
        orders.last().order.id = freshId();
    }
    return orders;
}

Result<void> writeOrders(EventLog &log, const QList<OrderPlaced> &orders)
{
    const Work work = [&orders](LogWriter &writer) -> Result<void> {
        for (const auto &order : orders) {
            const auto fact = encodeFact(order);
            if (const auto done = writer.append(fact.kind, fact.payload); !done)
                return done.error();
        }
        return {};
    };
    return orders.isEmpty() ? Result<void>() : realWrite(&log, work, {});
}

} // namespace

Result<EventLog::Merged> plantedMerge(EventLog *log, const QList<Event> &events, const VersionVector &floor)
{
    auto taken = events;
    if (has(Bug::TrustedClocks)) {
        const auto wall = log->lastStamp().physical();
        for (auto &event : taken)
            event.bornAt = log->now() - (std::max(wall, event.stamp.hlc.physical()) - event.stamp.hlc.physical());
    }
    const auto more = doubled(*log, events);
    auto merged = realMerge(log, taken, floor);
    if (merged)
        (void)writeOrders(*log, more);
    return merged;
}

Result<void> plantedWrite(EventLog *log, const Work &work, const Durable &durable)
{
    if (has(Bug::NumbersFromServer) && log->identity().kind == NodeKind::Kiosk && !log->remembered(NodeKind::Server).covers(log->have()))
        return Error{ErrorCode::Unreachable, QStringLiteral("the server gives no number")};
    if (!has(Bug::BroadcastInside) && !has(Bug::RetriedAsNew))
        return realWrite(log, work, durable);
    QList<Event> appended;
    const Work watched = [&](LogWriter &writer) {
        Spy spy(writer, appended);
        return work(spy);
    };
    auto done = realWrite(log, watched, durable);
    if (done) {
        (void)writeOrders(*log, collected.again.take(log));
        return done;
    }
    collected.ghosts[log] = appended;
    for (const auto &event : std::as_const(appended)) {
        const auto fact = decodeFact(event.kind, event.payload);
        if (!has(Bug::RetriedAsNew) || !fact || !std::holds_alternative<OrderPlaced>(*fact))
            continue;
        collected.again[log].append(std::get<OrderPlaced>(*fact));
        collected.again[log].last().order.id = freshId();
    }
    return done;
}

Result<void> plantedCommit(ProjectionStore *store, qint64 cursor, const QList<ProjectionRow> &rows)
{
    return realCommit(store, cursor, has(Bug::StaleAsLive) ? QList<ProjectionRow>() : rows);
}

Milliseconds plantedSocketDelay(FallbackPolicy *policy)
{
    const auto delay = realSocketDelay(policy);
    return has(Bug::GivesUp) && ++collected.tries[policy] > triesUntilItGivesUp ? 24h : delay;
}

Milliseconds plantedBackoff(Backoff *backoff)
{
    const auto delay = realBackoff(backoff);
    return has(Bug::GivesUp) && ++collected.tries[backoff] > triesUntilItGivesUp ? 24h : delay;
}

Result<std::optional<ExchangeFrame>> plantedNext(ExchangePump *pump)
{
    auto frame = realNext(pump);
    if (has(Bug::DroppedPushes) && frame && *frame && !(*frame)->events.isEmpty() && ++collected.pushes[pump] > pushesUntilItDrops)
        (*frame)->events.clear();
    return frame;
}

Result<PlacedOrder> plantedPlaceOrder(const OrderId &id, const Cart &cart, const Menu &menu, const OrderNumber &number, QDate day,
                                     const PromotionMoment &moment)
{
    auto order = realPlaceOrder(id, cart, menu, number, day, moment);
    if (has(Bug::FirstOutletOnly) && order)
        order->parts = order->parts.first(1);
    return order;
}

std::optional<Order> plantedFoldOrder(QList<StampedFact> facts)
{
    auto order = realFoldOrder(facts);
    if (!has(Bug::PaidResets) || !order)
        return order;
    std::ranges::sort(facts, [](const StampedFact &a, const StampedFact &b) { return a.stamp < b.stamp; });
    // Whatever was cooked before the server's word came is started over.
    const auto word = std::ranges::find_if(facts, [](const StampedFact &f) { return std::holds_alternative<OrderRegistered>(f.fact); });
    for (auto &ticket : order->tickets) {
        const bool wasStarted = std::any_of(facts.begin(), word, [&](const StampedFact &fact) {
            const auto *step = std::get_if<TicketAdvanced>(&fact.fact);
            return step && step->outlet == ticket.outlet;
        });
        if (word != facts.end() && wasStarted)
            ticket.state = OrderState::Pending;
    }
    return order;
}

} // namespace saji
