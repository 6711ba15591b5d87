// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/scheduler.h>
#include <store/database.h>
#include <store/identity.h>

#include <QObject>

namespace saji {

//! What a file of exported data says of itself.
struct ExportManifest
{
    DeviceId device;
    NodeKind kind = NodeKind::Kiosk;
    QString name; //!< "Kios A"
    QString store;
    int schema = 0;
    qint64 events = 0; //!< in the file
    Milliseconds takenAt{0}; //!< by the wall clock
    QString appVersion;
};

//! Writes all data of one device to one file (NAME.saji-backup) while the device goes on working, in pieces of a few milliseconds.
//!
//! The file is a SQLite database like the device's own, with a manifest and a SHA-256 of it all behind. It appears under its name when
//! it is complete. Made for one export; `done` or `failed` comes once. On the thread of the database, which must outlive it.
class DataExport : public QObject
{
    Q_OBJECT

public:
    DataExport(Database &database, const Clock &clock, Scheduler &scheduler, const QString &file);
    ~DataExport() override;

    void start();

signals:
    void done(const saji::ExportManifest &manifest);
    //! Duplicate: there is such a file, it was not touched. Else what the disk says.
    void failed(const saji::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! The same at a stretch, for a program that serves nobody meanwhile.
[[nodiscard]] Result<ExportManifest> exportData(Database &database, const Clock &clock, const QString &file);

//! Reads and checks a whole exported file. Malformed: something else. Corrupt: not what was written. UnsupportedVersion: of a newer Saji.
[[nodiscard]] Result<ExportManifest> readExport(const QString &file);

struct ImportedData
{
    ExportManifest manifest;
    QString setAside; //!< the folder that has what was here before; empty = nothing was
};

//! Makes exported data the data of this device, which becomes that device, under a new epoch. What was here is set aside in
//! DATA/replaced-<time>, with its backups.
//!
//! Nothing is changed unless the file passes readExport() and fits: Busy: a program has the folder. Malformed: a folder of something
//! else. Conflict: of another kind of device. WrongStore: of another store (`store` empty = any).
[[nodiscard]] Result<ImportedData> importData(const QString &folder, const QString &file, NodeKind kind, const QString &store, const Clock &clock,
                                              Random &random);

} // namespace saji

Q_DECLARE_METATYPE(saji::ExportManifest)
