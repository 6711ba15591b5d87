// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/registrar.h>

#include "logging.h"
#include "promotionaudit.h"
#include "tuning.h"

#include <QSet>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;
constexpr auto restNumbers = "rest_order"_L1;

//! What to do about an order that could not be registered.
enum class Failure {
    Transient, //!< the disk's or the moment's fault: again, with growing pauses, and nothing is skipped
    Permanent, //!< the order's own: it would fail for ever
    Unknown,
};

Failure classOf(const Error &error)
{
    using enum ErrorCode;
    switch (error.code) {
    case DiskFull:
    case ReadOnly:
    case Corrupt:
    case Busy:
    case Io: return Failure::Transient;
    case InvalidArgument:
    case Malformed:
    case TooLarge:
    case Conflict:
    case Duplicate:
    case UnsupportedVersion: return Failure::Permanent;
    default: return Failure::Unknown;
    }
}

Result<void> append(LogWriter &writer, const Fact &fact)
{
    const auto encoded = encodeFact(fact);
    const auto done = writer.append(encoded.kind, encoded.payload);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

Registrar::Registrar(const Rooms &rooms)
    : m_rooms(rooms), m_workSoon(rooms.scheduler), m_backoff(tuning::registrarLadder, [&random = rooms.random] { return random.unit(); })
{
    if (!m_rooms.write)
        m_rooms.write = [&log = rooms.log](const Write &work) { return log.write(work); };
}

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

void Registrar::enqueue(const Waiting &waiting)
{
    if (!waiting.order.isNull())
        m_waiting.append(waiting);
}

void Registrar::read(const LoggedEvent &event, const Fact &fact)
{
    if (const auto *placed = std::get_if<OrderPlaced>(&fact))
        enqueue({event.arrival, placed->order.id});
    else if (const auto *retried = std::get_if<OrderRetried>(&fact))
        enqueue({event.arrival, retried->order, Task::Review});
}

void Registrar::unreadable(const LoggedEvent &event, const Error &error)
{
    if (event.event.kind == "order.placed"_L1)
        enqueue({event.arrival, orderOfUnreadable(event.event.payload), Task::Flag, error.detail, u"unreadable"_s});
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

void Registrar::tryNow()
{
    if (m_waiting.isEmpty())
        return;
    m_backoff.reset();
    m_workSoon.start(Milliseconds(0), [this] { work(); });
}

void Registrar::work()
{
    const auto some = m_waiting.first(std::min(m_waiting.size(), tuning::registrationsPerWrite));
    if (const auto done = settle(some); !done) {
        qCWarning(lcEngine).noquote() << "orders wait to be registered:" << done.error().detail;
        if (classOf(done.error()) == Failure::Transient || !settleSingly(some)) {
            m_workSoon.start(m_backoff.next(), [this] { work(); });
            return;
        }
    } else {
        m_waiting.remove(0, some.size());
    }
    m_backoff.reset();
    if (!m_waiting.isEmpty())
        m_workSoon.start(Milliseconds(0), [this] { work(); });
}

bool Registrar::settleSingly(const QList<Waiting> &some)
{
    QList<Waiting> left;
    for (qsizetype i = 0; i < some.size(); ++i) {
        auto waiting = some.at(i);
        const auto done = settle({waiting});
        if (done)
            continue;
        const auto failure = classOf(done.error());
        if (failure == Failure::Transient) {
            left += some.mid(i);
            break;
        }
        if (failure == Failure::Unknown && ++waiting.tries < tuning::unknownTries)
            left.append(waiting);
        else if (!setAside(waiting, done.error()))
            left.append(waiting);
    }
    m_waiting = left + m_waiting.mid(some.size());
    return left.isEmpty();
}

bool Registrar::setAside(const Waiting &waiting, const Error &error)
{
    qCWarning(lcEngine).noquote() << "order" << waiting.order.toString() << "is set aside:" << error.detail;
    const auto done =
        m_rooms.write([&](LogWriter &writer) { return append(writer, OrderFlagged{waiting.order, u"refused"_s, error.detail}); });
    return done.has_value();
}

Result<void> Registrar::settle(const QList<Waiting> &some)
{
    QSet<OrderId> settled;
    return m_rooms.write([&](LogWriter &writer) -> Result<void> {
        for (const auto &waiting : some) {
            if (const auto done = settleOne(writer, waiting, settled); !done)
                return done;
        }
        return {};
    });
}

Result<void> Registrar::settleOne(LogWriter &writer, const Waiting &waiting, QSet<OrderId> &settled)
{
    if (waiting.task == Task::Flag)
        return append(writer, OrderFlagged{waiting.order, waiting.code, waiting.detail});
    const auto order = m_rooms.orders.order(waiting.order);
    if (!order && waiting.task == Task::Review)
        return append(writer, OrderFlagged{waiting.order, u"unreadable"_s, u"it still cannot be read"_s});
    if (!order)
        return {};
    if (waiting.task == Task::Review && order->registeredAs != 0)
        return order->review.isRetrying && !settled.contains(waiting.order) ? review(writer, *order, settled) : Result<void>();
    if (order->registeredAs != 0 || settled.contains(waiting.order))
        return {};
    settled.insert(waiting.order);
    const auto number = writer.draw(restNumbers);
    if (!number)
        return number.error();
    if (const auto done = append(writer, OrderRegistered{waiting.order, *number}); !done)
        return done;
    return review(writer, *order, settled);
}

Result<void> Registrar::review(LogWriter &writer, const Order &order, QSet<OrderId> &settled)
{
    settled.insert(order.placed.id);
    const auto flags = flagsOf(order);
    for (const auto &flag : flags) {
        if (const auto done = append(writer, flag); !done)
            return done;
    }
    return flags.isEmpty() && order.review.isRetrying ? append(writer, OrderCleared{order.placed.id}) : Result<void>();
}

QList<OrderFlagged> Registrar::flagsOf(const Order &whole)
{
    const auto &order = whole.placed;
    const auto menu = m_rooms.menu();
    auto flags = auditOrder(order, *menu, moves(order.catalogVersion));
    flags += promotionFlags(order, *menu, m_rooms.promotions, m_rooms.clock.wallNow() - (m_rooms.log.now() - whole.placedAt));
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
