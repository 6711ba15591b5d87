// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/frames.h>

#include "tuning.h"

#include <transport/link.h>

#include <QCborStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

class FrameWriter
{
public:
    explicit FrameWriter(QByteArray &bytes) : m_out(&bytes) {}

    void operator()(const HelloFrame &frame)
    {
        begin("hello"_L1, 11);
        put("protocol"_L1, quint64(frame.protocol));
        put("node"_L1, frame.origin.device.toBytes());
        put("epoch"_L1, frame.origin.epoch);
        put("kind"_L1, QString(nodeKindWord(frame.kind)));
        put("name"_L1, frame.name.left(tuning::maxNameLength));
        put("store"_L1, frame.store);
        put("version_vector"_L1, frame.have);
        put("catalog"_L1, frame.catalog);
        put("app_version"_L1, frame.appVersion.left(tuning::maxNameLength));
        put("instance"_L1, frame.instance);
        put("ping_ms"_L1, quint64(frame.pingEvery.count()));
        end();
    }

    void operator()(const ExchangeFrame &frame)
    {
        Q_ASSERT(frame.events.size() <= maxExchangeEvents);
        begin("exchange"_L1, 2 + (frame.yourPast ? 1 : 0) + (frame.floor.isEmpty() ? 0 : 1));
        put("have"_L1, frame.have);
        m_out.append("events"_L1);
        m_out.startArray(quint64(frame.events.size()));
        for (const auto &event : frame.events)
            write(event);
        m_out.endArray();
        if (frame.yourPast)
            put("your_past"_L1, *frame.yourPast);
        if (!frame.floor.isEmpty())
            put("floor"_L1, frame.floor);
        end();
    }

    void operator()(const CatalogFrame &frame)
    {
        begin("catalog"_L1, 1);
        put("catalog"_L1, frame.catalog);
        end();
    }

    void operator()(const PingFrame &frame)
    {
        Q_ASSERT(frame.report.size() <= maxReportBytes);
        begin("ping"_L1, 1 + (frame.report.isEmpty() ? 0 : 1) + (frame.board ? 2 : 0));
        put("number"_L1, frame.number);
        if (!frame.report.isEmpty())
            put("report"_L1, frame.report);
        if (frame.board) {
            put("have"_L1, frame.board->have);
            put("board"_L1, frame.board->board);
        }
        end();
    }

    void operator()(const PongFrame &frame)
    {
        begin("pong"_L1, 1);
        put("number"_L1, frame.number);
        end();
    }

private:
    void begin(QLatin1StringView word, quint64 fields)
    {
        m_out.startArray(2);
        m_out.append(word);
        m_out.startMap(fields);
    }
    void end()
    {
        m_out.endMap();
        m_out.endArray();
    }

    void put(QLatin1StringView key, quint64 value)
    {
        m_out.append(key);
        m_out.append(value);
    }
    void put(QLatin1StringView key, const QByteArray &value)
    {
        m_out.append(key);
        m_out.append(value);
    }
    void put(QLatin1StringView key, const QString &value)
    {
        m_out.append(key);
        m_out.append(value);
    }
    void put(QLatin1StringView key, const CatalogVersion &value)
    {
        m_out.append(key);
        m_out.startMap(2);
        put("epoch"_L1, value.epoch);
        put("version"_L1, quint64(value.version));
        m_out.endMap();
    }
    void put(QLatin1StringView key, const VersionVector &value)
    {
        // Sorted, so that the same state is the same bytes on every run.
        auto origins = value.entries().keys();
        std::sort(origins.begin(), origins.end());
        Q_ASSERT(origins.size() <= tuning::maxOrigins);
        m_out.append(key);
        m_out.startMap(quint64(origins.size()));
        for (const auto &origin : std::as_const(origins)) {
            m_out.append(origin.toBytes());
            m_out.append(value.upTo(origin));
        }
        m_out.endMap();
    }
    void put(QLatin1StringView key, const PastClaim &value)
    {
        m_out.append(key);
        m_out.startMap(2);
        put("up_to"_L1, value.upTo);
        m_out.append("samples"_L1);
        m_out.startArray(quint64(value.samples.size()));
        for (const auto &sample : value.samples) {
            m_out.startMap(2);
            put("seq"_L1, sample.seq);
            put("hlc"_L1, sample.stamp.value);
            m_out.endMap();
        }
        m_out.endArray();
        m_out.endMap();
    }
    void write(const ShippedEvent &shipped)
    {
        m_out.startMap(6);
        put("origin"_L1, shipped.event.stamp.origin.toBytes());
        put("seq"_L1, shipped.event.stamp.seq);
        put("hlc"_L1, shipped.event.stamp.hlc.value);
        put("age_ms"_L1, quint64(std::clamp(shipped.age, Milliseconds(0), tuning::maxAge).count()));
        put("kind"_L1, shipped.event.kind);
        put("payload"_L1, shipped.event.payload);
        m_out.endMap();
    }

    QCborStreamWriter m_out;
};

} // namespace

QByteArray encodeFrame(const Frame &frame)
{
    QByteArray bytes;
    std::visit(FrameWriter(bytes), frame);
    Q_ASSERT(bytes.size() <= Link::maxFrameBytes);
    return bytes;
}

} // namespace saji
