// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>

namespace saji {

//! Which web pages may use this node from a browser (CORS, and the origin of a WebSocket): those that were named, or all by `*`.
//!
//! Programs that are no browsers send no origin, and this is not for them.
class Origins
{
public:
    explicit Origins(QStringList allowed) : m_allowed(std::move(allowed)) {}

    //! Says why not; nullopt = a page that is allowed, or no page.
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest &request) const;
    //! Answers preflights, refuses what a page that is not allowed would change, and lets pages that are read what they asked for.
    [[nodiscard]] Router::Filter filter() const;

private:
    bool allows(const QByteArray &origin) const;
    QList<std::pair<QByteArray, QByteArray>> headersFor(const QByteArray &origin) const;

    QStringList m_allowed;
};

} // namespace saji
