// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminoptions.h"

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
void addNodeOptions(ProgramOptions &options)
{
    options.add({.name = u"data"_s, .valueName = u"DIR"_s, .fallback = defaultDataFolder(u"admin"_s),
                 .help = u"The folder that keeps what the panel has heard. It is made when there is none."_s, .check = {}});
    options.add({.name = u"server"_s, .valueName = u"URL"_s, .fallback = {},
                 .help = u"The central server, http://192.168.1.10:8000. Without this it is found, when it is on this network."_s, .check = checkHttpUrl()});
    options.add({.name = u"hub"_s, .valueName = u"URL"_s, .fallback = {}, .help = u"The hub of this house, http://192.168.1.11:3001. Without this it is found."_s, .check = checkHttpUrl()});
    options.add({.name = u"store"_s, .valueName = u"CODE"_s, .fallback = {}, .help = u"The restaurant this panel watches, pasar-saji."_s,
                 .check = checkStoreCode(), .required = true});
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = u"Panel"_s, .help = u"How people call this panel."_s, .check = checkName()});
}

void addScreenOptions(ProgramOptions &options)
{
    addWindowOptions(options);
    options.add({.name = u"language"_s, .valueName = u"id|en"_s, .fallback = u"id"_s,
                 .help = u"The language of the screen. Without this flag it is the one last chosen on it."_s, .check = checkOneOf({u"id"_s, u"en"_s})});
    options.add({.name = u"day"_s, .valueName = {}, .fallback = {}, .help = u"Light colours, for an office in daylight."_s, .check = {}});
    options.add({.name = u"remote-control"_s, .valueName = u"SOCKET"_s, .fallback = {},
                 .help = u"Lets a script of this user press buttons through a local socket. For demos and tests; off unless named."_s, .check = {}});
}

} // namespace

ProgramOptions adminOptions()
{
    ProgramOptions options(u"saji-admin"_s, u"The panel of one restaurant: every device, what it has heard, and what waits to be sent."_s);
    addNodeOptions(options);
    addDoorOptions(options);
    addDataOptions(options);
    addPairOption(options);
    addScreenOptions(options);
    return options;
}

NodeOptions adminNode(const ProgramOptions &options)
{
    NodeOptions node;
    node.dataFolder = options.value(u"data"_s);
    node.kind = NodeKind::Admin;
    node.name = options.value(u"name"_s);
    node.store = options.value(u"store"_s);
    node.server = options.url(u"server"_s);
    node.hub = options.url(u"hub"_s);
    node.listen = doorAddress(options);
    node.discovery = discoveryOptions(options, node.listen);
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
