// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docreader.h"

namespace saji::menufields {

// The objects of docs/menu-format.md; mistakes are left in the reader. Each checks what can be checked without the others.
[[nodiscard]] StoreInfo readStore(DocReader::Element value, DocReader &reader);
[[nodiscard]] Outlet readOutlet(DocReader::Element value, DocReader &reader);
[[nodiscard]] Station readStation(DocReader::Element value, DocReader &reader);
[[nodiscard]] Category readCategory(DocReader::Element value, DocReader &reader);
[[nodiscard]] ModifierGroup readGroup(DocReader::Element value, DocReader &reader);
[[nodiscard]] Product readProduct(DocReader::Element value, DocReader &reader);
[[nodiscard]] Promotion readPromotion(DocReader::Element value, DocReader &reader);
[[nodiscard]] StoreSettings readSettings(DocReader::Element value, DocReader &reader);

//! The words of the format, by the value of their enumerations.
inline constexpr std::array<std::string_view, 3> modifierKinds{"plain", "without", "extra"};
inline constexpr std::array<std::string_view, 2> groupStyles{"choice", "spice"};
inline constexpr std::array<std::string_view, 3> halalWords{"unknown", "yes", "no"};
inline constexpr std::array<std::string_view, 4> promotionTypes{"percentage", "fixed", "buy_x_get_y", "bundle"};
inline constexpr std::array<std::string_view, 7> weekdayWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// A product's choices have to fit into one event (domain/facts.h).
inline constexpr qsizetype maxModifiers = 50;
inline constexpr qsizetype maxGroupsOfProduct = 10;

} // namespace saji::menufields
