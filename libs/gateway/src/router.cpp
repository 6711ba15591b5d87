// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/router.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QStringList segmentsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

std::optional<QStringList> matched(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QStringList captured;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (pattern[i].startsWith(u'{'))
            captured.append(path[i]);
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    return captured;
}

HttpResponse methodRefused(const HttpRequest &request, const QByteArrayList &allowed)
{
    auto response = HttpResponse::error(
        405, "method_not_allowed"_L1,
        u"%1 is not possible here; %2 is."_s.arg(QString::fromLatin1(request.method), QString::fromLatin1(allowed.join(", "))));
    response.headers.append({"Allow", allowed.join(", ")});
    return response;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Answerer answerer)
{
    m_routes.append({method, segmentsOf(pattern), std::move(answerer)});
}

void Router::add(const QByteArray &method, const QString &pattern, std::function<HttpResponse(const HttpRequest &)> answerer)
{
    add(method, pattern, [answerer = std::move(answerer)](const HttpRequest &request, const QStringList &, const HttpAnswer &answer) {
        answer(answerer(request));
    });
}

void Router::route(const HttpRequest &request, HttpAnswer answer) const
{
    for (const auto &filter : m_filters) {
        if (const auto instead = filter(request, answer)) {
            answer(*instead);
            return;
        }
    }
    const auto path = segmentsOf(request.path);
    const auto method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    QByteArrayList allowed;
    for (const auto &route : m_routes) {
        const auto captured = matched(route.segments, path);
        if (!captured)
            continue;
        if (route.method == method) {
            route.answerer(request, *captured, answer);
            return;
        }
        allowed.append(route.method);
    }
    if (allowed.isEmpty())
        answer(HttpResponse::error(404, "not_found"_L1, u"There is nothing at %1."_s.arg(request.path.left(200))));
    else
        answer(methodRefused(request, allowed));
}

} // namespace saji
