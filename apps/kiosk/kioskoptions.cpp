// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskoptions.h"

#include <appkit/checks.h>
#include <appkit/networkoptions.h>
#include <appkit/windowoptions.h>
#include <windowkit/deviceoptions.h>

#include <QRegularExpression>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

// What a window of the demo has when nobody says: a portrait kiosk at half its size.
constexpr QSize usualWindow(540, 960);

Result<void> checkPin(const QString &value)
{
    static const QRegularExpression digits(u"^[0-9]{4,8}$"_s);
    if (digits.match(value).hasMatch())
        return {};
    return Error{ErrorCode::InvalidArgument, u"a staff PIN has four to eight digits"_s};
}

Result<void> checkCachePolicy(const QString &value)
{
    static const QRegularExpression ageAndEntries(u"^[1-9][0-9]{0,4}(s|min|h|d)/[1-9][0-9]{0,5}$"_s);
    if (ageAndEntries.match(value).hasMatch())
        return {};
    return Error{ErrorCode::InvalidArgument, u"an age and a number of entries, such as 30d/500 or 12h/100"_s};
}

void addNodeOptions(ProgramOptions &options)
{
    addDataFolderOption(options, u"kiosk"_s, u"menu and orders"_s);
    addServerOption(options);
    addHubOptions(options, u"The hub of this house, http://192.168.1.11:3001. Without this it is found."_s);
    options.add({.name = u"list-cache"_s, .valueName = u"AGE/ENTRIES"_s, .fallback = u"1h/200"_s,
                 .help = u"How long and how many lists of the server are shown again before they are asked for anew."_s, .check = checkCachePolicy});
    options.add({.name = u"picture-cache"_s, .valueName = u"AGE/ENTRIES"_s, .fallback = u"30d/500"_s,
                 .help = u"How long and how many of the restaurant's own pictures are kept on the disk."_s, .check = checkCachePolicy});
    addStoreOption(options, u"The restaurant this kiosk belongs to"_s);
    options.add({.name = u"device-code"_s, .valueName = u"A"_s, .fallback = u"A"_s,
                 .help = u"The letter its order numbers start with; no two kiosks of a restaurant may share one."_s, .check = checkDeviceCode()});
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = {}, .help = u"How people call this kiosk. Default: Kios and its letter."_s, .check = checkName()});
}

void addGuestOptions(ProgramOptions &options)
{
    options.add({.name = u"language"_s, .valueName = u"id|en"_s, .fallback = u"id"_s, .help = u"The language every guest starts with."_s,
                 .check = checkOneOf({u"id"_s, u"en"_s})});
    options.add({.name = u"start-at"_s, .valueName = u"SCREEN"_s, .fallback = u"attract"_s,
                 .help = u"Where each visit begins: attract, or menu (no attract screen, nobody is asked where they eat)."_s,
                 .check = checkOneOf({u"attract"_s, u"menu"_s})});
    options.add({.name = u"staff-pin"_s, .valueName = u"DIGITS"_s, .fallback = {},
                 .help = u"Four to eight digits that open the staff's screen. Without them it stays closed; better in the configuration file than here."_s,
                 .check = checkPin});
    options.add({.name = u"reduced-motion"_s, .valueName = {}, .fallback = {}, .help = u"Nothing slides or fades, for every guest."_s, .check = {}});
    addScriptOption(options);
}

} // namespace

ProgramOptions kioskOptions()
{
    ProgramOptions options(u"saji-kiosk"_s, u"The touch kiosk: guests order at it, with or without a connection."_s);
    addNodeOptions(options);
    addDoorDataAndPairOptions(options);
    addWindowOptions(options);
    addGuestOptions(options);
    return options;
}

NodeOptions kioskNode(const ProgramOptions &options)
{
    NodeOptions node = deviceNode(options, NodeKind::Kiosk);
    node.deviceCode = options.value(u"device-code"_s);
    if (node.name.isEmpty())
        node.name = u"Kios "_s + node.deviceCode;
    node.hub = sajiHub(options);
    node.listCache = options.value(u"list-cache"_s);
    node.pictureCache = options.value(u"picture-cache"_s);
    return node;
}

JourneySettings kioskJourney(const ProgramOptions &options)
{
    JourneySettings settings;
    settings.language = options.value(u"language"_s);
    settings.deviceName = kioskNode(options).name;
    settings.reducedMotion = options.isOn(u"reduced-motion"_s);
    settings.staffPin = options.value(u"staff-pin"_s);
    settings.startInMenu = options.value(u"start-at"_s) == u"menu"_s;
    return settings;
}

std::optional<QSize> kioskSize(const ProgramOptions &options)
{
    return windowSize(options, usualWindow);
}

} // namespace saji
