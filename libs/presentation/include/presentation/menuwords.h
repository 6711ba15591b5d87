// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/menu.h>

#include <QCoreApplication>
#include <QLocale>

#include <base/clock.h>

namespace saji {

//! Words of the menu that no catalog carries, in the language that is loaded, and figures as that language writes them.
class MenuWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::MenuWords)

public:
    static QString allergen(Allergen allergen);
    //! "egg, celery"; empty for none.
    static QString allergens(Allergens allergens);
    //! All 14, those that guests name most first.
    static QList<Allergen> allAllergens();

    //! "0,04" / "0.04": seconds with two digits below ten, one above.
    static QString seconds(Milliseconds duration, const QLocale &locale);
    //! "12.41" / "12:41": the hour of a wall time in the store's zone.
    static QString hour(Milliseconds wall, const QByteArray &timeZone, const QLocale &locale);
    //! The hour of a wall time that is of today (`now`), else the day before it: "3 Mar 12.41".
    static QString moment(Milliseconds wall, Milliseconds now, const QByteArray &timeZone, const QLocale &locale);
    static int hourOf(Milliseconds wall, const QByteArray &timeZone); //!< 0..23
    static QString minutes(int minutes); //!< "± 6 min"
    static QString portions(int count);
    //! "10" / "10,5": a rate of basis points in per cent.
    static QString percent(int basisPoints, const QLocale &locale);
};

} // namespace saji
