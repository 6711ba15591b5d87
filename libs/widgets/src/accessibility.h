// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Makes every target of every Control an accessible object with a name, a role, a state and a press action. Harmless when called again.
void installAccessibility();

} // namespace saji
