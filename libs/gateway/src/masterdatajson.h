// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <QByteArray>

namespace saji::masterdata {

//! What every thing of the web contract ends with.
struct Stamp
{
    qint64 version = 0;
    qint64 changedMs = 0;
};

// The shapes of docs/protocol.md section 2.3.
[[nodiscard]] QByteArray productJson(const Product &product, const Menu &menu, const Stamp &stamp);
[[nodiscard]] QByteArray categoryJson(const Category &category, const Stamp &stamp);
[[nodiscard]] QByteArray promotionJson(const Promotion &promotion, const Stamp &stamp);
[[nodiscard]] QByteArray outletJson(const Outlet &outlet, const Stamp &stamp);
[[nodiscard]] QByteArray storeJson(const StoreInfo &store, const StoreSettings &settings, const Stamp &stamp);

} // namespace saji::masterdata
