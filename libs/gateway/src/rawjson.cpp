// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace saji::rawjson {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

//! Walks over JSON text, value by value.
class Walker
{
public:
    explicit Walker(const QByteArray &text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }
    bool skip(char c)
    {
        skipSpace();
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    //! The text of the next value.
    QByteArray value()
    {
        skipSpace();
        const auto from = m_at;
        if (peek() == '"')
            skipText();
        else if (peek() == '{' || peek() == '[')
            skipNested();
        else
            skipWord();
        return m_text.mid(from, m_at - from);
    }

private:
    void skipText()
    {
        for (++m_at; !atEnd() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
        ++m_at;
    }
    void skipNested()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipText();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
        } while (depth > 0 && !atEnd());
    }
    void skipWord()
    {
        while (!atEnd() && !isSpace(m_text[m_at]) && m_text[m_at] != ',' && m_text[m_at] != '}' && m_text[m_at] != ']')
            ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

//! A key may be written with escapes.
bool isKey(const QByteArray &written, QByteArrayView name)
{
    if (!written.contains('\\'))
        return written.size() == name.size() + 2 && QByteArrayView(written).sliced(1, name.size()) == name;
    return QJsonDocument::fromJson('[' + written + ']').array().at(0).toString().toUtf8() == name;
}

} // namespace

QByteArray member(const QByteArray &object, QByteArrayView name)
{
    QByteArray found;
    Walker walker(object);
    if (!walker.skip('{'))
        return {};
    while (!walker.atEnd()) {
        const auto key = walker.value();
        if (key.isEmpty() || !walker.skip(':'))
            break;
        const auto value = walker.value();
        if (isKey(key, name))
            found = value;
        if (!walker.skip(','))
            break;
    }
    return found;
}

QByteArrayList elements(const QByteArray &array)
{
    QByteArrayList found;
    Walker walker(array);
    if (!walker.skip('['))
        return found;
    while (!walker.atEnd()) {
        const auto value = walker.value();
        if (value.isEmpty())
            break;
        found.append(value);
        if (!walker.skip(','))
            break;
    }
    return found;
}

QByteArray withMember(const QByteArray &object, QByteArrayView name, const QByteArray &value)
{
    const auto open = object.indexOf('{') + 1;
    const auto rest = object.mid(open);
    const bool isEmpty = rest.trimmed().startsWith('}');
    return "{\"" + name.toByteArray() + "\":" + value + (isEmpty ? "" : ",") + rest;
}

QByteArray withoutControls(const QByteArray &value)
{
    if (std::ranges::none_of(value, [](char c) { return uchar(c) < 0x20; }))
        return value;
    const auto tidy = QJsonDocument::fromJson('[' + value + ']').toJson(QJsonDocument::Compact);
    return tidy.size() < 2 ? QByteArray("null") : tidy.sliced(1, tidy.size() - 2);
}

QByteArray quoted(const QString &text)
{
    const auto isPlain = [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\'; };
    if (std::ranges::all_of(text, isPlain))
        return '"' + text.toLatin1() + '"';
    const auto array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace saji::rawjson
