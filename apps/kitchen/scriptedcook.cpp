// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedcook.h"

#include <domain/orderfold.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

OrderState nextStep(OrderState state)
{
    return state == OrderState::Pending ? OrderState::Preparing : state == OrderState::Preparing ? OrderState::Ready : OrderState::Served;
}

} // namespace

ScriptedCook::ScriptedCook(RemoteControl &remote, QObject *parent) : QObject(parent)
{
    remote.teach(u"work"_s, [this](const QJsonObject &, const RemoteControl::Answer &answer) {
        answer({{u"ok"_s, true}, {u"open"_s, work()}, {u"pending"_s, qint64(m_sync.pending)}, {u"central"_s, m_sync.centralConnected}});
    });
}

void ScriptedCook::attach(TicketService &tickets, SyncService &sync)
{
    m_tickets = &tickets;
    connect(&tickets, &TicketService::changed, this, &ScriptedCook::note);
    connect(&tickets, &TicketService::reset, this, [this](const QList<TicketView> &all) {
        m_open.clear();
        for (const auto &ticket : all)
            note(ticket);
    });
    connect(&sync, &SyncService::changed, this, [this](const SyncStatus &status) { m_sync = status; });
    tickets.announce();
    sync.announce();
}

void ScriptedCook::note(const TicketView &ticket)
{
    if (isOpen(ticket.state))
        m_open.insert({ticket.order, ticket.outlet}, ticket.state);
    else
        m_open.remove({ticket.order, ticket.outlet});
}

int ScriptedCook::work()
{
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it)
        m_tickets->advance(it.key().first, it.key().second, nextStep(it.value()));
    return int(m_open.size());
}

} // namespace saji
