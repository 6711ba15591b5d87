// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/devicefacts.h>
#include <presentation/devicemodel.h>

#include <testkit/manualclock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeviceModelTest : public QObject
{
    Q_OBJECT

    ManualClock m_clock;

    PeerView peer(PeerRole role, const QString &name, Milliseconds heardAgo = 400ms) const
    {
        PeerView view;
        view.role = role;
        view.id = name;
        view.name = name;
        view.mode = SyncMode::Connected;
        view.cause = SyncCause::None;
        view.lastHeard = m_clock.steadyNow() - heardAgo;
        view.pending = 0;
        view.catalogVersion = 12;
        return view;
    }
    QList<DeviceRow> rows(const QList<PeerView> &peers, qint64 newest = 12) const { return describeDevices(peers, newest, m_clock.steadyNow()); }
    static QStringList names(const QList<DeviceRow> &rows)
    {
        QStringList names;
        for (const DeviceRow &row : rows)
            names << row.peer.name;
        return names;
    }

private slots:
    void theWorstComeFirstThenTheHouseInOrder()
    {
        PeerView offline = peer(PeerRole::Server, u"pusat"_s, 49min);
        offline.mode = SyncMode::Disconnected;
        PeerView old = peer(PeerRole::Kiosk, u"Kios B"_s);
        old.catalogVersion = 11;
        const QList<DeviceRow> all = rows({peer(PeerRole::Kiosk, u"Kios A"_s), peer(PeerRole::Hub, u"Hub"_s), old, offline,
                                           peer(PeerRole::Kitchen, u"Sate"_s, 134s), peer(PeerRole::Kitchen, u"Bakso"_s)});
        QCOMPARE(names(all), (QStringList{u"Sate"_s, u"pusat"_s, u"Kios B"_s, u"Hub"_s, u"Kios A"_s, u"Bakso"_s}));
        QCOMPARE(all.at(0).trouble, DeviceTrouble::Silent);
        QCOMPARE(all.at(1).trouble, DeviceTrouble::Offline);
        QCOMPARE(all.at(2).trouble, DeviceTrouble::OldCatalog);
        QCOMPARE(all.at(3).trouble, DeviceTrouble::None);
    }

    void aDiskThatTakesNoOrdersComesBeforeOneThatStillDoes()
    {
        PeerView low = peer(PeerRole::Kiosk, u"Kios A"_s);
        low.storage = StorageState::Low;
        PeerView full = peer(PeerRole::Kiosk, u"Kios B"_s);
        full.storage = StorageState::Full;
        const QList<DeviceRow> all = rows({low, full});
        QCOMPARE(names(all), (QStringList{u"Kios B"_s, u"Kios A"_s}));
        QCOMPARE(DeviceModel::lampOf(all.at(0)), PeerLampKind::Silent);
        QCOMPARE(DeviceModel::lampOf(all.at(1)), PeerLampKind::Offline);
    }

    void whatASilentDeviceHeldIsSaidToBeItsLastWord()
    {
        const auto queueOf = [this](Milliseconds heardAgo) {
            PeerView view = peer(PeerRole::Kitchen, u"Sate"_s, heardAgo);
            view.pending = 3;
            for (const DeviceFact &fact : describeDevice(rows({view}).first(), 12, {}, QLocale::c())) {
                if (fact.value.contains(u'3'))
                    return fact.value;
            }
            return QString();
        };
        QCOMPARE(queueOf(400ms), u"3"_s);
        QCOMPARE(queueOf(134s), u"last told: 3"_s);
    }

    void namesAreSortedAsPeopleCount()
    {
        const QList<DeviceRow> all = rows({peer(PeerRole::Kiosk, u"Kios 10"_s), peer(PeerRole::Kiosk, u"Kios 2"_s), peer(PeerRole::Kiosk, u"Kios 1"_s)});
        QCOMPARE(names(all), (QStringList{u"Kios 1"_s, u"Kios 2"_s, u"Kios 10"_s}));
    }

    void aQueueThatWaitsForMoreThanAMinuteNeedsALook()
    {
        PeerView view = peer(PeerRole::Kiosk, u"Kios A"_s);
        view.pending = 3;
        view.oldestPendingAge = 2s;
        QCOMPARE(rows({view}).first().trouble, DeviceTrouble::None);
        view.oldestPendingAge = 5min;
        QCOMPARE(rows({view}).first().trouble, DeviceTrouble::LateQueue);
    }

    void whatNobodyKnowsIsAQuestionMark()
    {
        PeerView view = peer(PeerRole::Kitchen, u"Sate"_s, 134s);
        view.pending.reset();
        const DeviceRow row = rows({view}).first();
        QCOMPARE(row.waiting(), u"?"_s);
        PeerView never = peer(PeerRole::Hub, u"Hub"_s);
        never.lastHeard.reset();
        never.mode = SyncMode::Disconnected;
        QVERIFY(!rows({never}).first().heard(QLocale::c()).isEmpty());
    }

    void theTableIsAModelOfHonour()
    {
        LanguageSwitch language;
        DeviceModel model(language);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rows({peer(PeerRole::Hub, u"Hub"_s), peer(PeerRole::Kiosk, u"Kios A"_s)}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), int(DeviceModel::ColumnCount));
        QCOMPARE(model.index(1, DeviceModel::NameColumn).data().toString(), u"Kios A"_s);
        QCOMPARE(model.index(1, DeviceModel::IconColumn).data().toString(), u"kiosk"_s);
        QCOMPARE(model.index(1, DeviceModel::CatalogColumn).data().toString(), u"12"_s);
        model.setRows(rows({peer(PeerRole::Kiosk, u"Kios A"_s, 10s)}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(DeviceModel::LampRole).toInt(), int(PeerLampKind::Silent));
    }

    void ageingMovesNoRow()
    {
        LanguageSwitch language;
        DeviceModel model(language);
        const PeerView hub = peer(PeerRole::Hub, u"Hub"_s);
        const PeerView kiosk = peer(PeerRole::Kiosk, u"Kios A"_s);
        model.setRows(rows({hub, kiosk}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        m_clock.advance(500ms);
        model.setRows(rows({hub, kiosk}));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
    }

    void severitiesAreCounted()
    {
        LanguageSwitch language;
        DeviceModel model(language);
        model.setRows(rows({peer(PeerRole::Hub, u"Hub"_s), peer(PeerRole::Kiosk, u"A"_s, 10s), peer(PeerRole::Kiosk, u"B"_s)}));
        QCOMPARE(model.count(DeviceSeverity::Normal), 2);
        QCOMPARE(model.count(DeviceSeverity::Silent), 1);
        QCOMPARE(model.count(DeviceSeverity::Look), 0);
    }
};

QTEST_GUILESS_MAIN(DeviceModelTest)
#include "tst_devicemodel.moc"
