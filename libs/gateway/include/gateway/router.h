// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/http.h>

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace saji {

//! Finds who answers a request: by method and path, with one shape for every refusal.
//!
//! A pattern is a path whose `{…}` segments match anything and are handed over in order. A trailing slash makes no difference, as
//! both forms are in the published contracts. Nothing there: 404; there, but not by this method: 405 with `Allow`. HEAD is answered
//! by the GET route.
class Router
{
public:
    using Answerer = std::function<void(const HttpRequest &request, const QStringList &captured, HttpAnswer answer)>;

    void add(const QByteArray &method, const QString &pattern, Answerer answerer);
    //! For answers that are known at once.
    void add(const QByteArray &method, const QString &pattern, std::function<HttpResponse(const HttpRequest &request)> answerer);

    //! Asked before every request: may answer instead of the route (an answer is returned), or wrap what the route will answer.
    using Filter = std::function<std::optional<HttpResponse>(const HttpRequest &request, HttpAnswer &answer)>;
    //! Asked in the order in which they were added; an empty one is none.
    void addFilter(Filter filter)
    {
        if (filter)
            m_filters.append(std::move(filter));
    }

    void route(const HttpRequest &request, HttpAnswer answer) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
        Answerer answerer;
    };
    QList<Route> m_routes;
    QList<Filter> m_filters;
};

} // namespace saji
