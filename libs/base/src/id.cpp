// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/id.h>

namespace saji {

QUuid createUuidV7(const Clock &clock, Random &random)
{
    const auto ms = quint64(clock.wallNow().count());
    const quint64 a = random.next();
    const quint64 b = random.next();
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(ms >> (40 - 8 * i));
    bytes[6] = char(0x70 | ((a >> 8) & 0x0f));
    bytes[7] = char(a);
    for (int i = 0; i < 8; ++i)
        bytes[8 + i] = char(b >> (56 - 8 * i));
    bytes[8] = char(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(bytes);
}

Result<QUuid> parseUuid(QStringView text)
{
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull())
        return Error{ErrorCode::Malformed, QStringLiteral("'%1' is not a UUID").arg(text.left(64))};
    return uuid;
}

} // namespace saji
