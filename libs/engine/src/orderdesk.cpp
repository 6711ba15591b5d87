// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/orderdesk.h>

#include "logging.h"
#include "tuning.h"

#include <domain/isoday.h>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! The kitchens' word on the first product of the basket that they have run out of.
std::optional<Error> soldOut(const Cart &cart, const MenuState &menu)
{
    for (const auto &item : cart.items()) {
        if (!menu.soldOut.contains(item.product))
            continue;
        const auto *product = menu.menu->product(item.product);
        return Error{ErrorCode::Conflict, u"'%1' is sold out"_s.arg(product ? product->name.id : QString::number(item.product.value()))};
    }
    return std::nullopt;
}

//! The promotions of the moment at which the guest was shown the price, unless that is long ago.
PromotionMoment momentOf(const Cart &cart, const MenuState &menu, Milliseconds wall)
{
    const auto age = cart.pricedAt ? wall - *cart.pricedAt : Milliseconds::max();
    const bool holds = age >= Milliseconds(0) && age <= tuning::shownPriceHolds;
    return {holds ? *cart.pricedAt : wall, menu.promotionUses};
}

bool sameProgress(const OrderProgress &a, const OrderProgress &b)
{
    const auto same = [](const OrderProgress::Kitchen &x, const OrderProgress::Kitchen &y) {
        return x.outlet == y.outlet && x.seenAfter == y.seenAfter && x.state == y.state;
    };
    const auto sameDevice = [](const OrderProgress::Copy &x, const OrderProgress::Copy &y) { return x.role == y.role && x.name == y.name; };
    return a.atHub == b.atHub && a.atServer == b.atServer && std::ranges::equal(a.kitchens, b.kitchens, same) &&
           std::ranges::equal(a.copies, b.copies, sameDevice);
}

} // namespace

NumberPlace nextNumberPlace(QDate today, Milliseconds wallNow, Milliseconds timelineNow, const QString &code, const DayBook &days)
{
    const int highestToday = days.highest(code, today);
    const auto last = days.lastNumber(code);
    if (!last || last->day == today)
        return {today, highestToday};
    const auto expectedWall = last->wall + (timelineNow - last->bornAt);
    const bool clockWasSet = today < last->day || std::chrono::abs(wallNow - expectedWall) > tuning::clockWasSetBeyond;
    return {today, clockWasSet ? std::max(highestToday, last->counter) : highestToday};
}

OrderDesk::OrderDesk(const Rooms &rooms, const QString &deviceCode, QObject *parent)
    : OrderService(parent), m_rooms(rooms), m_code(deviceCode)
{
    connect(&m_rooms.orders, &OrderBook::orderChanged, this, [this](const Order &order) {
        m_written.remove(order.placed.id);
        if (m_followed.contains(order.placed.id))
            tell(order.placed.id);
    });
}

OrderDesk::~OrderDesk() = default;

void OrderDesk::place(const Cart &cart)
{
    // Direct on the engine's own thread, queued from any other: the kiosk's screen never waits for its disk.
    QMetaObject::invokeMethod(this, [this, cart] { doPlace(cart); });
}

void OrderDesk::doPlace(const Cart &cart)
{
    if (const auto before = placedBefore(cart.id())) {
        // The first tap is still being answered; that answer is for both.
        if (m_unconfirmed.contains(before->order.id))
            return;
        sayPlaced(before->order, before->stamp);
        follow(before->order);
        return;
    }
    const auto written = write(cart);
    if (!written) {
        qCWarning(lcEngine).noquote() << m_code << "takes no order:" << written.error().detail;
        emit refused(cart.id(), written.error());
        return;
    }
    qCDebug(lcEngine).noquote() << "placed" << written->order.number.toString() << written->order.id.toString();
    if (!m_unconfirmed.contains(written->order.id))
        follow(written->order);
}

void OrderDesk::confirm(const Written &written)
{
    const auto id = written.order.id;
    const bool isAlone = !m_rooms.hasCompany || !m_rooms.hasCompany();
    if (isAlone || !m_rooms.copies.holding(written.stamp).isEmpty()) {
        sayPlaced(written.order, written.stamp);
        return;
    }
    auto patience = std::make_unique<Timer>(m_rooms.scheduler);
    patience->start(tuning::secondCopyWithin, [this, id] { sayPlaced(id); });
    m_unconfirmed.emplace(id, Unconfirmed{written.order, written.stamp, std::move(patience)});
}

void OrderDesk::sayPlaced(const OrderId &id)
{
    const auto found = m_unconfirmed.extract(id);
    if (found.empty())
        return;
    const auto order = found.mapped().order;
    sayPlaced(order, found.mapped().stamp);
    follow(order);
}

void OrderDesk::sayPlaced(const PlacedOrder &order, const EventStamp &stamp)
{
    const auto holding = m_rooms.copies.holding(stamp);
    emit placed(order, {1 + int(holding.size()), holding.isEmpty() ? QString() : holding.first().name});
}

std::optional<OrderDesk::Written> OrderDesk::placedBefore(const BasketId &basket) const
{
    if (basket.isNull())
        return std::nullopt;
    const auto id = OrderBook::orderIdOf(basket);
    // The book may have a backlog to read before it comes to what was written a moment ago.
    if (const auto at = m_written.constFind(id); at != m_written.cend())
        return *at;
    if (const auto at = m_unconfirmed.find(id); at != m_unconfirmed.end())
        return Written{at->second.order, at->second.stamp};
    const auto order = m_rooms.orders.order(id);
    return order ? std::optional(Written{order->placed, order->stamp}) : std::nullopt;
}

Result<OrderDesk::Written> OrderDesk::write(const Cart &cart)
{
    if (m_code.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"this device has no code to number orders with"_s};
    if (const auto full = m_rooms.refusal ? m_rooms.refusal() : std::nullopt)
        return *full;
    const auto menu = m_rooms.menu();
    if (const auto gone = soldOut(cart, menu))
        return *gone;
    const auto wall = m_rooms.clock.wallNow();
    const auto place = nextNumberPlace(businessDay(wall, menu.menu->store()), wall, m_rooms.log.now(), m_code, m_rooms.days);
    const auto counter = u"number/%1/%2"_s.arg(isoDay(place.day), m_code);

    Written placed;
    const auto work = [&](LogWriter &writer) -> Result<void> {
        qint64 number = 0;
        do {
            const auto drawn = writer.draw(counter);
            if (!drawn)
                return drawn.error();
            number = *drawn;
        } while (number <= place.above);
        auto order = placeOrder(OrderBook::orderIdOf(cart.id()), cart, *menu.menu, {m_code, int(number)}, place.day, momentOf(cart, menu, wall));
        if (!order)
            return order.error();
        order->placedWallMs = wall.count();
        order->device = m_rooms.log.identity().origin.device;
        order->deviceName = m_rooms.log.identity().name;
        const auto fact = encodeFact(OrderPlaced{*order});
        if (fact.tooLarge())
            return Error{ErrorCode::TooLarge, u"this basket is too large for one order; place it as two"_s};
        const auto appended = writer.append(fact.kind, fact.payload);
        if (!appended)
            return appended.error();
        placed = {*order, appended->event.stamp};
        m_written.insert(order->id, placed);
        return {};
    };
    // The guest waits for the disk, not for our own boards and neighbours to have read it.
    const auto done = m_rooms.log.write(work, [&] { confirm(placed); });
    if (!done) {
        m_written.remove(placed.order.id);
        return done.error();
    }
    return placed;
}

void OrderDesk::follow(const PlacedOrder &order)
{
    m_followed.removeAll(order.id);
    m_followed.append(order.id);
    m_told.remove(order.id);
    while (m_followed.size() > tuning::followedOrders)
        m_told.remove(m_followed.takeFirst());
    tell(order.id);
}

void OrderDesk::peersProgressed()
{
    QList<OrderId> copied;
    for (const auto &[id, unconfirmed] : m_unconfirmed) {
        if (!m_rooms.copies.holding(unconfirmed.stamp).isEmpty())
            copied.append(id);
    }
    for (const auto &id : std::as_const(copied))
        sayPlaced(id);
    const auto followed = m_followed;
    for (const auto &id : followed)
        tell(id);
}

void OrderDesk::tell(const OrderId &id)
{
    const auto order = m_rooms.orders.order(id);
    if (!order)
        return;
    const auto progress = progressOf(*order);
    if (const auto told = m_told.constFind(id); told != m_told.cend() && sameProgress(*told, progress))
        return;
    m_told.insert(id, progress);
    emit progressed(progress);
}

OrderProgress OrderDesk::progressOf(const Order &order) const
{
    OrderProgress progress;
    progress.order = order.placed.id;
    progress.durableHere = true;
    progress.atHub = m_rooms.log.remembered(NodeKind::Hub).covers(order.stamp);
    progress.atServer = order.registeredAs != 0 || m_rooms.log.remembered(NodeKind::Server).covers(order.stamp);
    progress.copies = copiesOf(order);
    for (const auto &ticket : order.tickets) {
        OrderProgress::Kitchen kitchen;
        kitchen.outlet = ticket.outlet;
        kitchen.outletName = order.part(ticket.outlet)->outletName;
        kitchen.state = ticket.state;
        for (const auto &mark : ticket.seen)
            kitchen.seenAfter = std::min(kitchen.seenAfter.value_or(Milliseconds::max()), mark.at - order.placedAt);
        progress.seenByKitchen = progress.seenByKitchen || kitchen.seenAfter;
        progress.kitchens.append(kitchen);
    }
    return progress;
}

QList<OrderProgress::Copy> OrderDesk::copiesOf(const Order &order) const
{
    auto copies = m_told.value(order.placed.id).copies;
    for (const auto &peer : m_rooms.copies.holding(order.stamp)) {
        const auto isIt = [&peer](const OrderProgress::Copy &known) { return known.role == peer.role && known.name == peer.name; };
        if (std::ranges::none_of(copies, isIt))
            copies.append({peer.role, peer.name, m_rooms.log.now() - order.placedAt});
    }
    return copies;
}

} // namespace saji
