// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/ticketcard.h>
#include <widgets/ticketface.h>

namespace saji {

//! A ticket's words as the painter takes them; all but key cap, lock and ring, which belong to its place on the board.
[[nodiscard]] TicketFace faceOf(const TicketCard &card);

} // namespace saji
