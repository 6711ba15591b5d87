// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchenoptions.h"

#include <appkit/checks.h>
#include <appkit/networkoptions.h>
#include <appkit/windowoptions.h>
#include <windowkit/deviceoptions.h>

#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr QSize usualWindow(1366, 768);
constexpr int mostOutlet = 1'000'000'000;

void addNodeOptions(ProgramOptions &options)
{
    addDataFolderOption(options, u"kitchen"_s, u"tickets and menu"_s);
    addServerOption(options);
    addHubOptions(options, u"The hub of this house, http://192.168.1.11:3001. Without this it is found."_s);
    addStoreOption(options, u"The restaurant this kitchen belongs to"_s);
    options.add({.name = u"outlet"_s, .valueName = u"ID"_s, .fallback = {},
                 .help = u"The outlet whose tickets hang here, by its number in the menu file."_s, .check = checkNumber(1, mostOutlet), .required = true});
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = u"Dapur"_s, .help = u"How people call this screen."_s, .check = checkName()});
}

void addScreenOptions(ProgramOptions &options)
{
    addWindowOptions(options);
    addScreenLanguageOption(options);
    options.add({.name = u"mute"_s, .valueName = {}, .fallback = {}, .help = u"No sound; the flash stays."_s, .check = {}});
    options.add({.name = u"reduced-motion"_s, .valueName = {}, .fallback = {}, .help = u"Nothing slides or pulses."_s, .check = {}});
    addScriptOption(options);
}

} // namespace

ProgramOptions kitchenOptions()
{
    ProgramOptions options(u"saji-kitchen"_s, u"The screen of one kitchen: its tickets, from the guest's finger to the plate."_s);
    addNodeOptions(options);
    addDoorDataAndPairOptions(options);
    addScreenOptions(options);
    return options;
}

NodeOptions kitchenNode(const ProgramOptions &options)
{
    NodeOptions node = deviceNode(options, NodeKind::Kitchen);
    node.outlet = OutletId(options.number(u"outlet"_s));
    node.hub = sajiHub(options);
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
