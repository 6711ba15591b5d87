// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/restaurant.h>

#include <restaurant/smallmenu.h>

#include <engine/menuimport.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr auto storeCode = "pasar-saji"_L1;
//! A kitchen answers what it has seen, the server what it has registered: facts that follow from facts.
constexpr Milliseconds aftermath{3000};
constexpr Milliseconds answerWithin{200};
//! A restaurant that merges a whole lunch in one moment needs some thousands.
constexpr int tasksInOneMoment = 200'000;

[[noreturn]] void fail(const QString &what)
{
    qFatal("%s", qPrintable(what));
}

} // namespace

Restaurant::Restaurant(quint64 seed) : m_random(seed) {}

Restaurant::~Restaurant()
{
    for (const auto &device : m_devices)
        device->switchOff();
}

void Restaurant::furnish()
{
    addServer();
    importMenu(smallMenuFile());
    addHub();
    addKiosk(u"kiosk"_s, u"A"_s);
    addKitchen(u"soto"_s, 1);
    addKitchen(u"sate"_s, 2);
    if (!passUntil([this] {
            return std::ranges::all_of(m_devices, [](const auto &d) { return d->options().kind == NodeKind::Server || (d->menu.menu && !d->menu.menu->isEmpty()); });
        }))
        fail(u"the menu did not reach every device"_s);
}

Device &Restaurant::addServer()
{
    NodeOptions options;
    options.kind = NodeKind::Server;
    options.name = u"Server"_s;
    options.store = storeCode;
    if (m_isFinding)
        options.discovery.where = DiscoveryOptions::Where::Lan;
    auto &device = add(u"server"_s, options);
    device.switchOn();
    return device;
}

void Restaurant::tellWays(NodeOptions &options) const
{
    if (m_isFinding) {
        options.discovery.where = DiscoveryOptions::Where::Lan;
        return;
    }
    options.server = QUrl(u"http://server"_s);
    options.hub = QUrl(u"http://hub"_s);
}

Device &Restaurant::addHub(const QString &address)
{
    NodeOptions options;
    options.kind = NodeKind::Hub;
    options.name = u"Hub"_s;
    options.store = storeCode;
    tellWays(options);
    options.hub.clear();
    auto &device = add(address, options);
    device.switchOn();
    return device;
}

Device &Restaurant::addKiosk(const QString &name, const QString &code)
{
    NodeOptions options;
    options.kind = NodeKind::Kiosk;
    options.name = name;
    options.store = storeCode;
    options.deviceCode = code;
    tellWays(options);
    auto &device = add(name, options);
    device.switchOn();
    return device;
}

Device &Restaurant::addKitchen(const QString &name, int outlet)
{
    NodeOptions options;
    options.kind = NodeKind::Kitchen;
    options.name = name;
    options.store = storeCode;
    options.outlet = OutletId(outlet);
    tellWays(options);
    auto &device = add(name, options);
    device.switchOn();
    return device;
}

Device &Restaurant::addPanel(const QString &name)
{
    NodeOptions options;
    options.kind = NodeKind::Admin;
    options.name = name;
    options.store = storeCode;
    tellWays(options);
    auto &device = add(name, options);
    device.switchOn();
    return device;
}

Device &Restaurant::add(const QString &address, const NodeOptions &options)
{
    auto own = options;
    own.dataFolder = folder(address);
    m_devices.push_back(std::make_unique<Device>(address, own, m_scheduler, m_clock, m_network, m_random.next()));
    return *m_devices.back();
}

Device &Restaurant::device(const QString &address)
{
    const auto found = std::ranges::find_if(m_devices, [&](const auto &d) { return d->address() == address; });
    if (found == m_devices.end())
        fail(u"there is no device %1"_s.arg(address));
    return **found;
}

QList<Device *> Restaurant::devices() const
{
    QList<Device *> all;
    for (const auto &device : m_devices)
        all.append(device.get());
    return all;
}

void Restaurant::importMenu(const QByteArray &file)
{
    if (const auto imported = tryImportMenu(file); !imported)
        fail(imported.error().detail);
}

Result<void> Restaurant::tryImportMenu(const QByteArray &file)
{
    const auto menu = rowsFromMenuFile(file);
    if (!menu)
        return menu.error();
    auto &server = device(u"server"_s).node();
    if (const auto written = server.catalog().replaceAll(menu->rows, m_random); !written)
        return written.error();
    server.catalogWritten();
    return {};
}

Cart Restaurant::basket(const QString &kiosk, const QList<int> &products)
{
    auto &at = device(kiosk);
    const auto &menu = *at.menu.menu;
    Cart cart(BasketId::create(at.clock, m_random));
    for (const int id : products) {
        const auto *product = menu.product(ProductId(id));
        if (!product)
            fail(u"%1 does not sell %2"_s.arg(kiosk).arg(id));
        CartItem item;
        item.product = product->id;
        item.modifiers = defaultModifiers(*product, menu);
        if (const auto added = cart.add(item, menu); !added)
            fail(added.error().detail);
    }
    return cart;
}

void Restaurant::confirm(const QString &kiosk, const Cart &cart)
{
    device(kiosk).node().orders().place(cart);
    QCoreApplication::sendPostedEvents();
}

std::optional<PlacedOrder> Restaurant::order(const QString &kiosk, const QList<int> &products)
{
    auto &at = device(kiosk);
    const auto before = at.placed.size();
    const auto refusedBefore = at.refused.size();
    confirm(kiosk, basket(kiosk, products));
    // In company the number comes with the second copy, or after its 150 ms.
    (void)passUntil([&] { return at.placed.size() > before || at.refused.size() > refusedBefore; }, answerWithin);
    return at.placed.size() == before + 1 ? std::optional(at.placed.last()) : std::nullopt;
}

void Restaurant::advance(const QString &kitchen, const PlacedOrder &order, int outlet, OrderState to)
{
    device(kitchen).node().tickets().advance(order.id, OutletId(outlet), to);
    QCoreApplication::sendPostedEvents();
}

void Restaurant::recall(const QString &kitchen, const PlacedOrder &order, int outlet)
{
    device(kitchen).node().tickets().recall(order.id, OutletId(outlet));
    QCoreApplication::sendPostedEvents();
}

void Restaurant::markSeen(const QString &kitchen, const PlacedOrder &order, int outlet)
{
    device(kitchen).node().tickets().markSeen(order.id, OutletId(outlet));
    QCoreApplication::sendPostedEvents();
}

void Restaurant::pass(Milliseconds time)
{
    (void)passUntil([] { return false; }, time);
}

bool Restaurant::passUntil(const std::function<bool()> &condition, Milliseconds limit)
{
    auto moment = m_scheduler.now();
    int tasks = 0;
    const bool isReached = m_scheduler.advanceUntil(
        [&] {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            tasks = std::exchange(moment, m_scheduler.now()) == moment ? tasks + 1 : 0;
            m_standsStill = m_standsStill || tasks > tasksInOneMoment;
            return m_standsStill || condition();
        },
        limit);
    return isReached && !m_standsStill;
}

bool Restaurant::settle(Milliseconds limit)
{
    const auto equal = [this] {
        const VersionVector *first = nullptr;
        for (const auto &device : m_devices) {
            if (!device->isOn())
                continue;
            const auto &have = device->node().log().have();
            if (first && have != *first)
                return false;
            first = &have;
        }
        return true;
    };
    if (!passUntil(equal, limit))
        return false;
    pass(aftermath);
    return passUntil(equal, limit);
}

QList<PlacedOrder> Restaurant::confirmed() const
{
    QList<PlacedOrder> all;
    for (const auto &device : m_devices)
        all += device->placed;
    return all;
}

} // namespace saji
