// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/inspection.h>

#include "tuning.h"

#include <domain/orderfold.h>
#include <engine/orderbook.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCryptographicHash>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! A log without the order of arrival and without births, which are each device's own.
using Log = QMap<EventStamp, std::pair<QString, QByteArray>>;

Log logOf(Box &box)
{
    Log log;
    const auto events = box.device().node().log().since(0, tuning::wholeLog);
    for (const auto &logged : events.value_or(QList<LoggedEvent>()))
        log.insert(logged.event.stamp, {logged.event.kind, logged.event.payload});
    return log;
}

QString lineOf(const Order &order)
{
    auto line = order.placed.number.toString();
    for (const auto &ticket : order.tickets)
        line += u" %1:%2"_s.arg(ticket.outlet.value()).arg(orderStateWord(ticket.state));
    return line + u" #%1"_s.arg(order.registeredAs);
}

//! What a log says, folded here and not by the device that keeps it.
struct World
{
    QMap<OrderId, Order> orders;
    QMap<OrderId, QSet<quint64>> placed; //!< stamps: one fact may travel under two epochs of its device
    QMap<OrderId, QSet<qint64>> registered;
    QMap<OrderId, QStringList> flags;

    explicit World(const Log &log)
    {
        QMap<OrderId, QList<StampedFact>> facts;
        for (auto it = log.cbegin(); it != log.cend(); ++it) {
            const auto fact = decodeFact(it->first, it->second);
            if (!fact || orderOf(*fact).isNull())
                continue;
            const auto id = orderOf(*fact);
            facts[id].append({it.key(), Milliseconds(0), *fact});
            if (std::holds_alternative<OrderPlaced>(*fact))
                placed[id].insert(it.key().hlc.value);
            else if (const auto *word = std::get_if<OrderRegistered>(&*fact))
                registered[id].insert(word->number);
            else if (const auto *flag = std::get_if<OrderFlagged>(&*fact))
                flags[id].append(flag->code);
        }
        for (auto it = facts.cbegin(); it != facts.cend(); ++it) {
            if (const auto order = foldOrder(it.value()))
                orders.insert(it.key(), *order);
        }
    }

    QStringList lines() const
    {
        QStringList all;
        for (const auto &order : orders)
            all.append(lineOf(order));
        std::ranges::sort(all);
        return all;
    }
};

class Inspection
{
public:
    Inspection(const std::vector<std::unique_ptr<Box>> &boxes, Ledger &ledger)
        : m_boxes(boxes), m_ledger(ledger), m_server(*boxes.front()), m_log(logOf(m_server)), m_world(m_log)
    {}

    void run()
    {
        checkOrders();
        checkNumbers();
        checkFlags();
        const auto lines = m_world.lines();
        const auto menu = menuOf(m_server);
        for (const auto &box : m_boxes) {
            if (box.get() != &m_server)
                compareLogs(*box);
            checkBook(*box, lines);
            checkScreen(*box);
            if (menuOf(*box) != menu)
                violated(*box, u"has another menu than the server"_s);
            if (box->device().menu.soldOut != m_server.device().menu.soldOut)
                violated(*box, u"has another list of what is sold out than the server"_s);
            if (box->device().sync.pending > 0)
                violated(*box, u"still has %1 events to send"_s.arg(box->device().sync.pending));
        }
    }

private:
    void violated(Box &box, const QString &what) { m_ledger.violated(box.name() + u' ' + what); }

    static QList<CatalogRow> menuOf(Box &box)
    {
        const auto page = box.device().node().catalog().changesSince(0, tuning::wholeLog);
        QList<CatalogRow> rows;
        for (const auto &row : page ? page->changes : QList<CatalogRow>()) {
            if (!row.deleted)
                rows.append(row);
        }
        std::ranges::sort(rows, [](const CatalogRow &a, const CatalogRow &b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
        return rows;
    }

    void compareLogs(Box &box)
    {
        const auto log = logOf(box);
        if (log == m_log)
            return;
        for (auto it = m_log.cbegin(); it != m_log.cend(); ++it) {
            if (!log.contains(it.key()))
                return violated(box, u"lacks a fact (%1) that the server has"_s.arg(it->first));
            if (log.value(it.key()) != *it)
                return violated(box, u"has another fact (%1) than the server under the same stamp"_s.arg(it->first));
        }
        violated(box, u"has %1 facts, the server has %2"_s.arg(log.size()).arg(m_log.size()));
    }

    void checkBook(Box &box, const QStringList &expected)
    {
        QStringList lines;
        const auto orders = box.device().node().book().latest(tuning::wholeLog);
        for (const auto &order : orders.value_or(QList<Order>()))
            lines.append(lineOf(order));
        std::ranges::sort(lines);
        if (lines != expected)
            violated(box, u"has [%1] in its book, the facts say [%2]"_s.arg(lines.join(u"; "_s), expected.join(u"; "_s)));
    }

    void checkScreen(Box &box)
    {
        const auto outlet = box.device().options().outlet;
        QStringList shown, expected;
        for (const auto &ticket : box.screen()) {
            if (isOpen(ticket.state))
                shown.append(u"%1/%2:%3"_s.arg(ticket.number.toString()).arg(ticket.outlet.value()).arg(orderStateWord(ticket.state)));
        }
        for (const auto &order : std::as_const(m_world.orders)) {
            for (const auto &ticket : order.tickets) {
                if (isOpen(ticket.state) && (outlet.isNull() || ticket.outlet == outlet)) {
                    expected.append(
                        u"%1/%2:%3"_s.arg(order.placed.number.toString()).arg(ticket.outlet.value()).arg(orderStateWord(ticket.state)));
                }
            }
        }
        std::ranges::sort(shown);
        std::ranges::sort(expected);
        if (shown != expected)
            violated(box, u"shows [%1], it should show [%2]"_s.arg(shown.join(u' '), expected.join(u' ')));
    }

    void checkOrders()
    {
        for (const auto &basket : m_ledger.baskets()) {
            const auto &attempt = *m_ledger.attempt(basket);
            const auto id = OrderBook::orderIdOf(basket);
            const auto times = m_world.placed.value(id).size();
            const auto number = attempt.placed ? attempt.placed->number.toString() : u"an order without a number"_s;
            if (attempt.placed && times == 0 && !attempt.mayBeGone)
                m_ledger.violated(number + u" was shown to a guest and is lost"_s);
            if (times > 1)
                m_ledger.violated(u"%1 is there %2 times"_s.arg(number).arg(times));
            if (!attempt.placed && times > 0 && !attempt.mayExist)
                m_ledger.violated(u"an order is cooked whose guest was refused"_s);
            if (times > 0 && m_world.registered.value(id).size() != 1)
                m_ledger.violated(u"%1 is registered %2 times"_s.arg(number).arg(m_world.registered.value(id).size()));
            if (times > 0)
                checkTickets(attempt, m_world.orders.value(id), number);
        }
    }

    void checkTickets(const Attempt &attempt, const Order &order, const QString &number)
    {
        for (const auto &item : attempt.cart.items()) {
            // Products are numbered by their outlet (smallmenu.h).
            const OutletId outlet(item.product.value() / 10);
            if (!order.ticket(outlet))
                m_ledger.violated(u"%1 never reached outlet %2"_s.arg(number).arg(outlet.value()));
        }
    }

    void checkNumbers()
    {
        QMap<QString, QList<OrderId>> users;
        for (const auto &order : std::as_const(m_world.orders)) {
            const auto *attempt = m_ledger.attempt(order.placed.id);
            if (!attempt || !attempt->placed)
                continue; // nobody stands there with that number
            users[order.placed.businessDay.toString(Qt::ISODate) + u' ' + order.placed.number.toString()].append(order.placed.id);
        }
        for (auto it = users.cbegin(); it != users.cend(); ++it) {
            if (it->size() == 1)
                continue;
            if (!m_ledger.mayRepeatNumbers(m_ledger.attempt(it->first())->kiosk))
                m_ledger.violated(u"%1 guests have %2"_s.arg(it->size()).arg(it.key()));
            const auto flagged =
                std::ranges::count_if(*it, [this](const OrderId &id) { return m_world.flags.value(id).contains(u"duplicate_number"_s); });
            if (flagged < it->size() - 1)
                m_ledger.violated(u"%1 was given twice and the manager was not told"_s.arg(it.key()));
        }
    }

    void checkFlags()
    {
        for (auto it = m_world.flags.cbegin(); it != m_world.flags.cend(); ++it) {
            for (const auto &code : *it) {
                if (code != u"duplicate_number"_s)
                    m_ledger.violated(u"an honest order was flagged: "_s + code);
            }
        }
    }

    const std::vector<std::unique_ptr<Box>> &m_boxes;
    Ledger &m_ledger;
    Box &m_server;
    Log m_log;
    World m_world;
};

} // namespace

void inspect(const std::vector<std::unique_ptr<Box>> &boxes, Ledger &ledger)
{
    Inspection(boxes, ledger).run();
}

QByteArray digestOf(const std::vector<std::unique_ptr<Box>> &boxes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto &box : boxes) {
        hash.addData(box->name().toUtf8());
        hash.addData(box->disk().digest());
        for (auto it = box->screen().cbegin(); it != box->screen().cend(); ++it) {
            hash.addData(it.key().first.toBytes());
            hash.addData(orderStateWord(it->state).data());
        }
    }
    return hash.result();
}

} // namespace saji
