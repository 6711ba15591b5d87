// SPDX-License-Identifier: GPL-3.0-or-later
#include <datakit/datacommands.h>

#include <appkit/exitcode.h>
#include <appkit/programoptions.h>
#include <appkit/words.h>
#include <store/catalogstore.h>
#include <store/database.h>
#include <store/exportfile.h>
#include <sync/catalogfile.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! A menu of 16 MiB (docs/menu-format.md) with its versions and what was withdrawn.
constexpr qint64 maxCatalogBytes = 24 * 1024 * 1024;

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

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"cannot read it: %1"_s.arg(file.errorString())};
    const auto bytes = file.read(maxCatalogBytes + 1);
    if (bytes.size() > maxCatalogBytes)
        return Error{ErrorCode::TooLarge, u"such a file has at most %1 MiB"_s.arg(maxCatalogBytes / 1024 / 1024)};
    return bytes;
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io, u"cannot write it: %1"_s.arg(file.errorString())};
    return {};
}

//! The folder with its catalog, for as long as this lives.
struct OpenCatalog
{
    SystemClock clock;
    std::unique_ptr<Database> database;
    std::unique_ptr<CatalogStore> rows;

    [[nodiscard]] Result<void> open(const QString &folder)
    {
        auto opened = Database::open(folder);
        if (!opened)
            return opened.error();
        database = std::move(*opened);
        auto catalog = CatalogStore::open(*database, clock);
        if (!catalog)
            return catalog.error();
        rows = std::move(*catalog);
        return {};
    }
};

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

int exportCatalogFile(const QString &program, const QString &folder, const QString &file)
{
    if (!QDir(folder).exists())
        return failed(program, u"cannot use the data folder"_s, {ErrorCode::NotFound, u"there is no folder %1"_s.arg(folder)});
    OpenCatalog catalog;
    if (const auto opened = catalog.open(folder); !opened)
        return failed(program, u"cannot use the data folder"_s, opened.error());
    const auto bytes = catalogFile(*catalog.rows);
    const auto written = bytes ? writeWhole(file, *bytes) : Result<void>(bytes.error());
    if (!written) {
        complain(program, u"cannot export the menu to %1"_s.arg(file), written.error());
        return ExitInputRefused;
    }
    QTextStream(stdout) << "Exported menu version " << catalog.rows->version().version << " to " << file << ".\n";
    return ExitOk;
}

int importCatalogFile(const QString &program, const QString &folder, const QString &file, const QString &store)
{
    const auto refused = [&](const Error &error) {
        complain(program, u"cannot import the menu %1"_s.arg(file), error);
        return isFilesFault(error.code) || error.code == ErrorCode::TooLarge ? int(ExitInputRefused) : exitCodeForFolder(error.code);
    };
    const auto bytes = contentOf(file);
    if (!bytes)
        return refused(bytes.error());
    OpenCatalog catalog;
    if (const auto opened = catalog.open(folder); !opened)
        return failed(program, u"cannot use the data folder"_s, opened.error());
    SystemRandom random;
    if (const auto restored = restoreCatalogFile(*bytes, *catalog.rows, random, store); !restored)
        return refused(restored.error());
    QTextStream(stdout) << "Imported menu version " << catalog.rows->version().version << " from " << file << ".\n";
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
    options.add({.name = u"export-catalog"_s, .valueName = u"FILE.json"_s, .fallback = {},
                 .help = u"Write the menu of this device, with its versions, to one file, and end. The program must not run meanwhile."_s, .check = {},
                 .notInFiles = true});
    options.add({.name = u"import-catalog"_s, .valueName = u"FILE.json"_s, .fallback = {},
                 .help = u"Make the menu of such a file that of this device, and end: a device with no line to the server has a menu then."_s,
                 .check = {}, .notInFiles = true});
}

std::optional<int> runDataOptions(const ProgramOptions &options, const QString &folder, NodeKind kind, const QString &store)
{
    if (const auto file = options.value(u"export"_s); !file.isEmpty())
        return exportDataFile(options.program(), folder, file);
    if (const auto file = options.value(u"import"_s); !file.isEmpty())
        return importDataFile(options.program(), folder, file, kind, store);
    if (const auto file = options.value(u"export-catalog"_s); !file.isEmpty())
        return exportCatalogFile(options.program(), folder, file);
    if (const auto file = options.value(u"import-catalog"_s); !file.isEmpty())
        return importCatalogFile(options.program(), folder, file, store);
    return std::nullopt;
}

} // namespace saji
