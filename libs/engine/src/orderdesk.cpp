// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/orderdesk.h>

#include "logging.h"
#include "tuning.h"

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

bool sameProgress(const OrderProgress &a, const OrderProgress &b)
{
    const auto same = [](const OrderProgress::Kitchen &x, const OrderProgress::Kitchen &y) {
        return x.outlet == y.outlet && x.seenAfter == y.seenAfter && x.state == y.state;
    };
    return a.atHub == b.atHub && a.atServer == b.atServer && std::ranges::equal(a.kitchens, b.kitchens, same);
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
        emit placed(*before);
        follow(*before);
        return;
    }
    const auto written = write(cart);
    if (!written) {
        qCWarning(lcEngine).noquote() << m_code << "takes no order:" << written.error().detail;
        emit refused(cart.id(), written.error());
        return;
    }
    qCDebug(lcEngine).noquote() << "placed" << written->number.toString() << written->id.toString();
    follow(*written);
}

std::optional<PlacedOrder> OrderDesk::placedBefore(const BasketId &basket) const
{
    if (basket.isNull())
        return std::nullopt;
    const auto id = OrderBook::orderIdOf(basket);
    // The book may have a backlog to read before it comes to what was written a moment ago.
    if (const auto at = m_written.constFind(id); at != m_written.cend())
        return *at;
    const auto order = m_rooms.orders.order(id);
    return order ? std::optional(order->placed) : std::nullopt;
}

Result<PlacedOrder> OrderDesk::write(const Cart &cart)
{
    if (m_code.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"this device has no code to number orders with"_s};
    const auto menu = m_rooms.menu();
    if (const auto gone = soldOut(cart, menu))
        return *gone;
    const auto wall = m_rooms.clock.wallNow();
    const auto place = nextNumberPlace(businessDay(wall, menu.menu->store()), wall, m_rooms.log.now(), m_code, m_rooms.days);
    const auto counter = u"number/%1/%2"_s.arg(place.day.toString(Qt::ISODate), m_code);

    PlacedOrder placed;
    const auto work = [&](LogWriter &writer) -> Result<void> {
        qint64 number = 0;
        do {
            const auto drawn = writer.draw(counter);
            if (!drawn)
                return drawn.error();
            number = *drawn;
        } while (number <= place.above);
        auto order = placeOrder(OrderBook::orderIdOf(cart.id()), cart, *menu.menu, {m_code, int(number)}, place.day);
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
        placed = *order;
        m_written.insert(placed.id, placed);
        return {};
    };
    // The guest waits for the disk, not for our own boards and neighbours to have read it.
    const auto done = m_rooms.log.write(work, [&] { emit this->placed(placed); });
    if (!done) {
        m_written.remove(placed.id);
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
    for (const auto &ticket : order.tickets) {
        OrderProgress::Kitchen kitchen;
        kitchen.outlet = ticket.outlet;
        kitchen.outletName = order.part(ticket.outlet)->outletName;
        kitchen.state = ticket.state;
        for (const auto &mark : ticket.seen)
            kitchen.seenAfter = std::min(kitchen.seenAfter.value_or(Milliseconds::max()), mark.at - order.placedAt);
        progress.kitchens.append(kitchen);
    }
    return progress;
}

} // namespace saji
