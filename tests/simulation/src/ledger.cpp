// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/ledger.h>

#include "tuning.h"

#include <engine/orderbook.h>

namespace saji {

void Ledger::tapped(const Cart &cart, const QString &kiosk, Milliseconds at)
{
    if (m_attempts.contains(cart.id()))
        return;
    m_baskets.append(cart.id());
    Attempt attempt;
    attempt.cart = cart;
    attempt.kiosk = kiosk;
    attempt.tappedAt = at;
    m_attempts.insert(cart.id(), attempt);
}

Attempt *Ledger::attempt(const BasketId &basket)
{
    const auto found = m_attempts.find(basket);
    return found == m_attempts.end() ? nullptr : &*found;
}

Attempt *Ledger::attempt(const OrderId &order)
{
    return attempt(BasketId(order.uuid()));
}

void Ledger::holds(const QString &device, const OrderId &order)
{
    m_holders[order].insert(device);
    m_everHeld[order].insert(device);
}

void Ledger::destroyed(const QString &device)
{
    m_destroyed.insert(device);
    for (auto it = m_holders.begin(); it != m_holders.end(); ++it) {
        if (!it->remove(device) || !it->isEmpty())
            continue;
        if (auto *known = attempt(it.key()))
            known->mayBeGone = true;
    }
}

QList<PlacedOrder> Ledger::confirmed() const
{
    QList<PlacedOrder> all;
    for (const auto &basket : m_baskets) {
        if (const auto &placed = m_attempts[basket].placed)
            all.append(*placed);
    }
    return all;
}

int Ledger::gone() const
{
    int count = 0;
    for (const auto &basket : m_baskets) {
        const auto &attempt = m_attempts[basket];
        const auto holders = attempt.placed ? m_holders.value(attempt.placed->id) : QSet<QString>();
        count += attempt.placed && attempt.mayBeGone && holders.isEmpty();
    }
    return count;
}

void Ledger::violated(const QString &what)
{
    if (m_violations.size() < tuning::violationsKept && !m_violations.contains(what))
        m_violations << what;
}

} // namespace saji
