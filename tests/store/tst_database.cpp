// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <store/database.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace saji {

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void makesAFolderThatOnlyItsOwnerMayRead();
    void opensAgainWhatItMade();
    void commitsGoToAWriteAheadLogThatIsForced();
    void leavesNoConnectionBehind();
    void refusesASecondProgram();
    void aLockWhoseHolderWasKilledIsFree();
    void refusesAFolderOfSomethingElse();
    void refusesAFileInsteadOfAFolder();
    void leavesADatabaseOfAnotherProgramAlone();
    void leavesANewerDatabaseAlone();
    void seesANewerSchemaThatIsOnlyInTheWriteAheadLog();
    void whatIsNoDatabaseIsCalledDamagedAndKept_data();
    void whatIsNoDatabaseIsCalledDamagedAndKept();
    void aBirthThatWasCutShortIsRepeated();
    void aFullDiskAtBirthLeavesAFolderThatCanBeUsedLater();
    void aReadOnlyDiskIsCalledSo();
    void namesWithSignsOfUrisAreOnlyNames();

private:
    QString databaseFile() const { return QDir(m_folder).filePath(u"saji.db"_s); }
    static void execute(const QString &file, const char *sql);
    static QByteArray contents(const QString &file);
    void write(const QString &name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

void TestDatabase::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->filePath(u"store"_s);
}

void TestDatabase::cleanup()
{
    FaultyVfs::heal();
}

void TestDatabase::execute(const QString &file, const char *sql)
{
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &raw), SQLITE_OK);
    QCOMPARE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
}

QByteArray TestDatabase::contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDatabase::write(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(m_folder);
    QFile file(QDir(m_folder).filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestDatabase::makesAFolderThatOnlyItsOwnerMayRead()
{
    m_folder = m_temporary->filePath(u"a/b/store"_s);
    const auto database = Database::open(m_folder);
    QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
    QCOMPARE((*database)->folder(), m_folder);
    const auto all = QFile::permissions(m_folder);
    QVERIFY(all & QFile::ReadOwner);
    QVERIFY(!(all & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

void TestDatabase::opensAgainWhatItMade()
{
    int version = 0;
    {
        const auto database = Database::open(m_folder);
        QVERIFY(database);
        version = (*database)->schemaVersion();
        QVERIFY(version >= 1);
    }
    const auto again = Database::open(m_folder);
    QVERIFY(again);
    QCOMPARE((*again)->schemaVersion(), version);
}

void TestDatabase::commitsGoToAWriteAheadLogThatIsForced()
{
    QVERIFY(Database::open(m_folder));
    const auto header = contents(databaseFile()).left(100);
    QCOMPARE(header.at(18), char(2)); // "file format write version": 2 is WAL
    QCOMPARE(header.mid(68, 4), QByteArray("Saji"));
}

void TestDatabase::leavesNoConnectionBehind()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    {
        const auto database = Database::open(m_folder);
        QVERIFY(database);
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    }
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    // The last one out copies the log home and takes it away.
    QVERIFY(!QFile::exists(databaseFile() + u"-wal"_s));
}

void TestDatabase::refusesASecondProgram()
{
    const auto first = Database::open(m_folder);
    QVERIFY(first);
    const auto second = Database::open(m_folder);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Busy);
    QVERIFY2(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(second.error().detail));
}

void TestDatabase::aLockWhoseHolderWasKilledIsFree()
{
    QVERIFY(Database::open(m_folder)); // makes the folder
    QProcess holder;
    holder.start(u"flock"_s, {QDir(m_folder).filePath(u"saji.lock"_s), u"-c"_s, u"echo held; exec cat"_s});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(Database::open(m_folder).error().code, ErrorCode::Busy);
    // Both the one who locked and the one who inherited the lock die without a word.
    holder.write("\n");
    holder.closeWriteChannel();
    holder.kill();
    holder.waitForFinished();
    QTRY_VERIFY(Database::open(m_folder));
    QVERIFY(QFile::exists(QDir(m_folder).filePath(u"saji.lock"_s)));
}

void TestDatabase::refusesAFolderOfSomethingElse()
{
    write(u"holiday.jpg"_s, "x");
    const auto database = Database::open(m_folder);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Malformed);
    QVERIFY(database.error().detail.contains(u"holiday.jpg"_s));
    QCOMPARE(QDir(m_folder).entryList(QDir::Files), QStringList{u"holiday.jpg"_s});
    // Once it is ours, other files beside it are nobody's business.
    QFile::remove(QDir(m_folder).filePath(u"holiday.jpg"_s));
    QVERIFY(Database::open(m_folder));
    write(u"holiday.jpg"_s, "x");
    QVERIFY(Database::open(m_folder));
}

void TestDatabase::refusesAFileInsteadOfAFolder()
{
    m_folder = m_temporary->filePath(u"file"_s);
    QFile file(m_folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(Database::open(m_folder).error().code, ErrorCode::Malformed);
    QVERIFY(!Database::open(m_folder + u"/below"_s));
}

void TestDatabase::leavesADatabaseOfAnotherProgramAlone()
{
    QDir().mkpath(m_folder);
    execute(databaseFile(), "PRAGMA journal_mode=WAL; CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('rendang')");
    const auto before = contents(databaseFile());
    const auto database = Database::open(m_folder);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Malformed);
    QCOMPARE(contents(databaseFile()), before);
    QVERIFY(!QFile::exists(databaseFile() + u"-wal"_s));
}

void TestDatabase::leavesANewerDatabaseAlone()
{
    QVERIFY(Database::open(m_folder));
    execute(databaseFile(), "PRAGMA user_version = 999");
    const auto before = contents(databaseFile());
    const auto database = Database::open(m_folder);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::UnsupportedVersion);
    QVERIFY(database.error().detail.contains(u"999"_s));
    QCOMPARE(contents(databaseFile()), before);
}

void TestDatabase::seesANewerSchemaThatIsOnlyInTheWriteAheadLog()
{
    QVERIFY(Database::open(m_folder));
    // As after a power cut of the newer program: the file itself still carries the old number.
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(databaseFile()).constData(), &raw), SQLITE_OK);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    QCOMPARE(sqlite3_exec(raw, "PRAGMA user_version = 999", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
    const auto before = contents(databaseFile());
    const auto log = contents(databaseFile() + u"-wal"_s);
    QVERIFY(!log.isEmpty());
    QCOMPARE(Database::open(m_folder).error().code, ErrorCode::UnsupportedVersion);
    QCOMPARE(contents(databaseFile()), before);
    QCOMPARE(contents(databaseFile() + u"-wal"_s), log);
}

void TestDatabase::whatIsNoDatabaseIsCalledDamagedAndKept_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("text") << QByteArray(500, 'x');
    QTest::newRow("a few bytes") << QByteArray("SQLite");
    QTest::newRow("a header and nothing else") << QByteArray("SQLite format 3");
}

void TestDatabase::whatIsNoDatabaseIsCalledDamagedAndKept()
{
    QFETCH(const QByteArray, file);
    write(u"saji.db"_s, file);
    const auto database = Database::open(m_folder);
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Corrupt);
    QCOMPARE(contents(databaseFile()), file);
}

void TestDatabase::aBirthThatWasCutShortIsRepeated()
{
    write(u"saji.db"_s, {});
    write(u"saji.lock"_s, "12345 saji-kiosk\n");
    const auto database = Database::open(m_folder);
    QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
}

void TestDatabase::aFullDiskAtBirthLeavesAFolderThatCanBeUsedLater()
{
    FaultyVfs::fail(FaultyVfs::Fault::DiskFull, 3);
    const auto database = Database::open(m_folder, {FaultyVfs::name()});
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::DiskFull);
    FaultyVfs::heal();
    QVERIFY(Database::open(m_folder, {FaultyVfs::name()}));
}

void TestDatabase::aReadOnlyDiskIsCalledSo()
{
    FaultyVfs::fail(FaultyVfs::Fault::ReadOnly);
    const auto database = Database::open(m_folder, {FaultyVfs::name()});
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::ReadOnly);
    QVERIFY(database.error().detail.contains(u"owner"_s));
}

void TestDatabase::namesWithSignsOfUrisAreOnlyNames()
{
    m_folder = m_temporary->filePath(u"50% off? #1 & more=café"_s);
    QVERIFY(Database::open(m_folder));
    QVERIFY(QFile::exists(databaseFile()));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestDatabase)
#include "tst_database.moc"
