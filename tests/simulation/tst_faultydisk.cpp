// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/faultydisk.h>

#include <QTest>

#include <sqlite3.h>

using namespace saji;

namespace {

//! A till with one table, durable as the log is.
class Till
{
public:
    explicit Till(FaultyDisk &disk, int synchronous = 2)
    {
        m_ok = sqlite3_open_v2("/till.db", &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, disk.vfsName().constData()) == SQLITE_OK
            && run("PRAGMA journal_mode=WAL") && run("PRAGMA synchronous=" + QByteArray::number(synchronous))
            && run("CREATE TABLE IF NOT EXISTS orders(n INTEGER PRIMARY KEY, body BLOB)");
    }
    ~Till() { sqlite3_close_v2(m_db); }

    bool isOpen() const { return m_ok; }
    //! True only after the commit.
    bool add(int n) { return run("INSERT INTO orders VALUES(" + QByteArray::number(n) + ", zeroblob(900))"); }
    bool run(const QByteArray &sql) { return sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK; }
    //! -1 when the file is not sound.
    int count()
    {
        sqlite3_stmt *statement = nullptr;
        int result = -1;
        if (sqlite3_prepare_v2(m_db, "SELECT count(*) FROM orders WHERE (SELECT integrity_check FROM pragma_integrity_check) = 'ok'", -1,
                               &statement, nullptr)
                == SQLITE_OK
            && sqlite3_step(statement) == SQLITE_ROW)
            result = sqlite3_column_int(statement, 0);
        sqlite3_finalize(statement);
        return result;
    }
    int errorCode() const { return sqlite3_errcode(m_db) & 0xff; }

private:
    sqlite3 *m_db = nullptr;
    bool m_ok = false;
};

//! Writes until the disk dies at operation `n`; how many commits were confirmed.
int fillUntilDeath(FaultyDisk &disk, quint64 n, bool powerCut, int synchronous = 2)
{
    disk.dieAtOperation(n, powerCut);
    Till till(disk, synchronous);
    int confirmed = 0;
    while (till.isOpen() && confirmed < 200 && till.add(confirmed + 1))
        ++confirmed;
    return confirmed;
}

} // namespace

class tst_FaultyDisk : public QObject
{
    Q_OBJECT

private slots:
    void whatWasConfirmedSurvivesAPowerCutAtEveryWrite()
    {
        for (quint64 n = 1; n < 300; ++n) {
            SeededRandom random(n);
            FaultyDisk disk(random);
            const int confirmed = fillUntilDeath(disk, n, true);
            QVERIFY(disk.isDead());
            disk.boot();
            Till again(disk);
            QVERIFY2(again.isOpen(), qPrintable(QString::number(n)));
            // The commit that was under way may have made it; nothing confirmed may be missing.
            QVERIFY2(again.count() == confirmed || again.count() == confirmed + 1, qPrintable(QString::number(n)));
        }
    }

    void whatWasConfirmedSurvivesAKillAtEveryWrite()
    {
        for (quint64 n = 1; n < 200; ++n) {
            SeededRandom random(n);
            FaultyDisk disk(random);
            const int confirmed = fillUntilDeath(disk, n, false);
            disk.boot();
            Till again(disk);
            QVERIFY(again.count() == confirmed || again.count() == confirmed + 1);
        }
    }

    void withoutSyncingOrdersAreLost()
    {
        // The disk must be able to lose something, or the tests above prove nothing.
        int lost = 0;
        for (quint64 n = 20; n < 200; ++n) {
            SeededRandom random(n);
            FaultyDisk disk(random);
            const int confirmed = fillUntilDeath(disk, n, true, 0);
            disk.boot();
            Till again(disk);
            if (again.count() < confirmed)
                ++lost;
        }
        QVERIFY2(lost > 50, qPrintable(QString::number(lost)));
    }

    void aFullDiskRefusesAndRecovers()
    {
        SeededRandom random(1);
        FaultyDisk disk(random);
        Till till(disk);
        QVERIFY(till.add(1));
        disk.setFault(FaultyDisk::Fault::Full);
        QVERIFY(!till.add(2));
        QCOMPARE(till.errorCode(), SQLITE_FULL);
        disk.setFault(FaultyDisk::Fault::None);
        QVERIFY(till.add(3));
        QCOMPARE(till.count(), 2);
    }

    void aCorruptPageIsNoticed()
    {
        SeededRandom random(7);
        FaultyDisk disk(random);
        {
            Till till(disk);
            for (int i = 1; i <= 50; ++i)
                QVERIFY(till.add(i));
            QVERIFY(till.run("PRAGMA wal_checkpoint(TRUNCATE)"));
        }
        QVERIFY(disk.corruptPage("till.db"));
        Till again(disk);
        QVERIFY(!again.isOpen() || again.count() != 50);
    }

    void anOldImageComesBackAsItWas()
    {
        SeededRandom random(1);
        FaultyDisk disk(random);
        FaultyDisk::Image image;
        {
            Till till(disk);
            QVERIFY(till.add(1));
            image = disk.image();
            QVERIFY(till.add(2));
        }
        disk.restore(image);
        Till again(disk);
        QCOMPARE(again.count(), 1);
    }

    void theSameSeedDiesTheSameWay()
    {
        const auto run = [] {
            seedSqlite(42);
            SeededRandom random(42);
            FaultyDisk disk(random);
            fillUntilDeath(disk, 77, true);
            return disk.image();
        };
        QVERIFY(run() == run());
    }
};

QTEST_GUILESS_MAIN(tst_FaultyDisk)
#include "tst_faultydisk.moc"
