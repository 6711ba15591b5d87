// SPDX-License-Identifier: GPL-3.0-or-later
#include "closewords.h"

#include <QUrl>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype maxCloseTextBytes = 123;

} // namespace

CloseReason closeReasonFromWire(quint16 code, const QString &text)
{
    switch (code) {
    case 1000:
    case 1005: // a close frame without a code
        return {CloseCode::Normal, text};
    case 1001:
    case 1012: // a proxy's "service restart"
        return {CloseCode::GoingAway, text};
    case 1009:
        return {CloseCode::TooLarge, text};
    case 1002:
    case 1003:
    case 1007:
        return {CloseCode::Protocol, text};
    case quint16(CloseCode::Protocol):
    case quint16(CloseCode::Version):
    case quint16(CloseCode::WrongStore):
    case quint16(CloseCode::Unauthorized):
    case quint16(CloseCode::Silent):
    case quint16(CloseCode::Superseded):
    case quint16(CloseCode::SamePeer):
    case quint16(CloseCode::NotNeeded):
        return {CloseCode(code), text};
    case 1006:
        return {CloseCode::Abnormal, text};
    default:
        return {CloseCode::Abnormal, u"close code %1: %2"_s.arg(code).arg(text)};
    }
}

QString closeTextForWire(const QString &text)
{
    auto cut = text.left(maxCloseTextBytes);
    while (cut.toUtf8().size() > maxCloseTextBytes)
        cut.chop(1);
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut;
}

QByteArray closeHeader(const CloseReason &reason)
{
    return QByteArray::number(quint16(reason.code)) + ' ' + QUrl::toPercentEncoding(closeTextForWire(reason.text));
}

CloseReason closeReasonFromHeader(const QByteArray &header)
{
    const auto space = header.indexOf(' ');
    bool isNumber = false;
    const auto code = (space < 0 ? header : header.first(space)).toUShort(&isNumber);
    if (!isNumber)
        return {CloseCode::Abnormal, u"closed without a readable reason"_s};
    return closeReasonFromWire(code, space < 0 ? QString() : QUrl::fromPercentEncoding(header.mid(space + 1)));
}

} // namespace saji
