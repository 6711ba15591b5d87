// SPDX-License-Identifier: GPL-3.0-or-later
#include "metatypes.h"

#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/outboxservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>

namespace saji {

void registerMetaTypes()
{
    qRegisterMetaType<Error>("saji::Error");
    qRegisterMetaType<OrderId>("saji::OrderId");
    qRegisterMetaType<BasketId>("saji::BasketId");
    qRegisterMetaType<PlacedOrder>("saji::PlacedOrder");
    qRegisterMetaType<OrderProgress>("saji::OrderProgress");
    qRegisterMetaType<OrderCopies>("saji::OrderCopies");
    qRegisterMetaType<OutboxState>("saji::OutboxState");
    qRegisterMetaType<TicketView>("saji::TicketView");
    qRegisterMetaType<QList<TicketView>>("QList<saji::TicketView>");
    qRegisterMetaType<MenuState>("saji::MenuState");
    qRegisterMetaType<SyncStatus>("saji::SyncStatus");
}

} // namespace saji
