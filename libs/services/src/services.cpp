// SPDX-License-Identifier: GPL-3.0-or-later
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/outboxservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>

namespace saji {

quint64 soldOutDigest(const QSet<ProductId> &soldOut)
{
    // A sum, so that the order makes no difference; below 2^53, so that JSON can carry it as well.
    quint64 sum = 0;
    for (const auto product : soldOut) {
        auto mixed = (quint64(product.value()) + 1) * 0x9e3779b97f4a7c15ULL;
        mixed = (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9ULL;
        sum += mixed ^ (mixed >> 32);
    }
    return sum & ((quint64(1) << 53) - 1);
}

} // namespace saji
