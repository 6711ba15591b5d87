// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <trust/subject.h>

#include <QHash>
#include <QSet>

namespace saji {

//! When something was taken back, and who did it.
struct Revocation
{
    qint64 at = 0; //!< seconds since 1970; 0 = not known
    QString by;    //!< for people: "Rina"; empty = not known

    friend bool operator==(const Revocation &, const Revocation &) = default;
};

//! Everything that a store's authority has taken back, as one numbered list: the higher number knows all that the lower one knew.
struct RevocationList
{
    quint64 number = 0;
    QString store;
    QHash<DeviceId, Revocation> devices;
    QSet<QString> tokens; //!< by their ids
};

//! Signed text of a list, as it travels and as it is kept: verified by Trust::takeRevocations.
[[nodiscard]] Result<QByteArray> signRevocations(const RevocationList &list, const QByteArray &authorityKey);
//! Unauthorized: not signed by this authority (PEM).
[[nodiscard]] Result<RevocationList> readRevocations(const QByteArray &signedList, const QByteArray &authority);

} // namespace saji
