// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/ticketcard.h>

namespace saji {

//! How much of one dish the open tickets still ask for.
struct TicketSummaryRow
{
    ProductId product;
    QString name;
    int portions = 0;
    int tickets = 0;
    int latePortions = 0; //!< of these, on late tickets

    QString words() const; //!< "5 tiket, 3 porsi di tiket telat"
};

//! All-day counts: a query over the tickets of this moment, never a counter, so it cannot drift. What is ready or cancelled asks for
//! nothing more. Most portions first, then by name.
[[nodiscard]] QList<TicketSummaryRow> summarize(const QList<TicketView> &tickets, const TicketLimits &limits, Milliseconds now, QStringView language);

} // namespace saji
