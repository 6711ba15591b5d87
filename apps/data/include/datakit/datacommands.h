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

//! --export FILE and --import FILE, for programs with a window.
void addDataOptions(ProgramOptions &options);
//! Does what they say; nullopt when neither is given.
[[nodiscard]] std::optional<int> runDataOptions(const ProgramOptions &options, const QString &folder, NodeKind kind, const QString &store);

} // namespace saji
