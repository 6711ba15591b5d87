// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qnamespace.h>

namespace saji {

//! What the menu's models answer, for outlets, categories and products alike; a view takes what it shows.
struct MenuRole
{
    enum : int {
        Title = Qt::DisplayRole, //!< QString, in the guest's language
        Id = Qt::UserRole + 1,   //!< qint64
        Art,                     //!< QString, name of a picture
        Subtitle,                //!< QString: a product's outlet, an outlet's tagline
        Price,                   //!< QString, as the guest's language writes it
        Monogram,                //!< QString
        Hue,                     //!< uint, the outlet's colour as 0xRRGGBB
        Badge,                   //!< QString
        BadgeKind,               //!< int, MenuBadge
        Count,                   //!< int, portions of it in the basket
        SoldOut,                 //!< bool
        SoldOutText,             //!< QString
        Icon,                    //!< QString, for what has neither art nor monogram
    };
};

enum class MenuBadge { None, BestSeller, Spicy, Vegetarian };

} // namespace saji
