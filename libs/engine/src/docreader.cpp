// SPDX-License-Identifier: GPL-3.0-or-later
#include "docreader.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString quoted(std::string_view text)
{
    constexpr size_t shown = 60;
    return u'"' + QString::fromUtf8(text.substr(0, shown)) + u'"';
}

bool isDecimal(std::string_view text, bool maybeSigned)
{
    if (maybeSigned && (text.starts_with('-') || text.starts_with('+')))
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto digits = [](std::string_view part) { return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; }); };
    if (point == std::string_view::npos)
        return !whole.empty() && digits(whole);
    const auto decimals = text.substr(point + 1);
    return !whole.empty() && digits(whole) && !decimals.empty() && decimals.size() <= 2 && digits(decimals);
}

} // namespace

void DocReader::fail(const QString &what)
{
    if (m_error)
        return;
    QString place;
    for (const auto &step : m_place) {
        if (step.index >= 0)
            place += u'[' + QString::number(step.index) + u']';
        else
            place += (place.isEmpty() ? QString() : u"."_s) + QString::fromUtf8(step.key);
    }
    m_error = Error{ErrorCode::Malformed, place.isEmpty() ? what : place + u": "_s + what};
}

void DocReader::failChoice(std::string_view is, std::span<const std::string_view> words)
{
    QStringList known;
    for (const auto word : words)
        known.append(QString::fromUtf8(word));
    fail(u"%1 is none of %2"_s.arg(quoted(is), known.join(u", "_s)));
}

std::string_view DocReader::word(Element value)
{
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        fail(u"not a text"_s);
    return text;
}

QString DocReader::text(Element value, qsizetype maxLength)
{
    auto text = QString::fromUtf8(word(value));
    if (text.size() > maxLength)
        fail(u"longer than %1 characters"_s.arg(maxLength));
    else if (isStrict() && text.trimmed().isEmpty())
        fail(u"empty"_s);
    return text;
}

QString DocReader::repeatedText(Element value, qsizetype maxLength)
{
    const auto is = word(value);
    auto &kept = m_repeated[qHashBits(is.data(), is.size()) % m_repeated.size()];
    if (!is.empty() && kept.size() <= maxLength && QAnyStringView::equal(kept, QUtf8StringView(is.data(), qsizetype(is.size()))))
        return kept;
    const auto fresh = text(value, maxLength);
    if (!failed())
        kept = fresh;
    return fresh;
}

LocalText DocReader::localText(Element value, qsizetype maxLength)
{
    if (value.is_string())
        return {text(value, maxLength), {}};
    simdjson::dom::object languages;
    if (value.get_object().get(languages) != simdjson::SUCCESS) {
        fail(u"neither a text nor an object of texts by language"_s);
        return {};
    }
    LocalText both;
    for (const auto field : languages) {
        const Step step(*this, field.key);
        if (field.key == "id")
            both.id = text(field.value, maxLength);
        else if (field.key == "en")
            both.en = text(field.value, maxLength);
        else if (isStrict())
            fail(u"the languages are id and en"_s);
    }
    if (both.id.isEmpty())
        fail(u"the Indonesian text (id) is missing"_s);
    if (both.en == both.id)
        both.en.clear();
    return both;
}

qint64 DocReader::integer(Element value, qint64 min, qint64 max)
{
    int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS)
        fail(u"not a whole number"_s);
    else if (number < min || number > max)
        fail(u"%1 is not within %2 and %3"_s.arg(qint64(number)).arg(min).arg(max));
    else
        return number;
    return min;
}

bool DocReader::boolean(Element value)
{
    bool is = false;
    if (value.get_bool().get(is) != simdjson::SUCCESS)
        fail(u"neither true nor false"_s);
    return is;
}

Money DocReader::money(Element value, bool maybeSigned)
{
    if (!value.is_string()) {
        fail(u"money is written as a text such as \"28000.00\""_s);
        return {};
    }
    const auto is = word(value);
    if (!isDecimal(is, maybeSigned)) {
        fail(u"%1 is not an amount such as \"28000.00\""_s.arg(quoted(is)));
        return {};
    }
    // Ten thousand prices are read while a kiosk starts: no string is made for one.
    QVarLengthArray<char16_t, 32> wide(is.begin(), is.end());
    const auto amount = Money::fromDecimal(QStringView(wide.constData(), wide.size()), m_currency);
    if (!amount) {
        fail(amount.error().detail);
        return {};
    }
    return *amount;
}

int DocReader::basisPoints(Element value)
{
    constexpr int hundredPerCent = 10'000;
    if (!value.is_string()) {
        fail(u"a rate is written as a text such as \"10.00\""_s);
        return 0;
    }
    const auto is = word(value);
    const auto rate = isDecimal(is, false) ? Money::fromDecimal(QString::fromUtf8(is), u"IDR") : Result<Money>(ErrorCode::Malformed, {});
    if (!rate || rate->minorUnits() > hundredPerCent) {
        fail(u"%1 is not a percentage such as \"10.00\""_s.arg(quoted(is)));
        return 0;
    }
    return int(rate->minorUnits());
}

quint32 DocReader::colour(Element value)
{
    const auto is = word(value);
    bool ok = is.size() == 7 && is.front() == '#';
    const auto rgb = ok ? QByteArray(is.data() + 1, 6).toUInt(&ok, 16) : 0;
    if (!ok)
        fail(u"%1 is not a colour such as \"#8A5A00\""_s.arg(quoted(is)));
    return rgb;
}

} // namespace saji
