// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suite.h"

#include <QHash>
#include <QSet>

namespace saji {

//! What the disks say after the lunch: every data folder is opened and its whole log is read.
struct Verdict
{
    int confirmed = 0; //!< numbers that the guest was shown
    int seenByKitchen = 0; //!< of those, painted by every kitchen that cooks a part of it
    int atServer = 0; //!< of those, in the server's log and registered there
    int ordersAtServer = 0; //!< in its log, shown to a guest or not
    int registeredAtServer = 0; //!< of those
    int lost = 0; //!< shown to a guest, but absent at the server or in a kitchen's log
    int duplicated = 0; //!< a number or a basket that stands for more than one order anywhere
    QStringList remarks; //!< one line per thing that is not as it should be
};

//! Reads the logs of a stopped suite. `shown` = the numbers painted for guests, each with the outlets that cook.
[[nodiscard]] Result<Verdict> judge(const Suite &suite, const QHash<QString, QSet<int>> &shown);

} // namespace saji
