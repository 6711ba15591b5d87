// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/backup.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>
#include <store/recovery.h>
#include <testkit/manualclock.h>
#include <testkit/manualscheduler.h>

#include <QTemporaryDir>

#include <memory>

namespace saji {

//! A disk that is as full as a test says.
class FakeDisk final : public DiskSpace
{
public:
    Result<DiskUsage> usage(const QString &) const override { return answer; }

    Result<DiskUsage> answer = DiskUsage{100'000'000'000, 50'000'000'000};
};

//! One device's data folder, opened as programs open it, with everything that a bad day does to it.
class Vault
{
public:
    explicit Vault(const QString &name = QStringLiteral("Kios A"), NodeKind kind = NodeKind::Kiosk, const QString &vfs = {});
    ~Vault();

    //! What was done to the store, if anything.
    [[nodiscard]] Result<std::optional<RecoveryReport>> open();
    void close();
    std::optional<RecoveryReport> reopen();

    //! A failed write fails the test that asked.
    LoggedEvent append(const QByteArray &payload);
    void appendMany(int count, qsizetype bytes);
    //! Draws the next number of a counter.
    qint64 draw(const QString &counter);
    QByteArrayList payloads() const;
    QByteArrayList sortedPayloads() const;
    //! Gives `other` what it lacks, and takes what this one lacks, as a link would.
    void exchangeWith(Vault &other);
    //! Everything in one backup, made at once.
    BackupFile backUp();

    QString folder() const { return m_folder.filePath(QStringLiteral("store")); }
    QString databaseFile() const { return folder() + QStringLiteral("/saji.db"); }
    QStringList entries() const; //!< names in the data folder
    EventLog &log() { return *m_log; }
    const EventLog &log() const { return *m_log; }
    Database &database() { return *m_database; }
    CatalogStore &catalog() { return *m_catalog; }

    ManualClock clock;
    ManualScheduler scheduler{clock};
    SeededRandom random;
    FakeDisk disk;

private:
    QTemporaryDir m_folder;
    QString m_name;
    NodeKind m_kind;
    QString m_vfs;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<CatalogStore> m_catalog;
};

//! Writes over rows of the log in the middle of a closed store, of which the head is well.
void scribbleOverEvents(const Vault &vault);
//! The next start looks into everything, as after damage that was met at work.
void suspect(const Vault &vault);
//! The server has everything that the device has, and the device has heard so.
void deliver(Vault &device, Vault &server);
//! Trims until nothing more may go; how many events went.
int trimAll(Vault &vault);

//! Writes over a part of a file.
void scribble(const QString &file, qint64 at, qint64 bytes);
QByteArray contentsOf(const QString &file);
//! One value out of a database that nobody has open; -1 when it cannot be read.
qint64 numberIn(const QString &database, const QByteArray &sql);
void executeIn(const QString &database, const QByteArray &sql);

} // namespace saji
