// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/ticketservice.h>

#include <QList>
#include <QString>

namespace saji {

//! From when on a ticket is soon due, and late; each outlet sets its own.
struct TicketLimits
{
    Milliseconds soon{300'000};
    Milliseconds late{480'000};
};

//! What a card's head says and is coloured by. Ageing wins over the state, a recall over ageing; what is ready or cancelled is neither late
//! nor soon.
enum class TicketMood { New, Cooking, Soon, Late, Ready, Recalled, Cancelled };

[[nodiscard]] TicketMood ticketMood(const TicketView &ticket, const TicketLimits &limits, Milliseconds now);
//! Only what a cook still has to make grows late.
[[nodiscard]] bool isTicketLate(const TicketView &ticket, const TicketLimits &limits, Milliseconds now);
//! The one legal step that a tap takes; nullopt when the ticket is to be put away instead.
[[nodiscard]] std::optional<OrderState> nextTicketStep(OrderState state);

//! One line of a ticket's card.
struct TicketRow
{
    enum class Kind { Item, Detail, Without, Extra, Note, Allergy, Hint };
    Kind kind = Kind::Item;
    int quantity = 0; //!< of an item
    QString text = {};
    QString tag = {}; //!< "TANPA", "EKSTRA"; of a voided item "BATAL"
    bool done = false; //!< checked and dim
    bool voided = false; //!< struck out
};

//! What a ticket's card says at one moment, in the language of the screen. Made anew whenever something changes, never kept.
struct TicketCard
{
    OrderId order;
    QString number;
    TicketMood mood = TicketMood::New;
    QString stateWord; //!< upper case: "TELAT"
    QString age; //!< "9:12"
    ServiceKind service = ServiceKind::DineIn;
    QString who; //!< "Meja 12 · Dewi"
    QString next; //!< what a tap does, one word: "Mulai"
    QList<TicketRow> rows;
    QString foot; //!< "kembali 0:09 lalu · juga di: SATE"; empty = nothing to add
    QString spoken; //!< the whole head in one sentence, for assistive technology

    //! The same words on a card that goes on from another: "Meja 15 · lanjutan 2 / 2".
    QString whoOfPart(int part, int parts) const;
};

//! `now` is on Clock::steadyNow(); `language` picks names from the menu's texts ("id", "en").
[[nodiscard]] TicketCard describeTicket(const TicketView &ticket, const TicketLimits &limits, Milliseconds now, QStringView language);

} // namespace saji
