// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/windowoptions.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

constexpr int leastWindow = 320, mostWindow = 8192;
constexpr double leastDensity = 1, mostDensity = 40; // pixels per millimetre; a phone has 20

std::optional<QPoint> pairOf(const QString &value, QChar between)
{
    static const QRegularExpression pair(u"^(-?\\d{1,5})([x,])(-?\\d{1,5})$"_s);
    const auto match = pair.match(value);
    if (!match.hasMatch() || match.captured(2) != between)
        return std::nullopt;
    return QPoint(match.captured(1).toInt(), match.captured(3).toInt());
}

Result<void> checkSize(const QString &value)
{
    const auto size = pairOf(value, u'x');
    if (size && std::min(size->x(), size->y()) >= leastWindow && std::max(size->x(), size->y()) <= mostWindow)
        return {};
    return Error{ErrorCode::InvalidArgument, u"\"%1\" is not a size like 1366x768 (each side from %2 to %3)"_s.arg(value).arg(leastWindow).arg(mostWindow)};
}

Result<void> checkPosition(const QString &value)
{
    if (pairOf(value, u','))
        return {};
    return Error{ErrorCode::InvalidArgument, u"\"%1\" is not a place like 0,0"_s.arg(value)};
}

Result<void> checkDensity(const QString &value)
{
    bool isNumber = false;
    const double density = value.toDouble(&isNumber);
    if (isNumber && density >= leastDensity && density <= mostDensity)
        return {};
    return Error{ErrorCode::InvalidArgument, u"\"%1\" is not a number of pixels per millimetre from %2 to %3"_s.arg(value).arg(leastDensity).arg(mostDensity)};
}

} // namespace

void addWindowOptions(ProgramOptions &options)
{
    options.add({.name = u"windowed"_s, .valueName = {}, .fallback = {}, .help = u"A window instead of the whole screen."_s, .check = {}});
    options.add({.name = u"size"_s, .valueName = u"WxH"_s, .fallback = {}, .help = u"The window's size in pixels; everything in it is drawn to fit."_s,
                 .check = checkSize});
    options.add({.name = u"position"_s, .valueName = u"X,Y"_s, .fallback = {}, .help = u"Where the window's upper left corner goes."_s, .check = checkPosition});
    options.add({.name = u"px-per-mm"_s, .valueName = u"N"_s, .fallback = {},
                 .help = u"Pixels per millimetre, measured with a ruler, where the screen reports its size wrongly."_s, .check = checkDensity});
}

std::optional<QSize> windowSize(const ProgramOptions &options, const QSize &usual)
{
    if (const auto size = pairOf(options.value(u"size"_s), u'x'))
        return QSize(size->x(), size->y());
    return options.isOn(u"windowed"_s) ? std::optional(usual) : std::nullopt;
}

std::optional<QPoint> windowPosition(const ProgramOptions &options)
{
    return pairOf(options.value(u"position"_s), u',');
}

std::optional<double> pixelDensity(const ProgramOptions &options)
{
    const QString value = options.value(u"px-per-mm"_s);
    return value.isEmpty() ? std::nullopt : std::optional(value.toDouble());
}

} // namespace saji
