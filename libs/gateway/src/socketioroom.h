// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/socketioserver.h>

#include "socketioclient.h"

#include <deque>

namespace saji {

//! One room: who is in it, what it has heard lately, and what it will hear in this turn.
struct SocketIoServer::Room
{
    QList<ClientPtr> members;
    std::deque<std::pair<qint64, QByteArray>> kept;
    qint64 forgottenUpTo = 0; //!< older news than that are not kept
    struct Leaving
    {
        QByteArray packet;
        ClientPtr except; //!< who does not get it; mostly nobody
    };
    QList<Leaving> leaving;

    void send();
};

} // namespace saji
