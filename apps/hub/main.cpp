// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/checks.h>
#include <appkit/exitcode.h>
#include <appkit/logging.h>
#include <appkit/memory.h>
#include <appkit/networkoptions.h>
#include <appkit/process.h>
#include <appkit/programoptions.h>
#include <appkit/words.h>
#include <datakit/datacommands.h>
#include <engine/node.h>
#include <engine/trustkeeper.h>
#include <gateway/pairingrelay.h>
#include <gateway/picturefolder.h>
#include <gateway/webgate.h>
#include <pairkit/pairoption.h>
#include <trust/trust.h>

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! By then the start is over, and what comes with the first devices and clients has come.
constexpr Milliseconds settledAfter = std::chrono::seconds(1);

ProgramOptions makeOptions()
{
    ProgramOptions options(u"saji-hub"_s,
                           u"The hub of a restaurant: the device that is always on, so that orders go from kiosks to kitchens without the "
                           "internet, and on to the server when it is there."_s);
    options.addCommand({u"serve"_s, {}, u"Be the hub until SIGTERM; what it does when nothing else is said."_s});
    options.addCommand({u"export"_s, {u"FILE"_s}, u"Write all data of this hub to one file. It must not run meanwhile."_s});
    options.addCommand({u"import"_s, {u"FILE"_s}, u"Make the data of such a file that of this hub; what was there is set aside."_s});
    options.addCommand({u"catalog backup"_s, {u"FILE.json"_s}, u"Write the menu that this hub has, with its versions, to one file."_s});
    options.addCommand({u"catalog restore"_s, {u"FILE.json"_s}, u"Make the menu of such a file that of this hub. It must not run meanwhile."_s});
    options.setUsualCommand(u"serve"_s);
    options.add({.name = u"data"_s,
                 .valueName = u"DIR"_s,
                 .fallback = defaultDataFolder(u"hub"_s),
                 .help = u"The folder that keeps everything. It is made when there is none."_s,
                 .check = {}});
    options.add({.name = u"store"_s,
                 .valueName = u"CODE"_s,
                 .fallback = {},
                 .help = u"The restaurant this hub belongs to, by the code in its menu file."_s,
                 .check = checkStoreCode(),
                 .required = true,
                 .onlyFor = {u"serve"_s, u"import"_s, u"catalog restore"_s}});
    options.add({.name = u"server"_s,
                 .valueName = u"URL"_s,
                 .fallback = {},
                 .help = u"The central server. Without this it is found, when it is on this network."_s,
                 .check = checkHttpUrl()});
    options.add({.name = u"listen"_s,
                 .valueName = u"ADDR:PORT"_s,
                 .fallback = u"127.0.0.1:3001"_s,
                 .help = u"Where devices reach this hub. Port 0 takes any free one and says which."_s,
                 .check = checkListenAddress()});
    options.add(
        {.name = u"origin"_s,
         .valueName = u"URL,…"_s,
         .fallback = {},
         .help = u"Web pages that may use this hub from a browser, by where they come from (http://192.168.1.5:5174), with commas between; "
                 "* allows all. Programs that are no browsers need nothing here."_s,
         .check = {}});
    options.add(
        {.name = u"code"_s,
         .valueName = u"LETTERS"_s,
         .fallback = u"WB"_s,
         .help = u"The letters of the numbers that kitchens see for orders of web clients. No kiosk of the restaurant may have them."_s,
         .check = checkDeviceCode()});
    options.add({.name = u"poll-limit"_s,
                 .valueName = u"N"_s,
                 .fallback = u"5"_s,
                 .help = u"How often a second one address may ask for lists of orders; 0 sets no limit."_s,
                 .check = checkNumber(0, 1'000'000)});
    addHubOptions(options,
                  u"Another hub of this restaurant, which was there before: orders of its clients come here, and ours go there."_s);
    addDiscoveryOptions(options, {u"serve"_s});
    addPairOption(options, {u"serve"_s});
    options.add({.name = u"plain-http"_s,
                 .valueName = {},
                 .fallback = {},
                 .help = u"Lets other machines ask without TLS, for web clients that cannot; their tokens can then be read on the network."_s,
                 .check = {},
                 .onlyFor = {u"serve"_s}});
    options.add({.name = u"web-access"_s,
                 .valueName = u"KIND"_s,
                 .fallback = u"auto"_s,
                 .help = u"Who may use this hub as a web client: open (everyone who reaches it), token (who brings a bearer token), or auto: "
                         "token where other machines reach a paired hub, else open."_s,
                 .check = checkOneOf({u"auto"_s, u"open"_s, u"token"_s}),
                 .onlyFor = {u"serve"_s}});
    options.add({.name = u"name"_s,
                 .valueName = u"NAME"_s,
                 .fallback = u"Hub"_s,
                 .help = u"How other devices call this one."_s,
                 .check = checkName()});
    return options;
}

NodeOptions nodeOptions(const ProgramOptions &options)
{
    NodeOptions node;
    node.dataFolder = options.value(u"data"_s);
    node.kind = NodeKind::Hub;
    node.name = options.value(u"name"_s);
    node.store = options.value(u"store"_s);
    node.server = options.url(u"server"_s);
    node.hub = sajiHub(options);
    node.discovery = discoveryOptions(options, *ListenAddress::fromString(options.value(u"listen"_s)));
    return node;
}

WebGateOptions webOptions(const ProgramOptions &options, const ListenAddress &address, bool isPaired)
{
    WebGateOptions web;
    const auto access = options.value(u"web-access"_s);
    const bool needsToken = access == u"token" || (access == u"auto" && isPaired && !address.isLoopback());
    web.access = needsToken ? WebAccess::Token : WebAccess::Open;
    web.code = options.value(u"code"_s);
    for (const auto &origin : options.value(u"origin"_s).split(u',', Qt::SkipEmptyParts))
        web.origins.append(origin.trimmed());
    web.pollsPerSecond = options.number(u"poll-limit"_s);
    web.otherHub = socketIoHub(options);
    return web;
}

//! One life of the hub's node: it ends as asked, or because its data have to be healed, which opening them again does.
constexpr int openAgain = -1;

int live(const ProgramOptions &options, World &world, ListenAddress &address, bool isFirst)
{
    const auto node = Node::open(nodeOptions(options), world);
    if (!node) {
        complain(options.program(), u"cannot use the data folder"_s, node.error());
        return exitCodeForFolder(node.error().code);
    }
    QObject::connect(node->get(), &Node::damaged, qApp, [] { QCoreApplication::exit(openAgain); }, Qt::QueuedConnection);
    FrontDoor door(**node, world.clock);
    if (world.trust)
        door.setTrust(world.trust, options.isOn(u"plain-http"_s));
    const auto gate = WebGate::open(**node, door, world, webOptions(options, address, world.trust != nullptr));
    if (!gate) {
        complain(options.program(), u"cannot use the data folder"_s, gate.error());
        return exitCodeForFolder(gate.error().code);
    }
    // Kiosks take the restaurant's pictures from here when the server cannot be reached.
    PictureFolder::Files kept;
    PictureFolder pictures([&kept] { return kept; });
    QObject::connect(&(*node)->menu(), &MenuService::changed, &door, [&kept](const MenuState &state) { kept = state.pictures; });
    pictures.addRoutes(door.router());
    // New devices of this LAN may have no other way to the server.
    PairingRelay relay([trust = (*node)->trust()] { return trust->authority(); });
    if (world.trust)
        relay.addRoutes(door.router(), door.listener());
    const auto listening = door.open(address);
    if (!listening) {
        complain(options.program(), u"cannot listen on %1"_s.arg(address.toString()), listening.error());
        return ExitCannotListen;
    }
    address = *listening;
    (*node)->start();
    (*gate)->start();
    if (isFirst)
        QTextStream(stdout) << options.program() << ": " << listeningNotice(*listening, world.trust != nullptr) << Qt::endl;
    if (isFirst)
        QTimer::singleShot(settledAfter, qApp, giveBackStartMemory);
    return QCoreApplication::exec();
}

int run(const ProgramOptions &options)
{
    const QuitOnSignals quitOnSignals;
    QObject::connect(&quitOnSignals, &QuitOnSignals::asked, qApp, [] { qCInfo(logApp) << "asked to end; closing links and data"; });
    auto address = *ListenAddress::fromString(options.value(u"listen"_s));
    const auto node = nodeOptions(options);
    if (const auto failure = pairBeforeStart(options, {node.dataFolder, node.kind, node.name, node.store, node.server, node.discovery, node.hub}))
        return failure->code == ErrorCode::Cancelled ? ExitOk : ExitNotPaired;
    const auto trust = Trust::open(node.dataFolder);
    if (!trust) {
        complain(options.program(), u"cannot use the keys of this device"_s, trust.error());
        return ExitDataFolder;
    }
    if (const auto may = mayListen(address, *trust != nullptr, options.isOn(u"unpaired"_s)); !may) {
        complain(options.program(), u"cannot listen on %1"_s.arg(address.toString()), may.error());
        return ExitCannotListen;
    }
    RealWorld world(*trust);
    int ended = live(options, world.world(), address, true);
    while (ended == openAgain)
        ended = live(options, world.world(), address, false);
    return ended;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    auto options = makeOptions();
    if (const auto done = options.read(argc, argv))
        return *done;
    installLogging(options.value(u"log-level"_s));
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(options.program());
    const auto folder = options.value(u"data"_s);
    if (options.command() == u"export"_s)
        return exportDataFile(options.program(), folder, options.arguments().first());
    if (options.command() == u"import"_s)
        return importDataFile(options.program(), folder, options.arguments().first(), NodeKind::Hub, options.value(u"store"_s));
    if (options.command() == u"catalog backup"_s)
        return exportCatalogFile(options.program(), folder, options.arguments().first());
    if (options.command() == u"catalog restore"_s)
        return importCatalogFile(options.program(), folder, options.arguments().first(), options.value(u"store"_s));
    return run(options);
}
