// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/orderfold.h>

#include <QHash>

#include <optional>

namespace saji {

//! The digest of a board, kept as orders change: a sum over its open tickets.
class BoardHashes
{
public:
    bool isComplete() const { return m_isComplete; }
    //! Everything that is open is told next.
    void begin();
    void forget() { m_isComplete = false; }
    //! There is no sum until forget().
    void giveUp() { m_isGivenUp = true; }
    //! The order as it is now; of one that is closed nothing is kept.
    void set(const Order &order);
    //! nullopt = there are too many open orders.
    std::optional<quint64> sum() const;

private:
    QHash<OrderId, quint64> m_open;
    quint64 m_sum = 0;
    bool m_isComplete = false;
    bool m_isGivenUp = false;
};

} // namespace saji
