// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/registrar.h>

#include "logging.h"
#include "tuning.h"

#include <QSet>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;
constexpr auto restNumbers = "rest_order"_L1;

Result<void> append(LogWriter &writer, const Fact &fact)
{
    const auto encoded = encodeFact(fact);
    const auto done = writer.append(encoded.kind, encoded.payload);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

Registrar::Registrar(const Rooms &rooms) : m_rooms(rooms), m_workSoon(rooms.scheduler) {}

Registrar::~Registrar() = default;

Result<std::unique_ptr<Registrar>> Registrar::open(Database &database, const Rooms &rooms)
{
    auto store = ProjectionStore::open(database, u"registrar"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<Registrar> registrar(new Registrar(rooms));
    registrar->m_store = std::move(*store);
    registrar->m_cursor = registrar->m_store->cursor();
    return registrar;
}

qint64 Registrar::cursor() const
{
    return m_cursor;
}

void Registrar::read(const LoggedEvent &event, const Fact &fact)
{
    if (const auto *placed = std::get_if<OrderPlaced>(&fact))
        m_waiting.append({event.arrival, placed->order.id});
}

void Registrar::passed(qint64 arrival)
{
    m_cursor = arrival;
    if (!m_waiting.isEmpty() && !m_workSoon.isActive())
        m_workSoon.start(Milliseconds(0), [this] { work(); });
}

Result<void> Registrar::flush()
{
    const auto settled = m_waiting.isEmpty() ? m_cursor : m_waiting.first().arrival - 1;
    return settled == m_store->cursor() ? Result<void>() : m_store->commit(settled, {});
}

void Registrar::work()
{
    const auto some = m_waiting.first(std::min(m_waiting.size(), tuning::registrationsPerWrite));
    if (const auto done = registerSome(some); !done) {
        qCWarning(lcEngine).noquote() << "orders wait to be registered:" << done.error().detail;
        m_workSoon.start(tuning::diskRetryAfter, [this] { work(); });
        return;
    }
    m_waiting.remove(0, some.size());
    if (!m_waiting.isEmpty())
        m_workSoon.start(Milliseconds(0), [this] { work(); });
}

Result<void> Registrar::registerSome(const QList<Waiting> &some)
{
    QList<PlacedOrder> fresh;
    QSet<OrderId> seen;
    for (const auto &waiting : some) {
        const auto order = m_rooms.orders.order(waiting.order);
        if (!order || order->registeredAs != 0 || seen.contains(waiting.order))
            continue;
        seen.insert(waiting.order);
        fresh.append(order->placed);
    }
    if (fresh.isEmpty())
        return {};
    return m_rooms.log.write([&](LogWriter &writer) -> Result<void> {
        for (const auto &order : std::as_const(fresh)) {
            const auto number = writer.draw(restNumbers);
            if (!number)
                return number.error();
            if (const auto done = append(writer, OrderRegistered{order.id, *number}); !done)
                return done;
            for (const auto &flag : flagsOf(order)) {
                if (const auto done = append(writer, flag); !done)
                    return done;
            }
        }
        return {};
    });
}

QList<OrderFlagged> Registrar::flagsOf(const PlacedOrder &order)
{
    const auto menu = m_rooms.menu();
    auto flags = auditOrder(order, *menu, moves(order.catalogVersion));
    const auto numbered = m_rooms.days.ordersNumbered(order.businessDay, order.number);
    if (numbered.size() > 1 && numbered.first() != order.id) {
        const auto detail = u"%1 of %2 is also order %3"_s.arg(order.number.toString(), order.businessDay.toString(Qt::ISODate),
                                                               numbered.first().toString());
        flags.append({order.id, u"duplicate_number"_s, detail});
    }
    for (const auto &flag : std::as_const(flags))
        qCWarning(lcEngine).noquote() << "order" << order.number.toString() << order.id.toString() << flag.code << flag.detail;
    return flags;
}

const CatalogMoves &Registrar::moves(qint64 since)
{
    const auto now = m_rooms.catalog.version();
    if (m_movesNow != now || m_moves.size() >= tuning::versionsCompared)
        m_moves.clear();
    m_movesNow = now;
    const auto known = m_moves.constFind(since);
    if (known != m_moves.cend())
        return *known;
    const auto moved = movesSince(m_rooms.catalog, since);
    if (!moved)
        qCWarning(lcEngine).noquote() << "what has changed in the catalog:" << moved.error().detail;
    return *m_moves.insert(since, moved.value_or(CatalogMoves()));
}

} // namespace saji
