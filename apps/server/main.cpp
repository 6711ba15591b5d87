// SPDX-License-Identifier: GPL-3.0-or-later
#include "centralserver.h"
#include "menucommands.h"
#include "trustcommands.h"

#include <appkit/checks.h>
#include <appkit/exitcode.h>
#include <appkit/logging.h>
#include <appkit/networkoptions.h>
#include <appkit/process.h>
#include <appkit/programoptions.h>
#include <appkit/words.h>
#include <datakit/datacommands.h>

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

Result<void> checkModel(const QString &model)
{
    if (model == u"all"_s || !kindOfModel(model).isEmpty())
        return {};
    return Error{ErrorCode::InvalidArgument, u"there is no model \"%1\"; try products"_s.arg(model)};
}

ProgramOptions makeOptions()
{
    ProgramOptions options(u"saji-server"_s,
                           u"The central server of a restaurant: keeps every order, owns the menu, and is what kiosks, kitchens and hubs "
                           "report to."_s);
    options.addCommand({u"serve"_s, {}, u"Serve the devices of the restaurant until SIGTERM."_s});
    options.addCommand({u"menu import"_s, {u"FILE.json"_s}, u"Make the menu equal to this file, all or nothing; also while the server runs."_s});
    options.addCommand({u"menu export"_s, {u"FILE.json"_s}, u"Write the menu as such a file."_s});
    options.addCommand({u"export"_s, {u"FILE"_s}, u"Write all data of this server to one file. It must not run meanwhile."_s});
    options.addCommand({u"import"_s, {u"FILE"_s}, u"Make the data of such a file that of this server; what was there is set aside."_s});
    options.addCommand({u"catalog backup"_s, {u"FILE.json"_s}, u"Write the whole catalog with its versions, to be restored on a device of this store."_s});
    options.addCommand({u"catalog restore"_s, {u"FILE.json"_s}, u"Make the catalog equal to such a file, all or nothing."_s});
    options.addCommand({u"invalidate-cache"_s, {}, u"Give the menu a new version, so that every device pulls it again."_s});
    addTrustCommands(options);
    options.add({.name = u"model"_s, .valueName = u"NAME"_s, .fallback = u"all"_s,
                 .help = u"What is given a new version: products, categories, promotions, modifier_groups, outlets, stations, stores, settings or all."_s,
                 .check = checkModel, .onlyFor = {u"invalidate-cache"_s}});
    options.add({.name = u"data"_s, .valueName = u"DIR"_s, .fallback = defaultDataFolder(u"server"_s),
                 .help = u"The folder that keeps everything. It is made when there is none."_s, .check = {}});
    options.add({.name = u"listen"_s, .valueName = u"ADDR:PORT"_s, .fallback = u"127.0.0.1:8000"_s,
                 .help = u"Where devices reach this server. Port 0 takes any free one and says which."_s, .check = checkListenAddress(),
                 .onlyFor = {u"serve"_s}});
    addDiscoveryOptions(options, {u"serve"_s});
    options.add({.name = u"plain-http"_s, .valueName = {}, .fallback = {},
                 .help = u"Lets other machines ask without TLS, for web clients that cannot; their tokens can then be read on the network."_s,
                 .check = {}, .onlyFor = {u"serve"_s}});
    options.add({.name = u"web-access"_s, .valueName = u"KIND"_s, .fallback = u"auto"_s,
                 .help = u"Who may use this server as a web client: open (everyone who reaches it), token (who brings a bearer token), or auto: "
                         "token where other machines reach it, else open."_s,
                 .check = checkOneOf({u"auto"_s, u"open"_s, u"token"_s}), .onlyFor = {u"serve"_s}});
    options.add({.name = u"unpaired"_s, .valueName = {}, .fallback = {},
                 .help = u"Lets other machines link without pairing, as long as no device was paired. Only on a network of your own."_s,
                 .check = {}, .onlyFor = {u"serve"_s}});
    options.add({.name = u"name"_s, .valueName = u"NAME"_s, .fallback = u"Server"_s, .help = u"How other devices call this one."_s,
                 .check = checkName()});
    return options;
}

int serve(const ProgramOptions &options, NodeOptions node)
{
    const QuitOnSignals quitOnSignals;
    QObject::connect(&quitOnSignals, &QuitOnSignals::asked, qApp, [] { qCInfo(logApp) << "asked to end; closing links and data"; });
    const auto address = ListenAddress::fromString(options.value(u"listen"_s));
    node.discovery = discoveryOptions(options, *address);
    RealWorld world;
    CentralServer server(node, world.world());
    if (const auto opened = server.openFolder(); !opened) {
        complain(options.program(), u"cannot use the data folder"_s, opened.error());
        return exitCodeForFolder(opened.error().code);
    }
    server.setAccess({options.value(u"web-access"_s), options.isOn(u"plain-http"_s), options.isOn(u"unpaired"_s)});
    const auto listening = server.openDoor(*address);
    if (!listening) {
        complain(options.program(), u"cannot listen on %1"_s.arg(address->toString()), listening.error());
        return ExitCannotListen;
    }
    for (const auto &notice : server.notices())
        qCWarning(logApp).noquote() << notice;
    QTextStream(stdout) << options.program() << ": " << listeningNotice(*listening, world.world().trust != nullptr) << Qt::endl;
    QObject::connect(&server, &CentralServer::lost, qApp, [&options](const Error &error) {
        complain(options.program(), u"cannot go on"_s, error);
        QCoreApplication::exit(exitCodeForFolder(error.code));
    });
    return QCoreApplication::exec();
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
    NodeOptions node;
    node.dataFolder = options.value(u"data"_s);
    node.kind = NodeKind::Server;
    node.name = options.value(u"name"_s);
    if (const auto done = runTrustCommand(options, node))
        return *done;
    if (options.command() == u"menu import"_s)
        return importMenuFile(node, options.arguments().first());
    if (options.command() == u"menu export"_s)
        return exportMenuFile(node, options.arguments().first());
    if (options.command() == u"export"_s)
        return exportDataFile(options.program(), node.dataFolder, options.arguments().first());
    if (options.command() == u"import"_s)
        return importDataFile(options.program(), node.dataFolder, options.arguments().first(), NodeKind::Server, {});
    if (options.command() == u"catalog backup"_s)
        return backUpCatalog(node, options.arguments().first());
    if (options.command() == u"catalog restore"_s)
        return restoreCatalog(node, options.arguments().first());
    if (options.command() == u"invalidate-cache"_s)
        return invalidateCache(node, options.value(u"model"_s));
    return serve(options, node);
}
