// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <remote/remotecontrol.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>

#include <QHash>

namespace saji {

//! A cook who bumps whatever hangs there, through the services of the real kitchen; for crash tests. A word of the remote control:
//!   {"do":"work"}   takes the next step on every open ticket; answers {"open", "pending", "central"}, as they were before
class ScriptedCook : public QObject
{
    Q_OBJECT

public:
    explicit ScriptedCook(RemoteControl &remote, QObject *parent = nullptr);

    void attach(TicketService &tickets, SyncService &sync);

private:
    void note(const TicketView &ticket);
    int work();

    TicketService *m_tickets = nullptr;
    SyncStatus m_sync;
    QHash<std::pair<OrderId, OutletId>, OrderState> m_open;
};

} // namespace saji
