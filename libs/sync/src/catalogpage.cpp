// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogpage.h"

#include "tuning.h"

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

namespace json = simdjson::ondemand;

QByteArray quoted(const QString &text)
{
    QByteArray out = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            out += "\\u00" + QByteArray::number(int(c), 16).rightJustified(2, '0');
        else
            out += c;
    }
    return out + '"';
}

Error malformed(const QString &place)
{
    return {ErrorCode::Malformed, u"catalog answer: %1"_s.arg(place)};
}

bool read(json::value value, QString &to)
{
    std::string_view text;
    if (value.get_string().get(text))
        return false;
    to = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return true;
}

bool read(json::value value, qint64 &to)
{
    int64_t number = 0;
    if (value.get_int64().get(number))
        return false;
    to = number;
    return true;
}

//! In hexadecimal, as a text: beyond what a number of JSON can carry.
bool read(json::value value, std::optional<quint64> &to)
{
    QString text;
    bool isNumber = false;
    if (!read(value, text))
        return false;
    to = text.toULongLong(&isNumber, 16);
    return isNumber;
}

bool read(json::value value, bool &to)
{
    return !value.get_bool().get(to);
}

// The document stays the bytes that it is; who shows products parses it.
bool readDocument(json::value value, QByteArray &to)
{
    json::object object;
    std::string_view raw;
    if (value.is_null())
        return true;
    if (value.get_object().get(object) || object.raw_json().get(raw))
        return false;
    to = QByteArray(raw.data(), qsizetype(raw.size()));
    return true;
}

//! One string for all the rows of a kind: it comes a thousand times in a row.
bool readKind(json::value value, const QString &before, QString &to)
{
    std::string_view text;
    if (value.get_string().get(text))
        return false;
    const QUtf8StringView is(text.data(), qsizetype(text.size()));
    to = QAnyStringView::equal(before, is) ? before : is.toString();
    return true;
}

bool readField(std::string_view key, json::value value, const QString &kindBefore, CatalogRow &row)
{
    if (key == "kind")
        return readKind(value, kindBefore, row.kind);
    if (key == "id")
        return read(value, row.id);
    if (key == "version")
        return read(value, row.version);
    if (key == "deleted")
        return read(value, row.deleted);
    if (key == "changed_ms")
        return read(value, row.changedMs);
    if (key == "doc")
        return readDocument(value, row.doc);
    return true;
}

Result<CatalogRow> readRow(json::value value, qsizetype number, const QString &kindBefore)
{
    json::object object;
    CatalogRow row;
    if (value.get_object().get(object))
        return malformed(u"changes[%1] is no object"_s.arg(number));
    for (auto field : object) {
        std::string_view key;
        json::value content;
        if (field.unescaped_key().get(key) || field.value().get(content) || !readField(key, content, kindBefore, row))
            return malformed(u"changes[%1].%2"_s.arg(number).arg(QString::fromUtf8(key.data(), qsizetype(key.size()))));
    }
    return row;
}

Result<QList<CatalogRow>> readRows(json::value value)
{
    json::array array;
    QList<CatalogRow> rows;
    rows.reserve(tuning::pulledPageRows);
    if (value.get_array().get(array))
        return malformed(u"changes is no list"_s);
    for (auto element : array) {
        json::value content;
        if (element.get(content))
            return malformed(u"changes[%1]"_s.arg(rows.size()));
        auto row = readRow(content, rows.size(), rows.isEmpty() ? QString() : rows.constLast().kind);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

} // namespace

QByteArray encodeCatalogPage(const CatalogStore::Page &page)
{
    QByteArray out;
    qsizetype size = 200;
    for (const auto &row : page.changes)
        size += row.doc.size() + 120;
    out.reserve(size);
    out += "{\"epoch\":" + quoted(page.current.epoch) + ",\"current_version\":" + QByteArray::number(page.current.version);
    if (page.digest)
        out += ",\"digest\":\"" + QByteArray::number(*page.digest, 16) + '"';
    out += QByteArray(",\"has_more\":") + (page.hasMore ? "true" : "false") + ",\"changes\":[";
    bool isFirst = true;
    for (const auto &row : page.changes) {
        out += isFirst ? "{\"kind\":" : ",{\"kind\":";
        isFirst = false;
        out += quoted(row.kind) + ",\"id\":" + quoted(row.id) + ",\"version\":" + QByteArray::number(row.version) +
               ",\"deleted\":" + (row.deleted ? "true" : "false") + ",\"changed_ms\":" + QByteArray::number(row.changedMs) + ",\"doc\":" + (row.deleted ? QByteArray("null") : row.doc) + '}';
    }
    out += "]}";
    return out;
}

Result<CatalogStore::Page> decodeCatalogPage(const QByteArray &bytes)
{
    const simdjson::padded_string padded(bytes.constData(), size_t(bytes.size()));
    json::parser parser;
    json::document document;
    json::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return malformed(u"not a JSON object"_s);
    CatalogStore::Page page;
    QStringList missing{u"epoch"_s, u"current_version"_s, u"has_more"_s, u"changes"_s};
    for (auto field : object) {
        std::string_view raw;
        json::value value;
        if (field.unescaped_key().get(raw) || field.value().get(value))
            return malformed(u"broken after %1 changes"_s.arg(page.changes.size()));
        const auto key = QString::fromUtf8(raw.data(), qsizetype(raw.size()));
        missing.removeOne(key);
        bool isGood = true;
        if (key == "epoch"_L1) {
            isGood = read(value, page.current.epoch);
        } else if (key == "current_version"_L1) {
            isGood = read(value, page.current.version);
        } else if (key == "digest"_L1) {
            isGood = read(value, page.digest);
        } else if (key == "has_more"_L1) {
            isGood = read(value, page.hasMore);
        } else if (key == "changes"_L1) {
            auto rows = readRows(value);
            if (!rows)
                return rows.error();
            page.changes = std::move(*rows);
        }
        if (!isGood)
            return malformed(key);
    }
    const char *rest = nullptr;
    const bool isAtEnd = document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    if (!missing.isEmpty() || !isAtEnd)
        return malformed(missing.isEmpty() ? u"something follows the end"_s : u"without %1"_s.arg(missing.join(", "_L1)));
    return page;
}

QByteArray catalogTag(const CatalogVersion &version, quint64 digest)
{
    return '"' + version.epoch.toUtf8() + '-' + QByteArray::number(version.version) + '-' + QByteArray::number(digest, 16) + '"';
}

} // namespace saji
