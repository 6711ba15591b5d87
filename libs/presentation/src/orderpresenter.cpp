// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/orderpresenter.h>

#include <presentation/menuwords.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace saji {

OrderPresenter::OrderPresenter(LanguageSwitch &language, QObject *parent) : QObject(parent), m_language(language)
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&language, &LanguageSwitch::changed, this, [this] {
        if (m_error)
            m_refusal = explain(*m_error);
        emit progressed();
    });
}

void OrderPresenter::attach(OrderService &orders)
{
    m_orders = &orders;
    connect(&orders, &OrderService::placed, this, &OrderPresenter::onPlaced);
    connect(&orders, &OrderService::refused, this, &OrderPresenter::onRefused);
    connect(&orders, &OrderService::progressed, this, &OrderPresenter::onProgressed);
}

void OrderPresenter::setConnections(bool central, bool local)
{
    if (m_central == central && m_local == local)
        return;
    m_central = central;
    m_local = local;
    if (m_phase == Phase::Placed)
        emit progressed();
}

void OrderPresenter::setHub(bool known)
{
    if (std::exchange(m_hub, known) != known && m_phase == Phase::Placed)
        emit progressed();
}

bool OrderPresenter::confirm(const Cart &cart)
{
    if (!m_orders || m_phase == Phase::Placing || m_phase == Phase::Placed)
        return false;
    m_basket = cart.id();
    m_error.reset();
    setPhase(Phase::Placing);
    m_orders->place(cart);
    return true;
}

void OrderPresenter::reset()
{
    m_basket = {};
    m_order = {};
    m_progress = {};
    m_copies = {};
    m_error.reset();
    m_refusal = {};
    setPhase(Phase::Idle);
}

void OrderPresenter::onPlaced(const PlacedOrder &order, const OrderCopies &copies)
{
    if (order.basket != m_basket || m_phase != Phase::Placing)
        return;
    m_order = order;
    m_copies = copies;
    // A fast kitchen can be ahead of us.
    if (m_progress.order != order.id)
        m_progress = {};
    m_progress.durableHere = true;
    setPhase(Phase::Placed);
}

void OrderPresenter::onRefused(const BasketId &basket, const Error &error)
{
    if (basket != m_basket || m_phase != Phase::Placing)
        return;
    m_error = error;
    m_refusal = explain(error);
    setPhase(Phase::Refused);
}

void OrderPresenter::onProgressed(const OrderProgress &progress)
{
    if (m_phase == Phase::Placing)
        m_progress = progress;
    if (m_phase != Phase::Placed || progress.order != m_order.id)
        return;
    m_progress = progress;
    emit progressed();
}

void OrderPresenter::setPhase(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    emit phaseChanged();
}

QString OrderPresenter::total() const
{
    return displayMoney(m_order.total, m_language.language());
}

int OrderPresenter::minutesOf(const OrderPart &part) const
{
    int minutes = 0;
    for (const OrderLine &line : part.lines) {
        if (const Product *product = m_state.menu->product(line.product))
            minutes = std::max(minutes, product->minutes);
    }
    return minutes;
}

int OrderPresenter::waitingMinutes() const
{
    int minutes = 0;
    for (const OrderPart &part : m_order.parts)
        minutes = std::max(minutes, minutesOf(part));
    return minutes;
}

QString OrderPresenter::waitsForKitchen() const
{
    return m_central || m_local ? tr("on its way") : tr("follows when connected");
}

bool OrderPresenter::hasSecondCopy() const
{
    return m_copies.count > 1 || !m_progress.copies.isEmpty() || m_progress.atHub || m_progress.atServer;
}

bool OrderPresenter::secondIs(PeerRole role) const
{
    if (!m_progress.copies.isEmpty())
        return m_progress.copies.first().role == role;
    return role == PeerRole::Hub ? m_progress.atHub : role == PeerRole::Server && m_progress.atServer && !m_progress.atHub;
}

QString OrderPresenter::secondName() const
{
    // There is one hub and one server: what they are says more to a guest than what their box is called.
    if (secondIs(PeerRole::Hub))
        return tr("the hub");
    if (secondIs(PeerRole::Server))
        return tr("the central server");
    const QString name = m_progress.copies.isEmpty() ? m_copies.secondName : m_progress.copies.first().name;
    return name.isEmpty() ? tr("a second device") : name;
}

OrderFact OrderPresenter::savedFact() const
{
    const QString hour = MenuWords::hour(Milliseconds(m_order.placedWallMs), m_state.menu->store().timeZone, m_language.locale());
    if (hasSecondCopy())
        return {tr("Saved here and on %1").arg(secondName()), true, tr("2 copies, %1").arg(hour), 2};
    return {tr("Saved on this kiosk"), true, tr("1 copy, %1").arg(hour), 1};
}

QList<OrderFact> OrderPresenter::facts() const
{
    const QLocale locale = m_language.locale();
    QList<OrderFact> facts{savedFact()};
    if ((m_hub || m_progress.atHub) && !secondIs(PeerRole::Hub)) {
        facts << (m_progress.atHub ? OrderFact{tr("Hub of this house"), true, tr("received")}
                                   : OrderFact{tr("Hub of this house"), false, m_local ? tr("on its way") : tr("follows when connected")});
    }
    for (const OrderPart &part : m_order.parts) {
        OrderFact fact{tr("Shown in the kitchen of %1").arg(part.outletName), false, waitsForKitchen()};
        for (const auto &kitchen : m_progress.kitchens) {
            if (kitchen.outlet != part.outlet || !kitchen.seenAfter)
                continue;
            fact.done = true;
            fact.evidence = tr("%1 seconds").arg(MenuWords::seconds(*kitchen.seenAfter, locale));
        }
        facts << fact;
    }
    if (m_progress.atServer)
        facts << OrderFact{tr("Central server"), true, tr("recorded")};
    else
        facts << OrderFact{tr("Central server"), false, m_central ? tr("on its way") : tr("follows when the internet is back")};
    return facts;
}

QString OrderPresenter::handover(const Outlet *outlet) const
{
    const bool toTable = outlet && outlet->tableService && m_order.service == ServiceKind::DineIn && !m_order.table.isEmpty();
    if (toTable)
        return tr("Brought to your table");
    if (outlet && !outlet->pickup.isEmpty())
        return outlet->pickup.in(m_language.language());
    return tr("Collect at the outlet");
}

QList<OrderPickup> OrderPresenter::pickups() const
{
    QList<OrderPickup> pickups;
    for (const OrderPart &part : m_order.parts) {
        const Outlet *outlet = m_state.menu->outlet(part.outlet);
        QStringList detail{MenuWords::portions(part.portions)};
        if (const int minutes = minutesOf(part))
            detail << MenuWords::minutes(minutes);
        pickups << OrderPickup{part.outletName, outlet ? outlet->monogram : QString(), outlet ? outlet->hue : 0, handover(outlet),
                               detail.join(u" · "_s)};
    }
    return pickups;
}

QString OrderPresenter::advice() const
{
    if (m_phase != Phase::Placed || m_central || m_local)
        return {};
    for (const auto &kitchen : m_progress.kitchens) {
        if (kitchen.seenAfter)
            return {};
    }
    return tr("The kitchens cannot be reached right now. Please show this number at the counter.");
}

OrderRefusal OrderPresenter::explain(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
        return {tr("Your order has just changed"), tr("Something has sold out or costs something else now. Please look through your order: what is no longer available is marked."), true, false};
    case ErrorCode::InvalidArgument:
        return {tr("This order needs another look"), tr("One of the dishes cannot be ordered like this. Please choose it again."), true, false};
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Corrupt:
    case ErrorCode::Io:
        return {tr("This kiosk cannot save your order"), tr("Nothing was ordered and nothing is charged. Please order at the counter."), false, true};
    default:
        return {tr("That did not work"), tr("Nothing was ordered and nothing is charged. Please try again, or order at the counter."), false, false};
    }
}

} // namespace saji
