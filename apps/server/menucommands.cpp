// SPDX-License-Identifier: GPL-3.0-or-later
#include "menucommands.h"

#include "centralserver.h"

#include <appkit/exitcode.h>
#include <appkit/words.h>
#include <engine/menuimport.h>

#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr auto program = "saji-server"_L1;
//! docs/menu-format.md.
constexpr qint64 maxMenuBytes = 16 * 1024 * 1024;
//! Tombstones and versions come on top.
constexpr qint64 maxCatalogBytes = 24 * 1024 * 1024;

//! Nullopt-like: NotFound means that the folder is free to be opened here.
Result<ControlReply> withoutServer(const NodeOptions &options, const ControlRequest &request, int &exitCode)
{
    RealWorld world;
    CentralServer server(options, world.world());
    if (const auto opened = server.openFolder(); !opened) {
        complain(program, u"cannot use the data folder"_s, opened.error());
        exitCode = exitCodeForFolder(opened.error().code);
        return opened.error();
    }
    return server.answer(request);
}

Result<QByteArray> readMenu(const QString &path, qint64 maxBytes = maxMenuBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"cannot read it: %1"_s.arg(file.errorString())};
    const auto bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::TooLarge, u"such a file has at most %1 MiB"_s.arg(maxBytes / 1024 / 1024)};
    return bytes;
}

//! Writes what the server answers, whole or not at all.
int askForFile(const NodeOptions &options, const QString &verb, const QString &path)
{
    const auto outcome = askServer(options, {verb, {}});
    if (outcome.exitCode != ExitOk)
        return outcome.exitCode;
    if (!outcome.reply)
        return sayOutcome(outcome.reply, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(outcome.reply->body) != outcome.reply->body.size() || !file.commit()) {
        complain(program, path, {ErrorCode::Io, u"cannot write it: %1"_s.arg(file.errorString())});
        return ExitInputRefused;
    }
    return sayOutcome(outcome.reply, path);
}

} // namespace

int sayOutcome(const Result<ControlReply> &reply, const QString &what)
{
    if (reply) {
        QTextStream(stdout) << reply->summary << '\n';
        return ExitOk;
    }
    const auto &error = reply.error();
    complain(program, what, error);
    using enum ErrorCode;
    switch (error.code) {
    case Malformed:
    case InvalidArgument:
    case NotFound:
    case TooLarge:
    case Duplicate:
    case UnsupportedVersion:
    case WrongStore: return ExitInputRefused;
    default: return exitCodeForFolder(error.code);
    }
}

ServerAnswer askServer(const NodeOptions &options, const ControlRequest &request)
{
    auto reply = askRunningServer(options.dataFolder, request);
    if (reply || reply.error().code != ErrorCode::NotFound)
        return {reply, ExitOk};
    int exitCode = ExitOk;
    reply = withoutServer(options, request, exitCode);
    return {reply, exitCode};
}

int importMenuFile(const NodeOptions &options, const QString &path)
{
    const auto bytes = readMenu(path);
    if (!bytes)
        return sayOutcome(bytes.error(), path);
    // A mistake in the file is found before any folder is touched or made.
    if (const auto good = rowsFromMenuFile(*bytes); !good)
        return sayOutcome(good.error(), path);
    const auto outcome = askServer(options, {u"menu.import"_s, *bytes});
    return outcome.exitCode != ExitOk ? outcome.exitCode : sayOutcome(outcome.reply, path);
}

int exportMenuFile(const NodeOptions &options, const QString &path)
{
    return askForFile(options, u"menu.export"_s, path);
}

int backUpCatalog(const NodeOptions &options, const QString &path)
{
    return askForFile(options, u"catalog.backup"_s, path);
}

int restoreCatalog(const NodeOptions &options, const QString &path)
{
    const auto bytes = readMenu(path, maxCatalogBytes);
    if (!bytes)
        return sayOutcome(bytes.error(), path);
    const auto outcome = askServer(options, {u"catalog.restore"_s, *bytes});
    return outcome.exitCode != ExitOk ? outcome.exitCode : sayOutcome(outcome.reply, path);
}

int invalidateCache(const NodeOptions &options, const QString &model)
{
    const auto outcome = askServer(options, {u"cache.invalidate"_s, model.toUtf8()});
    return outcome.exitCode != ExitOk ? outcome.exitCode : sayOutcome(outcome.reply, u"invalidate-cache"_s);
}

} // namespace saji
