// SPDX-License-Identifier: GPL-3.0-or-later
#include <kiosk/journey.h>

#include <algorithm>

namespace saji {

Journey::Journey(const JourneySettings &settings, const Clock &clock, Scheduler &scheduler, Random &random, LanguageSwitch::Loader load,
                 QObject *parent)
    : QObject(parent), m_settings(settings), m_clock(clock), m_language(settings.language, std::move(load)), m_access(settings.reducedMotion),
      m_menu(m_language), m_cart(m_language, clock, random), m_product(m_language), m_order(m_language),
      m_sync(m_language, clock, scheduler), m_flow(clock, scheduler), m_outbox(clock, scheduler, m_language), m_gate(settings.staffPin, clock, scheduler)
{
    connect(&m_cart, &CartModel::changed, this, [this] { m_menu.products().setCounts(m_cart.counts()); });
    connect(&m_order, &OrderPresenter::phaseChanged, this, &Journey::onPhase);
    connect(&m_sync, &SyncPresenter::changed, this, &Journey::onSync);
    connect(&m_flow, &ScreenFlow::wiped, this, &Journey::wipe);
    connect(&m_access, &AccessSettings::changed, this, [this] { m_flow.setAccessible(m_access.isAccessible()); });
    if (settings.startInMenu)
        m_flow.setStartScreen(ScreenFlow::Screen::Menu);
}

void Journey::attach(OrderService &orders, MenuService &menu, SyncService &sync, OutboxService &outbox)
{
    m_order.attach(orders);
    connect(&menu, &MenuService::changed, this, [this](const MenuState &state) {
        m_menu.setState(state);
        m_cart.setMenuState(state);
        m_product.setMenuState(state);
        m_order.setMenuState(state);
        m_sync.setMenuState(state);
        m_outbox.setMenuState(state);
        m_flow.setPatience(state.menu->settings());
    });
    connect(&m_sync, &SyncPresenter::clearCacheAsked, &menu, &MenuService::clearCache);
    connect(&sync, &SyncService::changed, &m_sync, &SyncPresenter::setStatus);
    menu.announce();
    sync.announce();
    m_outbox.setActor(m_settings.deviceName);
    m_outbox.attach(outbox);
}

bool Journey::tellsHealing() const
{
    const auto &recovery = m_sync.status().storage.recovery;
    return recovery && m_healingRead != recovery->healedAt;
}

void Journey::acknowledgeHealing()
{
    if (const auto &recovery = m_sync.status().storage.recovery)
        m_healingRead = recovery->healedAt;
    emit m_sync.changed();
}

QStringList Journey::staffMatters() const
{
    QStringList matters;
    if (const StorageNotice disk = m_sync.storage(); disk.mood != HealthMood::Good)
        matters << StorageWords::word(m_sync.status().storage.state);
    if (tellsHealing())
        matters << tr("store healed");
    if (const int overdue = int(m_outbox.state().overdueCount); overdue > 0)
        matters << tr("%n overdue", nullptr, overdue);
    if (const int flagged = int(m_outbox.state().flaggedCount); flagged > 0)
        matters << tr("%n in quarantine", nullptr, flagged);
    return matters;
}

void Journey::openStaffOrder(const OrderId &order)
{
    m_staffOrder = order;
    m_flow.open(ScreenFlow::Overlay::StaffOrder);
}

void Journey::settleStaffOrder(const QString &note)
{
    m_outbox.settle(m_staffOrder, note);
    m_flow.closeOverlay();
}

void Journey::chooseService(ServiceKind service)
{
    m_cart.setService(service);
    if (service == ServiceKind::Takeaway)
        m_cart.setTable({});
    m_flow.chooseService();
}

void Journey::openProduct(ProductId product)
{
    if (m_product.open(product))
        m_flow.open(ScreenFlow::Overlay::Product);
}

void Journey::editLine(int row)
{
    if (m_product.change(row, m_cart.item(row)))
        m_flow.open(ScreenFlow::Overlay::Product);
}

bool Journey::commitProduct()
{
    if (!m_product.isOpen() || m_product.missing() || !m_product.isSold())
        return false;
    const CartItem item = m_product.item();
    const bool change = m_product.isChange() && m_product.row() < m_cart.rowCount();
    const auto done = change ? m_cart.replace(m_product.row(), item) : m_cart.add(item);
    if (!done)
        return false;
    const QString title = m_product.title();
    const QString art = m_product.product()->art;
    m_flow.closeOverlay();
    if (!change)
        emit added(title, art);
    return true;
}

const Product *Journey::suggestion() const
{
    if (m_cart.isEmpty())
        return nullptr;
    // Something of a category that the basket lacks, from the best sellers; a dish that needs a choice would be a detour.
    QSet<CategoryId> had;
    for (const CartItem &item : m_cart.cart().items()) {
        if (const Product *product = m_menu.menu().product(item.product))
            had << product->category;
    }
    for (const Product &product : m_menu.menu().products()) {
        if (product.bestSeller && !had.contains(product.category) && m_menu.state().sells(product.id)
            && !unmetGroup(product, defaultModifiers(product, m_menu.menu()), m_menu.menu()))
            return &product;
    }
    return nullptr;
}

void Journey::takeSuggestion()
{
    const Product *product = suggestion();
    if (!product)
        return;
    CartItem item;
    item.product = product->id;
    item.modifiers = defaultModifiers(*product, m_menu.menu());
    if (m_cart.add(item))
        emit added(product->name.in(m_language.language()), product->art);
}

bool Journey::confirm()
{
    if (m_cart.isEmpty() || m_cart.hasUnavailable() || !m_order.confirm(m_cart.cart()))
        return false;
    emit confirmed();
    return true;
}

void Journey::acceptRefusal()
{
    const bool disk = m_order.refusal().diskAtFault;
    m_order.reset();
    m_flow.closeOverlay();
    if (disk)
        m_flow.leave();
}

void Journey::onPhase()
{
    switch (m_order.phase()) {
    case OrderPresenter::Phase::Idle: break;
    case OrderPresenter::Phase::Placing: m_flow.setPlacing(true); break;
    case OrderPresenter::Phase::Placed: m_flow.placed(); break;
    case OrderPresenter::Phase::Refused: m_flow.refused(); break;
    }
}

void Journey::onSync()
{
    m_order.setConnections(m_sync.centralConnected(), m_sync.localConnected());
    const auto &peers = m_sync.status().peers;
    m_order.setHub(std::any_of(peers.begin(), peers.end(), [](const PeerView &peer) { return peer.role == PeerRole::Hub; }));
    m_flow.setInService(m_sync.outage() == SyncPresenter::Outage::None);
}

void Journey::wipe()
{
    m_order.reset();
    m_cart.startAnew();
    m_product.close();
    m_access.reset();
    m_language.reset();
    m_menu.restart();
}

} // namespace saji
