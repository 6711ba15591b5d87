// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchenoptions.h"

#include <appkit/checks.h>
#include <appkit/networkoptions.h>
#include <appkit/windowoptions.h>
#include <datakit/datacommands.h>
#include <pairkit/pairoption.h>

#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr QSize usualWindow(1366, 768);
constexpr int mostOutlet = 1'000'000'000;

void addNodeOptions(ProgramOptions &options)
{
    options.add({.name = u"data"_s, .valueName = u"DIR"_s, .fallback = defaultDataFolder(u"kitchen"_s),
                 .help = u"The folder that keeps tickets and menu. It is made when there is none."_s, .check = {}});
    options.add({.name = u"server"_s, .valueName = u"URL"_s, .fallback = {},
                 .help = u"The central server, http://192.168.1.10:8000. Without this it is found, when it is on this network."_s, .check = checkHttpUrl()});
    addHubOptions(options, u"The hub of this house, http://192.168.1.11:3001. Without this it is found."_s);
    options.add({.name = u"store"_s, .valueName = u"CODE"_s, .fallback = {}, .help = u"The restaurant this kitchen belongs to, pasar-saji."_s,
                 .check = checkStoreCode(), .required = true});
    options.add({.name = u"outlet"_s, .valueName = u"ID"_s, .fallback = {},
                 .help = u"The outlet whose tickets hang here, by its number in the menu file."_s, .check = checkNumber(1, mostOutlet), .required = true});
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = u"Dapur"_s, .help = u"How people call this screen."_s, .check = checkName()});
}

void addScreenOptions(ProgramOptions &options)
{
    addWindowOptions(options);
    options.add({.name = u"language"_s, .valueName = u"id|en"_s, .fallback = u"id"_s,
                 .help = u"The language of the screen. Without this flag it is the one last chosen on it."_s, .check = checkOneOf({u"id"_s, u"en"_s})});
    options.add({.name = u"mute"_s, .valueName = {}, .fallback = {}, .help = u"No sound; the flash stays."_s, .check = {}});
    options.add({.name = u"reduced-motion"_s, .valueName = {}, .fallback = {}, .help = u"Nothing slides or pulses."_s, .check = {}});
    options.add({.name = u"remote-control"_s, .valueName = u"SOCKET"_s, .fallback = {},
                 .help = u"Lets a script of this user press buttons through a local socket. For demos and tests; off unless named."_s, .check = {}});
}

} // namespace

ProgramOptions kitchenOptions()
{
    ProgramOptions options(u"saji-kitchen"_s, u"The screen of one kitchen: its tickets, from the guest's finger to the plate."_s);
    addNodeOptions(options);
    addDoorOptions(options);
    addDataOptions(options);
    addPairOption(options);
    addScreenOptions(options);
    return options;
}

NodeOptions kitchenNode(const ProgramOptions &options)
{
    NodeOptions node;
    node.dataFolder = options.value(u"data"_s);
    node.kind = NodeKind::Kitchen;
    node.name = options.value(u"name"_s);
    node.store = options.value(u"store"_s);
    node.outlet = OutletId(options.number(u"outlet"_s));
    node.server = options.url(u"server"_s);
    node.hub = sajiHub(options);
    node.listen = doorAddress(options);
    node.discovery = discoveryOptions(options, node.listen);
    return node;
}

KitchenSettings kitchenSettings(const ProgramOptions &options)
{
    KitchenSettings settings;
    settings.outlet = OutletId(options.number(u"outlet"_s));
    settings.name = options.value(u"name"_s);
    settings.language = options.value(u"language"_s);
    settings.muted = options.isOn(u"mute"_s);
    settings.reducedMotion = options.isOn(u"reduced-motion"_s);
    settings.fitted = kitchenSize(options).has_value() && !pixelDensity(options);
    settings.metrics = Metrics::forScreen(*QGuiApplication::primaryScreen(), pixelDensity(options));
    return settings;
}

std::optional<QSize> kitchenSize(const ProgramOptions &options)
{
    return windowSize(options, usualWindow);
}

} // namespace saji
