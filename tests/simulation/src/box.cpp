// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/box.h>

#include "tuning.h"

#include <domain/facts.h>
#include <domain/pricing.h>
#include <store/eventlog.h>
#include <store/recovery.h>

#include <QDir>
#include <QFile>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

bool isOfTheDisk(ErrorCode code)
{
    using enum ErrorCode;
    return code == DiskFull || code == ReadOnly || code == Corrupt || code == Busy || code == Io;
}

} // namespace

Box::Box(Device &device, Restaurant &restaurant, Ledger &ledger, quint64 seed)
    : m_device(device), m_restaurant(restaurant), m_ledger(ledger), m_random(seed), m_disk(m_random)
{
    m_device.options().vfs = QString::fromLatin1(m_disk.vfsName());
    connect(&m_device, &Device::started, this, &Box::begin);
}

Box::~Box()
{
    // The node closes its files before the disk goes.
    m_device.switchOff();
}

bool Box::switchOn()
{
    if (m_device.isOn())
        return true;
    m_disk.boot();
    const auto folder = m_restaurant.folder(name());
    if (m_spoiled) {
        // Stands for the reading of everything that a program does within seconds of a start.
        QFile note(folder + u"/saji.suspect"_s);
        if (note.open(QIODevice::WriteOnly))
            note.write("a bad sector\n");
        note.close();
        m_ledger.destroyed(name());
        const auto recovered = openOrRecover(folder, m_device.clock, m_random, {.vfs = m_device.options().vfs});
        if (!recovered) {
            m_device.openError = recovered.error();
            return false;
        }
    }
    m_isStarting = true;
    const bool isOn = m_device.switchOn();
    m_isStarting = false;
    if (!isOn) {
        if (m_device.openError->code == ErrorCode::Corrupt)
            violated(u"finds its store damaged, and no sector was bad: "_s + m_device.openError->detail);
        return false;
    }
    return true;
}

void Box::begin()
{
    if (!m_isStarting) {
        // It has closed its store by itself, to heal it.
        if (!m_spoiled)
            violated(u"says that its store is damaged, and no sector was bad"_s);
        destroyed();
    }
    // Also when it had ended by itself, and could not heal on the disk as it was then.
    forgetScreens();
    m_spoiled = false;
    watch();
    rescan();
    if (!m_device.node().log().have().covers(m_haveAtDeath))
        violated(u"has lost events that were on its disk"_s);
    m_device.node().menu().announce();
    m_device.node().tickets().announce();
}

void Box::forgetScreens()
{
    for (auto it = m_awaited.cbegin(); it != m_awaited.cend(); ++it) {
        if (auto *attempt = m_ledger.attempt(it.key()))
            attempt->mayExist = true;
    }
    m_awaited.clear();
    m_comingMenus.clear();
    m_screenMenu = {};
    m_screen.clear();
    m_seen.clear();
}

void Box::switchOff()
{
    if (!m_device.isOn())
        return;
    m_haveAtDeath = m_spoiled ? VersionVector() : m_device.node().log().have();
    m_device.switchOff();
    forgetScreens();
    if (m_disk.hasLostPower())
        reboot();
}

void Box::reboot()
{
    m_device.clock.reboot(name().toLatin1() + QByteArray::number(++m_boots), Milliseconds(10'000));
}

void Box::destroyed()
{
    m_ledger.destroyed(name());
    m_haveAtDeath = {};
}

void Box::corruptPage()
{
    if (!m_disk.corruptPage("saji.db"))
        return;
    m_spoiled = m_ledger.mayHaveHoles = true;
    destroyed();
}

bool Box::restoreImage()
{
    if (!m_image)
        return false;
    switchOff();
    destroyed();
    m_spoiled = false;
    m_disk.restore(*m_image);
    reboot(); // nobody changes the disk of a machine that runs
    m_isPutBack = true;
    m_restaurant.network().clearTricks(name());
    return true;
}

void Box::reimage()
{
    switchOff();
    destroyed();
    m_spoiled = false;
    hasItsPastBack();
    m_device.openError.reset();
    m_disk.wipe();
    QDir(m_restaurant.folder(name())).removeRecursively();
    m_restaurant.network().clearTricks(name());
}

const VersionVector &Box::have() const
{
    return m_device.isOn() ? m_device.node().log().have() : m_haveAtDeath;
}

void Box::setFault(FaultyDisk::Fault fault)
{
    if (fault != m_fault)
        m_faultChangedAt = now();
    m_fault = fault;
    m_disk.setFault(fault);
}

const MenuState &Box::screenMenu()
{
    while (!m_comingMenus.empty() && m_comingMenus.front().first <= now()) {
        m_screenMenu = m_comingMenus.front().second;
        m_comingMenus.pop_front();
    }
    return m_screenMenu;
}

void Box::confirm(const Cart &cart)
{
    m_ledger.tapped(cart, name(), now());
    m_awaited.insert(cart.id(), now());
    m_restaurant.confirm(name(), cart);
    // It may have died under this.
    if (m_disk.isDead() && m_awaited.contains(cart.id()))
        m_ledger.attempt(cart.id())->mayExist = true;
}

void Box::watch()
{
    auto &node = m_device.node();
    connect(&node.log(), &EventLog::grown, this, &Box::scan);
    connect(&node.log(), &EventLog::originChanged, this, &Box::rescan);
    connect(&node.menu(), &MenuService::changed, this, [this](const MenuState &state) {
        m_comingMenus.emplace_back(now() + Milliseconds(m_random.below(tuning::screenLagMs)), state);
    });
    connect(&node.orders(), &OrderService::placed, this, &Box::onPlaced);
    connect(&node.orders(), &OrderService::refused, this, &Box::onRefused);
    connect(&node.orders(), &OrderService::progressed, this, &Box::onProgressed);
    connect(&node.tickets(), &TicketService::changed, this, &Box::show);
    connect(&node.tickets(), &TicketService::reset, this, [this](const QList<TicketView> &all) {
        m_screen.clear();
        for (const auto &ticket : all)
            show(ticket);
    });
}

void Box::rescan()
{
    m_readTo = 0;
    m_lastSeq.clear();
    m_orders.clear();
    m_recalls.clear();
    scan();
}

void Box::scan()
{
    // What is written while the program ends is read at the next start.
    if (!m_device.isOn())
        return;
    const auto events = m_device.node().log().since(m_readTo, tuning::wholeLog);
    for (const auto &event : events.value_or(QList<LoggedEvent>()))
        read(event);
}

void Box::read(const LoggedEvent &logged)
{
    m_readTo = logged.arrival;
    const auto &event = logged.event;
    auto &last = m_lastSeq[event.stamp.origin];
    if (event.stamp.seq != last + 1)
        violated(u"has event %1 of an origin right after event %2"_s.arg(event.stamp.seq).arg(last));
    last = event.stamp.seq;
    const auto fact = decodeFact(event.kind, event.payload);
    if (!fact) {
        if (!m_spoiled)
            violated(u"has an event that is no fact: "_s + fact.error().detail);
        return;
    }
    if (const auto *placed = std::get_if<OrderPlaced>(&*fact)) {
        readPlaced(placed->order);
        return;
    }
    const auto about = orderOf(*fact);
    if (!about.isNull() && !m_orders.contains(about) && !m_ledger.mayHaveHoles)
        violated(u"knows %1 of an order before it knows the order"_s.arg(event.kind));
    if (const auto *recalled = std::get_if<TicketRecalled>(&*fact))
        m_recalls.insert({recalled->order, recalled->outlet});
}

void Box::readPlaced(const PlacedOrder &order)
{
    m_orders.insert(order.id);
    m_ledger.holds(name(), order.id);
    const auto *attempt = m_ledger.attempt(order.id);
    if (!attempt)
        violated(u"has order %1, which no guest asked for"_s.arg(order.number.toString()));
    else if (order.total != attempt->cart.agreedTotal)
        violated(u"has %1 at %2, the guest was shown %3"_s.arg(order.number.toString(), order.total.toDecimal(),
                                                               attempt->cart.agreedTotal->toDecimal()));
}

void Box::onPlaced(const PlacedOrder &order)
{
    m_awaited.remove(order.basket);
    auto *attempt = m_ledger.attempt(order.basket);
    if (!attempt)
        return violated(u"shows %1 for a basket that nobody confirmed"_s.arg(order.number.toString()));
    if (attempt->placed && (attempt->placed->id != order.id || attempt->placed->number != order.number))
        violated(u"shows %1 for a basket that was %2"_s.arg(order.number.toString(), attempt->placed->number.toString()));
    if (!attempt->placed)
        attempt->placed = order;
    if (order.total != attempt->cart.agreedTotal)
        violated(u"shows %1 at another total than agreed"_s.arg(order.number.toString()));
}

void Box::onRefused(const BasketId &basket, const Error &error)
{
    m_awaited.remove(basket);
    auto *attempt = m_ledger.attempt(basket);
    if (!attempt)
        return violated(u"refuses a basket that nobody confirmed"_s);
    if (attempt->placed && !isOfTheDisk(error.code))
        violated(u"refuses %1 after it has shown the number: %2"_s.arg(attempt->placed->number.toString(), error.detail));
    // What was written when the disk failed in the middle may come up again: SQLite says so of its log.
    if (m_disk.isDead() || m_fault == FaultyDisk::Fault::IoError)
        attempt->mayExist = true;
    if (!isFairlyRefused(*attempt, error))
        violated(u"refuses an order without need: "_s + error.detail);
}

bool Box::isFairlyRefused(const Attempt &attempt, const Error &error)
{
    if (isOfTheDisk(error.code))
        return m_disk.isDead() || m_fault != FaultyDisk::Fault::None || m_spoiled || now() - m_faultChangedAt < tuning::diskProbeBound;
    const auto &menu = m_device.menu;
    const auto priced = price(attempt.cart, *menu.menu);
    const bool soldOut = std::ranges::any_of(attempt.cart.items(), [&](const CartItem &item) { return menu.soldOut.contains(item.product); });
    return soldOut || !priced.unavailable.isEmpty() || priced.total != attempt.cart.agreedTotal;
}

void Box::onProgressed(const OrderProgress &progress)
{
    if (progress.atServer && !m_ledger.hasEverHeld(u"server"_s, progress.order))
        violated(u"shows an order as at the server, which never had it"_s);
    if (progress.atHub && !m_ledger.hasEverHeld(u"hub"_s, progress.order))
        violated(u"shows an order as at the hub, which never had it"_s);
}

void Box::show(const TicketView &ticket)
{
    m_screen.insert({ticket.order, ticket.outlet}, ticket);
}

void Box::markSeen()
{
    if (m_device.options().kind != NodeKind::Kitchen || !isUsable())
        return;
    const auto tickets = m_screen.values();
    for (const auto &ticket : tickets) {
        if (!ticket.seenHere && m_device.isOn())
            m_device.node().tickets().markSeen(ticket.order, ticket.outlet);
    }
}

void Box::look()
{
    if (!isUsable()) {
        // Nobody waits for an answer from a machine that stands still.
        for (auto &since : m_awaited)
            since = now();
        return;
    }
    for (auto it = m_awaited.cbegin(); it != m_awaited.cend(); ++it) {
        if (now() - it.value() > tuning::answerBound)
            violated(u"never answered a guest"_s);
    }
    for (const auto &ticket : std::as_const(m_screen))
        lookAtTicket(ticket);
}

void Box::lookAtTicket(const TicketView &ticket)
{
    const auto *attempt = m_ledger.attempt(ticket.order);
    if (!attempt)
        return;
    const auto age = m_device.age(ticket);
    const auto number = ticket.number.toString();
    if (age < Milliseconds(0))
        violated(u"shows %1 with an age of %2 ms"_s.arg(number).arg(age.count()));
    if (!clockWasSet && age > now() - attempt->tappedAt + tuning::ageSlack)
        violated(u"shows %1 as older than it is"_s.arg(number));
    const TicketPlace place{ticket.order, ticket.outlet};
    if (const auto before = m_seen.constFind(place); before != m_seen.cend()) {
        const auto jump = (age - before->age) - (now() - before->at);
        if (std::chrono::abs(jump) > tuning::ageSlack)
            violated(u"lets the age of %1 jump by %2 ms"_s.arg(number).arg(jump.count()));
        // Who cancels what another has served in the same moment has come too late: the one step back that nobody recalls.
        const bool wasServed = before->state == OrderState::Cancelled && ticket.state >= OrderState::Served;
        if (ticket.state < before->state && !wasServed && !m_recalls.contains(place)) {
            violated(u"takes %1 back from %2 to %3, and nobody recalled it"_s.arg(number, orderStateWord(before->state),
                                                                               orderStateWord(ticket.state)));
        }
    }
    m_seen.insert(place, {age, now(), ticket.state});
}

} // namespace saji
