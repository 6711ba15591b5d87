// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <transport/listener.h>

namespace saji {

//! An error in words for a terminal: what happened, and what the person there can do. One or two sentences, ends with a full stop.
[[nodiscard]] QString describeError(const Error &error);

//! "saji-hub: cannot use /var/lib/saji/hub: … " on stderr.
void complain(const QString &program, const QString &what, const Error &error);

//! What a program that listens says once: who can reach it, and whether links are encrypted.
[[nodiscard]] QString listeningNotice(const ListenAddress &address, bool isPaired = false);

//! Whether a program may listen there: beyond this machine only when it is paired, or somebody has said so (--unpaired).
[[nodiscard]] Result<void> mayListen(const ListenAddress &address, bool isPaired, bool isUnpairedAllowed);

} // namespace saji
