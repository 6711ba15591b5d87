// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/outboxdesk.h>

#include "factwriter.h"
#include "logging.h"
#include "orderfile.h"
#include "placedcount.h"
#include "tuning.h"

#include <QDir>
#include <QJsonDocument>
#include <QMetaMethod>
#include <QSaveFile>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const auto placedKind = u"order.placed"_s;
//! Listing 100 orders reads this many exchanges at most: a kitchen that has written 10,000 bumps has few orders among them.
constexpr int pagesListed = 10;

FlagReason reasonOf(const QString &code)
{
    static const QHash<QString, FlagReason> reasons{
        {u"duplicate_number"_s, FlagReason::DuplicateNumber}, {u"price_differs"_s, FlagReason::PriceDiffers},
        {u"discount_differs"_s, FlagReason::PriceDiffers},
        {u"unknown_product"_s, FlagReason::UnknownProduct},   {u"unknown_outlet"_s, FlagReason::UnknownOutlet},
        {u"unknown_catalog"_s, FlagReason::UnknownCatalog},   {u"unreadable"_s, FlagReason::Unreadable},
        {u"refused"_s, FlagReason::Refused},
    };
    return reasons.value(code, FlagReason::Other);
}

bool isSeen(const Order &order)
{
    return std::ranges::any_of(order.tickets, [](const Ticket &ticket) { return !ticket.seen.isEmpty(); });
}

} // namespace

OutboxDesk::OutboxDesk(const Rooms &rooms, QObject *parent)
    : OutboxService(parent), m_rooms(rooms), m_soon(rooms.scheduler), m_waiting(std::make_unique<PlacedCount>(rooms.log)),
      m_overdue(std::make_unique<PlacedCount>(rooms.log))
{
    connect(&m_rooms.log, &EventLog::grown, this, &OutboxDesk::tellSoon);
    connect(&m_rooms.quarantine, &QuarantineBook::changed, this, &OutboxDesk::tellSoon);
}

OutboxDesk::~OutboxDesk() = default;

void OutboxDesk::syncNow()
{
    QMetaObject::invokeMethod(this, [this] { emit syncAsked(); });
}

void OutboxDesk::retry(OrderId order, const QString &by)
{
    QMetaObject::invokeMethod(this, [this, order, by] { doRetry(order, by); });
}

void OutboxDesk::settle(OrderId order, const QString &note, const QString &by)
{
    QMetaObject::invokeMethod(this, [this, order, note, by] { doSettle(order, note, by); });
}

void OutboxDesk::exportOrder(OrderId order)
{
    QMetaObject::invokeMethod(this, [this, order] { doExport(order); });
}

void OutboxDesk::announce()
{
    QMetaObject::invokeMethod(this, [this] { tell(); });
}

void OutboxDesk::tellSoon()
{
    // Nobody looks, nobody pays: most kiosks never open this list.
    static const auto told = QMetaMethod::fromSignal(&OutboxDesk::changed);
    if (!m_soon.isActive() && isSignalConnected(told))
        m_soon.start(tuning::outboxCoalesce, [this] { tell(); });
}

void OutboxDesk::tell()
{
    m_soon.stop();
    emit changed(state());
}

void OutboxDesk::doRetry(const OrderId &order, const QString &by)
{
    const auto review = m_rooms.quarantine.review(order);
    if (!review.needsSomebody())
        emit refused(order, Error{ErrorCode::Conflict, u"the server has no quarrel with this order any more"_s});
    else if (!review.isRetrying)
        write(order, OrderRetried{order, by});
}

void OutboxDesk::doSettle(const OrderId &order, const QString &note, const QString &by)
{
    if (m_rooms.quarantine.review(order).needsSomebody())
        write(order, OrderSettled{order, note, by});
    else
        emit refused(order, Error{ErrorCode::Conflict, u"this order needs nobody any more"_s});
}

void OutboxDesk::write(const OrderId &order, const Fact &fact)
{
    if (const auto done = writeFacts(m_rooms.log, {fact}); !done)
        emit refused(order, done.error());
}

void OutboxDesk::doExport(const OrderId &id)
{
    const auto order = m_rooms.orders.order(id);
    const auto review = m_rooms.quarantine.review(id);
    if (!order && review.flags.isEmpty()) {
        emit refused(id, Error{ErrorCode::NotFound, u"this device does not know the order %1"_s.arg(id.toString())});
        return;
    }
    const QDir folder(m_rooms.folder + u"/exports"_s);
    const auto path = folder.filePath(orderFileName(id, order ? &*order : nullptr) + u".json"_s);
    QSaveFile file(path);
    const auto json = QJsonDocument(order ? orderToJson(*order) : reviewToJson(id, review)).toJson();
    if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        emit refused(id, Error{ErrorCode::Io, u"cannot write %1: %2"_s.arg(path, file.errorString())});
        return;
    }
    emit exported(id, path);
}

bool OutboxDesk::isMine(const Origin &origin) const
{
    const auto &me = m_rooms.log.identity();
    return me.kind != NodeKind::Kiosk || origin.device == me.origin.device;
}

OutboxState OutboxDesk::state()
{
    OutboxState state;
    if (m_rooms.log.identity().kind != NodeKind::Server) {
        const auto server = m_rooms.serverHas();
        listWaiting(state, server);
        countWaiting(state, server);
    }
    listFlagged(state);
    const auto dialling = m_rooms.dialling();
    state.attempts = dialling.attempts;
    state.nextTry = dialling.nextTry;
    return state;
}

void OutboxDesk::listWaiting(OutboxState &state, const VersionVector &server)
{
    auto passed = server;
    const auto &have = m_rooms.log.have().entries();
    for (auto it = have.cbegin(); it != have.cend(); ++it) {
        if (!isMine(it.key()))
            passed.raise(it.key(), it.value());
    }
    for (int page = 0; page < pagesListed && state.waiting.size() < OutboxState::maxListed; ++page) {
        const auto events = m_rooms.log.lackedBy(passed, OutboxState::maxListed, tuning::outboxPageBytes);
        if (!events)
            qCWarning(lcEngine).noquote() << "the outbox:" << events.error().detail;
        if (!events || events->isEmpty())
            break;
        for (const auto &event : *events) {
            passed.raise(event.stamp.origin, event.stamp.seq);
            if (event.kind != placedKind || state.waiting.size() >= OutboxState::maxListed)
                continue;
            const auto fact = decodeFact(event.kind, event.payload);
            if (fact)
                state.waiting.append(waitingOrder(std::get<OrderPlaced>(*fact).order, event));
        }
    }
    if (!state.waiting.isEmpty())
        state.oldestPlacedAt = std::ranges::min(state.waiting, {}, &OutboxOrder::placedAt).placedAt;
}

OutboxOrder OutboxDesk::waitingOrder(const PlacedOrder &placed, const Event &event) const
{
    OutboxOrder order;
    order.id = placed.id;
    order.number = placed.number;
    order.placedAt = steady(event.bornAt);
    order.total = placed.total;
    order.deviceName = placed.deviceName;
    order.overdue = m_rooms.log.now() - event.bornAt >= tuning::overdueAfter;
    noteReach(order, event.stamp);
    // What nobody else has, no kitchen has painted.
    if (order.reach != OrderReach::ThisDevice) {
        const auto known = m_rooms.orders.order(placed.id);
        order.seenByKitchen = known && isSeen(*known);
    }
    return order;
}

void OutboxDesk::noteReach(OutboxOrder &order, const EventStamp &stamp) const
{
    const auto holding = m_rooms.copies.holding(stamp);
    if (!holding.isEmpty()) {
        order.reach = holding.first().role == PeerRole::Hub ? OrderReach::Hub : OrderReach::SecondDevice;
        order.reachName = holding.first().name;
    }
    if (m_rooms.log.remembered(NodeKind::Hub).covers(stamp))
        order.reach = OrderReach::Hub;
    // Heard of from another device, it is on that one at least.
    else if (order.reach == OrderReach::ThisDevice && stamp.origin.device != m_rooms.log.identity().origin.device) {
        order.reach = OrderReach::SecondDevice;
        order.reachName = order.deviceName;
    }
}

void OutboxDesk::listFlagged(OutboxState &state)
{
    quint64 mine = 0;
    for (const auto &id : m_rooms.quarantine.flagged(tuning::flaggedLookedAt)) {
        const auto order = flaggedOrder(id);
        mine += order ? 1 : 0;
        if (order && state.flagged.size() < OutboxState::maxListed)
            state.flagged.append(*order);
    }
    const bool isWhole = m_rooms.log.identity().kind != NodeKind::Kiosk;
    state.flaggedCount = isWhole ? quint64(m_rooms.quarantine.count()) : mine;
}

std::optional<OutboxOrder> OutboxDesk::flaggedOrder(const OrderId &id) const
{
    const auto review = m_rooms.quarantine.review(id);
    const auto known = m_rooms.orders.order(id);
    if (known && !isMine(known->placedBy))
        return std::nullopt;
    OutboxOrder order;
    order.id = id;
    order.reach = OrderReach::Server;
    order.placedAt = steady(known ? known->placedAt : review.flaggedAt);
    if (known) {
        order.number = known->placed.number;
        order.total = known->placed.total;
        order.deviceName = known->placed.deviceName;
        order.seenByKitchen = isSeen(*known);
    }
    for (const auto &flag : review.flags)
        order.flags.append({reasonOf(flag.code), flag.code, flag.detail});
    order.flaggedAt = steady(review.flaggedAt);
    order.isRetrying = review.isRetrying;
    order.retries = review.retries;
    return order;
}

void OutboxDesk::countWaiting(OutboxState &state, const VersionVector &server)
{
    VersionVector have, known;
    const auto &entries = m_rooms.log.have().entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        if (!isMine(it.key()))
            continue;
        have.raise(it.key(), it.value());
        known.raise(it.key(), std::min(it.value(), server.upTo(it.key())));
    }
    state.waitingCount = std::max(m_waiting->between(known, have), quint64(state.waiting.size()));
    state.overdueCount = std::max(m_overdue->between(known, overdueUpTo(known, have)), quint64(std::ranges::count_if(state.waiting, &OutboxOrder::overdue)));
}

VersionVector OutboxDesk::overdueUpTo(const VersionVector &from, const VersionVector &have)
{
    // The events of one device are born in its order, so what was found to be old stays behind this line.
    auto known = from;
    known.merge(m_overdueUpTo);
    auto found = m_rooms.log.bornBy(m_rooms.log.now() - tuning::overdueAfter, known, have);
    if (!found) {
        qCWarning(lcEngine).noquote() << "looking for overdue orders:" << found.error().detail;
        return from;
    }
    m_overdueUpTo = std::move(*found);
    return m_overdueUpTo;
}

} // namespace saji
