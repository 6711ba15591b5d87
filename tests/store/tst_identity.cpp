// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <store/identity.h>
#include <testkit/manualclock.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

class TestIdentity : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void isDrawnOnceAndKept();
    void twoDevicesAreTwo();
    void aNewNameIsStored();
    void refusesTheFolderOfAnotherStore();
    void refusesTheFolderOfAnotherKindOfNode();
    void aServerLearnsItsStoreWithItsFirstMenu();
    void wordsAndKindsAgree();

private:
    Result<Identity> load(NodeKind kind, const QString &name, const QString &store);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    SeededRandom m_random{1};
};

void TestIdentity::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Result<Identity> TestIdentity::load(NodeKind kind, const QString &name, const QString &store)
{
    const auto database = Database::open(m_folder->filePath(u"store"_s));
    if (!database)
        return database.error();
    return loadIdentity(**database, kind, name, store, m_clock, m_random);
}

void TestIdentity::isDrawnOnceAndKept()
{
    const auto first = load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s);
    QVERIFY(first);
    QVERIFY(!first->origin.device.isNull());
    QVERIFY(first->origin.epoch != 0);
    const auto again = load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s);
    QVERIFY(again);
    QCOMPARE(again->origin, first->origin);
    QCOMPARE(again->store, u"pasar-saji"_s);
}

void TestIdentity::twoDevicesAreTwo()
{
    const auto first = load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s);
    init();
    const auto second = load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s);
    QVERIFY(first && second);
    QVERIFY(first->origin.device != second->origin.device);
    QVERIFY(first->origin.epoch != second->origin.epoch);
}

void TestIdentity::aNewNameIsStored()
{
    QVERIFY(load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s));
    QVERIFY(load(NodeKind::Kiosk, u"Kios Pintu Timur"_s, u"pasar-saji"_s));
    QCOMPARE(load(NodeKind::Kiosk, {}, u"pasar-saji"_s)->name, u"Kios Pintu Timur"_s);
}

void TestIdentity::refusesTheFolderOfAnotherStore()
{
    QVERIFY(load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s));
    const auto other = load(NodeKind::Kiosk, u"Kios A"_s, u"warung-lain"_s);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::WrongStore);
    QVERIFY(other.error().detail.contains(u"pasar-saji"_s));
    QVERIFY(load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s));
}

void TestIdentity::refusesTheFolderOfAnotherKindOfNode()
{
    QVERIFY(load(NodeKind::Kiosk, u"Kios A"_s, u"pasar-saji"_s));
    const auto other = load(NodeKind::Hub, u"Hub"_s, u"pasar-saji"_s);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::Conflict);
}

void TestIdentity::aServerLearnsItsStoreWithItsFirstMenu()
{
    QCOMPARE(load(NodeKind::Server, u"Server"_s, {})->store, QString());
    QCOMPARE(load(NodeKind::Server, u"Server"_s, u"pasar-saji"_s)->store, u"pasar-saji"_s);
    QCOMPARE(load(NodeKind::Server, u"Server"_s, {})->store, u"pasar-saji"_s);
    QCOMPARE(load(NodeKind::Server, u"Server"_s, u"warung-lain"_s).error().code, ErrorCode::WrongStore);
}

void TestIdentity::wordsAndKindsAgree()
{
    for (const auto kind : {NodeKind::Kiosk, NodeKind::Kitchen, NodeKind::Admin, NodeKind::Hub, NodeKind::Server})
        QCOMPARE(*nodeKindFromWord(QString(nodeKindWord(kind))), kind);
    QCOMPARE(nodeKindWord(NodeKind::Kitchen), "kitchen"_L1);
    QVERIFY(!nodeKindFromWord(u"toaster"));
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestIdentity)
#include "tst_identity.moc"
