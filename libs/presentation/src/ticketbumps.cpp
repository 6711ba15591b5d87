// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketbumps.h>

namespace saji {

void TicketBumps::add(const TicketBump &bump)
{
    // Tapped again before the log had answered: one step, not two.
    m_bumps.removeIf([&](const TicketBump &earlier) { return earlier.order == bump.order && !earlier.confirmed && earlier.to == bump.to; });
    m_bumps << bump;
    if (m_bumps.size() > kept)
        m_bumps.removeFirst();
}

void TicketBumps::heard(OrderId order, OrderState state)
{
    // A recall takes back the present step and no other, so of several bumps of one ticket only the one that led to where it is counts,
    // and those before it, which a second recall would reach.
    for (qsizetype i = m_bumps.size() - 1; i >= 0; --i) {
        TicketBump &bump = m_bumps[i];
        if (bump.order != order)
            continue;
        if (bump.to == state) {
            bump.confirmed = true;
            return;
        }
        // Not yet back from the log: the state is still the one it was bumped from.
        if (!bump.confirmed && bump.from == state)
            return;
        m_bumps.removeAt(i);
    }
}

void TicketBumps::refused(OrderId order)
{
    for (qsizetype i = m_bumps.size() - 1; i >= 0; --i) {
        if (m_bumps.at(i).order == order && !m_bumps.at(i).confirmed) {
            m_bumps.removeAt(i);
            return;
        }
    }
}

std::optional<TicketBump> TicketBumps::last() const
{
    if (m_bumps.isEmpty())
        return std::nullopt;
    return m_bumps.last();
}

std::optional<TicketBump> TicketBumps::take()
{
    const std::optional<TicketBump> bump = last();
    if (bump)
        m_bumps.removeLast();
    return bump;
}

} // namespace saji
