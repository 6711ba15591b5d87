// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <gateway/router.h>

namespace saji {

class Authority;
class Listener;

//! Answers devices that want a certificate: the first one, against a pairing code, and the next one, over a link that proves who asks.
//!
//! One address may try once a second. The authority must outlive it.
class PairingDesk
{
public:
    PairingDesk(Authority &authority, const Clock &clock) : m_authority(authority), m_clock(clock) {}

    void addRoutes(Router &router, Listener &listener);

private:
    HttpResponse pair(const HttpRequest &request);
    HttpResponse renew(const HttpRequest &request);
    qint64 now() const;

    Authority &m_authority;
    const Clock &m_clock;
};

} // namespace saji
