// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/productpresenter.h>
#include <screenkit/samplemenu.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class tst_ProductPresenter : public QObject
{
    Q_OBJECT

    LanguageSwitch m_language;
    std::unique_ptr<ProductPresenter> m_product;

    static MenuState stateOf(std::shared_ptr<const Menu> menu) { return {std::move(menu), {}, std::nullopt, false}; }
    QList<bool> chosen(int group) const
    {
        QList<bool> chosen;
        for (const OptionView &option : m_product->groups().at(group).options)
            chosen << option.chosen;
        return chosen;
    }

private slots:
    void init()
    {
        m_language.reset();
        m_product = std::make_unique<ProductPresenter>(m_language);
        m_product->setMenuState(stateOf(SampleMenu::make()));
    }

    void showsTheDishAndItsGroups()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        QCOMPARE(m_product->title(), u"Soto ayam Lamongan"_s);
        QCOMPARE(m_product->outletName(), u"Soto Bu Tini"_s);
        QCOMPARE(m_product->price(), u"Rp\u00a028.000"_s);
        QCOMPARE(m_product->containsAllergens(), u"Contains egg, celery"_s);
        QCOMPARE(m_product->groups().size(), 2);
        QVERIFY(m_product->groups().at(0).spice);
        QVERIFY(m_product->groups().at(0).single);
        QVERIFY(!m_product->groups().at(1).single);
        QCOMPARE(m_product->groups().at(0).rule, u"Choose one"_s);
        QCOMPARE(m_product->groups().at(1).rule, u"Up to 2"_s);
        QCOMPARE(m_product->groups().at(1).options.at(0).price, u"+4.000"_s);
    }

    void saysWhatIsMissingUntilItIsChosen()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        QCOMPARE(m_product->missing(), std::optional(SampleMenu::spice));
        QCOMPARE(m_product->missingWords(), u"Choose: Tingkat pedas"_s);
        m_product->toggle(SampleMenu::mild);
        QCOMPARE(m_product->missing(), std::nullopt);
        QCOMPARE(m_product->missingWords(), QString());
    }

    void oneOfManyReplaces()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        m_product->toggle(SampleMenu::mild);
        m_product->toggle(SampleMenu::hot);
        QCOMPARE(chosen(0), QList<bool>({false, true}));
    }

    void aFullGroupStaysAsItIs()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        m_product->toggle(SampleMenu::egg);
        m_product->toggle(SampleMenu::koya);
        m_product->toggle(SampleMenu::offal);
        QCOMPARE(chosen(1), QList<bool>({true, true, false}));
    }

    void theTotalFollowsEveryChoice()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        QSignalSpy changed(m_product.get(), &ProductPresenter::changed);
        m_product->toggle(SampleMenu::mild);
        m_product->toggle(SampleMenu::egg);
        m_product->setQuantity(2);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(m_product->total(), u"Rp\u00a064.000"_s);
        m_product->setQuantity(0);
        QCOMPARE(m_product->item().quantity, 1);
        m_product->setQuantity(1000);
        QCOMPARE(m_product->item().quantity, Cart::maxQuantity);
    }

    void aNoteIsShortAndClean()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        m_product->setNote(u"  tanpa\n koya "_s + QString(200, u'x'));
        QVERIFY(m_product->item().note.startsWith(u"tanpa koya x"_s));
        QCOMPARE(m_product->item().note.size(), ProductPresenter::longestNote);
        m_product->setNote({});
        m_product->toggleAllergy(Allergen::Peanuts);
        QCOMPARE(m_product->noteSummary(), u"Allergy: peanuts"_s);
        m_product->toggleAllergy(Allergen::Peanuts);
        QCOMPARE(m_product->noteSummary(), QString());
    }

    void aDishThatSellsOutMeanwhileSaysSo()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        QVERIFY(m_product->isSold());
        auto state = stateOf(SampleMenu::make());
        state.soldOut.insert(SampleMenu::soto);
        m_product->setMenuState(state);
        QVERIFY(!m_product->isSold());
        QCOMPARE(m_product->title(), u"Soto ayam Lamongan"_s);
    }

    void aDishThatIsWithdrawnMeanwhileDoesNotCrash()
    {
        QVERIFY(m_product->open(SampleMenu::soto));
        m_product->setMenuState(stateOf(SampleMenu::without(SampleMenu::soto)));
        QVERIFY(!m_product->isSold());
        QCOMPARE(m_product->product(), nullptr);
        m_product->toggle(SampleMenu::mild);
        QCOMPARE(m_product->total(), QString());
        QVERIFY(m_product->groups().isEmpty());
    }

    void refusesADishThatIsNotThere()
    {
        const auto opened = m_product->open(ProductId(999));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
        QVERIFY(!m_product->isOpen());
    }

    void changesALineOfTheBasket()
    {
        CartItem item;
        item.product = SampleMenu::soto;
        item.quantity = 3;
        item.modifiers = {SampleMenu::hot, SampleMenu::koya};
        QVERIFY(m_product->change(4, item));
        QVERIFY(m_product->isChange());
        QCOMPARE(m_product->row(), 4);
        QCOMPARE(chosen(0), QList<bool>({false, true}));
        QCOMPARE(m_product->total(), u"Rp\u00a090.000"_s);
        QVERIFY(m_product->open(SampleMenu::nasi));
        QVERIFY(!m_product->isChange());
    }
};

QTEST_GUILESS_MAIN(tst_ProductPresenter)
#include "tst_productpresenter.moc"
