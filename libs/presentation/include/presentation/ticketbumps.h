// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <domain/order.h>

#include <QList>

#include <optional>

namespace saji {

//! One step that a cook of this screen has taken.
struct TicketBump
{
    OrderId order = {};
    OutletId outlet = {};
    QString number = {};
    OrderState from = OrderState::Pending;
    OrderState to = OrderState::Preparing;
    Milliseconds at{0}; //!< steady
    bool confirmed = false; //!< the fact has come back from the log
};

//! Remembers what was bumped here, newest last, so that a slip can be taken back; forgets what others have changed since.
class TicketBumps
{
public:
    static constexpr qsizetype kept = 50; //!< nobody looks for a ticket that was bumped fifty tickets ago

    void add(const TicketBump &bump);
    //! The state a ticket has now, by the log: confirms the bump that led there, drops those that it overtook.
    void heard(OrderId order, OrderState state);
    //! The step could not be taken.
    void refused(OrderId order);
    //! The one that a recall would take back.
    std::optional<TicketBump> last() const;
    //! Takes it off the pile.
    std::optional<TicketBump> take();

private:
    QList<TicketBump> m_bumps;
};

} // namespace saji
