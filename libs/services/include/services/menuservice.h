// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <domain/menu.h>

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace saji {

//! What a screen needs to know of the menu: the catalog, what is sold out now, and how fresh it is.
struct MenuState
{
    std::shared_ptr<const Menu> menu; //!< never null; empty before the first catalog
    QSet<ProductId> soldOut; //!< by facts from kitchens; not the catalog's `available`
    std::optional<Milliseconds> checkedAt; //!< Clock::steadyNow() when last known to be current; nullopt = never
    bool pulling = false;

    bool sells(ProductId id) const
    {
        const Product *product = menu ? menu->product(id) : nullptr;
        return product && product->available && !soldOut.contains(id);
    }
};

//! Public calls post; `changed` carries the whole state (cheap: shared).
class MenuService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void refresh() = 0; //!< "Refresh now"
    virtual void setSoldOut(saji::ProductId product, bool soldOut) = 0;
    //! Emits `changed` soon, for a screen that has just connected.
    virtual void announce() = 0;

signals:
    void changed(const saji::MenuState &state);
};

} // namespace saji

Q_DECLARE_METATYPE(saji::MenuState)
