// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticketfaces.h"

using namespace Qt::StringLiterals;

namespace saji {

namespace {

TicketTone toneOf(TicketMood mood)
{
    switch (mood) {
    case TicketMood::New: return TicketTone::New;
    case TicketMood::Cooking: return TicketTone::Cooking;
    case TicketMood::Soon: return TicketTone::Soon;
    case TicketMood::Late: return TicketTone::Late;
    case TicketMood::Ready: return TicketTone::Ready;
    case TicketMood::Recalled: return TicketTone::Recalled;
    case TicketMood::Cancelled: return TicketTone::Cancelled;
    }
    return TicketTone::New;
}

TicketFaceRow::Kind kindOf(TicketRow::Kind kind)
{
    switch (kind) {
    case TicketRow::Kind::Item: return TicketFaceRow::Kind::Item;
    case TicketRow::Kind::Detail: return TicketFaceRow::Kind::Detail;
    case TicketRow::Kind::Without: return TicketFaceRow::Kind::Without;
    case TicketRow::Kind::Extra: return TicketFaceRow::Kind::Extra;
    case TicketRow::Kind::Note: return TicketFaceRow::Kind::Note;
    case TicketRow::Kind::Allergy: return TicketFaceRow::Kind::Allergy;
    case TicketRow::Kind::Hint: return TicketFaceRow::Kind::Hint;
    }
    return TicketFaceRow::Kind::Hint;
}

} // namespace

TicketFace faceOf(const TicketCard &card)
{
    TicketFace face;
    face.id = card.order.toString();
    face.number = card.number;
    face.tone = toneOf(card.mood);
    face.state = card.stateWord;
    face.age = card.age;
    face.whoIcon = card.service == ServiceKind::Takeaway ? u"bag"_s : u"table"_s;
    face.who = card.who;
    face.next = card.next;
    for (const TicketRow &row : card.rows) {
        face.rows << TicketFaceRow{.kind = kindOf(row.kind), .figure = row.quantity > 0 ? QString::number(row.quantity) : QString(),
                                   .text = row.text, .tag = row.tag, .done = row.done, .voided = row.voided};
    }
    face.footIcon = card.mood == TicketMood::Recalled ? u"recall"_s : u"hub"_s;
    face.foot = card.foot;
    face.spoken = card.spoken;
    return face;
}

} // namespace saji
