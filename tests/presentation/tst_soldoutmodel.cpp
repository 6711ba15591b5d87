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
