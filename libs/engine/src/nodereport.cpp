// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/nodereport.h>

#include "tuning.h"

#include <sync/frames.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxText = 128;

QCborMap encodeDevice(const NodeReport::Device &device)
{
    QCborMap map{{u"r"_s, qint64(device.role)}, {u"id"_s, device.id}, {u"n"_s, device.name}};
    if (!device.station.isEmpty())
        map.insert("st"_L1, device.station);
    if (!device.appVersion.isEmpty())
        map.insert("app"_L1, device.appVersion);
    if (device.catalogVersion != 0)
        map.insert("cat"_L1, device.catalogVersion);
    if (device.pending)
        map.insert("p"_L1, qint64(*device.pending));
    if (device.oldestPendingAge)
        map.insert("old"_L1, qint64(device.oldestPendingAge->count()));
    if (device.ordersToday)
        map.insert("today"_L1, qint64(*device.ordersToday));
    if (device.storage)
        map.insert("disk"_L1, qint64(*device.storage));
    if (device.freeBytes)
        map.insert("free"_L1, *device.freeBytes);
    if (device.healed)
        map.insert("heal"_L1, true);
    if (device.soldOut)
        map.insert("so"_L1, qint64(*device.soldOut));
    return map;
}

QCborMap encodeNeighbour(const NodeReport::Neighbour &neighbour)
{
    auto map = encodeDevice(neighbour.device);
    map.insert("m"_L1, qint64(neighbour.mode));
    if (neighbour.cause != SyncCause::None)
        map.insert("why"_L1, qint64(neighbour.cause));
    if (neighbour.silentFor)
        map.insert("ago"_L1, qint64(neighbour.silentFor->count()));
    if (neighbour.disconnectedFor)
        map.insert("off"_L1, qint64(neighbour.disconnectedFor->count()));
    if (neighbour.pingEvery > Milliseconds(1000))
        map.insert("pace"_L1, qint64(neighbour.pingEvery.count()));
    if (neighbour.boardDiffers)
        map.insert("diff"_L1, true);
    return map;
}

//! A neighbour's word is not law: what is out of range is taken as not said.
QString text(const QCborMap &map, QLatin1StringView key)
{
    return map.value(key).toString().left(maxText);
}

std::optional<quint64> count(const QCborMap &map, QLatin1StringView key)
{
    const auto value = map.value(key);
    return value.isInteger() && value.toInteger() >= 0 ? std::optional(quint64(value.toInteger())) : std::nullopt;
}

std::optional<Milliseconds> span(const QCborMap &map, QLatin1StringView key)
{
    constexpr quint64 century = 100ULL * 366 * 24 * 3600 * 1000;
    const auto value = count(map, key);
    return value && *value < century ? std::optional(Milliseconds(qint64(*value))) : std::nullopt;
}

template<class Enum>
Enum choice(const QCborMap &map, QLatin1StringView key, Enum absent, Enum last)
{
    const auto value = count(map, key);
    return value && *value <= quint64(last) ? Enum(*value) : absent;
}

NodeReport::Device decodeDevice(const QCborMap &map)
{
    NodeReport::Device device;
    device.role = choice(map, "r"_L1, PeerRole::Kiosk, PeerRole::Admin);
    device.id = text(map, "id"_L1);
    device.name = text(map, "n"_L1);
    device.station = text(map, "st"_L1);
    device.appVersion = text(map, "app"_L1);
    device.catalogVersion = qint64(count(map, "cat"_L1).value_or(0));
    device.soldOut = count(map, "so"_L1);
    device.pending = count(map, "p"_L1);
    device.oldestPendingAge = span(map, "old"_L1);
    device.ordersToday = count(map, "today"_L1);
    if (map.contains("disk"_L1))
        device.storage = choice(map, "disk"_L1, StorageState::Fine, StorageState::Failing);
    if (const auto free = count(map, "free"_L1))
        device.freeBytes = qint64(*free);
    device.healed = map.value("heal"_L1).toBool();
    return device;
}

NodeReport::Neighbour decodeNeighbour(const QCborMap &map)
{
    return {decodeDevice(map), choice(map, "m"_L1, SyncMode::Disconnected, SyncMode::Disconnected),
            choice(map, "why"_L1, SyncCause::None, SyncCause::SelfRevoked), span(map, "ago"_L1), span(map, "off"_L1),
            std::max(span(map, "pace"_L1).value_or(Milliseconds(0)), Milliseconds(1000)), map.value("diff"_L1).toBool()};
}

QCborArray encodeVector(const VersionVector &vector)
{
    // Sorted: the same knowledge is the same bytes.
    auto origins = vector.entries().keys();
    std::sort(origins.begin(), origins.end());
    QCborArray array;
    for (const auto &origin : origins.first(std::min(origins.size(), tuning::maxReportedOrigins))) {
        array.append(origin.toBytes());
        array.append(qint64(vector.upTo(origin)));
    }
    return array;
}

VersionVector decodeVector(const QCborArray &array)
{
    VersionVector vector;
    for (qsizetype i = 0; i + 1 < array.size() && i < 2 * tuning::maxReportedOrigins; i += 2) {
        const auto origin = Origin::fromBytes(array.at(i).toByteArray());
        if (origin && array.at(i + 1).toInteger() > 0)
            vector.raise(*origin, quint64(array.at(i + 1).toInteger()));
    }
    return vector;
}

} // namespace

QByteArray NodeReport::toBytes() const
{
    auto map = encodeDevice(self);
    if (!serverHas.isEmpty())
        map.insert("srv"_L1, encodeVector(serverHas));
    QCborArray others;
    for (const auto &neighbour : neighbours.first(std::min(neighbours.size(), tuning::maxReportedPeers)))
        others.append(encodeNeighbour(neighbour));
    map.insert("peers"_L1, others);
    auto bytes = map.toCborValue().toCbor();
    while (bytes.size() > maxReportBytes && !others.isEmpty()) {
        others.removeLast();
        map.insert("peers"_L1, others);
        bytes = map.toCborValue().toCbor();
    }
    return bytes;
}

Result<NodeReport> NodeReport::fromBytes(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    const auto value = QCborValue::fromCbor(reader);
    if (bytes.size() > maxReportBytes || reader.lastError() != QCborError::NoError || !value.isMap())
        return Error{ErrorCode::Malformed, u"a neighbour's report is no CBOR map of at most 16 KiB"_s};
    const auto map = value.toMap();
    NodeReport report;
    report.self = decodeDevice(map);
    for (const auto other : map.value("peers"_L1).toArray()) {
        if (report.neighbours.size() < tuning::maxReportedPeers)
            report.neighbours.append(decodeNeighbour(other.toMap()));
    }
    report.serverHas = decodeVector(map.value("srv"_L1).toArray());
    return report;
}

} // namespace saji
