// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <gateway/router.h>

#include <memory>

namespace saji {

class Listener;
class Trust;

//! Whether everyone who reaches a node may use it as a web client, or only who brings a bearer token.
enum class WebAccess { Open, Token };

//! Lets web clients in by their bearer tokens, each to what its scopes allow; paired devices by their certificates. Health, the page for
//! people, and what proves itself (pairing) are for everyone.
class WebGuard
{
public:
    //! A node that is not paired has no authority to check a token by: with Access::Token it lets nobody in.
    WebGuard(WebAccess access, std::shared_ptr<const Trust> trust, const Clock &clock);

    //! For Router::addFilter; `listener` keeps answers ready only for those that were let in. Both must outlive their use here.
    [[nodiscard]] Router::Filter filter(Listener &listener) const;
    //! "Bearer saji.…", or the bare token; nullopt = it may.
    [[nodiscard]] std::optional<Error> refusal(const QByteArray &authorization, const QString &scope) const;
    WebAccess access() const { return m_access; }

private:
    WebAccess m_access;
    std::shared_ptr<const Trust> m_trust;
    const Clock &m_clock;
};

} // namespace saji
