// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace saji {

//! The word of `known` that was probably meant, or an empty text when none is close.
[[nodiscard]] QString closestWord(const QString &typed, const QStringList &known);

} // namespace saji
