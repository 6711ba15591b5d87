// SPDX-License-Identifier: GPL-3.0-or-later
//
// Guests, cooks and managers of a simulated lunch.

#include <simulation/lunch.h>

#include "choose.h"

#include <domain/pricing.h>

#include <array>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr std::array products{11, 12, 21, 22, 31, 32};

Cart basketFrom(const MenuState &screen, const BasketId &id, quint64 taste)
{
    SeededRandom random(taste);
    Cart cart(id);
    const int dishes = 1 + int(random.below(4));
    for (int i = 0; i < dishes; ++i) {
        const auto product = ProductId(products[random.below(products.size())]);
        if (!screen.sells(product))
            continue;
        CartItem item;
        item.product = product;
        item.quantity = 1 + int(random.below(2));
        item.modifiers = defaultModifiers(*screen.menu->product(product), *screen.menu);
        (void)cart.add(item, *screen.menu);
    }
    cart.agreedTotal = price(cart, *screen.menu).total;
    return cart;
}

bool isKitchen(const Box &box)
{
    return const_cast<Box &>(box).device().options().kind == NodeKind::Kitchen;
}

} // namespace

void Lunch::performOrder(const Step &step)
{
    auto *kiosk = choose(step.a, [](Box &box) { return box.isUsable() && box.device().options().kind == NodeKind::Kiosk; });
    if (!kiosk)
        return;
    const auto &screen = kiosk->screenMenu();
    if (!screen.menu)
        return;
    const auto cart = basketFrom(screen, BasketId::create(kiosk->device().clock, m_random), step.b);
    if (cart.isEmpty())
        return;
    kiosk->confirm(cart);
    const auto *attempt = m_ledger.attempt(cart.id());
    note(u"%1: a guest orders %2 portions: %3"_s.arg(kiosk->name())
             .arg(cart.portions())
             .arg(attempt->placed ? attempt->placed->number.toString() : u"no number"_s));
}

void Lunch::performOrderAgain(const Step &step)
{
    if (m_ledger.baskets().isEmpty())
        return;
    // Guests who are still there.
    const auto recent = std::min<qsizetype>(m_ledger.baskets().size(), 8);
    const auto basket = m_ledger.baskets().at(m_ledger.baskets().size() - 1 - qsizetype(step.a % quint64(recent)));
    const auto attempt = *m_ledger.attempt(basket);
    auto *kiosk = choose(0, [&attempt](Box &box) { return box.name() == attempt.kiosk; });
    // A re-imaged kiosk has no basket on its screen, and has forgotten what it once confirmed.
    if (!kiosk->isUsable() || attempt.mayBeGone || m_ledger.mayRepeatNumbers(kiosk->name()))
        return;
    note(u"%1: the guest confirms once more: %2"_s.arg(kiosk->name(),
                                                       attempt.placed ? attempt.placed->number.toString() : u"no number yet"_s));
    kiosk->confirm(attempt.cart);
}

void Lunch::act(Box &kitchen, const TicketView &ticket, Happening what)
{
    note(u"%1: %2 %3/%4 (%5)"_s.arg(kitchen.name(), happeningWord(what), ticket.number.toString())
             .arg(ticket.outlet.value())
             .arg(orderStateWord(ticket.state)));
    auto &desk = kitchen.device().node().tickets();
    if (what == Happening::Recall)
        desk.recall(ticket.order, ticket.outlet);
    else if (what == Happening::Cancel)
        desk.cancel(ticket.order, ticket.outlet, u"guest left"_s);
    else if (ticket.state < OrderState::Completed)
        desk.advance(ticket.order, ticket.outlet, OrderState(int(ticket.state) + 1));
}

void Lunch::performAtKitchen(const Step &step)
{
    auto *kitchen = choose(step.a, [](Box &box) { return isKitchen(box) && box.isUsable() && !box.screen().isEmpty(); });
    if (!kitchen)
        return;
    // Mostly the young tickets: old ones have been served.
    const auto tickets = kitchen->screen().values();
    const auto young = std::min<qsizetype>(tickets.size(), 6);
    act(*kitchen, tickets.at(tickets.size() - 1 - qsizetype(step.b % quint64(young))), step.what);
}

void Lunch::performRush(const Step &step)
{
    auto *first = choose(step.a, [](Box &box) { return isKitchen(box) && box.isUsable() && !box.screen().isEmpty(); });
    if (!first)
        return;
    const auto places = first->screen().keys();
    const auto place = places.at(places.size() - 1 - qsizetype(step.b % quint64(std::min<qsizetype>(places.size(), 4))));
    constexpr std::array deeds{Happening::Advance, Happening::Advance, Happening::Recall, Happening::Cancel};
    auto dice = step.c;
    for (const auto &box : m_boxes) {
        if (!isKitchen(*box) || !box->isUsable() || !box->screen().contains(place))
            continue;
        act(*box, box->screen().value(place), deeds[dice % deeds.size()]);
        dice /= deeds.size();
    }
}

void Lunch::performSoldOut(const Step &step)
{
    auto *kitchen = choose(step.a, [](Box &box) { return isKitchen(box) && box.isUsable(); });
    if (!kitchen)
        return;
    const int product = int(kitchen->device().options().outlet.value() * 10 + 1 + qint64(step.b % 2));
    note(u"%1: product %2 %3"_s.arg(kitchen->name()).arg(product).arg(step.c % 3 ? u"is back"_s : u"is sold out"_s));
    kitchen->device().node().menu().setSoldOut(ProductId(product), step.c % 3 == 0);
}

void Lunch::performAtOffice(const Step &step)
{
    const int product = products[step.a % products.size()];
    if (step.what == Happening::EditPrice) {
        m_prices[product] = 10'000 + int(step.b % 40) * 500;
        note(u"the manager sets product %1 to %2"_s.arg(product).arg(m_prices.value(product)));
    } else if (!m_withdrawn.remove(product)) {
        m_withdrawn.insert(product);
        note(u"the manager withdraws product %1"_s.arg(product));
    } else {
        note(u"the manager brings product %1 back"_s.arg(product));
    }
    auto &server = *m_boxes.front();
    if (!server.isUsable())
        return;
    if (const auto done = m_restaurant.tryImportMenu(menuFile()); !done)
        note(u"  but the server cannot keep it: %1"_s.arg(done.error().detail));
}

} // namespace saji
