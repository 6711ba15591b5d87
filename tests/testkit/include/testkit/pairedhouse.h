// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <trust/authority.h>
#include <trust/trust.h>

#include <QTemporaryDir>

namespace saji {

//! An authority and the devices that it has paired, for tests of links that have to prove themselves.
class PairedHouse
{
public:
    explicit PairedHouse(const QString &store = QStringLiteral("pasar-saji"), qint64 at = now());

    static qint64 now(); //!< seconds since 1970
    Authority &authority() { return *m_authority; }
    //! Pairs a device as it is done in life; the server has its own from the authority beside it.
    Credentials pair(const QString &kind, const DeviceId &device);
    std::shared_ptr<Trust> trust(const QString &kind, const DeviceId &device) { return *Trust::make(pair(kind, device)); }
    static DeviceId device(uchar number);
    //! Revokes, and tells those who are given.
    void revoke(const DeviceId &device, const QList<std::shared_ptr<Trust>> &told);

private:
    QTemporaryDir m_folder;
    SystemRandom m_random;
    QString m_store;
    qint64 m_at;
    std::unique_ptr<Authority> m_authority;
};

} // namespace saji
