// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogpages.h"

#include "bigmenu.h"
#include "measure.h"

#include <base/scheduler.h>
#include <domain/menu.h>
#include <engine/menudocs.h>
#include <engine/menuimport.h>
#include <sync/catalogpuller.h>

#include <QUrl>

using namespace Qt::StringLiterals;

namespace saji::bench {
namespace {

template<class T>
T taken(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

HttpRequest requestFor(const QString &pathAndQuery)
{
    const QUrl url(pathAndQuery);
    HttpRequest request;
    request.method = "GET";
    request.path = url.path();
    request.query = QUrlQuery(url);
    return request;
}

//! Answers at once what was made before.
class PreparedClient final : public HttpClient
{
public:
    explicit PreparedClient(CatalogPages &pages) : m_pages(pages) {}
    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &, Answer answer) override { answer(m_pages.answer(pathAndQuery)); }
    void abortAll() override {}

private:
    CatalogPages &m_pages;
};

} // namespace

struct CatalogPages::Store
{
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Database> database = taken(Database::open(folder.filePath(u"server"_s)));
    std::unique_ptr<CatalogStore> catalog = taken(CatalogStore::open(*database, clock));
};

CatalogPages::CatalogPages(int products) : m_store(std::make_unique<Store>())
{
    const auto rows = taken(rowsFromMenuFile(bigMenu(products)));
    taken(m_store->catalog->replaceAll(rows.rows, m_store->random));
    qint64 since = 0;
    const auto total = m_store->catalog->version().version;
    while (since < total) {
        // What the puller asks for: libs/sync/src/tuning.h.
        const auto query = u"/api/catalog/?since_version=%1&limit=1000&epoch=%2"_s.arg(since).arg(since == 0 ? QString() : m_store->catalog->version().epoch);
        m_bodies.append(answer(query).body);
        since += 1000;
    }
}

CatalogPages::~CatalogPages() = default;

HttpReply CatalogPages::answer(const QString &pathAndQuery)
{
    auto &kept = m_answers[pathAndQuery];
    if (kept.status == 0) {
        const auto response = serveCatalog(*m_store->catalog, requestFor(pathAndQuery));
        kept.status = response.status;
        kept.body = response.body;
        for (const auto &[name, value] : response.headers)
            kept.headers.insert(name.toLower(), value);
    }
    return kept;
}

qsizetype CatalogPages::bytes() const
{
    qsizetype sum = 0;
    for (const auto &body : m_bodies)
        sum += body.size();
    return sum;
}

void CatalogPages::edit(int count, int round)
{
    QList<CatalogRow> rows;
    const auto page = taken(m_store->catalog->changesSince(0, std::numeric_limits<int>::max() - 1));
    for (const auto &row : page.changes) {
        if (row.kind != catalogkind::product || rows.size() >= count)
            continue;
        auto changed = row;
        const auto at = changed.doc.indexOf("\"price\":\"") + 9;
        changed.doc.replace(at, changed.doc.indexOf('"', at) - at, QByteArray::number(10000 + round) + ".00");
        rows.append(changed);
    }
    const auto before = m_store->catalog->version();
    taken(m_store->catalog->change(rows, m_store->random));
    m_answers.clear();
    (void)answer(u"/api/catalog/?since_version=%1&limit=1000&epoch=%2"_s.arg(before.version).arg(before.epoch));
}

struct CatalogReader::Kiosk
{
    explicit Kiosk(CatalogPages &pages) : puller(*catalog, clock, scheduler, random)
    {
        puller.addSource(u"server"_s, std::make_unique<PreparedClient>(pages));
    }

    QTemporaryDir folder;
    SystemClock clock;
    QtScheduler scheduler;
    SystemRandom random;
    std::unique_ptr<Database> database = taken(Database::open(folder.filePath(u"kiosk"_s)));
    std::unique_ptr<CatalogStore> catalog = taken(CatalogStore::open(*database, clock));
    CatalogPuller puller;
};

CatalogReader::CatalogReader(CatalogPages &pages) : m_kiosk(std::make_unique<Kiosk>(pages)) {}

CatalogReader::~CatalogReader() = default;

double CatalogReader::pull()
{
    const auto before = m_kiosk->catalog->version();
    const auto start = std::chrono::steady_clock::now();
    m_kiosk->puller.refresh();
    const auto ms = msSince(start);
    if (m_kiosk->puller.isPulling() || m_kiosk->catalog->version() == before)
        qFatal("the pull did not come to its end");
    return ms;
}

double CatalogReader::load(std::shared_ptr<const Menu> &menu)
{
    menu.reset(); // at a start there is none to let go of
    const auto start = std::chrono::steady_clock::now();
    menu = std::make_shared<const Menu>(taken(menuFromCatalog(*m_kiosk->catalog)));
    return msSince(start);
}

qint64 CatalogReader::version() const
{
    return m_kiosk->catalog->version().version;
}

} // namespace saji::bench
