// SPDX-License-Identifier: GPL-3.0-or-later
//
// What does the log cost? An append and a merge beside the bare C floor; a thousand orders caught up over loopback; and a kiosk that was
// alone for a month, with 60,000 orders that nobody else has: its confirm beside an empty log's, its start, its memory.

#include "support/barelog.h"
#include "support/bigmenu.h"
#include "support/measure.h"

#include <domain/cart.h>
#include <engine/menuimport.h>
#include <engine/node.h>
#include <engine/orderbook.h>
#include <gateway/frontdoor.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

using namespace saji;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int appends = 400;
constexpr int warmUp = 20;
constexpr int behind = 1000;
constexpr int unsent = 60'000;
constexpr int confirms = 300;

template<class T>
T good(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

void good(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

std::unique_ptr<Node> openKiosk(const QString &folder, World &world, const QUrl &hub = {})
{
    NodeOptions options;
    options.dataFolder = folder;
    options.name = u"Kios A"_s;
    options.store = u"bench"_s;
    options.deviceCode = u"A"_s;
    options.hub = hub;
    return good(Node::open(options, world));
}

//! A kiosk as its screen has it: places a basket, waits for the number.
class Counter
{
public:
    Counter(const QString &folder, World &world) : m_world(world), m_node(openKiosk(folder, world))
    {
        if (m_node->catalog().version().version == 0)
            good(m_node->catalog().replaceAll(good(rowsFromMenuFile(bench::bigMenu(1000))), world.random));
        QObject::connect(&m_node->menu(), &MenuService::changed, m_node.get(), [this](const MenuState &state) { m_menu = state.menu; });
        QObject::connect(&m_node->orders(), &OrderService::placed, m_node.get(), [this](const PlacedOrder &order) {
            m_shown = Steady::now();
            last = order;
            ++m_placed;
        });
        m_node->start();
        m_node->catalogWritten();
        m_node->menu().announce();
        while (!m_menu || m_menu->isEmpty())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    //! Milliseconds from the tap to the number.
    double order()
    {
        Cart cart(BasketId::create(m_world.clock, m_world.random));
        for (int i = 0; i < 4; ++i) {
            const Product &product = m_menu->products().at((i * 131) % m_menu->products().size());
            good(cart.add({product.id, 1 + i % 2, defaultModifiers(product, *m_menu), {}, {}}, *m_menu));
        }
        const int before = m_placed;
        const auto start = Steady::now();
        m_node->orders().place(cart);
        while (m_placed == before)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        const double ms = std::chrono::duration<double, std::milli>(m_shown - start).count();
        QCoreApplication::processEvents(); // what follows the number is not part of the guest's wait
        return ms;
    }

    Node &node() { return *m_node; }
    PlacedOrder last;

private:
    World &m_world;
    std::unique_ptr<Node> m_node;
    std::shared_ptr<const Menu> m_menu;
    int m_placed = 0;
    Steady::time_point m_shown;
};

//! Writes `count` more orders like this one, each with a life of its own, without waiting for a disk each time.
void writeOrders(Node &node, World &world, const PlacedOrder &like, int count)
{
    constexpr int atOnce = 500;
    for (int done = 0; done < count; done += atOnce) {
        good(node.log().write([&](LogWriter &writer) -> Result<void> {
            for (int i = 0; i < std::min(atOnce, count - done); ++i) {
                auto order = like;
                order.id = OrderId(createUuidV7(world.clock, world.random));
                order.basket = BasketId(order.id.uuid());
                order.number.counter = like.number.counter + done + i + 1;
                const auto fact = encodeFact(OrderPlaced{order});
                if (const auto written = writer.append(fact.kind, fact.payload); !written)
                    return written.error();
            }
            return {};
        }));
        QCoreApplication::processEvents();
    }
}

double rssMb()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+) kB"_s);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024.0;
}

bool measureAppend(const QString &folder, World &world)
{
    Counter counter(folder + u"/append"_s, world);
    counter.order();
    const auto payload = encodeFact(OrderPlaced{counter.last}).payload;
    auto &log = counter.node().log();
    bench::BareLog bare(folder + u"/bare-append.db"_s, bench::BareLog::Table::Payloads);
    QList<double> ours, floor;
    for (int i = 0; i < appends + warmUp; ++i) {
        Steady::time_point durable;
        auto start = Steady::now();
        good(log.write(
            [&](LogWriter &writer) -> Result<void> {
                const auto written = writer.append(u"bench.event"_s, payload);
                return written ? Result<void>() : Result<void>(written.error());
            },
            [&durable] { durable = Steady::now(); }));
        const double mine = std::chrono::duration<double, std::milli>(durable - start).count();
        QCoreApplication::processEvents();
        start = Steady::now();
        bare.append(payload);
        if (i >= warmUp) {
            ours << mine;
            floor << bench::msSince(start);
        }
    }
    return bench::print({.metric = u"append_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s, .peer = bench::quantile(floor, 0.5),
                         .against = u"bare SQLite C insert+commit, same bytes, WAL, synchronous=FULL"_s, .ratioBudget = 1.3, .valueBudget = {}});
}

bool measureMerge(const QString &folder, World &world)
{
    Counter source(folder + u"/merge-from"_s, world);
    source.order();
    const auto sink = openKiosk(folder + u"/merge-to"_s, world);
    bench::BareLog bare(folder + u"/bare-merge.db"_s, bench::BareLog::Table::Events);
    constexpr int rounds = 15;
    QList<double> ours, floor;
    for (int i = 0; i < rounds; ++i) {
        const auto from = source.node().log().have();
        writeOrders(source.node(), world, source.last, behind);
        const auto events = good(source.node().log().lackedBy(i == 0 ? VersionVector() : from, behind, 1'000'000'000));
        QList<QByteArray> payloads;
        for (const auto &event : events)
            payloads.append(event.payload);
        // Only the log: what boards read from it afterwards is theirs.
        sink->log().blockSignals(true);
        auto start = Steady::now();
        good(sink->log().merge(events));
        ours << bench::msSince(start);
        sink->log().blockSignals(false);
        start = Steady::now();
        bare.append(payloads);
        floor << bench::msSince(start);
    }
    // At least half the floor's rate is at most twice its time.
    return bench::print({.metric = u"merge_1000_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s, .peer = bench::quantile(floor, 0.5),
                         .against = u"the same rows into the same table by the bare SQLite C API, one commit"_s, .ratioBudget = 2.0,
                         .valueBudget = {}});
}

bool measureCatchUp(const QString &folder, World &world)
{
    {
        Counter counter(folder + u"/behind"_s, world);
        counter.order();
        writeOrders(counter.node(), world, counter.last, behind - 1);
    }
    QList<double> samples;
    for (int round = 0; round < 5; ++round) {
        NodeOptions options;
        options.dataFolder = folder + u"/hub%1"_s.arg(round);
        options.kind = NodeKind::Hub;
        options.name = u"Hub"_s;
        options.store = u"bench"_s;
        const auto hub = good(Node::open(options, world));
        FrontDoor door(*hub, world.clock);
        const auto address = good(door.open(*ListenAddress::fromString(u"127.0.0.1:0"_s)));
        hub->start();
        const auto kiosk = openKiosk(folder + u"/behind"_s, world, QUrl(u"http://127.0.0.1:%1"_s.arg(address.port)));
        const auto start = Steady::now();
        kiosk->start();
        // Until the hub's board could show the last of them.
        while (hub->book().cursor() < behind)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        samples << bench::msSince(start);
    }
    return bench::print({.metric = u"catch_up_1000_orders_p50"_s, .value = bench::quantile(samples, 0.5), .unit = u"ms"_s, .peer = {},
                         .against = u"kiosk to hub over a loopback socket, both on one thread, from the dial until the hub's book has read them"_s,
                         .ratioBudget = {}, .valueBudget = 1000.0});
}

bool measureMonthAlone(const QString &folder, World &world)
{
    const auto alone = folder + u"/alone"_s;
    {
        Counter counter(alone, world);
        counter.order();
        writeOrders(counter.node(), world, counter.last, unsent);
        while (counter.node().book().cursor() < counter.node().log().lastArrival())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    Counter empty(folder + u"/empty"_s, world);
    empty.order();
    const double before = rssMb();
    auto start = Steady::now();
    Counter full(alone, world);
    const double opened = bench::msSince(start);
    QList<double> ours, floor;
    for (int i = 0; i < confirms + warmUp; ++i) {
        const double mine = full.order();
        const double theirs = empty.order();
        if (i >= warmUp) {
            ours << mine;
            floor << theirs;
        }
    }
    const double grown = rssMb() - before;
    bool ok = bench::print({.metric = u"confirm_with_60000_unsent_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s,
                            .peer = bench::quantile(floor, 0.5), .against = u"the same kiosk with an empty log"_s, .ratioBudget = 1.2,
                            .valueBudget = {}});
    ok &= bench::print({.metric = u"start_with_60000_unsent"_s, .value = opened, .unit = u"ms"_s, .peer = {},
                        .against = u"opening the store until a basket can be placed"_s, .ratioBudget = {}, .valueBudget = 1000.0});
    ok &= bench::print({.metric = u"memory_of_60000_unsent"_s, .value = grown, .unit = u"MB"_s, .peer = {},
                        .against = u"resident memory that the kiosk with the long log adds to a process, menu of 1,000 products included"_s,
                        .ratioBudget = {}, .valueBudget = 40.0});
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    RealWorld real;
    bool ok = measureAppend(folder.path(), real.world());
    ok &= measureMerge(folder.path(), real.world());
    ok &= measureCatchUp(folder.path(), real.world());
    ok &= measureMonthAlone(folder.path(), real.world());
    return ok ? 0 : 1;
}
