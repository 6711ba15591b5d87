// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/touchkeyboard.h>

#include <QList>

namespace saji {

//! The keys of one page, row by row.
QList<KeyRow> keyRows(KeyPage page, bool large);

} // namespace saji
