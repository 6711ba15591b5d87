// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/daybook.h>

#include "logging.h"

#include <domain/isoday.h>

#include <QCborArray>
#include <QCborMap>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int formatVersion = 1;

// Three kinds of rows, by the first letter of their keys.
QByteArray dayKey(QDate day)
{
    return "d" + isoDay(day).toLatin1();
}

QByteArray numberKey(QDate day, const OrderNumber &number)
{
    return "n" + isoDay(day).toLatin1() + number.toString().toUtf8();
}

QByteArray codeKey(const QString &code)
{
    return "c" + code.toUtf8();
}

struct Day
{
    int orders = 0;
    QMap<DeviceId, int> byDevice;
    QMap<QString, int> highest; //!< by device code

    QByteArray toBytes() const;
    static Day fromBytes(const QByteArray &bytes);
};

QByteArray Day::toBytes() const
{
    QCborMap devices, codes;
    for (auto it = byDevice.begin(); it != byDevice.end(); ++it)
        devices.insert(QCborValue(it.key().toBytes()), it.value());
    for (auto it = highest.begin(); it != highest.end(); ++it)
        codes.insert(it.key(), it.value());
    return QCborMap{{u"n"_s, orders}, {u"dev"_s, devices}, {u"code"_s, codes}}.toCborValue().toCbor();
}

Day Day::fromBytes(const QByteArray &bytes)
{
    const auto map = QCborValue::fromCbor(bytes).toMap();
    Day day;
    day.orders = int(map.value("n"_L1).toInteger());
    for (const auto &[device, count] : map.value("dev"_L1).toMap()) {
        if (const auto id = DeviceId::fromBytes(device.toByteArray()))
            day.byDevice.insert(*id, int(count.toInteger()));
    }
    for (const auto &[code, counter] : map.value("code"_L1).toMap())
        day.highest.insert(code.toString(), int(counter.toInteger()));
    return day;
}

//! The newest order of a code, and its stamp to tell newer ones by.
struct LastUse
{
    EventStamp stamp;
    DayBook::LastNumber number;

    QByteArray toBytes() const
    {
        const QCborArray fields{qint64(stamp.hlc.value),          stamp.origin.toBytes(), qint64(stamp.seq),
                                isoDay(number.day), number.counter,         qint64(number.bornAt.count()),
                                qint64(number.wall.count())};
        return fields.toCborValue().toCbor();
    }
    static std::optional<LastUse> fromBytes(const QByteArray &bytes)
    {
        const auto fields = QCborValue::fromCbor(bytes).toArray();
        const auto origin = Origin::fromBytes(fields.at(1).toByteArray());
        const auto day = QDate::fromString(fields.at(3).toString(), Qt::ISODate);
        if (!origin || !day.isValid())
            return std::nullopt;
        const EventStamp stamp{Hlc{quint64(fields.at(0).toInteger())}, *origin, quint64(fields.at(2).toInteger())};
        const auto counter = int(fields.at(4).toInteger());
        return LastUse{stamp, {day, counter, Milliseconds(fields.at(5).toInteger()), Milliseconds(fields.at(6).toInteger())}};
    }
};

QList<OrderId> ordersFromBytes(const QByteArray &bytes)
{
    QList<OrderId> orders;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        orders.append(*OrderId::fromBytes(bytes.mid(at, 16)));
    return orders;
}

} // namespace

class DayBook::Private
{
public:
    explicit Private(std::unique_ptr<ProjectionStore> rows) : store(std::move(rows)), cursor(store->cursor()) {}

    //! The row as it is now, on its way to the disk or there.
    std::optional<QByteArray> row(const QByteArray &key) const
    {
        if (const auto at = dirty.constFind(key); at != dirty.cend())
            return *at;
        const auto body = store->body(key);
        if (!body)
            qCWarning(lcEngine).noquote() << "day book:" << body.error().detail;
        return body ? *body : std::nullopt;
    }

    Day &day(QDate date) const
    {
        if (!days.contains(date))
            days.insert(date, Day::fromBytes(row(dayKey(date)).value_or(QByteArray())));
        return days[date];
    }

    std::optional<LastUse> &lastUse(const QString &code) const
    {
        if (!uses.contains(code)) {
            const auto body = row(codeKey(code));
            uses.insert(code, body ? LastUse::fromBytes(*body) : std::nullopt);
        }
        return uses[code];
    }

    void note(const PlacedOrder &order, const EventStamp &stamp, Milliseconds bornAt)
    {
        const auto key = numberKey(order.businessDay, order.number);
        auto &today = day(order.businessDay);
        auto &highest = today.highest[order.number.code];
        // Nobody has had a number above the highest, so there is none to look for on the disk.
        const auto known = order.number.counter > highest ? QByteArray() : row(key).value_or(QByteArray());
        if (ordersFromBytes(known).contains(order.id))
            return; // the same order by another way
        dirty.insert(key, known + order.id.toBytes());

        ++today.orders;
        if (!order.device.isNull())
            ++today.byDevice[order.device];
        highest = std::max(highest, order.number.counter);
        changedDays.insert(order.businessDay);

        auto &last = lastUse(order.number.code);
        if (last && !(last->stamp < stamp))
            return;
        last = LastUse{stamp, {order.businessDay, order.number.counter, bornAt, Milliseconds(order.placedWallMs)}};
        changedCodes.insert(order.number.code);
    }

    //! A day and a code change with every order; they are put into words once for all that one flush writes.
    void wordChanges()
    {
        for (const auto &date : std::exchange(changedDays, {}))
            dirty.insert(dayKey(date), days[date].toBytes());
        for (const auto &code : std::exchange(changedCodes, {}))
            dirty.insert(codeKey(code), uses[code]->toBytes());
    }

    std::unique_ptr<ProjectionStore> store;
    qint64 cursor = 0;
    QMap<QByteArray, QByteArray> dirty;
    mutable QHash<QDate, Day> days; //!< those asked for; a few a month
    mutable QHash<QString, std::optional<LastUse>> uses; //!< by code, those asked for
    QSet<QDate> changedDays;    //!< newer in `days` than in `dirty`
    QSet<QString> changedCodes; //!< newer in `uses` than in `dirty`
};

DayBook::DayBook() = default;
DayBook::~DayBook() = default;

Result<std::unique_ptr<DayBook>> DayBook::open(Database &database)
{
    auto store = ProjectionStore::open(database, u"days"_s, formatVersion);
    if (!store)
        return store.error();
    std::unique_ptr<DayBook> book(new DayBook);
    book->d = std::make_unique<Private>(std::move(*store));
    return book;
}

int DayBook::orders(QDate day) const
{
    return d->day(day).orders;
}

int DayBook::ordersBy(const DeviceId &device, QDate day) const
{
    return d->day(day).byDevice.value(device);
}

QList<OrderId> DayBook::ordersNumbered(QDate day, const OrderNumber &number) const
{
    return ordersFromBytes(d->row(numberKey(day, number)).value_or(QByteArray()));
}

int DayBook::highest(const QString &code, QDate day) const
{
    return d->day(day).highest.value(code);
}

std::optional<DayBook::LastNumber> DayBook::lastNumber(const QString &code) const
{
    const auto &last = d->lastUse(code);
    return last ? std::optional(last->number) : std::nullopt;
}

qint64 DayBook::cursor() const
{
    return d->cursor;
}

void DayBook::read(const LoggedEvent &event, const Fact &fact)
{
    if (const auto *placed = std::get_if<OrderPlaced>(&fact))
        d->note(placed->order, event.event.stamp, event.event.bornAt);
}

void DayBook::passed(qint64 arrival)
{
    d->cursor = arrival;
}

Result<void> DayBook::flush()
{
    d->wordChanges();
    if (d->dirty.isEmpty() && d->cursor == d->store->cursor())
        return {};
    QList<ProjectionRow> rows;
    for (auto it = d->dirty.cbegin(); it != d->dirty.cend(); ++it)
        rows.append({it.key(), it.value(), false});
    if (const auto done = d->store->commit(d->cursor, rows); !done)
        return done;
    d->dirty.clear();
    return {};
}

} // namespace saji
