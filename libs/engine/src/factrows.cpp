// SPDX-License-Identifier: GPL-3.0-or-later
#include "factrows.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborValue>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype fieldsOfFact = 6; // hlc, origin, seq, bornAt, kind, payload
constexpr qsizetype bytesAroundFact = 96; // of those but the payload

Error corrupt()
{
    return {ErrorCode::Corrupt, u"a row of the order book is not what was written"_s};
}

} // namespace

bool OrderFacts::add(const LoggedEvent &event, const Fact &fact)
{
    const auto &stamp = event.event.stamp;
    if (std::ranges::any_of(m_facts, [&](const StampedFact &known) { return known.stamp == stamp; }))
        return false;
    m_facts.append({stamp, event.event.bornAt, fact});
    m_written.append({event.event.kind, event.event.payload});
    return true;
}

QByteArray OrderFacts::toBytes() const
{
    qsizetype expected = 0;
    for (const auto &written : m_written)
        expected += written.payload.size() + bytesAroundFact;
    QByteArray bytes;
    bytes.reserve(expected);
    QCborStreamWriter writer(&bytes);
    writer.startArray(quint64(m_facts.size()));
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        const auto &fact = m_facts.at(i);
        writer.startArray(fieldsOfFact);
        writer.append(quint64(fact.stamp.hlc.value));
        writer.append(fact.stamp.origin.toBytes());
        writer.append(quint64(fact.stamp.seq));
        writer.append(qint64(fact.bornAt.count()));
        writer.append(m_written.at(i).kind);
        writer.append(m_written.at(i).payload);
        writer.endArray();
    }
    writer.endArray();
    return bytes;
}

Result<OrderFacts> OrderFacts::fromBytes(const QByteArray &bytes)
{
    const auto value = QCborValue::fromCbor(bytes);
    if (!value.isArray())
        return corrupt();
    OrderFacts row;
    for (const auto element : value.toArray()) {
        const auto fields = element.toArray();
        const auto origin = Origin::fromBytes(fields.at(1).toByteArray());
        const auto fact = decodeFact(fields.at(4).toString(), fields.at(5).toByteArray());
        if (fields.size() != fieldsOfFact || !origin || !fact)
            return corrupt();
        const EventStamp stamp{Hlc{quint64(fields.at(0).toInteger())}, *origin, quint64(fields.at(2).toInteger())};
        row.m_facts.append({stamp, Milliseconds(fields.at(3).toInteger()), *fact});
        row.m_written.append({fields.at(4).toString(), fields.at(5).toByteArray()});
    }
    return row;
}

QList<OrderFacts::Mark> OrderFacts::marks() const
{
    QList<Mark> marks;
    for (const auto &fact : m_facts)
        marks.append({fact.stamp.origin, fact.stamp.seq, fact.bornAt, std::holds_alternative<OrderPlaced>(fact.fact)});
    return marks;
}

QList<OrderFacts::Mark> OrderFacts::marksIn(const QByteArray &bytes)
{
    QList<Mark> marks;
    const auto facts = QCborValue::fromCbor(bytes).toArray();
    for (const auto element : facts) {
        const auto fields = element.toArray();
        const auto origin = Origin::fromBytes(fields.at(1).toByteArray());
        if (origin && fields.size() == fieldsOfFact)
            marks.append({*origin, quint64(fields.at(2).toInteger()), Milliseconds(fields.at(3).toInteger()),
                          fields.at(4).toString() == "order.placed"_L1});
    }
    return marks;
}

} // namespace saji
