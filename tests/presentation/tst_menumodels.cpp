// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menumodels.h>
#include <screenkit/samplemenu.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, 0).data().toString();
    return titles;
}

} // namespace

class tst_MenuModels : public QObject
{
    Q_OBJECT

private slots:
    void theIndexFindsWhatAnOutletAndACategoryShare()
    {
        const auto menu = SampleMenu::make();
        const MenuIndex index(menu);
        const auto ids = [&](OutletId outlet, CategoryId category) {
            QList<qint64> found;
            for (const qint32 row : index.products(outlet, category))
                found << menu->products().at(row).id.value();
            return found;
        };
        QCOMPARE(ids({}, CategoryId(2)), QList<qint64>{101});
        QCOMPARE(ids(OutletId(1), CategoryId(1)), QList<qint64>{102});
        QCOMPARE(ids(OutletId(2), CategoryId(3)), QList<qint64>{});
        QCOMPARE(ids({}, MenuIndex::bestSellers), QList<qint64>({201, 301}));
        QCOMPARE(index.categories({}), QList<CategoryId>({MenuIndex::bestSellers, CategoryId(1), CategoryId(2), CategoryId(3)}));
        QCOMPARE(index.categories(OutletId(1)), QList<CategoryId>({CategoryId(1), CategoryId(2)}));
    }

    void bestSellersTakeTurnsByOutlet()
    {
        Menu::Parts parts = SampleMenu::parts();
        for (Product &product : parts.products)
            product.bestSeller = true;
        Product another = parts.products.at(0);
        another.id = ProductId(103);
        parts.products << another;
        const auto menu = std::make_shared<const Menu>(parts);
        const MenuIndex index(menu);
        QList<qint64> outlets;
        for (const qint32 row : index.products({}, MenuIndex::bestSellers))
            outlets << menu->products().at(row).outlet.value();
        QCOMPARE(outlets, QList<qint64>({1, 2, 3, 1, 1}));
    }

    void outletsStartWithAllOfThem()
    {
        MenuOutletModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setMenu(SampleMenu::make());
        QCOMPARE(titles(model), QStringList({u"All outlets"_s, u"Soto Bu Tini"_s, u"Sate Pak Kumis"_s, u"Es Kampung"_s}));
        QVERIFY(model.outletAt(0).isNull());
        QCOMPARE(model.outletAt(2), OutletId(2));
        QCOMPARE(model.rowOf(OutletId(3)), 3);
        QCOMPARE(model.rowOf(OutletId(9)), -1);
        QCOMPARE(model.index(1).data(MenuRole::Hue).toUInt(), 0x8A5A00u);
        QCOMPARE(model.index(1).data(MenuRole::Monogram).toString(), u"BT"_s);
    }

    void categoriesSpeakTheGuestsLanguage()
    {
        MenuCategoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLanguage(u"id"_s);
        model.show(std::make_shared<const MenuIndex>(SampleMenu::make()), {});
        QCOMPARE(titles(model), QStringList({u"Favourites"_s, u"Nasi"_s, u"Soto"_s, u"Es"_s}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setLanguage(u"en"_s);
        QCOMPARE(titles(model), QStringList({u"Favourites"_s, u"Rice"_s, u"Soups"_s, u"Drinks"_s}));
        QCOMPARE(changed.count(), 1);
    }

    void theFavouritesWearThePictureOfTheFirstDish()
    {
        MenuCategoryModel model;
        model.show(std::make_shared<const MenuIndex>(SampleMenu::make()), {});
        QCOMPARE(model.index(0).data(MenuRole::Art).toString(), u"sate"_s);
        QCOMPARE(model.index(1).data(MenuRole::Art).toString(), u"nasi"_s);
    }

    void aTileKnowsAllItShows()
    {
        MenuProductModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLanguage(u"id"_s);
        model.show(std::make_shared<const MenuIndex>(SampleMenu::make()), {}, MenuIndex::bestSellers);
        const QModelIndex sate = model.index(0);
        QCOMPARE(sate.data(MenuRole::Title).toString(), u"Sate ayam Madura"_s);
        QCOMPARE(sate.data(MenuRole::Price).toString(), u"Rp\u00a038.000"_s);
        QCOMPARE(sate.data(MenuRole::Subtitle).toString(), u"Sate Pak Kumis"_s);
        QCOMPARE(sate.data(MenuRole::BadgeKind).toInt(), int(MenuBadge::BestSeller));
        QCOMPARE(sate.data(MenuRole::SoldOut).toBool(), false);
        QCOMPARE(sate.data(MenuRole::Count).toInt(), 0);
        model.setLanguage(u"en"_s);
        QCOMPARE(sate.data(MenuRole::Price).toString(), u"Rp\u00a038,000"_s);
    }

    void amongFavouritesOnlyTheFirstAreCalledSo()
    {
        Menu::Parts parts = SampleMenu::parts();
        for (Product &product : parts.products) {
            product.bestSeller = true;
            product.vegetarian = true;
        }
        MenuProductModel model;
        const auto index = std::make_shared<const MenuIndex>(std::make_shared<const Menu>(parts));
        model.show(index, {}, MenuIndex::bestSellers);
        QCOMPARE(model.index(0).data(MenuRole::BadgeKind).toInt(), int(MenuBadge::BestSeller));
        QCOMPARE(model.index(2).data(MenuRole::BadgeKind).toInt(), int(MenuBadge::Vegetarian));
        model.show(index, {}, CategoryId(1));
        QCOMPARE(model.index(1).data(MenuRole::BadgeKind).toInt(), int(MenuBadge::BestSeller));
    }

    void onlyTheRowsThatChangedAreRepainted()
    {
        MenuProductModel model;
        model.show(std::make_shared<const MenuIndex>(SampleMenu::make()), {}, CategoryId(1)); // nasi, sate
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCounts({{SampleMenu::sate, 2}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), model.rowOf(SampleMenu::sate));
        QCOMPARE(model.index(model.rowOf(SampleMenu::sate)).data(MenuRole::Count).toInt(), 2);
        model.setCounts({{SampleMenu::sate, 2}});
        QCOMPARE(changed.count(), 1);
        model.setSoldOut({SampleMenu::nasi});
        QCOMPARE(changed.count(), 2);
        QVERIFY(model.index(model.rowOf(SampleMenu::nasi)).data(MenuRole::SoldOut).toBool());
    }

    void whatTheCatalogWithholdsIsSoldOutToo()
    {
        Menu::Parts parts = SampleMenu::parts();
        parts.products[2].available = false;
        MenuProductModel model;
        model.show(std::make_shared<const MenuIndex>(std::make_shared<const Menu>(parts)), {}, CategoryId(1));
        QVERIFY(model.index(model.rowOf(SampleMenu::sate)).data(MenuRole::SoldOut).toBool());
    }

    void aDishWithoutAPictureBorrowsItsCategorys()
    {
        Menu::Parts parts = SampleMenu::parts();
        parts.products[0].art.clear();
        MenuProductModel model;
        model.show(std::make_shared<const MenuIndex>(std::make_shared<const Menu>(parts)), {}, CategoryId(2));
        QCOMPARE(model.index(0).data(MenuRole::Art).toString(), u"soto"_s);
    }

    void tenThousandDishesAreLeafedThroughInAMoment()
    {
        const auto index = std::make_shared<const MenuIndex>(SampleMenu::ofSize(10'000));
        MenuProductModel model;
        QElapsedTimer timer;
        timer.start();
        int rows = 0;
        for (int turn = 0; turn < 100; ++turn) {
            model.show(index, OutletId(turn % 4), CategoryId(1 + turn % 3));
            rows += model.rowCount();
        }
        QVERIFY(rows > 100'000);
        // A switch looks up a list that is there; a thousandth of this would be usual, and a copy of the products would never pass.
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(tst_MenuModels)
#include "tst_menumodels.moc"
