// SPDX-License-Identifier: GPL-3.0-or-later
#include <screenkit/fakeservices.h>

namespace saji {

void FakeOrderService::place(const Cart &cart)
{
    placedCarts << cart;
    if (answersWith)
        QMetaObject::invokeMethod(this, [this] { confirmLast(*answersWith, nextCounter++); }, Qt::QueuedConnection);
}

PlacedOrder FakeOrderService::confirmLast(const Menu &menu, int counter, const OrderCopies &copies)
{
    const Cart &cart = placedCarts.last();
    auto order = placeOrder(OrderId(cart.id().uuid()), cart, menu, {QStringLiteral("A"), counter}, QDate(2025, 6, 15));
    if (!order) {
        emit refused(cart.id(), order.error());
        return {};
    }
    order->placedWallMs = 1'749'966'060'000; // 12:41 in Jakarta
    emit placed(*order, copies);
    return *order;
}

void FakeOrderService::refuseLast(ErrorCode code)
{
    emit refused(placedCarts.last().id(), Error{code, QStringLiteral("as told")});
}

void FakeMenuService::setSoldOut(ProductId product, bool soldOut)
{
    if (soldOut)
        state.soldOut.insert(product);
    else
        state.soldOut.remove(product);
    emit changed(state);
}

void FakeMenuService::give(std::shared_ptr<const Menu> menu)
{
    state.menu = std::move(menu);
    emit changed(state);
}

void FakeSyncService::say(bool central, bool local, SyncMode mode)
{
    status.centralConnected = central;
    status.localConnected = local;
    status.mode = mode;
    status.polling = mode == SyncMode::Polling;
    emit changed(status);
}

namespace {

using namespace std::chrono_literals;

OutboxOrder listed(int place, Milliseconds placedAt)
{
    OutboxOrder order;
    order.id = OrderId(QUuid::createUuidV5(QUuid(), QByteArray::number(place)));
    order.number = {QStringLiteral("A"), place};
    order.placedAt = placedAt;
    order.total = Money(3'800'000 + 50'000 * place);
    order.deviceName = QStringLiteral("Kios A");
    return order;
}

} // namespace

void FakeOutboxService::wait(int count, Milliseconds now, Milliseconds oldest, OrderReach reach)
{
    state.waiting.clear();
    state.overdueCount = 0;
    state.waitingCount = quint64(count);
    state.oldestPlacedAt.reset();
    for (int i = 0; i < count; ++i) {
        OutboxOrder order = listed(i + 1, now - oldest + i * 1min);
        order.reach = reach;
        order.seenByKitchen = i % 2 == 0;
        order.reachName = reach == OrderReach::SecondDevice ? QStringLiteral("Dapur Minang") : QString();
        order.overdue = now - order.placedAt > 24h;
        state.overdueCount += order.overdue ? 1 : 0;
        if (i < OutboxState::maxListed)
            state.waiting << order;
    }
    if (count > 0)
        state.oldestPlacedAt = now - oldest;
    emit changed(state);
}

void FakeOutboxService::flag(int count, Milliseconds now)
{
    state.flagged.clear();
    state.flaggedCount = quint64(count);
    for (int i = 0; i < std::min(count, OutboxState::maxListed); ++i) {
        OutboxOrder order = listed(500 + i, now - 2h - i * 1min);
        order.reach = OrderReach::Server;
        order.seenByKitchen = true;
        order.flags << OrderFlag{FlagReason((i + 1) % 8), QStringLiteral("price_differs"), QStringLiteral("product 301: 18000 shown, 20000 in catalog 1284")};
        order.flaggedAt = now - 90min - i * 1min;
        state.flagged << order;
    }
    emit changed(state);
}

} // namespace saji
