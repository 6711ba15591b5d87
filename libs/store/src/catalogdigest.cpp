// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogdigest.h"

#include <QStringConverter>
#include <QVarLengthArray>

#include <sqlite3.h>

#include <cstring>
#include <span>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! Not against malice (whoever may write a catalog may write any); against chance and divergence, at the speed of memory.
class Mixer
{
public:
    void add(std::span<const char> bytes)
    {
        quint64 word = 0;
        size_t at = 0;
        for (; at + sizeof word <= bytes.size(); at += sizeof word) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            add(word);
        }
        word = 0;
        if (at < bytes.size())
            std::memcpy(&word, bytes.data() + at, bytes.size() - at);
        add(word ^ (quint64(bytes.size()) << 56));
    }
    void add(quint64 word)
    {
        m_state = (m_state ^ word) * 0x9e3779b97f4a7c15ULL;
        m_state ^= m_state >> 32;
    }
    quint64 result() const
    {
        auto mixed = m_state * 0xff51afd7ed558ccdULL;
        mixed ^= mixed >> 33;
        return mixed;
    }

private:
    quint64 m_state = 0x5361'6a69'4361'7461ULL;
};

//! A short text as bytes, without asking for memory: ten thousand rows have two each.
class Utf8
{
public:
    explicit Utf8(const QString &text)
    {
        QStringEncoder encoder(QStringEncoder::Utf8);
        m_bytes.resize(encoder.requiredSpace(text.size()));
        m_bytes.resize(encoder.appendToBuffer(m_bytes.data(), text) - m_bytes.data());
    }
    std::span<const char> bytes() const { return {m_bytes.constData(), size_t(m_bytes.size())}; }

private:
    QVarLengthArray<char, 128> m_bytes;
};

quint64 digest(std::span<const char> kind, std::span<const char> id, qint64 version, bool deleted, std::span<const char> doc)
{
    Mixer mixer;
    mixer.add(kind);
    mixer.add(id);
    mixer.add(quint64(version));
    mixer.add(quint64(deleted));
    mixer.add(deleted ? std::span<const char>() : doc);
    return mixer.result();
}

std::span<const char> textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, text ? size_t(sqlite3_value_bytes(value)) : 0};
}

std::span<const char> bytesOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return {bytes, bytes ? size_t(sqlite3_value_bytes(value)) : 0};
}

void step(sqlite3_context *context, int, sqlite3_value **values)
{
    auto *sum = static_cast<quint64 *>(sqlite3_aggregate_context(context, sizeof(quint64)));
    if (sum)
        *sum += digest(textOf(values[0]), textOf(values[1]), sqlite3_value_int64(values[2]), sqlite3_value_int64(values[3]) != 0, bytesOf(values[4]));
}

void finish(sqlite3_context *context)
{
    const auto *sum = static_cast<quint64 *>(sqlite3_aggregate_context(context, 0));
    sqlite3_result_int64(context, sum ? qint64(*sum) : 0);
}

} // namespace

quint64 digestOf(const CatalogRow &row)
{
    const Utf8 kind(row.kind), id(row.id);
    return digest(kind.bytes(), id.bytes(), row.version, row.deleted, row.doc);
}

Result<void> addCatalogDigest(sqlite3 *connection)
{
    const auto code = sqlite3_create_function_v2(connection, "catalog_digest", 5, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, nullptr, step,
                                                 finish, nullptr);
    if (code != SQLITE_OK)
        return Error{ErrorCode::Internal, u"catalog_digest: %1"_s.arg(QString::fromUtf8(sqlite3_errstr(code)))};
    return {};
}

} // namespace saji
