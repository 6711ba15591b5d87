// SPDX-License-Identifier: GPL-3.0-or-later
#include "powercut.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

//! A till of another process: writes a number a commit.
class Till
{
public:
    explicit Till(const QByteArray &file)
    {
        sqlite3_open(file.constData(), &m_connection);
        run("PRAGMA journal_mode = WAL");
    }
    void run(const char *sql)
    {
        if (sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            ::_exit(2);
    }
    void sell(int count)
    {
        for (int i = 0; i < count; ++i)
            run("INSERT INTO sales (dish) VALUES (hex(randomblob(300)))");
    }
    void close() { sqlite3_close(m_connection); }

private:
    sqlite3 *m_connection = nullptr;
};

//! What it does on a disk that loses what is not synced; how it ended.
int elsewhere(const std::function<void()> &work)
{
    const auto process = ::fork();
    if (process == 0) {
        if (!saji::losePowerWhenKilled())
            ::_exit(3);
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    return status;
}

bool wasKilled(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

//! As the next start finds it, on the disk as it is.
int salesIn(const QByteArray &file)
{
    sqlite3 *connection = nullptr;
    sqlite3_stmt *statement = nullptr;
    int sales = -1;
    sqlite3_open(file.constData(), &connection);
    if (sqlite3_prepare_v2(connection, "SELECT count(*) FROM sales WHERE length(dish) = 600", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        sales = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(connection);
    return sales;
}

constexpr auto createSales = "CREATE TABLE sales (dish TEXT)";

} // namespace

class TestPowerCut : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s).toUtf8(); }

    void whatWasSyncedOutlivesTheKill()
    {
        QVERIFY(wasKilled(elsewhere([this] {
            Till till(m_file);
            till.run("PRAGMA synchronous = FULL");
            till.run(createSales);
            till.sell(700); // with a checkpoint
            ::raise(SIGKILL);
        })));
        QCOMPARE(salesIn(m_file), 700);
    }

    void whatWasNotSyncedGoesWithTheKill()
    {
        QVERIFY(wasKilled(elsewhere([this] {
            Till till(m_file);
            till.run("PRAGMA synchronous = FULL");
            till.run(createSales);
            till.sell(10);
            till.run("PRAGMA synchronous = NORMAL");
            till.sell(40);
            ::raise(SIGKILL);
        })));
        const int sales = salesIn(m_file);
        QVERIFY2(sales >= 10 && sales < 30, qPrintable(QString::number(sales)));
    }

    void aTornCommitIsWholeOrNotThere()
    {
        for (int kills = 0; kills < 20; ++kills) {
            QVERIFY(wasKilled(elsewhere([this, kills] {
                Till till(m_file);
                till.run("PRAGMA synchronous = FULL");
                if (kills == 0)
                    till.run(createSales);
                till.sell(5);
                till.run("PRAGMA synchronous = NORMAL");
                till.run("BEGIN");
                till.sell(7);
                till.run("COMMIT");
                ::raise(SIGKILL);
            })));
            const int sales = salesIn(m_file);
            QVERIFY2(sales >= 5 * (kills + 1) && (sales - 5 * (kills + 1)) % 7 == 0, qPrintable(QString::number(sales)));
        }
    }

    void aLongCommitReachesTheDisk()
    {
        QVERIFY(wasKilled(elsewhere([this] {
            Till till(m_file);
            till.run("PRAGMA synchronous = FULL");
            till.run(createSales);
            till.run("BEGIN");
            till.sell(3000);
            till.run("COMMIT");
            ::raise(SIGKILL);
        })));
        QCOMPARE(salesIn(m_file), 3000);
    }

    void aProgramThatEndsInPeaceLosesNothing()
    {
        QCOMPARE(elsewhere([this] {
                     Till till(m_file);
                     till.run("PRAGMA synchronous = OFF");
                     till.run(createSales);
                     till.sell(40);
                     till.run("DELETE FROM sales WHERE rowid > 30");
                     till.run("VACUUM");
                     till.close();
                 }),
                 0);
        QCOMPARE(salesIn(m_file), 30);
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_file;
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
