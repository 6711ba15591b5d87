// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>

namespace saji::keyfiles {

//! Writes a file that nobody else may read (0600), whole or not at all, in a folder that nobody else may enter (0700, made if needed).
[[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes);
//! NotFound: there is none. Io: it is there and cannot be read.
[[nodiscard]] Result<QByteArray> read(const QString &path);

} // namespace saji::keyfiles
