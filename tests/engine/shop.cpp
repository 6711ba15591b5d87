// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/menudocs.h>
#include <faultyvfs.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

[[noreturn]] void give(const Error &error)
{
    qFatal("%s: %s", errorWord(error.code).data(), qPrintable(error.detail));
}

template<class T>
T taken(Result<T> result)
{
    if (!result)
        give(result.error());
    return std::move(*result);
}

template<class Things>
void addRows(QList<CatalogRow> &rows, QLatin1StringView kind, const Things &things)
{
    for (const auto &thing : things) {
        if constexpr (requires { thing.code; })
            rows.append({QString(kind), thing.code, 0, false, docOf(thing)});
        else
            rows.append({QString(kind), QString::number(thing.id.value()), 0, false, docOf(thing)});
    }
}

} // namespace

Shop::Shop(const QString &name, NodeKind kind) : device(name, kind), scheduler(device.clock)
{
    open();
    setMenu(foodcourt::parts());
}

Shop::~Shop()
{
    close(true);
}

void Shop::open()
{
    catalog = taken(CatalogStore::open(device.database(), device.clock));
    orders = taken(OrderBook::open(device.database()));
    days = taken(DayBook::open(device.database()));
    soldOut = taken(SoldOutBook::open(device.database()));
    promotions = taken(PromotionBook::open(device.database()));
    shelf = std::make_unique<MenuShelf>(log(), *catalog, *soldOut, *promotions, device.clock, scheduler);
    if (const auto loaded = shelf->load(); !loaded)
        give(loaded.error());
    feed = std::make_unique<FactFeed>(log(), scheduler);
    feed->add(*days);
    feed->add(*soldOut);
    feed->add(*promotions);
    feed->add(*orders);
    if (const auto done = feed->catchUp(); !done)
        give(done.error());
}

void Shop::close(bool cleanly)
{
    // A killed program writes nothing any more: its disk refuses what it would have said last.
    if (!cleanly)
        FaultyVfs::fail(FaultyVfs::Fault::Broken);
    feed.reset();
    shelf.reset();
    promotions.reset();
    soldOut.reset();
    days.reset();
    orders.reset();
    catalog.reset();
}

void Shop::restart(bool cleanly)
{
    close(cleanly);
    device.close();
    FaultyVfs::heal();
    device.reopen();
    open();
}

void Shop::setMenu(const Menu::Parts &parts)
{
    QList<CatalogRow> rows;
    addRows(rows, catalogkind::store, QList{parts.store});
    addRows(rows, catalogkind::outlet, parts.outlets);
    addRows(rows, catalogkind::station, parts.stations);
    addRows(rows, catalogkind::category, parts.categories);
    addRows(rows, catalogkind::modifierGroup, parts.groups);
    addRows(rows, catalogkind::product, parts.products);
    addRows(rows, catalogkind::promotion, parts.promotions);
    taken(catalog->replaceAll(rows, device.random));
    shelf->catalogChanged();
    settle();
}

LoggedEvent Shop::write(const Fact &fact)
{
    LoggedEvent logged;
    const auto done = log().write([&](LogWriter &writer) -> Result<void> {
        const auto encoded = encodeFact(fact);
        const auto appended = writer.append(encoded.kind, encoded.payload);
        if (!appended)
            return appended.error();
        logged = *appended;
        return {};
    });
    if (!done)
        give(done.error());
    return logged;
}

void Shop::hear(const QList<Event> &events)
{
    const auto merged = taken(log().merge(events));
    if (merged.deferred > 0)
        qFatal("events beyond a gap");
}

Elsewhere::Elsewhere(int number, quint64 epoch)
    : m_origin{DeviceId(QUuid(0x01890000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 1, uchar(number))), epoch}
{
}

Event Elsewhere::say(const Fact &fact)
{
    m_time += Milliseconds(1000);
    return say(fact, Hlc::of(m_time));
}

Event Elsewhere::say(const Fact &fact, Hlc stamp)
{
    const auto encoded = encodeFact(fact);
    return sayRaw(encoded.kind, encoded.payload, stamp);
}

Event Elsewhere::sayRaw(const QString &kind, const QByteArray &payload, Hlc stamp)
{
    return {{stamp, m_origin, ++m_seq}, kind, payload, Milliseconds(0)};
}

PlacedOrder orderNumbered(int n, const Menu &menu, const QString &code)
{
    auto order = foodcourt::placed(foodcourt::story(menu), menu, n);
    const QUuid uuid(0x01890000, 1, 0x7000, 0x80, 0, 0, 0, 0, uchar(n >> 16), uchar(n >> 8), uchar(n));
    order.id = OrderId(uuid);
    order.basket = BasketId(uuid);
    order.number.code = code;
    return order;
}

} // namespace saji
