// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/catalogstore.h>

namespace saji {

//! A menu file (docs/menu-format.md), checked, as the rows that a catalog keeps.
struct MenuFile
{
    static constexpr qsizetype maxBytes = 16 * 1024 * 1024;

    QString store;          //!< its code
    QList<CatalogRow> rows; //!< kind, id, doc; versions are given by CatalogStore::replaceAll()

    operator const QList<CatalogRow> &() const { return rows; }
};

//! Reads a menu file strictly: the first mistake refuses it all, and the detail names the place ("products[12].category: there is no
//! category 99"; for what is not JSON, the line and the column). Malformed, TooLarge or UnsupportedVersion.
[[nodiscard]] Result<MenuFile> rowsFromMenuFile(const QByteArray &json);

//! The catalog as a menu file that imports to the same rows; indented, for people. NotFound while there is no catalog.
[[nodiscard]] Result<QByteArray> menuFileFromCatalog(const CatalogStore &catalog);

} // namespace saji
