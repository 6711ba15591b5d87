// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QStringList>

namespace saji {

//! A text as a QR code (ISO/IEC 18004): dark and light, with its quiet zone of four modules all around.
struct QrPicture
{
    int size = 0;         //!< modules on each side, quiet zone included
    QList<bool> isDark{}; //!< row by row

    //! TooLarge: more than a code can hold.
    [[nodiscard]] static Result<QrPicture> of(const QString &text);
    //! Rows of half blocks, two modules high each: ink is dark, which is right on paper and on light terminals.
    QStringList toRows() const;
    //! The same with colours of its own, right on every terminal that knows them (ECMA-48).
    QStringList toColouredRows() const;
};

} // namespace saji
