// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/catalogpuller.h>

#include "catalogpage.h"
#include "tuning.h"

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! A number of the query within its range; nullopt when it is something else.
std::optional<qint64> number(const HttpRequest &request, const QString &key, qint64 ifAbsent)
{
    if (!request.query.hasQueryItem(key))
        return ifAbsent;
    bool isNumber = false;
    const auto value = request.query.queryItemValue(key).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

bool matches(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    for (const auto &candidate : ifNoneMatch.split(',')) {
        const auto plain = candidate.trimmed();
        // A weak comparison, RFC 9110 section 13.1.2.
        if (plain == "*" || plain == tag || plain == "W/" + tag)
            return true;
    }
    return false;
}

void describe(const CatalogStore &catalog, HttpResponse &response)
{
    response.headers.append(std::pair<QByteArray, QByteArray>("ETag", catalogTag(catalog.version(), catalog.digest())));
    response.headers.append(std::pair<QByteArray, QByteArray>("Cache-Control", "no-cache"));
    if (const auto ago = catalog.checkedAgo())
        response.headers.append(std::pair(checkedAgoHeader.toByteArray(), QByteArray::number(qint64(ago->count()))));
    if (catalog.isWriter())
        response.headers.append(std::pair<QByteArray, QByteArray>(writerHeader.toByteArray(), "yes"));
}

} // namespace

HttpResponse serveCatalog(const CatalogStore &catalog, const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "HEAD") {
        auto response = HttpResponse::error(405, "method_not_allowed"_L1, u"the catalog can only be read"_s);
        response.headers.append(std::pair<QByteArray, QByteArray>("Allow", "GET, HEAD"));
        return response;
    }
    auto since = number(request, u"since_version"_s, 0);
    const auto limit = number(request, u"limit"_s, tuning::defaultPageRows);
    if (!since || !limit || *limit == 0)
        return HttpResponse::error(400, "invalid_argument"_L1, u"since_version and limit are numbers, limit at least 1"_s);
    const auto current = catalog.version();
    if (current.epoch.isEmpty())
        return HttpResponse::error(404, "no_catalog"_L1, u"there is no menu here yet"_s);
    const auto epoch = request.query.queryItemValue(u"epoch"_s);
    // A version counts only together with its epoch: whoever read another catalog starts over.
    if (!epoch.isEmpty() && epoch != current.epoch)
        since = 0;
    if (matches(request.headers.value("if-none-match"), catalogTag(current, catalog.digest()))) {
        HttpResponse unchanged{304, {}, {}, {}};
        describe(catalog, unchanged);
        return unchanged;
    }
    const auto page = catalog.changesSince(*since, int(qMin<qint64>(*limit, tuning::maxPageRows)));
    if (!page)
        return HttpResponse::error(503, errorWord(page.error().code), u"the catalog cannot be read: %1"_s.arg(page.error().detail));
    auto response = HttpResponse::json(encodeCatalogPage(*page));
    describe(catalog, response);
    return response;
}

} // namespace saji
