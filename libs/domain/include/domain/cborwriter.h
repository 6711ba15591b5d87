// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/text.h>

#include <QByteArray>
#include <QStringList>
#include <QtEndian>

#include <concepts>

namespace saji {

//! Writes one CBOR map (RFC 8949) straight into bytes, as short as it can be: orders are written by the thousand, and a tree of values
//! for each costs more than all else that is done with it. The bytes are those that Qt makes of the same map.
//!
//! Holds at most 23 members; whole when it goes.
class CborMapWriter
{
public:
    explicit CborMapWriter(QByteArray &bytes) : m_bytes(bytes), m_head(bytes.size()) { m_bytes.append(mapHead); }
    ~CborMapWriter()
    {
        Q_ASSERT(m_members <= largestShort);
        m_bytes[m_head] = char(uchar(mapHead) | m_members);
    }
    CborMapWriter(const CborMapWriter &) = delete;
    CborMapWriter &operator=(const CborMapWriter &) = delete;

    template<std::integral Number>
        requires(!std::same_as<Number, bool>)
    void add(QLatin1StringView key, Number value)
    {
        name(key);
        writeInteger(qint64(value));
    }
    void addIf(QLatin1StringView key, bool isTrue)
    {
        if (!isTrue)
            return;
        name(key);
        m_bytes.append(trueValue);
    }
    void add(QLatin1StringView key, const QStringList &texts)
    {
        name(key);
        writeHead(Array, quint64(texts.size()));
        for (const auto &text : texts)
            writeText(text);
    }
    void add(QLatin1StringView key, const QString &value)
    {
        name(key);
        writeText(value);
    }
    void add(QLatin1StringView key, const QByteArray &value)
    {
        name(key);
        writeHead(Bytes, quint64(value.size()));
        m_bytes.append(value);
    }
    void add(QLatin1StringView key, const LocalText &value)
    {
        name(key);
        if (!value.en.isEmpty())
            writeHead(Array, 2);
        writeText(value.id);
        if (!value.en.isEmpty())
            writeText(value.en);
    }
    //! A list of maps; `write` fills the map of each element.
    template<class List, class Write>
    void addMaps(QLatin1StringView key, const List &list, Write write)
    {
        name(key);
        writeHead(Array, quint64(list.size()));
        for (const auto &element : list) {
            CborMapWriter map(m_bytes);
            write(map, element);
        }
    }

    // What has its ordinary value is left out: it reads the same.
    void addUnlessEmpty(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty())
            add(key, value);
    }
    void addUnlessEmpty(QLatin1StringView key, const QByteArray &value)
    {
        if (!value.isEmpty())
            add(key, value);
    }
    void addUnlessZero(QLatin1StringView key, qint64 value)
    {
        if (value != 0)
            add(key, value);
    }

private:
    enum Major : uchar { Unsigned = 0x00, Negative = 0x20, Bytes = 0x40, Text = 0x60, Array = 0x80 };
    static constexpr char mapHead = '\xa0';
    static constexpr char trueValue = '\xf5';
    static constexpr int largestShort = 23;

    void name(QLatin1StringView key)
    {
        ++m_members;
        writeHead(Text, quint64(key.size()));
        m_bytes.append(key.data(), key.size());
    }
    void writeInteger(qint64 value) { writeHead(value < 0 ? Negative : Unsigned, value < 0 ? quint64(-1 - value) : quint64(value)); }
    void writeText(const QString &text)
    {
        const auto utf8 = text.toUtf8();
        writeHead(Text, quint64(utf8.size()));
        m_bytes.append(utf8);
    }
    void writeHead(Major major, quint64 value)
    {
        if (value <= largestShort)
            m_bytes.append(char(major | value));
        else if (value <= 0xff)
            writeNumber(major | 24, quint8(value));
        else if (value <= 0xffff)
            writeNumber(major | 25, quint16(value));
        else if (value <= 0xffffffff)
            writeNumber(major | 26, quint32(value));
        else
            writeNumber(major | 27, value);
    }
    template<class Number>
    void writeNumber(int head, Number value)
    {
        const auto big = qToBigEndian(value);
        m_bytes.append(char(head));
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    }

    QByteArray &m_bytes;
    qsizetype m_head;
    int m_members = 0;
};

} // namespace saji
