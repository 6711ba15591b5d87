// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>

namespace saji {

// Ready-made checks for ProgramOption::check. Each says in its error what would be right.

[[nodiscard]] OptionCheck checkOneOf(const QStringList &words);
[[nodiscard]] OptionCheck checkNumber(int from, int to);
//! "127.0.0.1:8000", "[::1]:8000", ":8000".
[[nodiscard]] OptionCheck checkListenAddress();
//! "http://127.0.0.1:8000" (or https).
[[nodiscard]] OptionCheck checkHttpUrl();
//! Lower-case letters, digits and hyphens, at most 64.
[[nodiscard]] OptionCheck checkStoreCode();
//! One or two letters A-Z: the code that starts a kiosk's order numbers.
[[nodiscard]] OptionCheck checkDeviceCode();
//! A name for people: 1 to 64 characters, no control characters.
[[nodiscard]] OptionCheck checkName();

//! Where a program keeps its data when nobody says: /var/lib/saji/hub for root, else ~/.local/share/saji/hub.
[[nodiscard]] QString defaultDataFolder(const QString &shortName);

} // namespace saji
