// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>

namespace saji {

//! What was typed, taken apart by the shapes of the program's options; values are not looked at.
struct CommandLine
{
    struct Flag
    {
        QString name;
        QString value; //!< "true" for a switch
    };
    QList<Flag> flags;
    QStringList words;
    bool wantsHelp = false;
    bool wantsVersion = false;
};

//! InvalidArgument with the whole sentence for the person at the terminal.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments, const QList<ProgramOption> &options);

} // namespace saji
