// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpwords.h"

#include "gzip.h"
#include "tuning.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

namespace saji::httpwords {
namespace {

bool sameWord(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

//! Calls `visit` with each element of a comma-separated list until it returns true.
template<class Visit>
bool anyElement(std::string_view list, Visit visit)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (visit(trimmed(list.substr(0, comma))))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

//! Pictures, sounds and archives are compressed already.
bool isCompressible(const QByteArray &contentType)
{
    for (const auto *packed : {"image/", "audio/", "video/", "font/", "application/zip", "application/gzip"}) {
        if (contentType.startsWith(packed))
            return contentType.startsWith("image/svg");
    }
    return true;
}

bool hasHeader(const HttpResponse &response, std::string_view name)
{
    return std::ranges::any_of(response.headers, [&](const auto &h) { return sameWord({h.first.constData(), size_t(h.first.size())}, name); });
}

//! A header that would end itself and begin another is not sent.
bool isSafe(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

std::string_view phrase(int status)
{
    static constexpr std::array<std::pair<int, std::string_view>, 38> phrases{{
        {100, "Continue"}, {101, "Switching Protocols"}, {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"},
        {206, "Partial Content"}, {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"}, {304, "Not Modified"},
        {307, "Temporary Redirect"}, {308, "Permanent Redirect"}, {400, "Bad Request"}, {401, "Unauthorized"}, {402, "Payment Required"},
        {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"}, {406, "Not Acceptable"}, {408, "Request Timeout"},
        {409, "Conflict"}, {410, "Gone"}, {411, "Length Required"}, {412, "Precondition Failed"}, {413, "Content Too Large"},
        {414, "URI Too Long"}, {415, "Unsupported Media Type"}, {416, "Range Not Satisfiable"}, {417, "Expectation Failed"},
        {422, "Unprocessable Content"}, {426, "Upgrade Required"}, {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"}, {501, "Not Implemented"}, {502, "Bad Gateway"}, {503, "Service Unavailable"},
    }};
    const auto found = std::ranges::find(phrases, status, [](const auto &p) { return p.first; });
    return found == phrases.end() ? std::string_view("Status") : found->second;
}

bool acceptsGzip(std::string_view header)
{
    return anyElement(header, [](std::string_view element) {
        const auto semicolon = std::min(element.find(';'), element.size());
        const auto coding = trimmed(element.substr(0, semicolon));
        if (!sameWord(coding, "gzip") && coding != "*")
            return false;
        auto quality = trimmed(element.substr(std::min(semicolon + 1, element.size())));
        if (quality.size() < 3 || !sameWord(quality.substr(0, 2), "q="))
            return true;
        quality.remove_prefix(2);
        return quality.find_first_not_of("0.") != std::string_view::npos; // "q=0" and "q=0.000" forbid it
    });
}

bool listHas(std::string_view header, std::string_view word)
{
    return anyElement(header, [&](std::string_view element) { return sameWord(element, word); });
}

bool splitTarget(std::string_view target, HttpRequest &request)
{
    if (!target.starts_with('/')) {
        // The absolute form is for proxies, but every server has to take it (RFC 9112 section 3.2.2).
        const auto scheme = target.find("://");
        if (scheme == std::string_view::npos || !(sameWord(target.substr(0, scheme), "http") || sameWord(target.substr(0, scheme), "https")))
            return false;
        const auto slash = target.find('/', scheme + 3);
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    target = target.substr(0, target.find('#'));
    const auto question = std::min(target.find('?'), target.size());
    request.path = QUrl::fromPercentEncoding(QByteArray(target.data(), qsizetype(question)));
    if (question < target.size()) {
        const auto query = target.substr(question + 1);
        request.query = QUrlQuery(QString::fromUtf8(query.data(), qsizetype(query.size())));
    }
    return true;
}

Outgoing render(const HttpResponse &response, const AnswerContext &context)
{
    QByteArray body = response.body;
    const bool hasNoBody = response.status < 200 || response.status == 204 || response.status == 304;
    const bool mayPack = !hasNoBody && body.size() >= tuning::gzipFrom && isCompressible(response.contentType)
                         && !hasHeader(response, "content-encoding");
    const bool isPacked = mayPack && context.acceptsGzip;
    if (isPacked)
        body = gzip(body);

    QByteArray head;
    head.reserve(256);
    const auto words = phrase(response.status);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ').append(words.data(), qsizetype(words.size()));
    head.append("\r\nDate: ").append(context.date).append("\r\n");
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (isSafe(name) && isSafe(value))
            head.append(name).append(": ").append(value).append("\r\n");
    };
    if (!hasNoBody) {
        add("Content-Type", response.contentType);
        add("Content-Length", QByteArray::number(body.size()));
    }
    if (isPacked)
        head.append("Content-Encoding: gzip\r\n");
    if (mayPack)
        head.append("Vary: Accept-Encoding\r\n");
    if (!context.keepAlive)
        head.append("Connection: close\r\n");
    else if (context.isHttp10)
        head.append("Connection: keep-alive\r\n");
    for (const auto &[name, value] : response.headers)
        add(name, value);
    head.append("\r\n");
    return {head, hasNoBody || context.isHead ? QByteArray() : body};
}

QByteArray dateHeader(qint64 secondsSince1970)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = time_t(secondsSince1970);
    tm utc{};
    gmtime_r(&seconds, &utc);
    return QString::asprintf("%s, %02d %s %04d %02d:%02d:%02d GMT", days.at(size_t(utc.tm_wday)), utc.tm_mday, months.at(size_t(utc.tm_mon)),
                             utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec)
        .toLatin1();
}

QByteArray webSocketAccept(const QByteArray &key)
{
    if (key.size() != 24 || QByteArray::fromBase64(key).size() != 16)
        return {};
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

} // namespace saji::httpwords
