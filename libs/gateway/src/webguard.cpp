// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webguard.h>

#include "tuning.h"

#include <transport/listener.h>
#include <trust/trust.h>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! What a path is for; empty = for everyone.
QString scopeOf(const HttpRequest &request)
{
    static const QStringList open{u"/"_s, u"/health"_s, u"/api/health"_s, u"/api/devices/pair"_s, u"/api/devices/renew"_s, u"/api/devices/authority.pem"_s,
                                  u"/socket.io"_s}; // Socket.IO asks for the token when a client connects
    static const QStringList orders{u"/api/orders"_s, u"/emit"_s, u"/outlets"_s, u"/api/stats"_s};
    const auto path = request.path.size() > 1 && request.path.endsWith(u'/') ? request.path.chopped(1) : request.path;
    if (open.contains(path))
        return {};
    if (path == "/metrics"_L1)
        return u"metrics"_s;
    if (std::ranges::any_of(orders, [&path](const QString &root) { return path == root || path.startsWith(root + u'/'); }))
        return request.method == "GET" ? u"orders:read"_s : u"orders:write"_s;
    return u"menu:read"_s;
}

} // namespace

WebGuard::WebGuard(WebAccess access, std::shared_ptr<const Trust> trust, const Clock &clock)
    : m_access(access), m_trust(std::move(trust)), m_clock(clock)
{
}

std::optional<Error> WebGuard::refusal(const QByteArray &authorization, const QString &scope) const
{
    if (m_access == WebAccess::Open)
        return std::nullopt;
    if (!m_trust)
        return Error{ErrorCode::Unauthorized, u"this node is not paired, so it can check no token"_s};
    constexpr QByteArrayView prefix = "Bearer ";
    const auto token = authorization.startsWith(prefix) ? authorization.mid(prefix.size()) : authorization;
    if (token.isEmpty())
        return Error{ErrorCode::Unauthorized, u"this needs a bearer token with the scope %1 (saji-server token create)"_s.arg(scope)};
    const auto facts = m_trust->checkToken(token, std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallNow()).count());
    if (!facts)
        return facts.error();
    if (!facts->scopes.contains(scope))
        return Error{ErrorCode::Conflict, u"the token %1 does not have the scope %2"_s.arg(facts->id, scope)};
    return std::nullopt;
}

Router::Filter WebGuard::filter(Listener &listener) const
{
    if (m_access == WebAccess::Open)
        return {};
    return [self = *this, &listener](const HttpRequest &request, HttpAnswer &) -> std::optional<HttpResponse> {
        const auto scope = scopeOf(request);
        if (scope.isEmpty() || request.device)
            return std::nullopt;
        const auto authorization = request.headers.value("authorization");
        const auto no = self.refusal(authorization, scope);
        if (!no) {
            if (scope == "orders:read"_L1)
                listener.admit(authorization, tuning::admissionLasts);
            return std::nullopt;
        }
        auto response = HttpResponse::error(no->code == ErrorCode::Conflict ? 403 : 401, errorWord(ErrorCode::Unauthorized), no->detail);
        if (response.status == 401)
            response.headers.emplaceBack("WWW-Authenticate", "Bearer");
        return response;
    };
}

} // namespace saji
