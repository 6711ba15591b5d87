// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>
#include <transport/listener.h>

namespace saji {

//! An error in words for a terminal: what happened, and what the person there can do. One or two sentences, ends with a full stop.
[[nodiscard]] QString describeError(const Error &error);

//! "saji-hub: cannot use /var/lib/saji/hub: … " on stderr.
void complain(const QString &program, const QString &what, const Error &error);

//! What a program that listens says once: who can reach it, and that links are not encrypted before devices are paired.
[[nodiscard]] QString listeningNotice(const ListenAddress &address);

} // namespace saji
