// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/facts.h>
#include <domain/menu.h>
#include <engine/promotionbook.h>

namespace saji {

//! What only the server can see of an order's discounts: that more orders used a promotion than it is for, or that the kiosk's clock
//! stood so wrong that it granted what did not hold. `born` is when the order was placed, by the server's own clock.
[[nodiscard]] QList<OrderFlagged> promotionFlags(const PlacedOrder &order, const Menu &menu, const PromotionBook &book, Milliseconds born);

} // namespace saji
