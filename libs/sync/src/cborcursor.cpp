// SPDX-License-Identifier: GPL-3.0-or-later
#include "cborcursor.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr qsizetype maxMapEntries = 64;
constexpr qsizetype maxKeyLength = 32;
//! What a newer peer may put where we do not look.
constexpr int maxSkippedDepth = 16;

} // namespace

void CborCursor::fail(const QString &why)
{
    if (m_failed)
        return;
    m_failed = true;
    m_error = {ErrorCode::Malformed, u"frame %1 at byte %2: %3"_s.arg(m_place.join(u'.')).arg(m_reader.currentOffset()).arg(why)};
}

bool CborCursor::expect(bool fits, QLatin1StringView what)
{
    if (m_failed)
        return false;
    if (!fits)
        fail(u"not %1"_s.arg(what));
    return fits;
}

quint64 CborCursor::number(quint64 max)
{
    if (!expect(m_reader.isUnsignedInteger(), "a number"_L1))
        return 0;
    const auto value = m_reader.toUnsignedInteger();
    if (!expect(value <= max, "a number in its range"_L1) || !expect(m_reader.next(), "complete"_L1))
        return 0;
    return value;
}

QByteArray CborCursor::bytes(qsizetype max)
{
    // The length is looked at before anything is reserved for it; strings in pieces have none and are nothing that we write.
    if (!expect(m_reader.isByteArray() && m_reader.isLengthKnown() && m_reader.length() <= quint64(max), "bytes of an allowed length"_L1))
        return {};
    const auto chunk = m_reader.readByteArray();
    if (!expect(chunk.status == QCborStreamReader::Ok && m_reader.readByteArray().status == QCborStreamReader::EndOfString, "complete"_L1))
        return {};
    return chunk.data;
}

QString CborCursor::text(qsizetype maxCharacters)
{
    // A character takes at most four bytes.
    if (!expect(m_reader.isString() && m_reader.isLengthKnown() && m_reader.length() <= quint64(maxCharacters) * 4,
                "text of an allowed length"_L1))
        return {};
    const auto chunk = m_reader.readString();
    if (!expect(chunk.status == QCborStreamReader::Ok && m_reader.readString().status == QCborStreamReader::EndOfString, "complete"_L1))
        return {};
    if (!expect(chunk.data.size() <= maxCharacters, "text of an allowed length"_L1))
        return {};
    return chunk.data;
}

bool CborCursor::enter(bool fits, quint64 maxSize, QLatin1StringView what)
{
    return expect(fits && m_reader.isLengthKnown() && m_reader.length() <= maxSize, what) && expect(m_reader.enterContainer(), what);
}

void CborCursor::leave()
{
    // At the end of its bytes the reader has no next element either; only its error tells that from the end of the container.
    if (!m_failed)
        expect(m_reader.lastError() == QCborError::NoError && m_reader.leaveContainer(), "complete"_L1);
}

void CborCursor::array(qsizetype maxSize, const std::function<void()> &element)
{
    if (!enter(m_reader.isArray(), quint64(maxSize), "an array of an allowed size"_L1))
        return;
    for (int i = 0; isGood() && m_reader.hasNext(); ++i) {
        m_place.append(QString::number(i));
        element();
        m_place.removeLast();
    }
    leave();
}

void CborCursor::map(const std::function<bool(const QString &)> &field)
{
    if (!enter(m_reader.isMap(), maxMapEntries, "a map of an allowed size"_L1))
        return;
    QSet<QString> seen;
    while (isGood() && m_reader.hasNext()) {
        const auto key = text(maxKeyLength);
        m_place.append(key);
        if (isGood() && seen.contains(key))
            fail(u"twice"_s);
        seen.insert(key);
        if (isGood() && !field(key))
            expect(m_reader.next(maxSkippedDepth), "complete"_L1);
        m_place.removeLast();
    }
    leave();
}

void CborCursor::byteMap(qsizetype maxSize, qsizetype maxKey, const std::function<void(const QByteArray &)> &entry)
{
    if (!enter(m_reader.isMap(), quint64(maxSize), "a map of an allowed size"_L1))
        return;
    while (isGood() && m_reader.hasNext()) {
        const auto key = bytes(maxKey);
        if (isGood())
            entry(key);
    }
    leave();
}

void CborCursor::end()
{
    if (!m_failed && m_reader.currentOffset() != m_size)
        fail(u"something follows the end"_s);
}

} // namespace saji
