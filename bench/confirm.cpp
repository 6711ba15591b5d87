// SPDX-License-Identifier: GPL-3.0-or-later
//
// What does confirming an order cost, from OrderService::place to the number (pricing, number, durable commit), beside a bare SQLite C
// insert+commit of the same bytes with the same pragmas? Both take turns, so that a noisy disk meets both.

#include "support/bigmenu.h"
#include "support/measure.h"

#include <domain/cart.h>
#include <engine/menuimport.h>
#include <engine/node.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <sqlite3.h>

using namespace saji;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int rounds = 400;
constexpr int warmUp = 20;

//! The floor: one table, one prepared insert, one commit.
class BareLog
{
public:
    explicit BareLog(const QString &folder)
    {
        check(sqlite3_open((folder + u"/bare.db"_s).toUtf8().constData(), &m_db));
        check(sqlite3_exec(m_db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                 "CREATE TABLE events(arrival INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
                           nullptr, nullptr, nullptr));
        check(sqlite3_prepare_v2(m_db, "INSERT INTO events(payload) VALUES(?)", -1, &m_insert, nullptr));
    }
    ~BareLog()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }
    void append(const QByteArray &payload)
    {
        check(sqlite3_exec(m_db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
        sqlite3_bind_blob(m_insert, 1, payload.constData(), int(payload.size()), SQLITE_STATIC);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            check(SQLITE_ERROR);
        sqlite3_reset(m_insert);
        check(sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr));
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK)
            qFatal("bare SQLite failed: %s", sqlite3_errmsg(m_db));
    }
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

Cart basket(const Menu &menu, World &world)
{
    Cart cart(BasketId::create(world.clock, world.random));
    for (int i = 0; i < 4; ++i) {
        const Product &product = menu.products().at((i * 131) % menu.products().size());
        const auto added = cart.add({product.id, 1 + i % 2, defaultModifiers(product, menu), {}, {}}, menu);
        if (!added)
            qFatal("cannot add: %s", qPrintable(added.error().detail));
    }
    return cart;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    RealWorld real;
    auto node = Node::open({.dataFolder = folder.filePath(u"kiosk"_s), .kind = NodeKind::Kiosk, .name = u"Kios"_s, .store = u"bench"_s,
                            .deviceCode = u"A"_s},
                           real.world());
    if (!node)
        qFatal("%s", qPrintable(node.error().detail));
    const auto rows = rowsFromMenuFile(bench::bigMenu(1000));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    if (const auto written = (*node)->catalog().replaceAll(*rows, real.world().random); !written)
        qFatal("%s", qPrintable(written.error().detail));

    std::shared_ptr<const Menu> menu;
    QObject::connect(&(*node)->menu(), &MenuService::changed, &app, [&](const MenuState &state) { menu = state.menu; });
    (*node)->start();
    (*node)->catalogWritten();
    (*node)->menu().announce();
    for (int i = 0; i < 1000 && (!menu || menu->isEmpty()); ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    if (!menu || menu->isEmpty())
        qFatal("no menu came up");

    int placed = 0;
    Steady::time_point shown;
    QObject::connect(&(*node)->orders(), &OrderService::placed, &app, [&](const PlacedOrder &) {
        shown = Steady::now();
        ++placed;
    });
    QObject::connect(&(*node)->orders(), &OrderService::refused, &app,
                     [](const BasketId &, const Error &error) { qFatal("refused: %s", qPrintable(error.detail)); });

    BareLog bare(folder.path());
    QList<double> ours, floor, paired;
    qsizetype bytes = 0;
    for (int i = 0; i < rounds + warmUp; ++i) {
        const Cart cart = basket(*menu, real.world());
        auto start = Steady::now();
        (*node)->orders().place(cart);
        while (placed <= i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        const double mine = std::chrono::duration<double, std::milli>(shown - start).count();
        QCoreApplication::processEvents(); // what follows the number (projection, links) is not part of the guest's wait

        const auto event = (*node)->log().since((*node)->log().lastArrival() - 1, 1);
        if (!event || event->isEmpty())
            qFatal("the order is not in the log");
        bytes = event->first().event.payload.size();
        start = Steady::now();
        bare.append(event->first().event.payload);
        const double theirs = bench::msSince(start);
        if (i >= warmUp) {
            ours << mine;
            floor << theirs;
            paired << mine / theirs;
        }
    }
    std::fprintf(stderr, "confirm: %d orders of %lld bytes; pair by pair the median ratio is %.2f\n", rounds, (long long)bytes,
                 bench::quantile(paired, 0.5));
    const bool ok = bench::print({.metric = u"confirm_p50"_s,
                                  .value = bench::quantile(ours, 0.5),
                                  .unit = u"ms"_s,
                                  .peer = bench::quantile(floor, 0.5),
                                  .against = u"bare SQLite C insert+commit, same bytes, WAL, synchronous=FULL"_s,
                                  .ratioBudget = 1.5,
                                  .valueBudget = {}});
    bench::print({.metric = u"confirm_p99"_s,
                  .value = bench::quantile(ours, 0.99),
                  .unit = u"ms"_s,
                  .peer = bench::quantile(floor, 0.99),
                  .against = u"bare SQLite C insert+commit, same bytes, WAL, synchronous=FULL"_s,
                  .ratioBudget = {},
                  .valueBudget = {}});
    return ok ? 0 : 1;
}
