// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/webbook.h>

namespace saji {

//! How one order is told to web clients: what a room's list shows of it.
[[nodiscard]] QByteArray orderJson(const Order &order, OutletId outlet, const WebBook::Known &known, qint64 stateWallMs);
//! A step of a ticket, as news.
[[nodiscard]] QByteArray stepJson(const Order &order, const Ticket &ticket, std::optional<OrderState> from, const WebBook::Known &known,
                                  qint64 stateWallMs);
//! An order that came without dishes: as it was said, under our id.
[[nodiscard]] QByteArray saidJson(const QByteArray &body, const WebBook::Known &known, const QString &room, const QString &status);
//! "2026-06-15T10:00:00.000Z"
[[nodiscard]] QString isoTime(qint64 wallMs);

} // namespace saji
