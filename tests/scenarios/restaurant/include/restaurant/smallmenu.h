// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace saji {

//! A menu file of three outlets that a test can hold in its head: outlet N sells products N1 and N2, at N x 10,000 rupiah.
//!
//! Outlet 1 is "Soto" (11 soto, 12 rawon), 2 "Sate" (21, 22), 3 "Minum" (31, 32). Product 11 has a required modifier group.
[[nodiscard]] QByteArray smallMenuFile(const QString &store = QStringLiteral("pasar-saji"), int priceOfSoto = 10'000);

} // namespace saji
