// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/storagewords.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! A disk in words: guests hear why, staff hear what to do, and nobody hears anything while it is fine.
class tst_StorageWords : public QObject
{
    Q_OBJECT

    static StorageStatus status(StorageState state)
    {
        StorageStatus status;
        status.state = state;
        status.freeBytes = 480'000'000;
        status.totalBytes = 32'000'000'000;
        return status;
    }

private slots:
    void aFineDiskIsNotTalkedAbout()
    {
        QCOMPARE(StorageWords::notice(status(StorageState::Fine), QLocale::c()), StorageNotice());
        QVERIFY(StorageWords::forGuests(StorageState::Fine).isEmpty());
    }

    void aLowDiskIsForStaffOnlyAndSaysHowMuchIsLeft()
    {
        const StorageNotice notice = StorageWords::notice(status(StorageState::Low), QLocale(QLocale::English));
        QCOMPARE(notice.mood, HealthMood::Look);
        QVERIFY2(notice.sentence.contains(u"480"_s) && notice.sentence.contains(u"32"_s), qPrintable(notice.sentence));
        QVERIFY(!notice.detail.isEmpty());
        QVERIFY2(StorageWords::forGuests(StorageState::Low).isEmpty(), "guests can order");
    }

    void aDiskThatStopsTheSaleIsExplainedToBoth_data()
    {
        QTest::addColumn<StorageState>("state");
        QTest::newRow("full") << StorageState::Full;
        QTest::newRow("read-only") << StorageState::ReadOnly;
        QTest::newRow("failing") << StorageState::Failing;
    }

    void aDiskThatStopsTheSaleIsExplainedToBoth()
    {
        QFETCH(StorageState, state);
        const StorageNotice notice = StorageWords::notice(status(state), QLocale::c());
        QCOMPARE(notice.mood, HealthMood::Bad);
        QVERIFY(notice.detail.contains(u"nothing new"_s));
        QVERIFY(!StorageWords::forGuests(state).isEmpty());
    }

    void eachStateHasWordsOfItsOwn()
    {
        QSet<QString> words, guests;
        for (const auto state : {StorageState::Fine, StorageState::Low, StorageState::Full, StorageState::ReadOnly, StorageState::Failing}) {
            words << StorageWords::word(state);
            guests << StorageWords::forGuests(state);
        }
        QCOMPARE(words.size(), 5);
        QCOMPARE(guests.size(), 4); // fine and low: nothing
    }

    void aHealedStoreTellsWhereTheRestIs()
    {
        StorageRecovery recovery;
        recovery.fromBackup = true;
        recovery.setAside = u"/data/damaged-1"_s;
        recovery.eventsRestored = 1204;
        recovery.eventsSalvaged = 31;
        const StorageNotice restored = StorageWords::healed(recovery, u"12.41"_s, QLocale::c());
        QCOMPARE(restored.mood, HealthMood::Look);
        QVERIFY(restored.sentence.contains(u"12.41"_s));
        QVERIFY(restored.detail.contains(u"1204"_s) && restored.detail.contains(u"31"_s) && restored.detail.contains(u"/data/damaged-1"_s));
        recovery.fromBackup = false;
        recovery.isSameDevice = false;
        recovery.eventsRestored = recovery.eventsSalvaged = 0;
        const StorageNotice anew = StorageWords::healed(recovery, u"12.41"_s, QLocale::c());
        QVERIFY(anew.sentence != restored.sentence);
        QVERIFY(anew.detail.contains(u"new identity"_s));
    }
};

QTEST_GUILESS_MAIN(tst_StorageWords)
#include "tst_storagewords.moc"
