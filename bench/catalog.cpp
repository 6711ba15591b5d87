// SPDX-License-Identifier: GPL-3.0-or-later
//
// What does a kiosk's catalog cost: parsing and storing 10,000 products beside bare SQLite C and simdjson on the same bytes, reading all at
// start, a category out of it, and an increment of 100?

#include "support/catalogpages.h"
#include "support/measure.h"

#include <domain/menu.h>
#include <presentation/menumodels.h>

#include <QCoreApplication>

#include <cstdio>
#include <simdjson.h>
#include <sqlite3.h>

using namespace saji;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int products = 10'000;
constexpr int rounds = 15;

//! The floor: the same pages, one table, one prepared upsert, a transaction a page.
class BareCatalog
{
public:
    BareCatalog()
    {
        check(sqlite3_open(m_folder.filePath(u"bare.db"_s).toUtf8().constData(), &m_db));
        check(sqlite3_exec(m_db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                                 "CREATE TABLE rows(kind TEXT NOT NULL, id TEXT NOT NULL, version BIGINT NOT NULL, deleted INTEGER NOT NULL,"
                                 " doc BLOB NOT NULL, PRIMARY KEY (kind, id)); CREATE INDEX by_version ON rows(version)",
                           nullptr, nullptr, nullptr));
        check(sqlite3_prepare_v2(m_db, "INSERT INTO rows VALUES(?,?,?,?,?) ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version,"
                                       " deleted = excluded.deleted, doc = excluded.doc",
                                 -1, &m_put, nullptr));
    }
    ~BareCatalog()
    {
        sqlite3_finalize(m_put);
        sqlite3_close(m_db);
    }
    double pull(const QList<QByteArray> &pages)
    {
        const auto start = Steady::now();
        for (const auto &page : pages)
            take(page);
        return bench::msSince(start);
    }

private:
    void take(const QByteArray &bytes)
    {
        const simdjson::padded_string padded(bytes.constData(), size_t(bytes.size()));
        simdjson::ondemand::document document = m_parser.iterate(padded);
        check(sqlite3_exec(m_db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
        for (simdjson::ondemand::object row : document["changes"].get_array()) {
            const std::string_view kind = row["kind"].get_string();
            const std::string_view id = row["id"].get_string();
            const int64_t version = row["version"].get_int64();
            const bool deleted = row["deleted"].get_bool();
            simdjson::ondemand::object object = row["doc"].get_object();
            const std::string_view doc = object.raw_json();
            sqlite3_bind_text(m_put, 1, kind.data(), int(kind.size()), SQLITE_STATIC);
            sqlite3_bind_text(m_put, 2, id.data(), int(id.size()), SQLITE_STATIC);
            sqlite3_bind_int64(m_put, 3, version);
            sqlite3_bind_int(m_put, 4, deleted);
            sqlite3_bind_blob(m_put, 5, doc.data(), int(doc.size()), SQLITE_STATIC);
            if (sqlite3_step(m_put) != SQLITE_DONE)
                check(SQLITE_ERROR);
            sqlite3_reset(m_put);
        }
        check(sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr));
    }
    void check(int code)
    {
        if (code != SQLITE_OK)
            qFatal("bare SQLite failed: %s", sqlite3_errmsg(m_db));
    }

    QTemporaryDir m_folder;
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_put = nullptr;
    simdjson::ondemand::parser m_parser;
};

//! Milliseconds until the products of one of twenty categories stand in the model of the grid.
double showCategory(const std::shared_ptr<const MenuIndex> &index, MenuProductModel &model, CategoryId category)
{
    const auto start = Steady::now();
    model.show(index, {}, category);
    const int rows = model.rowCount();
    const auto ms = bench::msSince(start);
    if (rows != products / 20)
        qFatal("a category of %d", rows);
    return ms;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    bench::CatalogPages pages(products);
    std::fprintf(stderr, "catalog: %d products, %.1f MB of JSON in %d pages\n", products, double(pages.bytes()) / 1e6, int(pages.bodies().size()));

    QList<double> ours, floor, loads;
    std::shared_ptr<const Menu> menu;
    for (int i = 0; i < rounds; ++i) {
        bench::CatalogReader kiosk(pages);
        ours << kiosk.pull();
        loads << kiosk.load(menu);
        floor << BareCatalog().pull(pages.bodies());
    }
    bool ok = bench::print({.metric = u"catalog_store_10000_p50"_s, .value = bench::quantile(ours, 0.5), .unit = u"ms"_s,
                            .peer = bench::quantile(floor, 0.5), .against = u"bare SQLite C + simdjson, same pages"_s, .ratioBudget = 2.5,
                            .valueBudget = {}});
    ok &= bench::print({.metric = u"catalog_read_all_p50"_s, .value = bench::quantile(loads, 0.5), .unit = u"ms"_s, .peer = {},
                        .against = u"10,000 rows to the menu that screens use"_s, .ratioBudget = {}, .valueBudget = 15.0});

    const auto index = std::make_shared<const MenuIndex>(menu);
    MenuProductModel model;
    QList<double> switches;
    for (int i = 0; i < 400; ++i)
        switches << showCategory(index, model, CategoryId(i % 20 + 1));
    ok &= bench::print({.metric = u"category_500_of_10000_p99"_s, .value = bench::quantile(switches, 0.99), .unit = u"ms"_s, .peer = {},
                        .against = u"the model of the grid shows it"_s, .ratioBudget = {}, .valueBudget = 1.0});

    bench::CatalogReader kiosk(pages);
    kiosk.pull();
    QList<double> increments;
    for (int i = 0; i < 60; ++i) {
        pages.edit(100, i);
        increments << kiosk.pull();
    }
    ok &= bench::print({.metric = u"increment_100_p50"_s, .value = bench::quantile(increments, 0.5), .unit = u"ms"_s, .peer = {},
                        .against = u"parsed, stored and visible"_s, .ratioBudget = {}, .valueBudget = 10.0});
    return ok ? 0 : 1;
}
