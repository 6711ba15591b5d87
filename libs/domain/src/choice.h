// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/cart.h>

namespace saji {

//! A modifier in its group, as one product offers it; null when the product does not.
struct Choice
{
    const ModifierGroup *group = nullptr;
    const Modifier *modifier = nullptr;

    explicit operator bool() const { return modifier != nullptr; }
};

[[nodiscard]] Choice findChoice(const Product &product, ModifierId modifier, const Menu &menu);
//! What is chosen, in the order in which the product offers it; what it does not offer is left out.
[[nodiscard]] QList<Choice> choicesInOrder(const Product &product, const QList<ModifierId> &chosen, const Menu &menu);
//! Whether the menu sells this item as it is: the product, or NotFound / Conflict / InvalidArgument with what is wrong.
[[nodiscard]] Result<const Product *> sellable(const CartItem &item, const Menu &menu);
//! One line without what a till or a printer would stumble over.
[[nodiscard]] QString cleanText(const QString &text);

} // namespace saji
