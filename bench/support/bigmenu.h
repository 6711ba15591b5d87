// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace saji::bench {

//! A menu file (docs/menu-format.md) of `products` products over 12 outlets and 20 categories, with texts, modifiers, allergens and
//! pictures as in real life (about 500 bytes a product); the same bytes every time.
[[nodiscard]] QByteArray bigMenu(int products);

} // namespace saji::bench
