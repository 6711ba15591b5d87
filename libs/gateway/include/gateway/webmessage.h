// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/order.h>

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace saji {

//! What a web client said, as the log keeps it for other web clients: the event of kind "web.said".
//!
//! What it means to kitchens and the server stands beside it in the log, as ordinary facts written in the same transaction; to nodes
//! without web clients this one is just an event that they pass on.
struct WebMessage
{
    static constexpr QLatin1StringView kind{"web.said"};
    //! With its envelope it fits an event.
    static constexpr qsizetype maxBodyBytes = 56 * 1024;

    QByteArray event;                //!< the name under which rooms hear it: "order_created"
    QStringList rooms;               //!< outlets, by number or whatever a client calls them
    QByteArray body;                 //!< JSON
    QByteArray key;                  //!< 16 bytes: said again with the same key, it is the same; empty = each time counts
    OrderId order;                   //!< of which order, when that is known
    QByteArray clientId;             //!< the order's `id` as the client wrote it: 501, "01HZX…"; empty = none
    QString number;                  //!< its `order_number`: what the guest was told
    std::optional<OrderState> state; //!< into which the order comes by it
    QString via;                     //!< the other hub at which it was heard; empty = a client said it to us
    bool isOrder = false;            //!< a new order; otherwise news of one, or something else
    bool isSynced = false;           //!< the server behind a web client has it: heard by nobody, kept for the list of what is unsynced

    friend bool operator==(const WebMessage &, const WebMessage &) = default;
};

[[nodiscard]] QByteArray encodeWebMessage(const WebMessage &message);
[[nodiscard]] Result<WebMessage> decodeWebMessage(const QByteArray &payload);

} // namespace saji
