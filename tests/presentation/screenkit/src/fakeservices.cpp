// SPDX-License-Identifier: GPL-3.0-or-later
#include <screenkit/fakeservices.h>

namespace saji {

void FakeOrderService::place(const Cart &cart)
{
    placedCarts << cart;
    if (answersWith)
        QMetaObject::invokeMethod(this, [this] { confirmLast(*answersWith, nextCounter++); }, Qt::QueuedConnection);
}

PlacedOrder FakeOrderService::confirmLast(const Menu &menu, int counter)
{
    const Cart &cart = placedCarts.last();
    auto order = placeOrder(OrderId(cart.id().uuid()), cart, menu, {QStringLiteral("A"), counter}, QDate(2025, 6, 15));
    if (!order) {
        emit refused(cart.id(), order.error());
        return {};
    }
    order->placedWallMs = 1'749'966'060'000; // 12:41 in Jakarta
    emit placed(*order);
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

} // namespace saji
