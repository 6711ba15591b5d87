// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Every value that crosses from the engine's thread to a screen's, by name as well.
void registerMetaTypes();

} // namespace saji
