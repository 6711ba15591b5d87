// SPDX-License-Identifier: GPL-3.0-or-later
#include <windowkit/deviceoptions.h>

#include <appkit/checks.h>
#include <appkit/networkoptions.h>
#include <datakit/datacommands.h>
#include <pairkit/pairoption.h>

namespace saji {
using namespace Qt::StringLiterals;

void addDataFolderOption(ProgramOptions &options, const QString &shortName, const QString &keeps)
{
    options.add({.name = u"data"_s, .valueName = u"DIR"_s, .fallback = defaultDataFolder(shortName),
                 .help = u"The folder that keeps %1. It is made when there is none."_s.arg(keeps), .check = {}});
}

void addServerOption(ProgramOptions &options)
{
    options.add({.name = u"server"_s, .valueName = u"URL"_s, .fallback = {},
                 .help = u"The central server, http://192.168.1.10:8000. Without this it is found, when it is on this network."_s, .check = checkHttpUrl()});
}

void addStoreOption(ProgramOptions &options, const QString &belongs)
{
    options.add({.name = u"store"_s, .valueName = u"CODE"_s, .fallback = {}, .help = belongs + u", pasar-saji."_s, .check = checkStoreCode(),
                 .required = true});
}

void addScreenLanguageOption(ProgramOptions &options)
{
    options.add({.name = u"language"_s, .valueName = u"id|en"_s, .fallback = u"id"_s,
                 .help = u"The language of the screen. Without this flag it is the one last chosen on it."_s, .check = checkOneOf({u"id"_s, u"en"_s})});
}

void addScriptOption(ProgramOptions &options)
{
    options.add({.name = u"remote-control"_s, .valueName = u"SOCKET"_s, .fallback = {},
                 .help = u"Lets a script of this user press buttons through a local socket. For demos and tests; off unless named."_s, .check = {}});
}

void addDoorDataAndPairOptions(ProgramOptions &options)
{
    addDoorOptions(options);
    addDataOptions(options);
    addPairOption(options);
}

NodeOptions deviceNode(const ProgramOptions &options, NodeKind kind)
{
    NodeOptions node;
    node.dataFolder = options.value(u"data"_s);
    node.kind = kind;
    node.name = options.value(u"name"_s);
    node.store = options.value(u"store"_s);
    node.server = options.url(u"server"_s);
    node.listen = doorAddress(options);
    node.discovery = discoveryOptions(options, node.listen);
    return node;
}

} // namespace saji
