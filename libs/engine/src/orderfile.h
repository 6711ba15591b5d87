// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/orderfold.h>

#include <QJsonObject>

namespace saji {

//! Everything known of an order as JSON for people and other programs; amounts are decimal strings.
[[nodiscard]] QJsonObject orderToJson(const Order &order);
//! ... of one that cannot be read: its identity and the server's word.
[[nodiscard]] QJsonObject reviewToJson(const OrderId &id, const OrderReview &review);
//! "A-042_2025-06-15_0198…", for a file.
[[nodiscard]] QString orderFileName(const OrderId &id, const Order *order);

} // namespace saji
