// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict.h"

#include <domain/facts.h>
#include <store/eventlog.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! One node's log, sorted by what it says of orders.
struct Ledger
{
    QHash<QString, QSet<OrderId>> ordersByNumber;
    QHash<BasketId, QSet<OrderId>> ordersByBasket;
    QHash<OrderId, QSet<qint64>> registrations;
    QHash<OrderId, QSet<OutletId>> seen;
    VersionVector have;
};

void enter(Ledger &ledger, const Fact &fact)
{
    if (const auto *placed = std::get_if<OrderPlaced>(&fact)) {
        ledger.ordersByNumber[placed->order.number.toString()] << placed->order.id;
        ledger.ordersByBasket[placed->order.basket] << placed->order.id;
    } else if (const auto *registered = std::get_if<OrderRegistered>(&fact)) {
        ledger.registrations[registered->order] << registered->number;
    } else if (const auto *seen = std::get_if<TicketSeen>(&fact)) {
        ledger.seen[seen->order] << seen->outlet;
    }
}

NodeKind kindOf(const QString &name)
{
    if (name == u"server"_s)
        return NodeKind::Server;
    if (name == u"hub"_s)
        return NodeKind::Hub;
    return name == u"kiosk"_s ? NodeKind::Kiosk : NodeKind::Kitchen;
}

Result<Ledger> readLedger(const QString &folder, NodeKind kind)
{
    constexpr int page = 500;
    const SystemClock clock;
    const auto database = Database::open(folder);
    if (!database)
        return database.error();
    SystemRandom random;
    const auto identity = loadIdentity(**database, kind, {}, {}, clock, random);
    if (!identity)
        return identity.error();
    const auto log = EventLog::open(**database, *identity, clock);
    if (!log)
        return log.error();
    Ledger ledger;
    ledger.have = (*log)->have();
    for (qint64 arrival = 0;;) {
        const auto events = (*log)->since(arrival, page);
        if (!events)
            return events.error();
        if (events->isEmpty())
            return ledger;
        for (const LoggedEvent &event : *events) {
            if (const auto fact = decodeFact(event.event.kind, event.event.payload))
                enter(ledger, *fact);
        }
        arrival = events->last().arrival;
    }
}

int doubledIn(const Ledger &ledger, const QString &name, QStringList &remarks)
{
    int doubled = 0;
    for (auto it = ledger.ordersByNumber.begin(); it != ledger.ordersByNumber.end(); ++it) {
        if (it->size() > 1) {
            ++doubled;
            remarks << u"%1: number %2 stands for %3 orders"_s.arg(name, it.key()).arg(it->size());
        }
    }
    for (auto it = ledger.ordersByBasket.begin(); it != ledger.ordersByBasket.end(); ++it) {
        if (it->size() > 1) {
            ++doubled;
            remarks << u"%1: one basket became %2 orders"_s.arg(name).arg(it->size());
        }
    }
    for (auto it = ledger.registrations.begin(); it != ledger.registrations.end(); ++it) {
        if (it->size() > 1) {
            ++doubled;
            remarks << u"%1: one order is registered %2 times"_s.arg(name).arg(it->size());
        }
    }
    return doubled;
}

} // namespace

Result<Verdict> judge(const Suite &suite, const QHash<QString, QSet<int>> &shown)
{
    QHash<QString, Ledger> ledgers;
    for (const QString &name : suite.names()) {
        auto ledger = readLedger(suite.dataFolder(name), kindOf(name));
        if (!ledger)
            return Error{ledger.error().code, name + u": "_s + ledger.error().detail};
        ledgers.insert(name, std::move(*ledger));
    }
    Verdict verdict;
    verdict.confirmed = int(shown.size());
    for (const QString &name : suite.names())
        verdict.duplicated += doubledIn(ledgers[name], name, verdict.remarks);

    const Ledger &server = ledgers[u"server"_s];
    verdict.ordersAtServer = int(server.ordersByBasket.size());
    verdict.registeredAtServer = int(server.registrations.size());
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        const OrderId order = server.ordersByNumber.value(it.key()).values().value(0);
        bool everywhere = !order.isNull();
        for (const QString &name : suite.names()) {
            if (!ledgers[name].ordersByNumber.contains(it.key())) {
                everywhere = false;
                verdict.remarks << u"%1 is not in the log of %2"_s.arg(it.key(), name);
            }
        }
        verdict.lost += everywhere ? 0 : 1;
        if (server.registrations.contains(order))
            ++verdict.atServer;
        else
            verdict.remarks << u"%1 is not registered at the server"_s.arg(it.key());
        QSet<OutletId> painted = server.seen.value(order);
        bool all = true;
        for (const int outlet : it.value()) {
            if (!painted.contains(OutletId(outlet))) {
                all = false;
                verdict.remarks << u"%1 was not painted for outlet %2"_s.arg(it.key()).arg(outlet);
            }
        }
        verdict.seenByKitchen += all ? 1 : 0;
    }
    return verdict;
}

} // namespace saji
