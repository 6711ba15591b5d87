// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>
#include <transport/dialers.h>

#include <memory>

namespace saji {

class Listener;

//! Lets a new device reach the server's authority through a paired hub, on a LAN that has no other way to it.
//!
//! It passes on what pairing consists of and nothing else, to the server alone. It can neither read the code out of it nor change a word
//! of it unnoticed (docs/decisions/0006); the device judges the answer. One address may ask once a second, a few at a time, in small
//! bodies. Lives on the thread of its listener.
class PairingRelay
{
public:
    //! `server`: to the authority, by a link that has proved to be of this store; null = not known where it is.
    using MakePoster = std::function<std::unique_ptr<HttpPoster>()>;
    explicit PairingRelay(MakePoster server) : m_server(std::move(server)) {}

    void addRoutes(Router &router, Listener &listener);
    //! POST /api/devices/pair/: as the server answers it; 503 when the server cannot be reached, 429 when too many ask at once.
    void pair(const HttpRequest &request, const HttpAnswer &answer);

private:
    void take(quint64 exchange, const Result<HttpReply> &reply, const HttpAnswer &answer);

    MakePoster m_server;
    QHash<quint64, std::shared_ptr<HttpPoster>> m_underWay;
    quint64 m_last = 0;
};

} // namespace saji
