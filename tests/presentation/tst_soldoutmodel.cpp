// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/soldoutmodel.h>

#include <screenkit/fakeservices.h>
#include <screenkit/samplemenu.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class SoldOutModelTest : public QObject
{
    Q_OBJECT

    static MenuState stateOf(std::shared_ptr<const Menu> menu, const QSet<ProductId> &soldOut = {})
    {
        MenuState state;
        state.menu = std::move(menu);
        state.soldOut = soldOut;
        return state;
    }

private slots:
    void listsTheDishesOfItsOwnOutlet()
    {
        LanguageSwitch language;
        SoldOutModel model(OutletId(1), language);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setState(stateOf(SampleMenu::make()));
        QVERIFY(model.rowOf(SampleMenu::soto) >= 0);
        QVERIFY(model.rowOf(SampleMenu::nasi) >= 0);
        QCOMPARE(model.rowOf(SampleMenu::sate), -1);
    }

    void aTouchMarksADishAndAnotherUnmarksIt()
    {
        LanguageSwitch language;
        FakeMenuService service;
        service.give(SampleMenu::make());
        SoldOutModel model(OutletId(1), language);
        QObject::connect(&service, &MenuService::changed, &model, &SoldOutModel::setState);
        model.attach(service);
        service.announce();
        const int soto = model.rowOf(SampleMenu::soto);
        QVERIFY(model.toggle(soto));
        QVERIFY(model.index(soto).data(SoldOutModel::SoldOutRole).toBool());
        QCOMPARE(model.soldOutNames(), QStringList{u"Soto ayam Lamongan"_s});
        QVERIFY(model.toggle(soto));
        QVERIFY(!model.index(soto).data(SoldOutModel::SoldOutRole).toBool());
    }

    void namesTheKiosksThatHaveNotYetStopped()
    {
        LanguageSwitch language;
        SoldOutModel model(OutletId(1), language);
        QSignalSpy changed(&model, &SoldOutModel::stillSellingChanged);
        const auto peer = [](PeerRole role, const QString &name, std::optional<quint64> soldOut) {
            PeerView view;
            view.role = role;
            view.name = name;
            view.soldOut = soldOut;
            return view;
        };
        const auto nothing = soldOutDigest({});
        const auto soto = soldOutDigest({SampleMenu::soto});
        QVERIFY(nothing == 0 && soto != nothing && soto == soldOutDigest({SampleMenu::soto}));
        QVERIFY(soldOutDigest({SampleMenu::soto, SampleMenu::sate}) != soto);
        SyncStatus status;
        status.peers = {peer(PeerRole::Kiosk, u"Kios B"_s, nothing), peer(PeerRole::Kiosk, u"Kios A"_s, std::nullopt),
                        peer(PeerRole::Kitchen, u"Grill"_s, nothing), peer(PeerRole::Server, u"Server"_s, std::nullopt)};
        model.setSync(status);
        model.setState(stateOf(SampleMenu::make()));
        QCOMPARE(model.stillSelling(), QStringList()); // nothing has run out
        model.setState(stateOf(SampleMenu::make(), {SampleMenu::soto}));
        QCOMPARE(model.stillSelling(), QStringList({u"Kios A"_s, u"Kios B"_s}));
        QCOMPARE(changed.size(), 1);
        status.peers[0].soldOut = soto;
        model.setSync(status);
        QCOMPARE(model.stillSelling(), QStringList({u"Kios A"_s}));
        status.peers[1].soldOut = soto;
        model.setSync(status);
        QCOMPARE(model.stillSelling(), QStringList());
        QCOMPARE(changed.size(), 3);
        model.setState(stateOf(SampleMenu::make(), {SampleMenu::soto, SampleMenu::sate}));
        QCOMPARE(model.stillSelling().size(), 2);
    }

    void marksMoveNoRow()
    {
        LanguageSwitch language;
        SoldOutModel model(OutletId(1), language);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setState(stateOf(SampleMenu::make()));
        const int soto = model.rowOf(SampleMenu::soto);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setState(stateOf(SampleMenu::make(), {SampleMenu::soto}));
        QCOMPARE(model.rowOf(SampleMenu::soto), soto);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        model.setState(stateOf(SampleMenu::make(), {SampleMenu::soto}));
        QCOMPARE(changes.count(), 1);
    }

    void whatTheCatalogWithdrewCannotBeChangedHere()
    {
        Menu::Parts parts = SampleMenu::parts();
        parts.products[0].available = false;
        LanguageSwitch language;
        FakeMenuService service;
        SoldOutModel model(OutletId(1), language);
        model.attach(service);
        model.setState(stateOf(std::make_shared<const Menu>(parts)));
        const int soto = model.rowOf(SampleMenu::soto);
        QVERIFY(model.index(soto).data(SoldOutModel::WithdrawnRole).toBool());
        QVERIFY(!model.toggle(soto));
    }

    void namesFollowTheLanguage()
    {
        LanguageSwitch language;
        SoldOutModel model(OutletId(1), language);
        model.setState(stateOf(SampleMenu::make()));
        language.setLanguage(u"en"_s);
        QCOMPARE(model.index(model.rowOf(SampleMenu::nasi)).data().toString(), u"Steamed rice"_s);
    }
};

QTEST_GUILESS_MAIN(SoldOutModelTest)
#include "tst_soldoutmodel.moc"
