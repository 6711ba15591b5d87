// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Makes the pictures and sounds under `:/saji` readable.
//!
//! A program that is linked to a static library gets the library's resources only if it asks for them, so every program that shows
//! a picture or plays a sound calls this first in main(). May be called again from any thread: it then does nothing.
//! Paths: `:/saji/icons/<name>.svg`, `:/saji/art/<name>.svg`, `:/saji/sounds/<name>.wav`.
void initResources();

} // namespace saji
