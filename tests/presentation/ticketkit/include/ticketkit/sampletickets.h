// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/ticketservice.h>

namespace saji {

//! Tickets that every test and every picture knows. Outlet 1 is Soto Bu Tini. Same numbers, same tickets, in every run.
class SampleTickets
{
public:
    static constexpr OutletId outlet{1};

    explicit SampleTickets(const Clock &clock) : m_clock(clock) {}

    //! One portion of soto, placed `age` ago; the later it is made, the younger its stamp.
    TicketView ticket(const QString &code, int counter, OrderState state = OrderState::Pending, Milliseconds age = Milliseconds(6000));
    //! The nine tickets of one lunch: two late, a long one, allergies, things to leave out and to add.
    QList<TicketView> lunch();
    //! One ticket in each state.
    QList<TicketView> everyState();
    //! As many as asked for, of every length from one line to a card and a half.
    QList<TicketView> many(int count);

    static OrderLine line(int quantity, const QString &id, const QString &en = {}, ProductId product = {});
    static LineModifier modifier(ModifierKind kind, const QString &id, const QString &en = {});

private:
    const Clock &m_clock;
    quint64 m_made = 0;
};

} // namespace saji
