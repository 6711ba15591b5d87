// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/random.h>
#include <base/result.h>

#include <QHash>
#include <QUuid>

#include <compare>

namespace saji {

//! A fresh UUIDv7 (RFC 9562 section 5.7): 48 bits of wall time, then random bits; sorts roughly by birth.
[[nodiscard]] QUuid createUuidV7(const Clock &clock, Random &random);
[[nodiscard]] Result<QUuid> parseUuid(QStringView text);

//! A UUID that knows what it names, so that a basket can never be passed for an order.
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}
    [[nodiscard]] static Id create(const Clock &clock, Random &random) { return Id(createUuidV7(clock, random)); }
    [[nodiscard]] static Result<Id> fromString(QStringView text)
    {
        const auto uuid = parseUuid(text);
        if (!uuid)
            return uuid.error();
        return Id(*uuid);
    }
    //! 16 bytes, big endian.
    [[nodiscard]] static Result<Id> fromBytes(const QByteArray &bytes)
    {
        if (bytes.size() != 16)
            return Error{ErrorCode::Malformed, QStringLiteral("an id has 16 bytes, not %1").arg(bytes.size())};
        return Id(QUuid::fromRfc4122(bytes));
    }

    bool isNull() const { return m_uuid.isNull(); }
    const QUuid &uuid() const { return m_uuid; }
    //! Lower case, without braces.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    QByteArray toBytes() const { return m_uuid.toRfc4122(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.toBytes() < b.toBytes(); }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

//! A catalog number that knows what it numbers. 0 = none.
template<class Tag>
class Number
{
public:
    constexpr Number() = default;
    explicit constexpr Number(qint64 value) : m_value(value) {}
    constexpr qint64 value() const { return m_value; }
    constexpr bool isNull() const { return m_value == 0; }

    friend constexpr auto operator<=>(const Number &, const Number &) = default;
    friend size_t qHash(const Number &n, size_t seed = 0) { return ::qHash(n.m_value, seed); }

private:
    qint64 m_value = 0;
};

using DeviceId = Id<struct DeviceTag>;

} // namespace saji
