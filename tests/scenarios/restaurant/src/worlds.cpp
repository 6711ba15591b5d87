// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/worlds.h>

#include <domain/orderfold.h>
#include <engine/orderbook.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCborMap>
#include <QSet>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString stampText(const EventStamp &stamp)
{
    return u"%1#%2@%3"_s.arg(stamp.origin.toString()).arg(stamp.seq).arg(stamp.hlc.value);
}

QList<LoggedEvent> wholeLog(Device &device)
{
    const auto events = device.node().log().since(0, 1'000'000);
    return events ? *events : QList<LoggedEvent>();
}

//! Event by event, without the order of arrival and without births, which are each device's own.
QMap<QString, QByteArray> logOf(Device &device)
{
    QMap<QString, QByteArray> all;
    for (const auto &logged : wholeLog(device))
        all.insert(stampText(logged.event.stamp) + u' ' + logged.event.kind, logged.event.payload);
    return all;
}

void compareLogs(QStringList &found, Device &a, Device &b)
{
    const auto ofA = logOf(a);
    const auto ofB = logOf(b);
    for (auto it = ofA.begin(); it != ofA.end(); ++it) {
        if (!ofB.contains(it.key()))
            found.append(u"%1 lacks %2, which %3 has"_s.arg(b.address(), it.key(), a.address()));
        else if (ofB.value(it.key()) != it.value())
            found.append(u"%1 and %2 have different payloads for %3"_s.arg(a.address(), b.address(), it.key()));
    }
    for (auto it = ofB.begin(); it != ofB.end(); ++it) {
        if (!ofA.contains(it.key()))
            found.append(u"%1 lacks %2, which %3 has"_s.arg(a.address(), it.key(), b.address()));
    }
}

void compareBoards(QStringList &found, Device &a, Device &b)
{
    const auto ofA = board(a);
    const auto ofB = board(b);
    if (ofA != ofB)
        found.append(u"boards differ: %1 has [%2], %3 has [%4]"_s.arg(a.address(), ofA.join(u"; "_s), b.address(), ofB.join(u"; "_s)));
}

//! Rule 2 of the log: the facts of one origin arrive in the order in which they happened there, and none is missing.
void checkOwnLog(QStringList &found, Device &device)
{
    QHash<Origin, quint64> next;
    for (const auto &logged : wholeLog(device)) {
        const auto &stamp = logged.event.stamp;
        auto &expected = next[stamp.origin];
        if (stamp.seq != expected + 1)
            found.append(u"%1 has %2 after #%3: a gap or a repetition"_s.arg(device.address(), stampText(stamp)).arg(expected));
        expected = stamp.seq;
    }
}

QString lineOf(const Order &order)
{
    auto line = order.placed.number.toString();
    for (const auto &ticket : order.tickets)
        line += u" %1:%2"_s.arg(ticket.outlet.value()).arg(orderStateWord(ticket.state));
    return line;
}

//! Rule 5 of the log: what the projection kept on disk says is what the log says.
void checkBook(QStringList &found, Device &device)
{
    QStringList lines;
    const auto orders = device.node().book().latest(1'000'000);
    for (const auto &order : orders.value_or(QList<Order>()))
        lines.append(lineOf(order));
    std::ranges::sort(lines);
    if (lines != board(device))
        found.append(u"%1 has [%2] in its book but [%3] in its log"_s.arg(device.address(), lines.join(u"; "_s), board(device).join(u"; "_s)));
}

//! The server numbers each order once, however often it arrives.
void checkRegistered(QStringList &found, Device &device, const QList<PlacedOrder> &confirmed)
{
    QHash<OrderId, QSet<qint64>> numbers;
    for (const auto &logged : wholeLog(device)) {
        const auto fact = decodeFact(logged.event.kind, logged.event.payload);
        if (const auto *registered = fact ? std::get_if<OrderRegistered>(&*fact) : nullptr)
            numbers[registered->order].insert(registered->number);
    }
    for (const auto &order : confirmed) {
        if (numbers.value(order.id).size() != 1)
            found.append(u"%1 is registered %2 times at %3"_s.arg(order.number.toString()).arg(numbers.value(order.id).size()).arg(device.address()));
    }
}

QHash<OrderId, QSet<quint64>> placedFacts(Device &device)
{
    QHash<OrderId, QSet<quint64>> placed;
    for (const auto &logged : wholeLog(device)) {
        const auto fact = decodeFact(logged.event.kind, logged.event.payload);
        if (fact && std::holds_alternative<OrderPlaced>(*fact))
            placed[std::get<OrderPlaced>(*fact).order.id].insert(logged.event.stamp.hlc.value);
    }
    return placed;
}

void checkPlaced(QStringList &found, Device &device, const QList<PlacedOrder> &confirmed)
{
    const auto placed = placedFacts(device);
    QSet<OrderId> expected;
    for (const auto &order : confirmed) {
        expected.insert(order.id);
        const auto times = placed.value(order.id).size();
        if (times != 1)
            found.append(u"%1 is %2 times at %3"_s.arg(order.number.toString()).arg(times).arg(device.address()));
    }
    for (auto it = placed.begin(); it != placed.end(); ++it) {
        if (!expected.contains(it.key()))
            found.append(u"%1 has an order that no guest was given a number for"_s.arg(device.address()));
    }
}

void checkNumbers(QStringList &found, const QList<PlacedOrder> &confirmed)
{
    QMap<QString, OrderId> numbers;
    for (const auto &order : confirmed) {
        const auto number = order.businessDay.toString(Qt::ISODate) + u' ' + order.number.toString();
        if (numbers.contains(number) && numbers.value(number) != order.id)
            found.append(u"two guests have %1"_s.arg(number));
        numbers.insert(number, order.id);
    }
}

} // namespace

QStringList board(Device &device)
{
    QHash<OrderId, QList<StampedFact>> facts;
    for (const auto &logged : wholeLog(device)) {
        const auto fact = decodeFact(logged.event.kind, logged.event.payload);
        if (fact && !orderOf(*fact).isNull())
            facts[orderOf(*fact)].append({logged.event.stamp, logged.event.bornAt, *fact});
    }
    QStringList lines;
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        if (const auto order = foldOrder(it.value()))
            lines.append(lineOf(*order));
    }
    std::ranges::sort(lines);
    return lines;
}

QStringList differences(Restaurant &restaurant)
{
    QStringList found;
    Device *first = nullptr;
    for (auto *device : restaurant.devices()) {
        if (!device->isOn())
            continue;
        checkOwnLog(found, *device);
        checkBook(found, *device);
        if (!first) {
            first = device;
            continue;
        }
        if (first->node().log().have() != device->node().log().have())
            found.append(u"version vectors of %1 and %2 differ"_s.arg(first->address(), device->address()));
        if (first->node().catalog().version() != device->node().catalog().version())
            found.append(u"%1 and %2 have different menus"_s.arg(first->address(), device->address()));
        compareLogs(found, *first, *device);
        compareBoards(found, *first, *device);
    }
    return found;
}

QStringList brokenPromises(Restaurant &restaurant)
{
    QStringList found;
    const auto confirmed = restaurant.confirmed();
    checkNumbers(found, confirmed);
    for (auto *device : restaurant.devices()) {
        if (!device->isOn())
            continue;
        checkPlaced(found, *device, confirmed);
        checkRegistered(found, *device, confirmed);
        for (const auto &ticket : device->tickets) {
            if (device->age(ticket) < Milliseconds(0))
                found.append(u"%1 shows an age of %2 ms for %3"_s.arg(device->address()).arg(device->age(ticket).count()).arg(ticket.number.toString()));
        }
    }
    return found;
}

} // namespace saji
