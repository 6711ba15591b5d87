// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menupresenter.h>
#include <screenkit/samplemenu.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class tst_MenuPresenter : public QObject
{
    Q_OBJECT

    LanguageSwitch m_language;

    MenuState stateOf(std::shared_ptr<const Menu> menu) { return {std::move(menu), {}, std::nullopt, false}; }

private slots:
    void init() { m_language.reset(); }

    void beforeTheFirstCatalogEverythingIsEmpty()
    {
        MenuPresenter menu(m_language);
        QCOMPARE(menu.outlets().rowCount(), 0);
        QCOMPARE(menu.products().rowCount(), 0);
        QCOMPARE(menu.subtitle(), QString());
    }

    void opensWithWhatSellsBest()
    {
        MenuPresenter menu(m_language);
        QSignalSpy placed(&menu, &MenuPresenter::placeChanged);
        menu.setState(stateOf(SampleMenu::make()));
        QCOMPARE(placed.count(), 1);
        QCOMPARE(menu.products().rowCount(), 2);
        QCOMPARE(menu.outletRow(), 0);
        QCOMPARE(menu.categoryRow(), 0);
        QCOMPARE(menu.storeName(), u"Pasar Saji"_s);
        QVERIFY(menu.storeLine().startsWith(u"Lantai 2 · "_s));
    }

    void anOutletKeepsTheCategoryIfItHasIt()
    {
        MenuPresenter menu(m_language);
        menu.setState(stateOf(SampleMenu::make()));
        menu.chooseCategory(1); // Nasi
        menu.chooseOutlet(2); // Sate Pak Kumis has a dish there
        QCOMPARE(menu.title(), u"Nasi"_s);
        QCOMPARE(menu.products().rowCount(), 1);
        menu.chooseOutlet(3); // Es Kampung does not
        QCOMPARE(menu.categoryRow(), 0);
        QCOMPARE(menu.products().productAt(0)->id, SampleMenu::esTeh);
    }

    void aNewCatalogKeepsTheGuestsPlace()
    {
        MenuPresenter menu(m_language);
        menu.setState(stateOf(SampleMenu::make()));
        menu.chooseOutlet(1);
        menu.chooseCategory(1); // Soto
        QCOMPARE(menu.title(), u"Soto"_s);
        menu.setState(stateOf(SampleMenu::make(2)));
        QCOMPARE(menu.title(), u"Soto"_s);
        QCOMPARE(menu.outletRow(), 1);
        menu.setState(stateOf(SampleMenu::without(SampleMenu::soto)));
        QCOMPARE(menu.title(), u"Nasi"_s); // the category has gone with its only dish
    }

    void aWithdrawnOutletIsLeft()
    {
        MenuPresenter menu(m_language);
        menu.setState(stateOf(SampleMenu::make()));
        menu.chooseOutlet(3);
        Menu::Parts parts = SampleMenu::parts();
        parts.outlets.removeLast();
        menu.setState(stateOf(std::make_shared<const Menu>(parts)));
        QCOMPARE(menu.outletRow(), 0);
        QCOMPARE(menu.products().rowCount(), 1);
    }

    void sellingOutDoesNotMoveTheGuest()
    {
        MenuPresenter menu(m_language);
        auto state = stateOf(SampleMenu::make());
        menu.setState(state);
        QSignalSpy placed(&menu, &MenuPresenter::placeChanged);
        QSignalSpy reset(&menu.products(), &QAbstractItemModel::modelReset);
        state.soldOut.insert(SampleMenu::sate);
        menu.setState(state);
        QCOMPARE(placed.count(), 0);
        QCOMPARE(reset.count(), 0);
        QVERIFY(menu.products().index(0).data(MenuRole::SoldOut).toBool());
    }

    void speaksTheOtherLanguageAtOnce()
    {
        MenuPresenter menu(m_language);
        menu.setState(stateOf(SampleMenu::make()));
        menu.chooseCategory(2);
        QCOMPARE(menu.title(), u"Soto"_s);
        m_language.setLanguage(u"en"_s);
        QCOMPARE(menu.title(), u"Soups"_s);
        QCOMPARE(menu.products().index(0).data().toString(), u"Lamongan chicken soup"_s);
    }

    void theNextGuestStartsAtTheFront()
    {
        MenuPresenter menu(m_language);
        menu.setState(stateOf(SampleMenu::make()));
        menu.chooseOutlet(1);
        menu.chooseCategory(1);
        menu.restart();
        QCOMPARE(menu.outletRow(), 0);
        QCOMPARE(menu.categoryRow(), 0);
        QCOMPARE(menu.products().rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_MenuPresenter)
#include "tst_menupresenter.moc"
