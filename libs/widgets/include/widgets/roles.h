// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qnamespace.h>

namespace saji {

//! Where a grid, rail or chip row finds its data. A model with roles of its own hands in a TileRoles instead.
enum TileRole {
    TitleRole = Qt::DisplayRole,     //!< QString
    ArtRole = Qt::UserRole + 0x5a00, //!< QString, see ArtCache
    SubtitleRole,                    //!< QString, the outlet's name on wide tiles
    PriceRole,                       //!< QString, already written for the guest's language
    MonogramRole,                    //!< QString, two letters
    HueRole,                         //!< uint, the outlet's colour as 0xRRGGBB
    BadgeRole,                       //!< QString, the one badge
    BadgeKindRole,                   //!< int, saji::Badge
    CountRole,                       //!< int, portions in the basket
    SoldOutRole,                     //!< bool
    SoldOutTextRole,                 //!< QString, "Habis hari ini"
    IconRole                         //!< QString, an icon instead of art or monogram
};

//! What a badge looks like.
enum class Badge { None, Best, Spicy, Vegetarian, Promo };

//! The numbers of the roles in a model that was made without this library.
struct TileRoles
{
    int title = TitleRole;
    int art = ArtRole;
    int subtitle = SubtitleRole;
    int price = PriceRole;
    int monogram = MonogramRole;
    int hue = HueRole;
    int badge = BadgeRole;
    int badgeKind = BadgeKindRole;
    int count = CountRole;
    int soldOut = SoldOutRole;
    int soldOutText = SoldOutTextRole;
    int icon = IconRole;
};

} // namespace saji
