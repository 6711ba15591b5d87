// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/menuservice.h>
#include <services/syncservice.h>

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace saji {

//! Names, causes and spans of time, as a cook or a manager reads them.
class PeerWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::PeerWords)

public:
    //! For a lamp or a column: "0,4 d", "14 d", "2 m 14 d", "49 m", "3 j 12 m", "2 hari".
    static QString span(Milliseconds span, const QLocale &locale);
    //! For a sentence: "0,4 detik", "14 detik", "2 menit 14 detik", "49 menit".
    static QString longSpan(Milliseconds span, const QLocale &locale);
    //! Why a way is closed, as the second half of a sentence: "tidak menjawab"; empty for None.
    static QString cause(SyncCause cause);
    //! What to do about it: "Periksa daya dan kabelnya."
    static QString advice(SyncCause cause, PeerRole role);
    //! "dikeluarkan oleh Rina, 12.41", as far as it is known; `moment` as people write it, empty = not known.
    static QString removed(const Removal &removal, const QString &moment);
    static QString role(PeerRole role);
    //! The device's own name, or what it is.
    static QString name(const PeerView &peer);
    //! "Menu versi 12, diperiksa 3 menit lalu."
    static QString menuAge(const MenuState &menu, Milliseconds now, const QLocale &locale);
    //! "Kios A, Kios B dan Hub".
    static QString list(const QStringList &names);
};

} // namespace saji
