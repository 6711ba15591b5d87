// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace saji {

//! Makes :/saji/i18n/saji_id.qm and saji_en.qm available; a program that links this library statically calls it once.
void initTranslations();

} // namespace saji
