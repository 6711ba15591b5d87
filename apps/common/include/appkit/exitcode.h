// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>

namespace saji {

//! What a program says to the shell when it ends; the table of docs/operators.md, which scripts rely on.
enum ExitCode : int {
    ExitOk = 0,
    ExitUsage = 2, //!< a flag, a variable or a configuration file is wrong
    ExitDataFolder = 3, //!< the data folder cannot be used; nothing in it was changed
    ExitCannotListen = 4, //!< the port is in use or not ours to take
    ExitInputRefused = 5, //!< a file that was to be read is not what it should be; nothing was changed
    ExitNotPaired = 6, //!< the pairing code was not taken, or the server that takes it was not there
    ExitInternal = 70, //!< our own fault (EX_SOFTWARE)
};

//! For a program that could not open its node.
[[nodiscard]] ExitCode exitCodeForFolder(ErrorCode code);

} // namespace saji
