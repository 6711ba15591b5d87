// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <domain/menu.h>

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace saji {

//! How a device's kept pictures serve it.
struct CacheFigures
{
    int entries = 0;
    qint64 bytes = 0; //!< on the disk
    int hitRatePercent = 100; //!< of what was asked for since the start
    bool isLow = false; //!< so low that somebody should look
    friend bool operator==(const CacheFigures &, const CacheFigures &) = default;
};

//! What a screen needs to know of the menu: the catalog, what is sold out now, and how fresh it is.
struct MenuState
{
    std::shared_ptr<const Menu> menu; //!< never null; empty before the first catalog
    QSet<ProductId> soldOut; //!< by facts from kitchens; not the catalog's `available`
    std::optional<Milliseconds> checkedAt; //!< Clock::steadyNow() when last known to be current; nullopt = never
    bool pulling = false;
    QHash<PromotionId, int> promotionUses = {}; //!< of limited promotions, as far as this node has heard
    QHash<QString, QString> pictures = {}; //!< files of pictures that the restaurant has given itself, by the name of the art
    CacheFigures pictureCache = {};

    bool sells(ProductId id) const
    {
        const Product *product = menu ? menu->product(id) : nullptr;
        return product && product->available && !soldOut.contains(id);
    }
};

//! One number for what has run out: two devices with the same one have stopped selling the same dishes. 0 = nothing has.
[[nodiscard]] quint64 soldOutDigest(const QSet<ProductId> &soldOut);

//! Public calls post; `changed` carries the whole state (cheap: shared).
class MenuService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void refresh() = 0; //!< "Refresh now"
    virtual void setSoldOut(saji::ProductId product, bool soldOut) = 0;
    //! Forgets the kept pictures; they are fetched again.
    virtual void clearCache() {}
    //! Emits `changed` soon, for a screen that has just connected.
    virtual void announce() = 0;

signals:
    void changed(const saji::MenuState &state);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::MenuState)
