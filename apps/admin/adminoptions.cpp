// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminoptions.h"

#include <appkit/checks.h>
#include <appkit/windowoptions.h>
#include <windowkit/deviceoptions.h>

#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr QSize usualWindow(1366, 768);

void addNodeOptions(ProgramOptions &options)
{
    addDataFolderOption(options, u"admin"_s, u"what the panel has heard"_s);
    addServerOption(options);
    options.add({.name = u"hub"_s, .valueName = u"URL"_s, .fallback = {}, .help = u"The hub of this house, http://192.168.1.11:3001. Without this it is found."_s, .check = checkHttpUrl()});
    addStoreOption(options, u"The restaurant this panel watches"_s);
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = u"Panel"_s, .help = u"How people call this panel."_s, .check = checkName()});
}

void addScreenOptions(ProgramOptions &options)
{
    addWindowOptions(options);
    addScreenLanguageOption(options);
    options.add({.name = u"day"_s, .valueName = {}, .fallback = {}, .help = u"Light colours, for an office in daylight."_s, .check = {}});
    addScriptOption(options);
}

} // namespace

ProgramOptions adminOptions()
{
    ProgramOptions options(u"saji-admin"_s, u"The panel of one restaurant: every device, what it has heard, and what waits to be sent."_s);
    addNodeOptions(options);
    addDoorDataAndPairOptions(options);
    addScreenOptions(options);
    return options;
}

NodeOptions adminNode(const ProgramOptions &options)
{
    NodeOptions node = deviceNode(options, NodeKind::Admin);
    node.hub = options.url(u"hub"_s);
    return node;
}

AdminSettings adminSettings(const ProgramOptions &options)
{
    AdminSettings settings;
    settings.name = options.value(u"name"_s);
    settings.language = options.value(u"language"_s);
    settings.look = options.isOn(u"day"_s) ? Look::Light : Look::AdminDark;
    settings.fitted = adminSize(options).has_value() && !pixelDensity(options);
    settings.metrics = Metrics::forScreen(*QGuiApplication::primaryScreen(), pixelDensity(options));
    return settings;
}

std::optional<QSize> adminSize(const ProgramOptions &options)
{
    return windowSize(options, usualWindow);
}

} // namespace saji
