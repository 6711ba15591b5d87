// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

using namespace Qt::StringLiterals;

namespace saji {

Dialect Dialect::sqlite()
{
    // Only these very words make a column the row's own number.
    return {"BLOB"_L1, "INTEGER PRIMARY KEY"_L1};
}

QString Dialect::translate(QString schema) const
{
    return schema.replace("$BYTES"_L1, bytes).replace("$KEY"_L1, key);
}

} // namespace saji
