// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace saji {

//! A text in several languages; Indonesian is always there. Two strings inline, because a catalog has tens of thousands of them.
struct LocalText
{
    QString id;
    QString en; //!< empty = the same as id

    const QString &in(QStringView language) const { return language == QLatin1StringView("en") && !en.isEmpty() ? en : id; }
    bool isEmpty() const { return id.isEmpty(); }
    friend bool operator==(const LocalText &, const LocalText &) = default;
};

} // namespace saji
