// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubwords.h"

#include <gateway/hubbridge.h>

#include <QSet>

namespace saji {

//! Reads the log as news for another hub: each order and each step once, in the order of arrival, without what was heard there.
class HubNews
{
public:
    struct Batch
    {
        QList<HubWord> words;
        qint64 readTo = 0; //!< the last event looked at; `arrival` when the book has folded no more yet
    };

    HubNews(const HubBridge::Rooms &rooms, const HubBridge::Part &part) : m_rooms(rooms), m_part(part) {}

    [[nodiscard]] Result<Batch> after(qint64 arrival, int limit);
    //! The orders that are still to be cooked, oldest first in each room.
    [[nodiscard]] QList<HubWord> openOrders() const;

private:
    void take(const LoggedEvent &logged, QList<HubWord> &words);
    void takeSaid(const LoggedEvent &logged, QList<HubWord> &words);
    void takePlaced(const LoggedEvent &logged, const OrderId &id, QList<HubWord> &words);
    struct Step
    {
        OrderId order;
        OutletId outlet;
        OrderState to = OrderState::Pending;
        QString by;
    };
    void takeStep(const LoggedEvent &logged, const Step &step, QList<HubWord> &words);
    void tell(const OrderId &id, OutletId outlet, OrderState state);
    [[nodiscard]] bool passes(const Origin &origin) const;
    [[nodiscard]] bool wasAnnounced(const LoggedEvent &placed, const OrderId &id);
    [[nodiscard]] qint64 wallOf(Milliseconds timeline) const;

    const HubBridge::Rooms &m_rooms;
    const HubBridge::Part &m_part;
    QSet<OrderId> m_announced;                                   //!< said by a client, and about to be placed
    QHash<std::pair<OrderId, OutletId>, OrderState> m_told; //!< what that hub's rooms know of a ticket
};

} // namespace saji
