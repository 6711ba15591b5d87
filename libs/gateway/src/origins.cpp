// SPDX-License-Identifier: GPL-3.0-or-later
#include "origins.h"

namespace saji {
using namespace Qt::StringLiterals;

bool Origins::allows(const QByteArray &origin) const
{
    return m_allowed.contains(u"*"_s) || m_allowed.contains(QString::fromLatin1(origin), Qt::CaseInsensitive);
}

std::optional<HttpResponse> Origins::refusal(const HttpRequest &request) const
{
    const auto origin = request.headers.value("origin");
    if (origin.isEmpty() || allows(origin))
        return std::nullopt;
    return HttpResponse::error(
        403, "forbidden"_L1,
        u"pages of %1 may not use this hub; its --origin option names those that may"_s.arg(QString::fromLatin1(origin.left(100))));
}

QList<std::pair<QByteArray, QByteArray>> Origins::headersFor(const QByteArray &origin) const
{
    return {{"Access-Control-Allow-Origin", origin}, {"Access-Control-Allow-Credentials", "true"}, {"Vary", "Origin"}};
}

Router::Filter Origins::filter() const
{
    return [self = *this](const HttpRequest &request, HttpAnswer &answer) -> std::optional<HttpResponse> {
        const auto origin = request.headers.value("origin");
        if (origin.isEmpty())
            return std::nullopt;
        if (!self.allows(origin)) {
            // Without our word a browser shows the page nothing; but what it would change has to be stopped here.
            return request.method == "GET" ? std::nullopt : self.refusal(request);
        }
        answer = [inner = answer, headers = self.headersFor(origin)](HttpResponse response) {
            response.headers += headers;
            inner(std::move(response));
        };
        if (request.method != "OPTIONS")
            return std::nullopt;
        return HttpResponse{204,
                            {},
                            {},
                            {{"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
                             {"Access-Control-Allow-Headers", "content-type, authorization, idempotency-key"},
                             {"Access-Control-Max-Age", "600"}}};
    };
}

} // namespace saji
