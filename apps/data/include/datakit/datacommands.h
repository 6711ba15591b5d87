// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/identity.h>

#include <QString>

#include <optional>

namespace saji {

class ProgramOptions;

// All data of one device as one file (store/exportfile.h), for whoever stands at a terminal. The program must not run meanwhile.

//! Writes the data of `folder` to `file`; says in a line what is in it. The exit code.
[[nodiscard]] int exportDataFile(const QString &program, const QString &folder, const QString &file);
//! Makes an exported file the data of `folder`; what was there is set aside. The exit code.
[[nodiscard]] int importDataFile(const QString &program, const QString &folder, const QString &file, NodeKind kind, const QString &store);

// The catalog of one device as one JSON file (sync/catalogfile.h), likewise.

[[nodiscard]] int exportCatalogFile(const QString &program, const QString &folder, const QString &file);
//! Makes the menu of `folder` that of the file, as if it had been pulled; whatever is newer comes with the next pull. The exit code.
[[nodiscard]] int importCatalogFile(const QString &program, const QString &folder, const QString &file, const QString &store);

//! --export FILE, --import FILE, --export-catalog FILE.json and --import-catalog FILE.json, for programs with a window.
void addDataOptions(ProgramOptions &options);
//! Does what they say; nullopt when none is given.
[[nodiscard]] std::optional<int> runDataOptions(const ProgramOptions &options, const QString &folder, NodeKind kind, const QString &store);

} // namespace saji
