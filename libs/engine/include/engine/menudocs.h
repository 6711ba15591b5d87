// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>
#include <store/catalogstore.h>

namespace saji {

//! The kinds of rows in a catalog, as CatalogRow::kind.
namespace catalogkind {
inline constexpr auto store = QLatin1StringView("store");
inline constexpr auto outlet = QLatin1StringView("outlet");
inline constexpr auto station = QLatin1StringView("station");
inline constexpr auto category = QLatin1StringView("category");
inline constexpr auto modifierGroup = QLatin1StringView("modifier_group");
inline constexpr auto product = QLatin1StringView("product");
inline constexpr auto promotion = QLatin1StringView("promotion");
inline constexpr auto settings = QLatin1StringView("settings");
} // namespace catalogkind

// The document of a row is the object of the menu file (docs/menu-format.md) in one canonical writing: fields in the order of that
// page, defaults left out. So a reformatted file changes no row, and no version.
[[nodiscard]] QByteArray docOf(const StoreInfo &store);
[[nodiscard]] QByteArray docOf(const Outlet &outlet);
[[nodiscard]] QByteArray docOf(const Station &station);
[[nodiscard]] QByteArray docOf(const Category &category);
[[nodiscard]] QByteArray docOf(const ModifierGroup &group);
[[nodiscard]] QByteArray docOf(const Product &product);
[[nodiscard]] QByteArray docOf(const Promotion &promotion);
[[nodiscard]] QByteArray docOf(const StoreSettings &settings);

//! The catalog as screens and prices need it. Tolerant: what a newer server says more is passed over, a bad row is reported in the
//! log and left out (Menu::skipped() counts it). Fails only when the disk cannot be read.
[[nodiscard]] Result<Menu> menuFromCatalog(const CatalogStore &catalog);

} // namespace saji
