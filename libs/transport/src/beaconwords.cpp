// SPDX-License-Identifier: GPL-3.0-or-later
#include "beaconwords.h"

#include <QCborMap>
#include <QCborValue>

#include <limits>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qint64 version = 1;
constexpr qsizetype maxWord = 64;

Error malformed(const char *why)
{
    return {ErrorCode::Malformed, QString::fromLatin1(why)};
}

//! A number of this field within its range; -1 when it is none.
qint64 numberOf(const QCborMap &map, QLatin1StringView key, qint64 max)
{
    const auto value = map.value(key);
    const auto number = value.toInteger(-1);
    return value.isInteger() && number >= 0 && number <= max ? number : -1;
}

} // namespace

QByteArray encodeBeacon(const Beacon &beacon)
{
    QCborMap map{{u"saji"_s, version},
                 {u"id"_s, beacon.device.device.toBytes()},
                 {u"kind"_s, beacon.device.kind},
                 {u"store"_s, beacon.device.store},
                 {u"port"_s, qint64(beacon.device.port)},
                 {u"run"_s, qint64(beacon.run >> 1)},
                 {u"n"_s, qint64(beacon.count)}};
    // What is not so is not said.
    if (beacon.device.isTls)
        map.insert(u"tls"_s, true);
    if (beacon.device.hasHub)
        map.insert(u"hub"_s, true);
    if (beacon.isGoodbye)
        map.insert(u"bye"_s, true);
    return map.toCborValue().toCbor();
}

Result<Beacon> decodeBeacon(const QByteArray &datagram)
{
    if (datagram.size() > maxBeaconBytes)
        return malformed("too large");
    QCborParserError error;
    const auto map = QCborValue::fromCbor(datagram, &error).toMap();
    if (error.error != QCborError::NoError || error.offset != datagram.size() || map.isEmpty())
        return malformed("no CBOR map");
    const auto spoken = numberOf(map, "saji"_L1, std::numeric_limits<qint32>::max());
    if (spoken < 1)
        return malformed("it does not say that it is of Saji");
    if (spoken > version)
        return Error{ErrorCode::UnsupportedVersion, u"a beacon of version %1"_s.arg(spoken)};
    const auto id = DeviceId::fromBytes(map.value("id"_L1).toByteArray());
    const auto port = numberOf(map, "port"_L1, std::numeric_limits<quint16>::max());
    const auto run = numberOf(map, "run"_L1, std::numeric_limits<qint64>::max());
    const auto count = numberOf(map, "n"_L1, std::numeric_limits<quint32>::max());
    if (!id || id->isNull() || port < 1 || run < 0 || count < 1)
        return malformed("id, port, run or n");
    Beacon beacon;
    beacon.device = {*id, map.value("kind"_L1).toString(), map.value("store"_L1).toString(), quint16(port), map.value("tls"_L1).toBool(),
                     map.value("hub"_L1).toBool()};
    if (beacon.device.kind.isEmpty() || beacon.device.kind.size() > maxWord || beacon.device.store.size() > maxWord)
        return malformed("kind or store");
    beacon.run = quint64(run) << 1;
    beacon.count = quint32(count);
    beacon.isGoodbye = map.value("bye"_L1).toBool();
    return beacon;
}

} // namespace saji
