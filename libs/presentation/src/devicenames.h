// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QLocale>

namespace saji {

//! Sorts names of devices as people count them: "Kios 2" before "Kios 10".
inline QCollator deviceNameCollator()
{
    // A named locale: that of a machine without one, C, compares bytes and counts nothing.
    QCollator collator{QLocale(QLocale::Indonesian)};
    collator.setNumericMode(true);
    return collator;
}

} // namespace saji
