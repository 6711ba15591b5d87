// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>

namespace saji {

using OrderId = Id<struct OrderTag>;
using BasketId = Id<struct BasketTag>;
using OutletId = Number<struct OutletTag>;
using CategoryId = Number<struct CategoryTag>;
using ProductId = Number<struct ProductTag>;
using ModifierGroupId = Number<struct ModifierGroupTag>;
using ModifierId = Number<struct ModifierTag>;

} // namespace saji
