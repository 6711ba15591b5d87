// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/frames.h>

#include "cborcursor.h"
#include "tuning.h"

#include <transport/link.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr auto anyNumber = std::numeric_limits<quint64>::max();
constexpr auto signedNumber = quint64(std::numeric_limits<qint64>::max());

DeviceId readDevice(CborCursor &in)
{
    const auto device = DeviceId::fromBytes(in.bytes(16));
    if (in.isGood() && !device)
        in.fail(device.error().detail);
    return in.isGood() ? *device : DeviceId();
}

Origin readOrigin(CborCursor &in, const QByteArray &bytes)
{
    const auto origin = Origin::fromBytes(bytes);
    if (in.isGood() && !origin)
        in.fail(origin.error().detail);
    return in.isGood() ? *origin : Origin();
}

VersionVector readVector(CborCursor &in)
{
    VersionVector vector;
    in.byteMap(tuning::maxOrigins, 24, [&](const QByteArray &key) {
        const auto origin = readOrigin(in, key);
        vector.raise(origin, in.number(signedNumber));
    });
    return vector;
}

CatalogVersion readCatalog(CborCursor &in)
{
    CatalogVersion catalog;
    in.map([&](const QString &key) {
        if (key == "epoch"_L1)
            catalog.epoch = in.text(tuning::maxNameLength);
        else if (key == "version"_L1)
            catalog.version = qint64(in.number(signedNumber));
        else
            return false;
        return true;
    });
    return catalog;
}

NodeKind readKind(CborCursor &in)
{
    const auto kind = nodeKindFromWord(in.text(tuning::maxNameLength));
    if (in.isGood() && !kind)
        in.fail(kind.error().detail);
    return in.isGood() ? *kind : NodeKind::Kiosk;
}

//! Fields that may not be absent are counted by name.
class Required
{
public:
    explicit Required(QStringList keys) : m_missing(std::move(keys)) {}
    bool take(const QString &key) { return m_missing.removeOne(key); }
    void check(CborCursor &in) const
    {
        if (in.isGood() && !m_missing.isEmpty())
            in.fail(u"without %1"_s.arg(m_missing.join(", "_L1)));
    }

private:
    QStringList m_missing;
};

HelloFrame readHello(CborCursor &in)
{
    HelloFrame frame;
    frame.pingEvery = Milliseconds(0);
    Required required({u"protocol"_s, u"node"_s, u"epoch"_s, u"kind"_s, u"store"_s, u"version_vector"_s, u"instance"_s});
    in.map([&](const QString &key) {
        required.take(key);
        if (key == "protocol"_L1)
            frame.protocol = int(in.number(1'000'000));
        else if (key == "node"_L1)
            frame.origin.device = readDevice(in);
        else if (key == "epoch"_L1)
            frame.origin.epoch = in.number(signedNumber);
        else if (key == "kind"_L1)
            frame.kind = readKind(in);
        else if (key == "name"_L1)
            frame.name = in.text(tuning::maxNameLength);
        else if (key == "store"_L1)
            frame.store = in.text(tuning::maxNameLength);
        else if (key == "version_vector"_L1)
            frame.have = readVector(in);
        else if (key == "catalog"_L1)
            frame.catalog = readCatalog(in);
        else if (key == "app_version"_L1)
            frame.appVersion = in.text(tuning::maxNameLength);
        else if (key == "instance"_L1)
            frame.instance = in.number(anyNumber);
        else if (key == "ping_ms"_L1)
            frame.pingEvery = Milliseconds(qint64(in.number(quint64(tuning::maxAge.count()))));
        else
            return false;
        return true;
    });
    required.check(in);
    if (in.isGood() && frame.origin.device.isNull())
        in.fail(u"a node without a device id"_s);
    return frame;
}

ShippedEvent readEvent(CborCursor &in)
{
    ShippedEvent shipped;
    auto &event = shipped.event;
    Required required({u"origin"_s, u"seq"_s, u"hlc"_s, u"age_ms"_s, u"kind"_s, u"payload"_s});
    in.map([&](const QString &key) {
        required.take(key);
        if (key == "origin"_L1)
            event.stamp.origin = readOrigin(in, in.bytes(24));
        else if (key == "seq"_L1)
            event.stamp.seq = in.number(signedNumber);
        else if (key == "hlc"_L1)
            event.stamp.hlc = Hlc{in.number(HlcClock::limit().value)};
        else if (key == "age_ms"_L1)
            shipped.age = Milliseconds(qint64(in.number(quint64(tuning::maxAge.count()))));
        else if (key == "kind"_L1)
            event.kind = in.text(tuning::maxKindLength);
        else if (key == "payload"_L1)
            event.payload = in.bytes(tuning::maxPayloadBytes);
        else
            return false;
        return true;
    });
    required.check(in);
    return shipped;
}

PastClaim readPast(CborCursor &in)
{
    PastClaim past;
    in.map([&](const QString &key) {
        if (key == "up_to"_L1) {
            past.upTo = in.number(signedNumber);
            return true;
        }
        if (key != "samples"_L1)
            return false;
        in.array(tuning::maxPastSamples, [&] {
            PastClaim::Sample sample;
            in.map([&](const QString &field) {
                if (field == "seq"_L1)
                    sample.seq = in.number(signedNumber);
                else if (field == "hlc"_L1)
                    sample.stamp = Hlc{in.number(HlcClock::limit().value)};
                else
                    return false;
                return true;
            });
            past.samples.append(sample);
        });
        return true;
    });
    return past;
}

ExchangeFrame readExchange(CborCursor &in)
{
    ExchangeFrame frame;
    qsizetype payload = 0;
    in.map([&](const QString &key) {
        if (key == "have"_L1) {
            frame.have = readVector(in);
        } else if (key == "events"_L1) {
            in.array(maxExchangeEvents, [&] {
                frame.events.append(readEvent(in));
                payload += frame.events.last().event.payload.size();
                if (payload > maxExchangeBytes)
                    in.fail(u"more than %1 bytes of payload"_s.arg(maxExchangeBytes));
            });
        } else if (key == "your_past"_L1) {
            frame.yourPast = readPast(in);
        } else if (key == "floor"_L1) {
            frame.floor = readVector(in);
        } else {
            return false;
        }
        return true;
    });
    return frame;
}

CatalogFrame readCatalogFrame(CborCursor &in)
{
    CatalogFrame frame;
    in.map([&](const QString &key) {
        if (key != "catalog"_L1)
            return false;
        frame.catalog = readCatalog(in);
        return true;
    });
    return frame;
}

template<class Numbered>
Numbered readNumbered(CborCursor &in)
{
    Numbered frame;
    Required required({u"number"_s});
    in.map([&](const QString &key) {
        required.take(key);
        if (key == "number"_L1) {
            frame.number = in.number(anyNumber);
            return true;
        }
        if constexpr (std::is_same_v<Numbered, PingFrame>) {
            if (key == "report"_L1) {
                frame.report = in.bytes(maxReportBytes);
                return true;
            }
            if (key == "have"_L1 || key == "board"_L1) {
                if (!frame.board)
                    frame.board.emplace();
                (key == "have"_L1 ? frame.board->have : frame.board->board) = in.number(anyNumber);
                return true;
            }
        }
        return false;
    });
    required.check(in);
    return frame;
}

} // namespace

Result<Frame> decodeFrame(const QByteArray &bytes)
{
    if (bytes.size() > Link::maxFrameBytes)
        return Error{ErrorCode::TooLarge, u"a frame of %1 bytes"_s.arg(bytes.size())};
    CborCursor in(bytes);
    QString word;
    std::optional<Frame> frame;
    bool isKnown = true;
    int part = 0;
    in.array(2, [&] {
        if (part++ == 0)
            word = in.text(tuning::maxKindLength);
        else if (word == "hello"_L1)
            frame = readHello(in);
        else if (word == "exchange"_L1)
            frame = readExchange(in);
        else if (word == "catalog"_L1)
            frame = readCatalogFrame(in);
        else if (word == "ping"_L1)
            frame = readNumbered<PingFrame>(in);
        else if (word == "pong"_L1)
            frame = readNumbered<PongFrame>(in);
        else
            in.map([&isKnown](const QString &) { return isKnown = false; });
    });
    in.end();
    if (in.isGood() && part != 2)
        in.fail(u"%1 parts instead of 2"_s.arg(part));
    if (!in.isGood())
        return in.error();
    if (!frame)
        return Error{ErrorCode::UnsupportedVersion, u"a frame \"%1\" of a newer Saji"_s.arg(word)};
    return *frame;
}

} // namespace saji
