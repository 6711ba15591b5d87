// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/origin.h>

#include <QtEndian>

namespace saji {

QByteArray Origin::toBytes() const
{
    QByteArray bytes = device.toBytes();
    bytes.resize(24);
    qToBigEndian(epoch, bytes.data() + 16);
    return bytes;
}

Result<Origin> Origin::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 24)
        return Error{ErrorCode::Malformed, QStringLiteral("an origin has 24 bytes, not %1").arg(bytes.size())};
    return Origin{DeviceId(QUuid::fromRfc4122(bytes.first(16))), qFromBigEndian<quint64>(bytes.constData() + 16)};
}

QString Origin::toString() const
{
    return QStringLiteral("%1/%2").arg(device.toString()).arg(epoch, 0, 16);
}

} // namespace saji
