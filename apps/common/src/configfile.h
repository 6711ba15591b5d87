// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QList>

namespace saji {

struct ConfigLine
{
    int number = 0; //!< from 1
    QString key;
    QString value;
};

//! Reads `key = value` lines. `#` and `;` start a comment line, a value may stand in double quotes, `[sections]` only group for
//! the eye. Malformed names file and line; Io says why the file cannot be read.
[[nodiscard]] Result<QList<ConfigLine>> readConfigFile(const QString &path);

} // namespace saji
