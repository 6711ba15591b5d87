// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/exportfile.h>

#include "copyjob.h"
#include "databasehandle.h"
#include "exportformat.h"
#include "logging.h"
#include "replacement.h"
#include "sqlerror.h"
#include "transplant.h"
#include "tuning.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

//! Copy, then seal, then name.
class ExportJob
{
public:
    ExportJob(Database::Private &database, const Clock &clock, const QString &file)
        : m_database(database), m_clock(clock), m_file(QFileInfo(file).absoluteFilePath()), m_copy(database, m_file + u".part"_s)
    {
    }
    ~ExportJob()
    {
        if (m_hasBegun && !m_isNamed)
            QFile::remove(m_copy.target());
    }
    ExportJob(const ExportJob &) = delete;
    ExportJob &operator=(const ExportJob &) = delete;

    //! True: the file is there.
    Result<bool> step()
    {
        if (QFile::exists(m_file))
            return Error{ErrorCode::Duplicate, u"there is a file %1 already; it was not touched: choose another name"_s.arg(m_file)};
        m_hasBegun = true;
        if (!m_seal) {
            const auto isCopied = m_copy.step();
            if (!isCopied || !*isCopied)
                return isCopied;
            return seal();
        }
        const auto isSealed = m_seal->step();
        if (!isSealed || !*isSealed)
            return isSealed;
        return name();
    }
    const ExportManifest &manifest() const { return m_manifest; }

private:
    Result<bool> seal()
    {
        const auto manifest = manifestOf(m_database, m_clock);
        if (!manifest)
            return manifest.error();
        m_manifest = *manifest;
        m_seal = std::make_unique<ExportSeal>(m_copy.target(), m_manifest);
        return false;
    }

    Result<bool> name()
    {
        if (std::rename(QFile::encodeName(m_copy.target()).constData(), QFile::encodeName(m_file).constData()) != 0)
            return errorFromErrno(errno, u"writing %1"_s.arg(m_file));
        m_isNamed = true;
        // A USB stick may not know how to do this; the file itself is on it.
        if (const auto synced = syncFolder(QFileInfo(m_file).absolutePath()); !synced)
            qCInfo(lcStore).noquote() << synced.error().detail;
        return true;
    }

    Database::Private &m_database;
    const Clock &m_clock;
    QString m_file;
    CopyJob m_copy;
    ExportManifest m_manifest;
    std::unique_ptr<ExportSeal> m_seal;
    bool m_hasBegun = false;
    bool m_isNamed = false;
};

Result<void> mustFit(const ExportManifest &manifest, NodeKind kind, const QString &store, const QString &file)
{
    if (manifest.kind != kind)
        return Error{ErrorCode::Conflict, u"%1 is of a %2 (%3), this is a %4; nothing was changed"_s.arg(
                                              file, nodeKindWord(manifest.kind), manifest.name, nodeKindWord(kind))};
    if (!store.isEmpty() && !manifest.store.isEmpty() && manifest.store != store)
        return Error{ErrorCode::WrongStore,
                     u"%1 belongs to the store \"%2\", not to \"%3\"; nothing was changed"_s.arg(file, manifest.store, store)};
    return {};
}

} // namespace

class DataExport::Private
{
public:
    Private(DataExport &owner, Database::Private &database, const Clock &clock, Scheduler &scheduler, const QString &file)
        : q(owner), timer(scheduler), job(database, clock, file)
    {
    }

    void go()
    {
        const auto isDone = job.step();
        if (!isDone)
            emit q.failed(isDone.error());
        else if (*isDone)
            emit q.done(job.manifest());
        else
            timer.start(tuning::copyPause, [this] { go(); });
    }

    DataExport &q;
    Timer timer;
    ExportJob job;
};

DataExport::DataExport(Database &database, const Clock &clock, Scheduler &scheduler, const QString &file)
    : d(std::make_unique<Private>(*this, database.d(), clock, scheduler, file))
{
}

DataExport::~DataExport() = default;

void DataExport::start()
{
    d->timer.start(Milliseconds(0), [this] { d->go(); });
}

Result<ExportManifest> exportData(Database &database, const Clock &clock, const QString &file)
{
    ExportJob job(database.d(), clock, file);
    while (true) {
        const auto isDone = job.step();
        if (!isDone)
            return isDone.error();
        if (*isDone)
            return job.manifest();
    }
}

Result<ImportedData> importData(const QString &path, const QString &file, NodeKind kind, const QString &store, const Clock &clock, Random &random)
{
    const auto manifest = readExport(file);
    if (!manifest)
        return manifest.error();
    if (const auto fits = mustFit(*manifest, kind, store, file); !fits)
        return fits.error();
    auto taken = DataFolder::take(path);
    if (!taken)
        return taken.error();
    const auto folder = std::make_shared<const DataFolder>(std::move(*taken));
    const StoreFiles files({});
    if (const auto finished = finishReplacement(*folder, files); !finished)
        return finished.error();
    Replacement replacement(*folder, files, freeAsideName(*folder, "replaced-"_L1, clock.wallNow()));
    const bool isFirst = !files.exists(folder->databaseFile());
    if (const auto built = databaseFromCopy(file, folder, replacement.building(), clock, random, {}); !built)
        return built.error();
    for (const auto &other : {folder->backupFolder(), folder->suspicionFile(), folder->deviceCard()})
        replacement.setAsideToo(other);
    if (const auto installed = replacement.install(); !installed)
        return installed.error();
    return ImportedData{*manifest, isFirst ? QString() : replacement.aside()};
}

} // namespace saji
