// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <base/random.h>
#include <store/catalogstore.h>
#include <testkit/manualclock.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

CatalogRow row(const QString &id, const QByteArray &doc, const QString &kind = u"product"_s)
{
    return {kind, id, 0, false, doc};
}

//! One node's catalog in a folder of its own.
struct Node
{
    explicit Node(ManualClock &time) : clock(time) { open(); }
    void open()
    {
        catalog.reset();
        database.reset();
        auto opened = Database::open(folder.filePath(u"store"_s), {FaultyVfs::name()});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        database = std::move(*opened);
        catalog = std::move(*CatalogStore::open(*database, clock));
    }
    QMap<QString, QByteArray> live(const QString &kind = u"product"_s) const
    {
        QMap<QString, QByteArray> found;
        if (!catalog->forEach(kind, [&found](const QString &id, const QByteArray &doc) { found.insert(id, doc); }))
            qFatal("forEach");
        return found;
    }
    //! Pulls one page; says whether there is more.
    bool pull(const Node &from, int limit)
    {
        const auto asked = catalog->pulled();
        const bool sameEpoch = asked.epoch == from.catalog->version().epoch;
        const auto page = from.catalog->changesSince(sameEpoch ? asked.version : 0, limit);
        if (!page || !catalog->applyPage(*page))
            qFatal("pull");
        return page->hasMore;
    }

    ManualClock &clock;
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<CatalogStore> catalog;
};

} // namespace

class TestCatalogStore : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { FaultyVfs::heal(); }

    void anEmptyCatalogHasNoEpoch();
    void everyChangeTakesTheNextNumberOfOneCounter();
    void whatIsAbsentIsWithdrawnAndMayComeBack();
    void refusesTheSameRowTwice();
    void anEditOfARowWithALowNumberIsSeen();
    void aPullShowsNothingBeforeItsLastPage();
    void aPullGoesOnAfterARestart();
    void anEditBetweenTwoPagesIsNotLost();
    void aCopyServesItsNeighbour();
    void aNewEpochReplacesEverythingAtOnce();
    void aNewEpochInTheMiddleOfAPullStartsOver();
    void refusesPagesThatDoNotFit_data();
    void refusesPagesThatDoNotFit();
    void anOlderSourceChangesNothing();
    void theWriterDoesNotPull();
    void knowsWhenItWasLastKnownToBeCurrent();
    void aFailedPageChangesNothing();
    void rowsComeInTheOrderOfTheirIdsAndMayLookAround();
    void allKindsAreReadInOneGo();
    void aRowThatChangesDuringAFirstPullCountsOnce();
    void twoWritersAtOnceCountWithoutGapsAndLoseNothing();

private:
    ManualClock m_clock;
    SeededRandom m_random{1};
};

void TestCatalogStore::anEmptyCatalogHasNoEpoch()
{
    Node node(m_clock);
    QCOMPARE(node.catalog->version(), CatalogVersion());
    QCOMPARE(node.catalog->pulled(), CatalogVersion());
    QCOMPARE(node.catalog->checkedAtMs(), 0);
    QVERIFY(!node.catalog->checkedAgo());
    QVERIFY(node.catalog->changesSince(0, 10)->changes.isEmpty());
}

void TestCatalogStore::everyChangeTakesTheNextNumberOfOneCounter()
{
    Node server(m_clock);
    QCOMPARE(*server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"1"_s, "{c}", u"category"_s)}, m_random), 3);
    const auto first = server.catalog->version();
    QVERIFY(!first.epoch.isEmpty());
    QCOMPARE(first.version, 3);
    QVERIFY(server.catalog->isWriter());
    QCOMPARE(*server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{B}"), row(u"1"_s, "{c}", u"category"_s)}, m_random), 1);
    QCOMPARE(server.catalog->version(), (CatalogVersion{first.epoch, 4}));
    const auto page = server.catalog->changesSince(3, 10);
    QVERIFY(page);
    QCOMPARE(page->changes, QList<CatalogRow>({{u"product"_s, u"2"_s, 4, false, "{B}"}}));
    QCOMPARE(*server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{B}"), row(u"1"_s, "{c}", u"category"_s)}, m_random), 0);
    server.open();
    QCOMPARE(server.catalog->version(), (CatalogVersion{first.epoch, 4}));
    QVERIFY(server.catalog->isWriter());
}

void TestCatalogStore::whatIsAbsentIsWithdrawnAndMayComeBack()
{
    Node server(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}")}, m_random));
    QCOMPARE(*server.catalog->replaceAll({row(u"2"_s, "{b}")}, m_random), 1);
    QCOMPARE(server.live().keys(), QStringList{u"2"_s});
    QCOMPARE(server.catalog->changesSince(2, 10)->changes, QList<CatalogRow>({{u"product"_s, u"1"_s, 3, true, ""}}));
    QCOMPARE(*server.catalog->replaceAll({row(u"2"_s, "{b}")}, m_random), 0); // not withdrawn a second time
    QCOMPARE(*server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}")}, m_random), 1);
    QCOMPARE(server.live().size(), 2);
}

void TestCatalogStore::refusesTheSameRowTwice()
{
    Node server(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}")}, m_random));
    const auto done = server.catalog->replaceAll({row(u"2"_s, "{a}"), row(u"2"_s, "{b}")}, m_random);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!server.catalog->replaceAll({row(u"3"_s, {})}, m_random));
    QCOMPARE(server.live().keys(), QStringList{u"1"_s});
}

// Field notes, section 2, defect 1.
void TestCatalogStore::anEditOfARowWithALowNumberIsSeen()
{
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"old"_s, "{10}"), row(u"new"_s, "{20}")}, m_random));
    QVERIFY(!kiosk.pull(server, 10));
    QVERIFY(server.catalog->replaceAll({row(u"old"_s, "{11}"), row(u"new"_s, "{20}")}, m_random));
    QVERIFY(!kiosk.pull(server, 10));
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::aPullShowsNothingBeforeItsLastPage()
{
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"3"_s, "{c}")}, m_random));
    QVERIFY(kiosk.pull(server, 2));
    QVERIFY(kiosk.live().isEmpty());
    QCOMPARE(kiosk.catalog->version(), CatalogVersion());
    QCOMPARE(kiosk.catalog->pulled(), (CatalogVersion{server.catalog->version().epoch, 2}));
    QVERIFY(!kiosk.pull(server, 2));
    QCOMPARE(kiosk.live(), server.live());
    QCOMPARE(kiosk.catalog->version(), server.catalog->version());

    // The same with what changes later: old prices until the whole change is in.
    const auto before = kiosk.live();
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{A}"), row(u"2"_s, "{B}"), row(u"4"_s, "{d}")}, m_random));
    QVERIFY(kiosk.pull(server, 1));
    QVERIFY(kiosk.pull(server, 1));
    QVERIFY(kiosk.pull(server, 1));
    QCOMPARE(kiosk.live(), before);
    QVERIFY(!kiosk.pull(server, 1));
    QCOMPARE(kiosk.live(), server.live());
    QCOMPARE(kiosk.live().size(), 3);
}

void TestCatalogStore::aPullGoesOnAfterARestart()
{
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"3"_s, "{c}")}, m_random));
    QVERIFY(kiosk.pull(server, 2));
    kiosk.open();
    QVERIFY(kiosk.live().isEmpty());
    QCOMPARE(kiosk.catalog->pulled().version, 2);
    QVERIFY(!kiosk.pull(server, 2));
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::anEditBetweenTwoPagesIsNotLost()
{
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"3"_s, "{c}")}, m_random));
    QVERIFY(kiosk.pull(server, 1));
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{A}"), row(u"3"_s, "{C}")}, m_random));
    while (kiosk.pull(server, 1)) {
    }
    QCOMPARE(kiosk.live(), server.live());
    QCOMPARE(kiosk.catalog->version(), server.catalog->version());
}

void TestCatalogStore::aCopyServesItsNeighbour()
{
    Node server(m_clock);
    Node hub(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}")}, m_random));
    QVERIFY(server.catalog->replaceAll({row(u"2"_s, "{b}")}, m_random));
    while (hub.pull(server, 1)) {
    }
    while (kiosk.pull(hub, 1)) {
    }
    QCOMPARE(kiosk.live(), server.live());
    QCOMPARE(kiosk.catalog->version(), server.catalog->version());
    QVERIFY(!kiosk.catalog->isWriter());
    QVERIFY(server.catalog->replaceAll({row(u"2"_s, "{B}")}, m_random));
    QVERIFY(!kiosk.pull(server, 9)); // and may go on from the server itself
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::aNewEpochReplacesEverythingAtOnce()
{
    Node server(m_clock);
    Node restored(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}")}, m_random));
    QVERIFY(!kiosk.pull(server, 10));
    QVERIFY(restored.catalog->replaceAll({row(u"2"_s, "{x}"), row(u"3"_s, "{y}")}, m_random));
    QVERIFY(kiosk.pull(restored, 1));
    QCOMPARE(kiosk.live(), server.live()); // still the old menu, whole
    QVERIFY(!kiosk.pull(restored, 1));
    QCOMPARE(kiosk.live(), restored.live());
    QCOMPARE(kiosk.catalog->version(), restored.catalog->version());
}

void TestCatalogStore::aNewEpochInTheMiddleOfAPullStartsOver()
{
    Node server(m_clock);
    Node restored(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"3"_s, "{c}")}, m_random));
    QVERIFY(kiosk.pull(server, 2));
    QVERIFY(restored.catalog->replaceAll({row(u"3"_s, "{x}"), row(u"4"_s, "{y}")}, m_random));
    while (kiosk.pull(restored, 1)) {
    }
    QCOMPARE(kiosk.live(), restored.live());
}

void TestCatalogStore::refusesPagesThatDoNotFit_data()
{
    QTest::addColumn<CatalogStore::Page>("page");
    const CatalogRow one{u"product"_s, u"1"_s, 1, false, "{a}"};
    const CatalogRow two{u"product"_s, u"2"_s, 2, false, "{b}"};
    QTest::newRow("no epoch") << CatalogStore::Page{{{}, 2}, {one}, false};
    QTest::newRow("out of order") << CatalogStore::Page{{u"e"_s, 2}, {two, one}, false};
    QTest::newRow("beyond the current version") << CatalogStore::Page{{u"e"_s, 1}, {one, two}, false};
    QTest::newRow("more to come but nothing in it") << CatalogStore::Page{{u"e"_s, 2}, {}, true};
    QTest::newRow("a row without a document") << CatalogStore::Page{{u"e"_s, 2}, {{u"product"_s, u"1"_s, 1, false, {}}}, false};
    QTest::newRow("a row without an id") << CatalogStore::Page{{u"e"_s, 2}, {{u"product"_s, {}, 1, false, "{}"}}, false};
    QTest::newRow("a negative version") << CatalogStore::Page{{u"e"_s, -1}, {}, false};
}

void TestCatalogStore::refusesPagesThatDoNotFit()
{
    QFETCH(const CatalogStore::Page, page);
    Node kiosk(m_clock);
    const auto done = kiosk.catalog->applyPage(page);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Malformed);
    QCOMPARE(kiosk.catalog->pulled(), CatalogVersion());
    QVERIFY(kiosk.live().isEmpty());
}

void TestCatalogStore::anOlderSourceChangesNothing()
{
    Node server(m_clock);
    Node hub(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}")}, m_random));
    QVERIFY(!hub.pull(server, 10));
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{b}")}, m_random));
    QVERIFY(!kiosk.pull(server, 10));
    QCOMPARE(kiosk.catalog->applyPage(*hub.catalog->changesSince(2, 10)).error().code, ErrorCode::Conflict);
    QCOMPARE(kiosk.catalog->applyPage(*hub.catalog->changesSince(0, 10)).error().code, ErrorCode::Conflict);
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::theWriterDoesNotPull()
{
    Node server(m_clock);
    Node other(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}")}, m_random));
    QVERIFY(other.catalog->replaceAll({row(u"2"_s, "{b}")}, m_random));
    QCOMPARE(server.catalog->applyPage(*other.catalog->changesSince(0, 10)).error().code, ErrorCode::Conflict);
    QCOMPARE(server.live().keys(), QStringList{u"1"_s});
}

void TestCatalogStore::knowsWhenItWasLastKnownToBeCurrent()
{
    Node server(m_clock);
    Node hub(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}")}, m_random));
    QVERIFY(!hub.pull(server, 10));
    QCOMPARE(hub.catalog->checkedAtMs(), m_clock.wallNow().count());
    m_clock.advance(2h);
    QCOMPARE(hub.catalog->checkedAgo(), std::optional(Milliseconds(2h)));
    QCOMPARE(server.catalog->checkedAgo(), std::optional(Milliseconds(0)));
    QVERIFY(!kiosk.pull(hub, 10)); // what the hub knew two hours ago is two hours old here too
    QCOMPARE(kiosk.catalog->checkedAgo(), std::optional(Milliseconds(2h)));
    QVERIFY(kiosk.catalog->markChecked());
    QCOMPARE(kiosk.catalog->checkedAgo(), std::optional(Milliseconds(0)));
    QVERIFY(kiosk.catalog->markChecked(1h)); // an older check takes nothing back
    QCOMPARE(kiosk.catalog->checkedAgo(), std::optional(Milliseconds(0)));
    kiosk.open();
    QCOMPARE(kiosk.catalog->checkedAgo(), std::optional(Milliseconds(0)));
}

void TestCatalogStore::aFailedPageChangesNothing()
{
    const HealedAtEnd healed;
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}")}, m_random));
    QVERIFY(kiosk.pull(server, 1));
    const auto rest = *server.catalog->changesSince(1, 10);
    FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
    QCOMPARE(kiosk.catalog->applyPage(rest).error().code, ErrorCode::DiskFull);
    FaultyVfs::heal();
    QCOMPARE(kiosk.catalog->version(), CatalogVersion());
    QCOMPARE(kiosk.catalog->pulled().version, 1);
    QVERIFY(kiosk.catalog->applyPage(rest));
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::rowsComeInTheOrderOfTheirIdsAndMayLookAround()
{
    Node server(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"b"_s, "{2}"), row(u"a"_s, "{1}"), row(u"c"_s, "{3}")}, m_random));
    QStringList ids;
    QVERIFY(server.catalog->forEach(u"product"_s, [&](const QString &id, const QByteArray &) {
        ids.append(id);
        QCOMPARE(server.live().size(), 3);
    }));
    QCOMPARE(ids, QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(server.live(u"category"_s).isEmpty());
}

void TestCatalogStore::allKindsAreReadInOneGo()
{
    Node server(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"b"_s, "{2}"), row(u"a"_s, "{1}"), row(u"a"_s, "{c}", u"category"_s), row(u"x"_s, "{x}")}, m_random));
    QVERIFY(server.catalog->replaceAll({row(u"b"_s, "{2}"), row(u"a"_s, "{1}"), row(u"a"_s, "{c}", u"category"_s)}, m_random));
    QStringList seen;
    QVERIFY(server.catalog->forEach([&seen](QByteArrayView kind, QByteArrayView id, QByteArrayView doc) {
        seen.append(QString::fromUtf8(kind) + u'/' + QString::fromUtf8(id) + QString::fromUtf8(doc));
    }));
    seen.sort();
    QCOMPARE(seen, QStringList({u"category/a{c}"_s, u"product/a{1}"_s, u"product/b{2}"_s}));
    QCOMPARE(server.catalog->size().value_or(0), 4); // and one that was withdrawn
}

void TestCatalogStore::aRowThatChangesDuringAFirstPullCountsOnce()
{
    Node server(m_clock);
    Node kiosk(m_clock);
    QVERIFY(server.catalog->replaceAll({row(u"1"_s, "{a}"), row(u"2"_s, "{b}"), row(u"3"_s, "{c}")}, m_random));
    QVERIFY(kiosk.pull(server, 1));
    QVERIFY(server.catalog->change({row(u"1"_s, "{d}")}, m_random));
    QVERIFY(kiosk.pull(server, 1));
    kiosk.open(); // a cut in the middle
    while (kiosk.pull(server, 1)) { }
    QCOMPARE(kiosk.catalog->version(), server.catalog->version());
    QCOMPARE(kiosk.catalog->digest(), server.catalog->digest());
    QCOMPARE(kiosk.live(), server.live());
    QVERIFY(kiosk.catalog->settle());
    kiosk.open();
    QCOMPARE(kiosk.live(), server.live());
}

void TestCatalogStore::twoWritersAtOnceCountWithoutGapsAndLoseNothing()
{
    constexpr int editsOfEach = 60;
    const QTemporaryDir folder;
    SystemClock clock;
    // A folder belongs to one program; so the second one has a folder of its own, in which the first one's file is.
    QVERIFY(Database::open(folder.filePath(u"a"_s)));
    QVERIFY(QDir(folder.path()).mkdir(u"b"_s));
    QVERIFY(QFile::link(folder.filePath(u"a/saji.db"_s), folder.filePath(u"b/saji.db"_s)));
    const auto write = [&](const QString &who) {
        SystemRandom random;
        const auto database = Database::open(folder.filePath(who));
        const auto catalog = database ? CatalogStore::open(**database, clock) : Result<std::unique_ptr<CatalogStore>>(database.error());
        for (int i = 0; catalog && i < editsOfEach; ++i) {
            // One row of its own, and one that both fight for.
            const QByteArray doc = '"' + who.toUtf8() + QByteArray::number(i) + '"';
            auto done = (*catalog)->change({row(who + QString::number(i), doc), row(u"both"_s, doc)}, random);
            for (int again = 0; !done && done.error().code == ErrorCode::Busy && again < 100; ++again)
                done = (*catalog)->change({row(who + QString::number(i), doc), row(u"both"_s, doc)}, random);
            if (!done || *done != 2)
                return false;
        }
        return catalog.has_value();
    };
    bool ok = false;
    const std::unique_ptr<QThread> other(QThread::create([&] { ok = write(u"b"_s); }));
    other->start();
    const bool mine = write(u"a"_s);
    QVERIFY(other->wait());
    QVERIFY(mine && ok);

    const auto database = Database::open(folder.filePath(u"a"_s));
    const auto catalog = *CatalogStore::open(**database, clock);
    QCOMPARE(catalog->version().version, 4 * editsOfEach);
    const auto page = *catalog->changesSince(0, 10'000);
    QCOMPARE(page.changes.size(), 2 * editsOfEach + 1);
    QSet<qint64> numbers;
    for (const auto &changed : page.changes)
        numbers.insert(changed.version);
    QCOMPARE(numbers.size(), page.changes.size());
    Node reader(m_clock); // the digest says that no writer has counted over the other
    QVERIFY(reader.catalog->applyPage(page));
    QCOMPARE(reader.catalog->version(), catalog->version());
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestCatalogStore)
#include "tst_catalogstore.moc"
