// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/fetchcache.h>

#include "cacheshelf.h"
#include "logging.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! A page of tiles asks for a dozen pictures at once; the index is written once for them.
constexpr Milliseconds saveAfter = 1s;

Error errorFromStatus(const QString &path, int status)
{
    return {status == 404 ? ErrorCode::NotFound : ErrorCode::Refused, u"%1: the server answered %2"_s.arg(path).arg(status)};
}

} // namespace

CachePolicy CachePolicy::apiAnswers()
{
    return {u"api"_s, Strategy::NetworkFirst, 5min, 100};
}

CachePolicy CachePolicy::masterData()
{
    return {u"master-data"_s, Strategy::StaleWhileRevalidate, 1h, 200};
}

CachePolicy CachePolicy::pictures()
{
    return {u"pictures"_s, Strategy::CacheFirst, 24h * 30, 500};
}

Result<CachePolicy> CachePolicy::with(const QString &text) const
{
    static const QRegularExpression form(u"^(\\d{1,5})(s|min|h|d)/(\\d{1,6})$"_s);
    static const QHash<QString, Milliseconds> units{{u"s"_s, 1s}, {u"min"_s, 1min}, {u"h"_s, 1h}, {u"d"_s, 24h}};
    const auto match = form.match(text);
    if (!match.hasMatch() || match.captured(1).toInt() == 0 || match.captured(3).toInt() == 0)
        return Error{ErrorCode::InvalidArgument, u"\"%1\" is no age and number of entries such as \"30d/500\""_s.arg(text)};
    auto policy = *this;
    policy.maxAge = units.value(match.captured(2)) * match.captured(1).toInt();
    policy.maxEntries = match.captured(3).toInt();
    return policy;
}

class FetchCache::Private
{
public:
    Private(FetchCache &cache, const QString &folder, const CachePolicy &as, std::unique_ptr<HttpClient> from, const Clock &time,
            Scheduler &scheduler)
        : q(cache), policy(as), client(std::move(from)), clock(time), shelf(folder), saveTimer(scheduler), nextTimer(scheduler)
    {
        shelf.trim(policy.maxEntries);
    }

    Milliseconds ageOf(const CacheEntry &entry) const
    {
        // A clock that went back: as good as new.
        return std::max(Milliseconds(0), clock.wallNow() - Milliseconds(entry.fetchedMs));
    }
    bool isYoung(const CacheEntry &entry) const { return ageOf(entry) <= policy.maxAge; }

    std::optional<Kept> kept(const QString &path)
    {
        const auto *entry = shelf.find(path);
        if (!entry)
            return std::nullopt;
        const Kept answer{{}, entry->contentType, shelf.fileOf(*entry), ageOf(*entry), !isYoung(*entry)};
        auto body = shelf.read(path);
        if (!body) {
            qCWarning(lcSync).noquote() << "cache" << policy.name << body.error().detail;
            saveSoon();
            return std::nullopt;
        }
        shelf.touch(path);
        saveSoon();
        auto result = answer;
        result.body = std::move(*body);
        return result;
    }

    void count(bool hit)
    {
        (hit ? stats.hits : stats.misses) += 1;
        CacheStats now = stats;
        if (now.isLow() && !hasWarned) {
            hasWarned = true;
            qCWarning(lcSync).noquote() << "cache" << policy.name << "has only" << now.hitRatePercent() << "% of what is asked for";
            emit q.hitRateIsLow(now.hitRatePercent());
        } else if (!now.isLow()) {
            hasWarned = false;
        }
    }

    void saveSoon()
    {
        if (!saveTimer.isActive())
            saveTimer.start(saveAfter, [this] { save(); });
    }
    void save()
    {
        saveTimer.stop();
        if (const auto done = shelf.save(); !done)
            qCWarning(lcSync).noquote() << "cache" << policy.name << done.error().detail;
    }

    void fetch(const QString &path, Answer answer);
    void onReply(const QString &path, const Result<HttpReply> &reply);
    Result<Kept> settle(const QString &path, const Result<HttpReply> &reply);
    Result<Kept> otherwise(const QString &path, const Error &error);
    void fetchNext();

    FetchCache &q;
    CachePolicy policy;
    std::unique_ptr<HttpClient> client;
    const Clock &clock;
    CacheShelf shelf;
    Timer saveTimer;
    Timer nextTimer;
    QHash<QString, QList<Answer>> waiting; //!< by path: a request is in flight
    QStringList ahead;
    CacheStats stats;
    bool hasWarned = false;
    bool isFetchingAhead = false;
};

void FetchCache::Private::fetch(const QString &path, Answer answer)
{
    auto &answers = waiting[path];
    answers.append(std::move(answer));
    if (answers.size() > 1)
        return;
    QHash<QByteArray, QByteArray> headers;
    if (const auto *entry = shelf.find(path); entry && !entry->tag.isEmpty())
        headers.insert("if-none-match", entry->tag);
    client->get(path, headers, [this, path](const Result<HttpReply> &reply) { onReply(path, reply); });
}

void FetchCache::Private::onReply(const QString &path, const Result<HttpReply> &reply)
{
    const auto answers = waiting.take(path);
    const auto settled = settle(path, reply);
    for (const auto &answer : answers)
        answer(settled);
}

Result<FetchCache::Kept> FetchCache::Private::settle(const QString &path, const Result<HttpReply> &reply)
{
    if (!reply)
        return otherwise(path, reply.error());
    const auto now = clock.wallNow().count();
    if (reply->status == 304) {
        shelf.renew(path, now);
        if (auto same = kept(path))
            return *same;
        return Error{ErrorCode::Corrupt, u"what was kept of %1 is gone"_s.arg(path)};
    }
    if (reply->status != 200)
        return otherwise(path, errorFromStatus(path, reply->status));
    const CacheEntry entry{{}, reply->headers.value("content-type"), reply->headers.value("etag"), 0, now, 0};
    const auto put = shelf.put(path, reply->body, entry);
    if (!put) {
        // The disk takes nothing: the answer is good all the same.
        qCWarning(lcSync).noquote() << "cache" << policy.name << put.error().detail;
        return Kept{reply->body, entry.contentType, {}, Milliseconds(0), false};
    }
    shelf.trim(policy.maxEntries);
    saveSoon();
    if (*put)
        emit q.changed(path);
    return Kept{reply->body, entry.contentType, q.file(path), Milliseconds(0), false};
}

Result<FetchCache::Kept> FetchCache::Private::otherwise(const QString &path, const Error &error)
{
    auto old = kept(path);
    // Where the network is asked first, an old answer would be taken for a new one.
    if (!old || (old->isStale && policy.strategy == CachePolicy::Strategy::NetworkFirst))
        return error;
    return *old;
}

void FetchCache::Private::fetchNext()
{
    while (!ahead.isEmpty()) {
        const auto *entry = shelf.find(ahead.first());
        if (!entry || !isYoung(*entry))
            break;
        ahead.removeFirst();
    }
    if (ahead.isEmpty()) {
        isFetchingAhead = false;
        emit q.idle();
        return;
    }
    isFetchingAhead = true;
    fetch(ahead.takeFirst(), [this](const Result<Kept> &) { nextTimer.start(Milliseconds(0), [this] { fetchNext(); }); });
}

FetchCache::FetchCache(const QString &folder, const CachePolicy &policy, std::unique_ptr<HttpClient> client, const Clock &clock,
                       Scheduler &scheduler, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, folder, policy, std::move(client), clock, scheduler))
{
}

FetchCache::~FetchCache()
{
    d->client->abortAll();
    if (d->saveTimer.isActive())
        d->save();
}

void FetchCache::get(const QString &path, Answer answer)
{
    using enum CachePolicy::Strategy;
    const auto *entry = d->shelf.find(path);
    const bool isUsable = entry && (d->isYoung(*entry) || d->policy.strategy == StaleWhileRevalidate);
    auto kept = isUsable && d->policy.strategy != NetworkFirst ? d->kept(path) : std::nullopt;
    // Where the network is always asked first, what is kept is no saving.
    if (d->policy.strategy != NetworkFirst)
        d->count(kept.has_value());
    if (!kept) {
        d->fetch(path, std::move(answer));
        return;
    }
    if (d->policy.strategy == StaleWhileRevalidate)
        d->fetch(path, [](const Result<Kept> &) {});
    answer(*kept);
}

void FetchCache::fetchAhead(const QStringList &paths)
{
    d->ahead = paths;
    d->ahead.removeDuplicates();
    if (!d->isFetchingAhead)
        d->fetchNext();
}

QString FetchCache::file(const QString &path) const
{
    const auto *entry = d->shelf.find(path);
    return entry ? d->shelf.fileOf(*entry) : QString();
}

QString FetchCache::wanted(const QString &path)
{
    const auto found = file(path);
    d->count(!found.isEmpty());
    return found;
}

CacheStats FetchCache::stats() const
{
    auto stats = d->stats;
    stats.entries = int(d->shelf.entries().size());
    stats.bytes = d->shelf.bytes();
    return stats;
}

void FetchCache::clear()
{
    d->shelf.clear();
    d->save();
}

} // namespace saji
