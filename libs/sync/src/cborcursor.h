// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QCborStreamReader>
#include <QStringList>

#include <functional>

namespace saji {

//! Reads CBOR that somebody else has written: only what is asked for, never more of it than allowed, and remembers the first thing
//! that was wrong and where. After that every read gives nothing.
class CborCursor
{
public:
    explicit CborCursor(const QByteArray &bytes) : m_reader(bytes), m_size(bytes.size()) {}

    bool isGood() const { return !m_failed; }
    Error error() const { return m_error; }
    void fail(const QString &why);

    quint64 number(quint64 max);
    QByteArray bytes(qsizetype max);
    QString text(qsizetype maxCharacters);

    //! Calls `element` for each element, which must read it.
    void array(qsizetype maxSize, const std::function<void()> &element);
    //! Calls `field` for each entry of a map with text keys; false = unknown, the value is skipped. The same key twice is an error.
    void map(const std::function<bool(const QString &key)> &field);
    //! Calls `entry` for each entry of a map with byte string keys; it must read the value.
    void byteMap(qsizetype maxSize, qsizetype maxKey, const std::function<void(const QByteArray &key)> &entry);
    //! Nothing may follow.
    void end();

private:
    bool expect(bool fits, QLatin1StringView what);
    bool enter(bool fits, quint64 maxSize, QLatin1StringView what);
    void leave();

    QCborStreamReader m_reader;
    qint64 m_size;
    QStringList m_place;
    Error m_error;
    bool m_failed = false;
};

} // namespace saji
