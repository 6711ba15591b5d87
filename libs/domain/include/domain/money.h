// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

#include <compare>
#include <concepts>

namespace saji {

//! An amount in minor units (sen, cents) of its currency; no double ever touches it. Adding two currencies is a broken promise.
class Money
{
public:
    //! Of what fromDecimal() takes: ten thousand million, so that no legal order comes near the limits of its integer.
    static constexpr int maxDigits = 10;

    constexpr Money() = default; //!< nothing, of any currency
    explicit constexpr Money(std::integral auto minorUnits, const char (&currency)[4] = "IDR")
        : m_minor(qint64(minorUnits)), m_currency{currency[0], currency[1], currency[2]}
    {}
    //! "150000.00", "-500"; up to 4 decimals, of which only two may be other than zero. Malformed / TooLarge.
    [[nodiscard]] static Result<Money> fromDecimal(QStringView text, QStringView currency);

    constexpr qint64 minorUnits() const { return m_minor; }
    QString currency() const { return QString::fromLatin1(m_currency, 3); }
    QString toDecimal() const; //!< "150000.00", for the wire
    constexpr bool isZero() const { return m_minor == 0; }

    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator-() const;
    Money &operator+=(Money other) { return *this = *this + other; }
    Money operator*(int count) const;
    //! A share in basis points (1 % = 100), rounded half away from zero to what people can pay (rupiah, not sen; but cents).
    Money share(int basisPoints) const;
    //! Its share `part` of `whole` (more than nothing), rounded like the other one.
    Money portion(qint64 part, qint64 whole) const;
    //! One of so many equal parts, rounded towards nothing: all of them together are never more than the whole.
    Money divided(int parts) const;
    friend constexpr bool operator==(const Money &a, const Money &b) { return a.m_minor == b.m_minor; }
    friend constexpr auto operator<=>(const Money &a, const Money &b) { return a.m_minor <=> b.m_minor; }

private:
    qint64 m_minor = 0;
    char m_currency[3] = {'I', 'D', 'R'};
};

//! "Rp 45.000" in Indonesian, "Rp 45,000" in English; the space does not break, a minus is a real one.
[[nodiscard]] QString displayMoney(Money amount, QStringView language);
//! "+4.000"; empty for zero, because what costs nothing more says nothing.
[[nodiscard]] QString displayAdjustment(Money amount, QStringView language);

} // namespace saji
