// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! The few words in which the databases differ; the schema files carry them as $WORDS.
struct Dialect
{
    QLatin1StringView bytes; //!< $BYTES: the type of a byte string
    QLatin1StringView key;   //!< $KEY: a 64-bit integer that is the row's own number

    static Dialect sqlite();
    QString translate(QString schema) const;
};

} // namespace saji
