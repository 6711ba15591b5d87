// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/jsonwriter.h>

namespace saji {

void JsonWriter::key(std::string_view key)
{
    if (m_bytes.size() > 1)
        m_bytes += ',';
    m_bytes += '"';
    m_bytes.append(key.data(), qsizetype(key.size()));
    m_bytes += "\":";
}

QByteArray JsonWriter::quoted(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    QByteArray json = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (uchar(c) >= 0x20)
            json += c;
        else
            json += QByteArray("\\u00") + hex[uchar(c) >> 4] + hex[uchar(c) & 15];
    }
    return json + '"';
}

JsonWriter &JsonWriter::raw(std::string_view name, const QByteArray &json)
{
    key(name);
    m_bytes += json;
    return *this;
}

JsonWriter &JsonWriter::text(std::string_view name, QStringView value)
{
    return raw(name, quoted(value));
}

JsonWriter &JsonWriter::textUnless(std::string_view name, QStringView value, QStringView absent)
{
    return value == absent ? *this : text(name, value);
}

JsonWriter &JsonWriter::localText(std::string_view name, const LocalText &value)
{
    if (value.en.isEmpty())
        return textUnless(name, value.id, {});
    return raw(name, JsonWriter().text("id", value.id).text("en", value.en).finish());
}

JsonWriter &JsonWriter::integer(std::string_view name, qint64 value)
{
    return raw(name, QByteArray::number(value));
}

JsonWriter &JsonWriter::integerUnless(std::string_view name, qint64 value, qint64 absent)
{
    return value == absent ? *this : integer(name, value);
}

JsonWriter &JsonWriter::flagUnless(std::string_view name, bool value, bool absent)
{
    return value == absent ? *this : raw(name, value ? "true" : "false");
}

QByteArray JsonWriter::finish()
{
    return m_bytes + '}';
}

} // namespace saji
