// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/facts.h>
#include <store/catalogstore.h>

#include <QSet>

namespace saji {

//! What of the catalog has changed since a version: there the server cannot know any more what a guest was shown.
struct CatalogMoves
{
    QSet<OutletId> outlets;
    QSet<ProductId> products;
    QSet<ModifierGroupId> groups;
    QSet<PromotionId> promotions;
};
[[nodiscard]] Result<CatalogMoves> movesSince(const CatalogStore &catalog, qint64 version);

//! Compares an order with the catalog that it says it was priced with. What differs is a flag for a manager: the order stands as the
//! guest was shown it, never rewritten (G10). `moves` are those since the order's version.
[[nodiscard]] QList<OrderFlagged> auditOrder(const PlacedOrder &order, const Menu &menu, const CatalogMoves &moves);

} // namespace saji
