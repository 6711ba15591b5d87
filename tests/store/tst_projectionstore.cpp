// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <store/projectionstore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

class TestProjectionStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startsEmptyAtTheBeginningOfTheLog();
    void keepsRowsAndCursorTogether();
    void aRowThatChangesIsReplacedAndMovesToTheFront();
    void openRowsAreOnlyTheOpenOnes();
    void anotherFormatStartsOver();
    void twoProjectionsDoNotMeet();
    void aFailedCommitChangesNothing();
    void costsNoForcedWrite();

private:
    std::unique_ptr<ProjectionStore> open(const QString &name = u"orders"_s, int format = 1);
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestProjectionStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestProjectionStore::cleanup()
{
    FaultyVfs::heal();
    m_database.reset();
}

void TestProjectionStore::reopen()
{
    m_database.reset();
    auto database = Database::open(m_folder->filePath(u"store"_s), {FaultyVfs::name()});
    QVERIFY(database);
    m_database = std::move(*database);
}

std::unique_ptr<ProjectionStore> TestProjectionStore::open(const QString &name, int format)
{
    auto store = ProjectionStore::open(*m_database, name, format);
    return store ? std::move(*store) : nullptr;
}

void TestProjectionStore::startsEmptyAtTheBeginningOfTheLog()
{
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->cursor(), 0);
    QCOMPARE(*store->count(), 0);
    QVERIFY(!*store->body("a"));
    QVERIFY(store->openRows()->isEmpty());
}

void TestProjectionStore::keepsRowsAndCursorTogether()
{
    auto store = open();
    QVERIFY(store->commit(7, {{"a", "pending", true}, {"b", {}, false}}));
    QCOMPARE(store->cursor(), 7);
    store.reset();
    reopen();
    store = open();
    QCOMPARE(store->cursor(), 7);
    QCOMPARE(*store->count(), 2);
    QCOMPARE(**store->body("a"), "pending");
    QCOMPARE(**store->body("b"), QByteArray(""));
    QVERIFY(store->commit(9, {})); // nothing changed, but it has read on
    QCOMPARE(store->cursor(), 9);
}

void TestProjectionStore::aRowThatChangesIsReplacedAndMovesToTheFront()
{
    auto store = open();
    QVERIFY(store->commit(1, {{"a", "1", true}, {"b", "1", true}, {"c", "1", false}}));
    QVERIFY(store->commit(2, {{"a", "2", true}}));
    store = open(); // a second look at the same rows continues the count of changes
    QVERIFY(store->commit(3, {{"b", "2", true}}));
    const auto latest = store->latest(2);
    QVERIFY(latest);
    QCOMPARE(latest->size(), 2);
    QCOMPARE(latest->at(0).key, "b");
    QCOMPARE(latest->at(0).body, "2");
    QCOMPARE(latest->at(1).key, "a");
    QCOMPARE(*store->count(), 3);
}

void TestProjectionStore::openRowsAreOnlyTheOpenOnes()
{
    const auto store = open();
    QVERIFY(store->commit(1, {{"a", "1", true}, {"b", "1", true}, {"c", "1", true}}));
    QVERIFY(store->commit(2, {{"b", "done", false}, {"a", "2", true}}));
    const auto rows = store->openRows();
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).key, "c");
    QCOMPARE(rows->at(1).key, "a");
    QVERIFY(rows->at(1).open);
}

void TestProjectionStore::anotherFormatStartsOver()
{
    auto store = open();
    QVERIFY(store->commit(7, {{"a", "1", true}}));
    store = open(u"orders"_s, 2);
    QCOMPARE(store->cursor(), 0);
    QCOMPARE(*store->count(), 0);
    QVERIFY(store->commit(1, {{"a", "v2", true}}));
    store = open(u"orders"_s, 2);
    QCOMPARE(**store->body("a"), "v2");
}

void TestProjectionStore::twoProjectionsDoNotMeet()
{
    const auto orders = open(u"orders"_s);
    const auto tables = open(u"tables"_s);
    QVERIFY(orders->commit(3, {{"a", "order", true}}));
    QVERIFY(tables->commit(5, {{"a", "table", false}}));
    QCOMPARE(**orders->body("a"), "order");
    QCOMPARE(**tables->body("a"), "table");
    QCOMPARE(orders->cursor(), 3);
    QCOMPARE(*tables->count(), 1);
    QVERIFY(tables->openRows()->isEmpty());
}

void TestProjectionStore::aFailedCommitChangesNothing()
{
    const auto store = open();
    QVERIFY(store->commit(1, {{"a", "1", true}}));
    FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
    QCOMPARE(store->commit(2, {{"a", "2", true}}).error().code, ErrorCode::DiskFull);
    FaultyVfs::heal();
    QCOMPARE(store->cursor(), 1);
    QCOMPARE(**store->body("a"), "1");
    QVERIFY(store->commit(2, {{"a", "2", true}}));
    QCOMPARE(**store->body("a"), "2");
}

void TestProjectionStore::costsNoForcedWrite()
{
    const auto store = open();
    FaultyVfs::takeSyncs();
    for (int i = 1; i <= 20; ++i)
        QVERIFY(store->commit(i, {{QByteArray::number(i), "1", true}}));
    QCOMPARE(FaultyVfs::takeSyncs(), 0);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestProjectionStore)
#include "tst_projectionstore.moc"
