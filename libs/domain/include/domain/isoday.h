// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <array>

namespace saji {

//! A day as ISO 8601 writes it: "2026-06-15"; empty when it is none, or beyond the years 0 to 9999. Qt's own way prints by a format, and
//! days are in the keys of every order. QDate::fromString(text, Qt::ISODate) reads it.
[[nodiscard]] inline QString isoDay(QDate day)
{
    int year = 0, month = 0, date = 0;
    day.getDate(&year, &month, &date);
    if (!day.isValid() || year < 0 || year > 9999)
        return {};
    const auto digit = [](int number) { return QChar(u'0' + number % 10); };
    const std::array text{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year),      QChar(u'-'),
                          digit(month / 10),  digit(month),      QChar(u'-'),      digit(date / 10), digit(date)};
    return QString(text.data(), qsizetype(text.size()));
}

} // namespace saji
