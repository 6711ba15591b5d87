// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <domain/money.h>
#include <domain/text.h>

#include <QCborArray>
#include <QCborMap>

#include <functional>
#include <limits>
#include <optional>

namespace saji {

//! Reads one CBOR map field by field: strict on types and ranges, blind to keys it is not asked for.
//!
//! The first mistake is kept with its place ("parts[2].lines[0].quantity"); what is read after it means nothing.
class CborFields
{
public:
    explicit CborFields(const QCborValue &value);

    qint64 integer(QLatin1StringView key, qint64 min, qint64 max);
    qint64 integerOr(QLatin1StringView key, qint64 absent, qint64 min, qint64 max);
    QString text(QLatin1StringView key, qsizetype maxLength); //!< absent = empty
    LocalText localText(QLatin1StringView key, qsizetype maxLength);
    Money money(QLatin1StringView key, const QString &currency, qint64 min, qint64 max);
    Money moneyOr(QLatin1StringView key, const QString &currency, qint64 min, qint64 max); //!< absent = nothing
    bool has(QLatin1StringView key) const { return !m_map.value(key).isUndefined(); }
    template<class Id>
    Id id(QLatin1StringView key)
    {
        const auto bytes = idBytes(key);
        const auto id = Id::fromBytes(bytes);
        if (id && !id->isNull())
            return *id;
        fail(key, QStringLiteral("not an id"));
        return {};
    }
    template<class Number>
    Number number(QLatin1StringView key)
    {
        return Number(integer(key, 1, maxNumber));
    }
    template<class Enum>
    Enum choice(QLatin1StringView key, Enum last, std::optional<Enum> absent = std::nullopt)
    {
        return Enum(absent ? integerOr(key, qint64(*absent), 0, qint64(last)) : integer(key, 0, qint64(last)));
    }
    //! Reads each element of a list of `min`..`max` maps.
    void list(QLatin1StringView key, qsizetype min, qsizetype max, const std::function<void(CborFields &)> &read);

    void fail(QLatin1StringView key, const QString &what);
    bool failed() const { return m_error.has_value(); }
    const std::optional<Error> &error() const { return m_error; }

    static constexpr qint64 maxNumber = qint64(1) << 53; // what JSON can carry as well

private:
    CborFields(const QCborValue &value, const CborFields *parent, QLatin1StringView key, qsizetype index);
    QString place() const;
    QByteArray idBytes(QLatin1StringView key) const;
    QString checkedText(QLatin1StringView key, const QCborValue &value, qsizetype maxLength);

    QCborMap m_map;
    const CborFields *m_parent; //!< of an element of a list, which it outlives; null = the payload itself
    QLatin1StringView m_key;    //!< of that list
    qsizetype m_index;
    std::optional<Error> m_error;
};

} // namespace saji
