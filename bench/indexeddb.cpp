// SPDX-License-Identifier: GPL-3.0-or-later
//
// A kiosk's catalog beside what a web kiosk has: the same 10,000 products parsed and stored, read at start, and read by category, in ours and
// in IndexedDB of a headless Chromium with a local page. They take turns, ours before and after, so that a noisy machine meets both.
//
// bench-indexeddb CHROMIUM

#include "support/catalogpages.h"
#include "support/measure.h"

#include <domain/menu.h>
#include <transport/listener.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

constexpr int products = 10'000;
constexpr int oursEachTime = 8;
constexpr int theirRounds = 6;
constexpr int patienceMs = 180'000;

struct Ours
{
    QList<double> store, load;
};

void measureOurs(bench::CatalogPages &pages, Ours &into)
{
    std::shared_ptr<const Menu> menu;
    for (int i = 0; i < oursEachTime; ++i) {
        bench::CatalogReader kiosk(pages);
        into.store << kiosk.pull();
        into.load << kiosk.load(menu);
        if (menu->products().size() != products)
            qFatal("%d products were read", int(menu->products().size()));
    }
}

//! The page and the data, and where the page brings its results.
class PageHost
{
public:
    explicit PageHost(const bench::CatalogPages &pages)
    {
        m_listener.route(u"/"_s, [this, &pages](const HttpRequest &request, const HttpAnswer &answer) { answer(respond(request, pages)); });
        const auto address = m_listener.listen({});
        if (!address)
            qFatal("%s", qPrintable(address.error().detail));
        m_address = *address;
    }
    QString url() const { return u"http://%1/?rounds=%2"_s.arg(m_address.toString()).arg(theirRounds); }
    const QByteArray &results() const { return m_results; }

private:
    HttpResponse respond(const HttpRequest &request, const bench::CatalogPages &pages)
    {
        if (request.path == "/results"_L1) {
            m_results = request.body;
            QCoreApplication::quit();
            return HttpResponse::json("{}");
        }
        if (request.path == "/pages/count"_L1)
            return {200, "text/plain", QByteArray::number(pages.bodies().size()), {}};
        if (request.path.startsWith("/pages/"_L1))
            return HttpResponse::json(pages.bodies().value(request.path.section(u'/', 2).toInt()));
        QFile page(QStringLiteral(SAJI_BENCH_PEERS "/indexeddb.html"));
        if (!page.open(QIODevice::ReadOnly))
            qFatal("no page");
        return {200, "text/html; charset=utf-8", page.readAll(), {}};
    }

    Listener m_listener;
    ListenAddress m_address;
    QByteArray m_results;
};

QJsonArray measureTheirs(const bench::CatalogPages &pages, const QString &chromium)
{
    const PageHost host(pages);
    const QTemporaryDir profile;
    QProcess browser;
    browser.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    browser.setStandardErrorFile(QProcess::nullDevice());
    // Nothing but this page: a browser that looks for updates meanwhile would be measured with it.
    browser.start(chromium, {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-quic"_s, u"--no-first-run"_s,
                             u"--disable-background-networking"_s, u"--disable-component-update"_s, u"--disable-sync"_s,
                             u"--remote-debugging-port=0"_s, u"--user-data-dir="_s + profile.path(), host.url()});
    QTimer::singleShot(patienceMs, qApp, [] { QCoreApplication::exit(1); });
    const int code = QCoreApplication::exec();
    browser.terminate();
    if (!browser.waitForFinished(5000))
        browser.kill();
    browser.waitForFinished(5000);
    const auto results = QJsonDocument::fromJson(host.results()).array();
    if (code != 0 || results.size() != theirRounds)
        qFatal("the browser has measured nothing: %s", host.results().constData());
    return results;
}

QList<double> column(const QJsonArray &results, const QString &key)
{
    QList<double> values;
    for (const auto &round : results)
        values << round[key].toDouble();
    return values;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2)
        qFatal("usage: bench-indexeddb CHROMIUM");
    bench::CatalogPages pages(products);
    Ours ours;
    measureOurs(pages, ours);
    const auto theirs = measureTheirs(pages, QString::fromLocal8Bit(argv[1]));
    measureOurs(pages, ours);
    if (theirs[0][u"products"_s].toInt() != products)
        qFatal("the browser has read %d products", theirs[0][u"products"_s].toInt());

    const auto against = u"IndexedDB in headless Chromium, same pages"_s;
    bool ok = bench::print({.metric = u"catalog_store_10000_beside_indexeddb"_s, .value = bench::quantile(ours.store, 0.5), .unit = u"ms"_s,
                            .peer = bench::quantile(column(theirs, u"store"_s), 0.5), .against = against, .ratioBudget = 1.0 / 15,
                            .valueBudget = {}});
    ok &= bench::print({.metric = u"catalog_read_all_beside_indexeddb"_s, .value = bench::quantile(ours.load, 0.5), .unit = u"ms"_s,
                        .peer = bench::quantile(column(theirs, u"readAll"_s), 0.5), .against = against, .ratioBudget = 1.0 / 5, .valueBudget = {}});
    bench::print({.metric = u"indexeddb_category_of_500"_s, .value = bench::quantile(column(theirs, u"category"_s), 0.5), .unit = u"ms"_s, .peer = {},
                  .against = u"for comparison: ours is category_500_of_10000 of ./run bench catalog"_s, .ratioBudget = {}, .valueBudget = {}});
    return ok ? 0 : 1;
}
