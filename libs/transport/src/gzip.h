// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace saji {

//! `bytes` as a gzip member (RFC 1952).
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

} // namespace saji
