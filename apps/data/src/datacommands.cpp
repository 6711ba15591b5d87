// SPDX-License-Identifier: GPL-3.0-or-later
#include <datakit/datacommands.h>

#include <appkit/exitcode.h>
#include <appkit/programoptions.h>
#include <appkit/words.h>
#include <store/database.h>
#include <store/exportfile.h>

#include <QDir>
#include <QTextStream>

#include <cstdio>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

int failed(const QString &program, const QString &what, const Error &error)
{
    complain(program, what, error);
    return exitCodeForFolder(error.code);
}

//! About the file, not about the folder.
bool isFilesFault(ErrorCode code)
{
    using enum ErrorCode;
    return code == Malformed || code == Corrupt || code == NotFound || code == UnsupportedVersion || code == WrongStore || code == Conflict ||
           code == Duplicate;
}

QString inWords(const ExportManifest &manifest)
{
    return u"%1 \"%2\" of %3, %4 events"_s.arg(nodeKindWord(manifest.kind), manifest.name, manifest.store).arg(manifest.events);
}

} // namespace

int exportDataFile(const QString &program, const QString &folder, const QString &file)
{
    // A misspelt folder must not become a new store with nothing in it.
    if (!QDir(folder).exists())
        return failed(program, u"cannot use the data folder"_s, {ErrorCode::NotFound, u"there is no folder %1"_s.arg(folder)});
    const auto database = Database::open(folder);
    if (!database)
        return failed(program, u"cannot use the data folder"_s, database.error());
    const SystemClock clock;
    const auto manifest = exportData(**database, clock, file);
    if (!manifest) {
        complain(program, u"cannot export to %1"_s.arg(file), manifest.error());
        return ExitInputRefused;
    }
    QTextStream(stdout) << "Exported " << inWords(*manifest) << " to " << file << ".\n";
    return ExitOk;
}

int importDataFile(const QString &program, const QString &folder, const QString &file, NodeKind kind, const QString &store)
{
    const auto manifest = readExport(file);
    if (!manifest) {
        complain(program, u"cannot import %1"_s.arg(file), manifest.error());
        return ExitInputRefused;
    }
    const SystemClock clock;
    SystemRandom random;
    const auto imported = importData(folder, file, kind, store, clock, random);
    if (!imported) {
        complain(program, u"cannot import %1"_s.arg(file), imported.error());
        return isFilesFault(imported.error().code) ? ExitInputRefused : exitCodeForFolder(imported.error().code);
    }
    QTextStream out(stdout);
    out << "Imported " << inWords(imported->manifest) << " from " << file << ".\n";
    if (!imported->setAside.isEmpty())
        out << "What was there before is kept in " << imported->setAside << ".\n";
    return ExitOk;
}

void addDataOptions(ProgramOptions &options)
{
    options.add({.name = u"export"_s, .valueName = u"FILE"_s, .fallback = {},
                 .help = u"Write all data of this device to one file, and end. The program must not run meanwhile."_s, .check = {},
                 .notInFiles = true});
    options.add({.name = u"import"_s, .valueName = u"FILE"_s, .fallback = {},
                 .help = u"Make the data of such a file that of this device, and end. What was there is set aside, never deleted."_s, .check = {},
                 .notInFiles = true});
}

std::optional<int> runDataOptions(const ProgramOptions &options, const QString &folder, NodeKind kind, const QString &store)
{
    if (const auto file = options.value(u"export"_s); !file.isEmpty())
        return exportDataFile(options.program(), folder, file);
    if (const auto file = options.value(u"import"_s); !file.isEmpty())
        return importDataFile(options.program(), folder, file, kind, store);
    return std::nullopt;
}

} // namespace saji
