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
#include <QProcess>
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

//! A log alone, without the boards and backups of a node.
class LogAlone
{
public:
    LogAlone(const QString &folder, World &world) : m_database(good(Database::open(folder)))
    {
        const auto identity = good(loadIdentity(*m_database, NodeKind::Kiosk, u"Kios A"_s, u"bench"_s, world.clock, world.random));
        m_log = good(EventLog::open(*m_database, identity, world.clock));
    }
    EventLog &log() { return *m_log; }

private:
    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventLog> m_log;
};

double append(EventLog &log, const QByteArray &payload)
{
    const auto start = Steady::now();
    good(log.write([&](LogWriter &writer) -> Result<void> {
        const auto written = writer.append(u"bench.event"_s, payload);
        return written ? Result<void>() : Result<void>(written.error());
    }));
    return bench::msSince(start);
}

double append(bench::BareLog &log, const QByteArray &payload)
{
    const auto start = Steady::now();
    log.append(payload);
    return bench::msSince(start);
}

bool measureAppend(const QString &folder, World &world, const QByteArray &payload)
{
    LogAlone alone(folder + u"/append"_s, world);
    bench::BareLog bare(folder + u"/bare-append.db"_s, bench::BareLog::Table::Payloads);
    QList<double> ours, floor;
    for (int i = 0; i < appends + warmUp; ++i) {
        // By turns the first, because the disk may remember who wrote last.
        const double before = i % 2 ? append(bare, payload) : 0;
        const double mine = append(alone.log(), payload);
        const double theirs = i % 2 ? before : append(bare, payload);
        if (i >= warmUp) {
            ours << mine;
            floor << theirs;
        }
    }
    return bench::print({.metric = u"append_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s, .peer = bench::quantile(floor, 0.5),
                         .against = u"bare SQLite C insert+commit, same bytes, WAL, synchronous=FULL"_s, .ratioBudget = 1.3, .valueBudget = {}});
}

bool measureMerge(const QString &folder, World &world, const QByteArray &payload)
{
    LogAlone source(folder + u"/merge-from"_s, world), sink(folder + u"/merge-to"_s, world);
    bench::BareLog bare(folder + u"/bare-merge.db"_s, bench::BareLog::Table::Events);
    const QList<QByteArray> payloads(behind, payload);
    constexpr int rounds = 15;
    QList<double> ours, floor;
    for (int i = 0; i < rounds; ++i) {
        good(source.log().write([&payload](LogWriter &writer) -> Result<void> {
            for (int n = 0; n < behind; ++n) {
                if (const auto written = writer.append(u"order.placed"_s, payload); !written)
                    return written.error();
            }
            return {};
        }));
        const auto events = good(source.log().lackedBy(sink.log().have(), behind, 1'000'000'000));
        auto start = Steady::now();
        if (good(sink.log().merge(events)).added != behind)
            qFatal("a merge has left something out");
        ours << bench::msSince(start);
        start = Steady::now();
        bare.append(payloads);
        floor << bench::msSince(start);
    }
    // At least half the floor's rate is at most twice its time.
    return bench::print({.metric = u"merge_1000_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s, .peer = bench::quantile(floor, 0.5),
                         .against = u"the same rows into the same table by the bare SQLite C API, one commit"_s, .ratioBudget = 2.0,
                         .valueBudget = {}});
}

//! The bytes of an order of four dishes.
QByteArray anOrder(const QString &folder, World &world)
{
    Counter counter(folder + u"/first"_s, world);
    counter.order();
    return encodeFact(OrderPlaced{counter.last}).payload;
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

//! In a process of its own, which has nothing else in its memory: starts, takes some orders, and says what that took.
int beAKiosk(const QString &folder)
{
    RealWorld real;
    const auto start = Steady::now();
    Counter counter(folder, real.world());
    const double opened = bench::msSince(start);
    for (int i = 0; i < warmUp; ++i)
        counter.order();
    std::printf("%.3f %.3f\n", opened, rssMb());
    return 0;
}

struct Kiosk
{
    double openedMs = 0;
    double rss = 0;
};

Kiosk processOn(const QString &folder)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--be-a-kiosk"_s, folder});
    process.waitForFinished(60000);
    const auto words = QString::fromLatin1(process.readAllStandardOutput()).split(u' ');
    if (process.exitCode() != 0 || words.size() != 2)
        qFatal("the kiosk process failed: %s", process.readAllStandardError().constData());
    return {words[0].toDouble(), words[1].trimmed().toDouble()};
}

bool measureMonthAlone(const QString &folder, World &world)
{
    const auto alone = folder + u"/alone"_s, fresh = folder + u"/empty"_s;
    {
        Counter counter(alone, world);
        counter.order();
        writeOrders(counter.node(), world, counter.last, unsent);
        while (counter.node().book().cursor() < counter.node().log().lastArrival())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    Counter(fresh, world).order();
    const auto longLog = processOn(alone);
    const auto shortLog = processOn(fresh);
    Counter empty(fresh, world);
    Counter full(alone, world);
    QList<double> ours, floor;
    for (int i = 0; i < confirms + warmUp; ++i) {
        // By turns the first, because the disk may remember who wrote last.
        const double first = i % 2 ? full.order() : empty.order();
        const double second = i % 2 ? empty.order() : full.order();
        if (i >= warmUp) {
            ours << (i % 2 ? first : second);
            floor << (i % 2 ? second : first);
        }
    }
    bool ok = bench::print({.metric = u"confirm_with_60000_unsent_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s,
                            .peer = bench::quantile(floor, 0.5), .against = u"the same kiosk with an empty log"_s, .ratioBudget = 1.2,
                            .valueBudget = {}});
    ok &= bench::print({.metric = u"start_with_60000_unsent"_s, .value = longLog.openedMs, .unit = u"ms"_s, .peer = shortLog.openedMs,
                        .against = u"with an empty log, until a basket can be placed"_s, .ratioBudget = {}, .valueBudget = 1000.0});
    ok &= bench::print({.metric = u"memory_with_60000_unsent"_s, .value = longLog.rss, .unit = u"MB"_s, .peer = shortLog.rss,
                        .against = u"resident, the same process with an empty log"_s, .ratioBudget = 1.2, .valueBudget = {}});
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == u"--be-a-kiosk"_s)
        return beAKiosk(app.arguments().value(2));
    QTemporaryDir folder;
    RealWorld real;
    const auto payload = anOrder(folder.path(), real.world());
    bool ok = measureAppend(folder.path(), real.world(), payload);
    ok &= measureMerge(folder.path(), real.world(), payload);
    ok &= measureCatchUp(folder.path(), real.world());
    ok &= measureMonthAlone(folder.path(), real.world());
    return ok ? 0 : 1;
}
