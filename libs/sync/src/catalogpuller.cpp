// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/catalogpuller.h>

#include "catalogpage.h"
#include "logging.h"
#include "tuning.h"

#include <base/backoff.h>

#include <QUrl>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

class CatalogPuller::Private
{
public:
    struct Source
    {
        QString name;
        std::unique_ptr<HttpClient> client;
    };

    Private(CatalogPuller &puller, CatalogStore &store, const Clock &time, Scheduler &scheduler, Random &source)
        : q(puller), catalog(store), clock(time), random(source), timer(scheduler), settling(scheduler), backoff({2s, 5s, 10s, 30s, 60s, 300s}, [&source] {
              return source.unit();
          })
    {
    }

    void begin();
    void ask();
    void onAnswer(const Result<HttpReply> &answer);
    void onPage(const CatalogStore::Page &page, const HttpReply &reply);
    void onCurrent(Milliseconds ago);
    void askNext(const Error &error);
    void finish();
    bool isWorthTaking(const CatalogStore::Page &page, bool isWriter) const;

    CatalogPuller &q;
    CatalogStore &catalog;
    const Clock &clock;
    Random &random;
    Timer timer;
    Timer settling;
    Backoff backoff;
    QString storeCode;
    std::vector<Source> sources;
    size_t current = 0;
    CatalogVersion asked;
    std::optional<Error> firstError;
    Milliseconds begunAt{0};
    bool isPulling = false;
    bool isCurrent = false;  //!< a source of this round has said so
    bool hasChanged = false; //!< this round has brought something new
    bool isWantedAgain = false;
};

namespace {

Milliseconds checkedAgo(const HttpReply &reply)
{
    // A clock that went back, or a header that is none: now.
    return Milliseconds(qMax<qint64>(0, reply.headers.value(checkedAgoHeader.toByteArray()).toLongLong()));
}

Error errorFromStatus(const QString &source, int status)
{
    const auto code = status == 404                    ? ErrorCode::NotFound
                      : status == 409                  ? ErrorCode::WrongStore
                      : status == 401 || status == 403 ? ErrorCode::Unauthorized
                      : status == 429                  ? ErrorCode::RateLimited
                                                       : ErrorCode::Refused;
    return {code, u"%1 answered %2 for the catalog"_s.arg(source).arg(status)};
}

} // namespace

void CatalogPuller::Private::begin()
{
    if (isPulling) {
        isWantedAgain = true;
        return;
    }
    if (sources.empty())
        return;
    timer.stop();
    isPulling = true;
    isWantedAgain = isCurrent = hasChanged = false;
    firstError.reset();
    current = 0;
    begunAt = clock.steadyNow();
    ask();
}

void CatalogPuller::Private::ask()
{
    asked = catalog.pulled();
    auto path = u"/api/catalog/?since_version=%1&limit=%2&epoch=%3"_s.arg(asked.version).arg(tuning::pulledPageRows).arg(asked.epoch);
    if (!storeCode.isEmpty())
        path += u"&store="_s + QString::fromLatin1(QUrl::toPercentEncoding(storeCode));
    QHash<QByteArray, QByteArray> headers;
    // In the middle of a pull the same version is no reason to stop.
    if (!asked.epoch.isEmpty() && asked == catalog.version())
        headers.insert("if-none-match", catalogTag(asked, catalog.digest()));
    sources.at(current).client->get(path, headers, [this](const Result<HttpReply> &answer) { onAnswer(answer); });
}

void CatalogPuller::Private::onAnswer(const Result<HttpReply> &answer)
{
    if (!answer) {
        askNext(answer.error());
        return;
    }
    if (answer->status == 304) {
        onCurrent(checkedAgo(*answer));
        return;
    }
    if (answer->status != 200) {
        askNext(errorFromStatus(sources.at(current).name, answer->status));
        return;
    }
    auto page = decodeCatalogPage(answer->body);
    if (!page) {
        askNext(page.error());
        return;
    }
    page->checkedAgo = checkedAgo(*answer);
    onPage(*page, *answer);
}

bool CatalogPuller::Private::isWorthTaking(const CatalogStore::Page &page, bool isWriter) const
{
    const auto own = catalog.version();
    // The writer itself is always right, even where it has less than we do: then it was restored from a backup.
    if (isWriter)
        return true;
    if (page.current.epoch == own.epoch)
        return page.current.version >= qMax(own.version, asked.epoch == own.epoch ? asked.version : 0);
    // Epochs sort by birth. A neighbour with an older one has only not heard of the new one yet.
    return own.epoch.isEmpty() || page.current.epoch > own.epoch;
}

void CatalogPuller::Private::onPage(const CatalogStore::Page &page, const HttpReply &reply)
{
    const auto &name = sources.at(current).name;
    const bool isWriter = reply.headers.contains(writerHeader.toByteArray());
    if (!isWorthTaking(page, isWriter)) {
        askNext({ErrorCode::Conflict, u"%1 has an older catalog (version %2)"_s.arg(name).arg(page.current.version)});
        return;
    }
    if (page.current == catalog.version() && page.changes.isEmpty() && !page.hasMore && asked == page.current) {
        const bool isSame = !page.digest || *page.digest == catalog.digest();
        if (isSame) {
            onCurrent(page.checkedAgo);
            return;
        }
        // One version, two histories: the writer is right; of two readers nobody knows.
        if (!isWriter) {
            askNext({ErrorCode::Conflict, u"%1 has another history of version %2"_s.arg(name).arg(page.current.version)});
            return;
        }
    }
    const bool isRestored = page.current.epoch == asked.epoch && page.current.version < asked.version;
    const auto applied = isRestored ? catalog.startOver(page.current.epoch) : catalog.applyPage(page);
    if (!applied) {
        askNext(applied.error());
        return;
    }
    // More to come; or what came is of another history than ours, and is asked for from the start.
    if (catalog.pulled() != catalog.version() || catalog.version() != page.current) {
        if (!page.hasMore)
            qCWarning(lcSync).noquote() << "the catalog of" << name << "is of another history than ours: starting over";
        ask();
        return;
    }
    qCInfo(lcSync).noquote() << "catalog" << page.current.version << "from" << name << "after" << (clock.steadyNow() - begunAt).count()
                             << "ms";
    hasChanged = true;
    finish();
}

void CatalogPuller::Private::onCurrent(Milliseconds ago)
{
    if (const auto marked = catalog.markChecked(ago); !marked) {
        askNext(marked.error());
        return;
    }
    isCurrent = true;
    finish();
}

void CatalogPuller::Private::askNext(const Error &error)
{
    qCDebug(lcSync).noquote() << "catalog from" << sources.at(current).name << errorWord(error.code) << error.detail;
    if (!firstError)
        firstError = error;
    if (++current < sources.size())
        ask();
    else
        finish();
}

void CatalogPuller::Private::finish()
{
    isPulling = false;
    const bool hasFailed = !hasChanged && !isCurrent;
    if (!hasFailed)
        backoff.reset();
    const auto spread = 1.0 + tuning::catalogCheckJitter * (2.0 * random.unit() - 1.0);
    const auto hourly = Milliseconds(qint64(double(Milliseconds(tuning::catalogCheckEvery).count()) * spread));
    // Asked for again while we were at it: what was known then may be old by now.
    timer.start(hasFailed ? backoff.next() : isWantedAgain ? Milliseconds(0) : hourly, [this] { begin(); });
    if (hasChanged)
        settling.start(tuning::catalogSettlesAfter, [this] {
            if (const auto settled = catalog.settle(); !settled)
                qCWarning(lcSync).noquote() << "catalog:" << settled.error().detail;
        });
    if (hasChanged)
        emit q.changed();
    else if (isCurrent)
        emit q.confirmed();
    else
        emit q.failed(firstError.value_or(Error{ErrorCode::Internal, u"no source was asked"_s}));
}

CatalogPuller::CatalogPuller(CatalogStore &catalog, const Clock &clock, Scheduler &scheduler, Random &random, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, catalog, clock, scheduler, random))
{
}

CatalogPuller::~CatalogPuller()
{
    for (const auto &source : d->sources)
        source.client->abortAll();
}

void CatalogPuller::setStore(const QString &store)
{
    d->storeCode = store;
}

void CatalogPuller::addSource(const QString &name, std::unique_ptr<HttpClient> client)
{
    d->sources.push_back({name, std::move(client)});
    if (!d->isPulling)
        d->timer.start(Milliseconds(0), [this] { d->begin(); });
}

void CatalogPuller::hint(const CatalogVersion &version, bool isWriter)
{
    const auto own = d->catalog.version();
    const bool isNews = version.epoch != own.epoch || version.version > own.version || (isWriter && version.version != own.version);
    if (!version.epoch.isEmpty() && isNews)
        refresh();
}

void CatalogPuller::refresh()
{
    d->backoff.reset();
    d->begin();
}

bool CatalogPuller::isPulling() const
{
    return d->isPulling;
}

} // namespace saji
