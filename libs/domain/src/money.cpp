// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/money.h>

#include <algorithm>
#include <array>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr int minorPerUnit = 100; // two digits on the wire, whatever the currency
constexpr QChar minusSign(0x2212);
constexpr QChar noBreakSpace(0x00a0);

bool isDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! Nobody is handed sen, or a fraction of a yen: what people pay is counted in whole units of these.
bool paidInWholeUnits(QStringView currency)
{
    static constexpr std::array<QStringView, 4> whole{u"IDR", u"JPY", u"KRW", u"VND"};
    return std::ranges::find(whole, currency) != whole.end();
}

quint64 magnitude(qint64 value)
{
    return value < 0 ? ~quint64(value) + 1 : quint64(value);
}

QString grouped(quint64 value, QChar separator)
{
    auto text = QString::number(value);
    for (auto at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, separator);
    return text;
}

//! "45.000", "4,50": without currency and sign.
QString figures(Money amount, QStringView language)
{
    const bool english = language == "en"_L1;
    const auto minor = magnitude(amount.minorUnits());
    auto text = grouped(minor / minorPerUnit, english ? u',' : u'.');
    const auto rest = minor % minorPerUnit;
    if (rest != 0 || !paidInWholeUnits(amount.currency()))
        text += (english ? u'.' : u',') + QString::number(rest).rightJustified(2, u'0');
    return text;
}

} // namespace

Result<Money> Money::fromDecimal(QStringView text, QStringView currency)
{
    const auto malformed = [text] {
        return Error{ErrorCode::Malformed, u"'%1' is not an amount such as \"28000.00\""_s.arg(text.left(32))};
    };
    if (currency.size() != 3 || !std::ranges::all_of(currency, [](QChar c) { return c >= u'A' && c <= u'Z'; }))
        return Error{ErrorCode::Malformed, u"'%1' is not a currency such as IDR"_s.arg(currency.left(32))};
    auto rest = text;
    const bool negative = rest.startsWith(u'-');
    if (negative || rest.startsWith(u'+'))
        rest = rest.mid(1);
    const auto point = rest.indexOf(u'.');
    const auto whole = point < 0 ? rest : rest.left(point);
    const auto decimals = point < 0 ? QStringView() : rest.mid(point + 1);
    if (whole.isEmpty() || !isDigits(whole) || !isDigits(decimals) || (point >= 0 && decimals.isEmpty()) || decimals.size() > 4)
        return malformed();
    if (whole.size() > maxDigits)
        return Error{ErrorCode::TooLarge, u"'%1' has more than %2 digits"_s.arg(text.left(32)).arg(maxDigits)};
    if (!std::ranges::all_of(decimals.mid(std::min<qsizetype>(2, decimals.size())), [](QChar c) { return c == u'0'; }))
        return Error{ErrorCode::Malformed, u"'%1' is finer than a hundredth"_s.arg(text)};

    qint64 minor = whole.toLongLong() * minorPerUnit;
    // By hand: ten thousand prices are read while a kiosk starts.
    for (qsizetype i = 0, weight = minorPerUnit / 10; i < std::min<qsizetype>(2, decimals.size()); ++i, weight /= 10)
        minor += (decimals[i].unicode() - u'0') * weight;
    const char letters[4] = {char(currency[0].unicode()), char(currency[1].unicode()), char(currency[2].unicode()), '\0'};
    return Money(negative ? -minor : minor, letters);
}

QString Money::toDecimal() const
{
    const auto minor = magnitude(m_minor);
    return (m_minor < 0 ? u"-"_s : QString()) + QString::number(minor / minorPerUnit) + u'.' +
           QString::number(minor % minorPerUnit).rightJustified(2, u'0');
}

Money Money::operator+(Money other) const
{
    // Nothing is nothing in every currency: a sum may start from Money().
    if (other.isZero())
        return *this;
    if (isZero())
        return other;
    Q_ASSERT(std::equal(std::begin(m_currency), std::end(m_currency), std::begin(other.m_currency)));
    Money sum = *this;
    sum.m_minor += other.m_minor;
    return sum;
}

Money Money::operator-(Money other) const
{
    return *this + -other;
}

Money Money::operator-() const
{
    Money negated = *this;
    negated.m_minor = -m_minor;
    return negated;
}

Money Money::operator*(int count) const
{
    Money product = *this;
    product.m_minor *= count;
    return product;
}

Money Money::share(int basisPoints) const
{
    const qint64 unit = paidInWholeUnits(currency()) ? minorPerUnit : 1;
    const qint64 divisor = 10'000 * unit;
    // Whole multiples first, so that no product overflows.
    const qint64 rest = (m_minor % divisor) * basisPoints;
    const qint64 half = rest < 0 ? -divisor / 2 : divisor / 2;
    Money result = *this;
    result.m_minor = (m_minor / divisor * basisPoints + (rest + half) / divisor) * unit;
    return result;
}

Money Money::portion(qint64 part, qint64 whole) const
{
    Q_ASSERT(whole > 0);
    // An order's total times an order's total is more than 64 bits hold.
    __extension__ using Wide = __int128;
    const qint64 unit = paidInWholeUnits(currency()) ? minorPerUnit : 1;
    const Wide divisor = Wide(whole) * unit;
    const Wide product = Wide(m_minor) * part;
    const Wide half = product < 0 ? -divisor / 2 : divisor / 2;
    Money result = *this;
    result.m_minor = qint64((product + half) / divisor) * unit;
    return result;
}

Money Money::divided(int parts) const
{
    Q_ASSERT(parts > 0);
    Money result = *this;
    result.m_minor /= parts;
    return result;
}

QString displayMoney(Money amount, QStringView language)
{
    const auto currency = amount.currency();
    const auto sign = amount.minorUnits() < 0 ? QString(minusSign) : QString();
    return sign + (currency == u"IDR"_s ? u"Rp"_s : currency) + noBreakSpace + figures(amount, language);
}

QString displayAdjustment(Money amount, QStringView language)
{
    if (amount.isZero())
        return {};
    return (amount.minorUnits() < 0 ? minusSign : QChar(u'+')) + figures(amount, language);
}

} // namespace saji
