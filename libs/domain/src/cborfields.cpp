// SPDX-License-Identifier: GPL-3.0-or-later
#include "cborfields.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Money of(const QString &currency, qint64 minor)
{
    const char letters[4] = {currency.at(0).toLatin1(), currency.at(1).toLatin1(), currency.at(2).toLatin1(), '\0'};
    return Money(minor, letters);
}

} // namespace

CborFields::CborFields(const QCborValue &value) : CborFields(value, nullptr, {}, 0) {}

CborFields::CborFields(const QCborValue &value, const CborFields *parent, QLatin1StringView key, qsizetype index)
    : m_map(value.toMap()), m_parent(parent), m_key(key), m_index(index)
{
    if (!value.isMap())
        m_error = Error{ErrorCode::Malformed, u"%1 is not a map"_s.arg(parent ? place() : u"the payload"_s)};
}

//! Put into words for a mistake only: most payloads have none.
QString CborFields::place() const
{
    if (!m_parent)
        return {};
    const auto outer = m_parent->place();
    return (outer.isEmpty() ? QString() : outer + u'.') + m_key + u'[' + QString::number(m_index) + u']';
}

void CborFields::fail(QLatin1StringView key, const QString &what)
{
    if (!m_error)
        m_error = Error{ErrorCode::Malformed, (m_parent ? place() + u'.' + key : QString(key)) + u": "_s + what};
}

qint64 CborFields::integer(QLatin1StringView key, qint64 min, qint64 max)
{
    const auto value = m_map.value(key);
    if (!value.isInteger())
        fail(key, u"not an integer"_s);
    else if (value.toInteger() < min || value.toInteger() > max)
        fail(key, u"%1 is not within %2 and %3"_s.arg(value.toInteger()).arg(min).arg(max));
    else
        return value.toInteger();
    return min;
}

qint64 CborFields::integerOr(QLatin1StringView key, qint64 absent, qint64 min, qint64 max)
{
    return m_map.value(key).isUndefined() ? absent : integer(key, min, max);
}

QString CborFields::checkedText(QLatin1StringView key, const QCborValue &value, qsizetype maxLength)
{
    if (!value.isString()) {
        fail(key, u"not a text"_s);
        return {};
    }
    auto text = value.toString();
    if (text.size() <= maxLength)
        return text;
    fail(key, u"longer than %1 characters"_s.arg(maxLength));
    return {};
}

QString CborFields::text(QLatin1StringView key, qsizetype maxLength)
{
    const auto value = m_map.value(key);
    return value.isUndefined() ? QString() : checkedText(key, value, maxLength);
}

LocalText CborFields::localText(QLatin1StringView key, qsizetype maxLength)
{
    const auto value = m_map.value(key);
    if (!value.isArray())
        return {checkedText(key, value, maxLength), {}};
    const auto both = value.toArray();
    if (both.size() != 2) {
        fail(key, u"not one text or two"_s);
        return {};
    }
    return {checkedText(key, both.at(0), maxLength), checkedText(key, both.at(1), maxLength)};
}

Money CborFields::money(QLatin1StringView key, const QString &currency, qint64 min, qint64 max)
{
    return of(currency, integer(key, min, max));
}

Money CborFields::moneyOr(QLatin1StringView key, const QString &currency, qint64 min, qint64 max)
{
    return of(currency, integerOr(key, 0, min, max));
}

void CborFields::list(QLatin1StringView key, qsizetype min, qsizetype max, const std::function<void(CborFields &)> &read)
{
    const auto value = m_map.value(key);
    if (value.isUndefined() && min == 0)
        return;
    const auto elements = value.toArray();
    if (!value.isArray() || elements.size() < min || elements.size() > max) {
        fail(key, u"not a list of %1 to %2"_s.arg(min).arg(max));
        return;
    }
    for (qsizetype i = 0; i < elements.size() && !failed(); ++i) {
        CborFields fields(elements.at(i), this, key, i);
        if (!fields.failed())
            read(fields);
        m_error = fields.error();
    }
}

QByteArray CborFields::idBytes(QLatin1StringView key) const
{
    return m_map.value(key).toByteArray();
}

} // namespace saji
