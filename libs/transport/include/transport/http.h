// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <trust/subject.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace saji {

//! One HTTP request, whole, as it came in; a HEAD comes as GET. Header names are lower case; one that came twice is joined by commas.
struct HttpRequest
{
    QByteArray method;
    QString path; //!< decoded, without the query, with its trailing slash as sent
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
    QString peerAddress; //!< "127.0.0.1"
    bool isEncrypted = false;
    std::optional<Subject> device{}; //!< who has proved to be a device of this store, by its certificate
};

//! One answer. The listener adds the length and the date, packs large texts (gzip) for those who accept it, and leaves the body out
//! where HTTP wants none.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< further ones

    //! The one error shape of docs/protocol.md: {"error": {"code", "message", "details"}}.
    static HttpResponse error(int status, QLatin1StringView code, const QString &message);
    static HttpResponse json(QByteArray body, int status = 200) { return {status, "application/json; charset=utf-8", std::move(body), {}}; }
};

//! Called exactly once per request, from any later moment on the listener's owner thread; harmless when the client has left.
using HttpAnswer = std::function<void(HttpResponse)>;
using HttpHandler = std::function<void(const HttpRequest &, HttpAnswer)>;

} // namespace saji
