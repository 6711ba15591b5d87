// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/pairedhouse.h>

#include <QDateTime>

namespace saji {

PairedHouse::PairedHouse(const QString &store, qint64 at)
    : m_store(store), m_at(at), m_authority(std::move(*Authority::openOrCreate(m_folder.path(), store, m_random, at)))
{
}

qint64 PairedHouse::now()
{
    return QDateTime::currentSecsSinceEpoch();
}

Credentials PairedHouse::pair(const QString &kind, const DeviceId &device)
{
    if (kind == u"server")
        return *m_authority->ownCredentials(device, m_at);
    const auto pairing = *Pairing::begin(*m_authority->createCode({}, {}, m_at), {device, kind, m_store}, kind);
    return *pairing.finish(*m_authority->pair(pairing.request(), m_at));
}

DeviceId PairedHouse::device(uchar number)
{
    return DeviceId(QUuid(0x01900000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number));
}

void PairedHouse::revoke(const DeviceId &device, const QList<std::shared_ptr<Trust>> &told)
{
    (void)m_authority->revokeDevice(device.toString(), QStringLiteral("Rina"), now());
    for (const auto &trust : told)
        (void)trust->takeRevocations(*m_authority->revocations());
}

} // namespace saji
