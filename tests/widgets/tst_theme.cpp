// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/card.h>
#include <widgets/ground.h>
#include <widgets/label.h>
#include <widgets/theme.h>
#include <widgets/touchbutton.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QColor at(QWidget &widget, int x, int y)
{
    return widget.grab().toImage().pixelColor(x, y);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void isFoundThroughTheParents()
    {
        Theme dark(Look::Kitchen);
        QWidget window;
        dark.attach(&window);
        auto *page = new QWidget(&window);
        auto *label = new Label(Type::Text, u"Halo"_s, page);
        QCOMPARE(&Theme::of(label), &dark);
        QCOMPARE(&Theme::of(&window), &dark);
        QWidget stranger;
        QVERIFY(&Theme::of(&stranger) != &dark);
        QCOMPARE(Theme::of(&stranger).palette().look, Look::Light);
    }

    void aPageBuiltBeforeItsWindowWearsTheWindowsTheme()
    {
        auto *page = new Ground;
        auto *column = new QVBoxLayout(page);
        auto *label = new Label(Type::Text, u"Halo"_s);
        column->addWidget(label);
        const int before = label->sizeHint().height();
        Theme half(Look::Kitchen, Metrics{Metrics::portrait215 / 2});
        QWidget window;
        half.attach(&window);
        page->setParent(&window);
        window.resize(200, 200);
        page->resize(200, 200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(qAbs(label->sizeHint().height() - before / 2) <= 2);
        QCOMPARE(at(*page, 5, 195), half.palette().ground);
    }

    void aChangeOfLookRepaintsEverything()
    {
        Theme theme(Look::Light);
        Ground window;
        theme.attach(&window);
        auto *card = new Card(&window);
        card->setGeometry(20, 20, 100, 100);
        window.resize(200, 200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(at(window, 70, 70), theme.palette().surface);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setLook(Look::Kitchen);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(at(window, 70, 70), Palette::forLook(Look::Kitchen).surface);
        QCOMPARE(at(window, 190, 190), Palette::forLook(Look::Kitchen).ground);
        theme.setLook(Look::Kitchen);
        QCOMPARE(changed.size(), 1);
    }

    void textScaleReachesEveryLabelAndIsBounded()
    {
        Theme theme(Look::Light);
        QWidget window;
        theme.attach(&window);
        Label label(Type::Text, u"Halo"_s, &window);
        const int before = label.sizeHint().height();
        theme.setTextScale(200);
        QVERIFY(label.sizeHint().height() > 1.9 * before);
        theme.setTextScale(900);
        QCOMPARE(theme.metrics().textScale, 200);
        theme.setTextScale(10);
        QCOMPARE(theme.metrics().textScale, 100);
    }

    void reducedMotionLeavesNoDuration()
    {
        Theme theme(Look::Light);
        QCOMPARE(theme.duration(240), 240);
        theme.setReducedMotion(true);
        QCOMPARE(theme.duration(240), 0);
    }

    void highContrastKnowsNoHues()
    {
        Theme theme(Look::HighContrast);
        QCOMPARE(theme.outlet(0x8A5A00).tint, QColor(Qt::black));
        QVERIFY(Theme(Look::Light).outlet(0x8A5A00).tint != QColor(Qt::black));
    }

    void aWindowOutlivingItsThemeFallsBackToThePlainOne()
    {
        QWidget window;
        {
            Theme theme(Look::Kitchen);
            window.setProperty("_saji_theme", QVariant::fromValue<QObject *>(&theme));
            QCOMPARE(Theme::of(&window).palette().look, Look::Kitchen);
            window.setProperty("_saji_theme", QVariant());
        }
        QCOMPARE(Theme::of(&window).palette().look, Look::Light);
    }

    void shadowsLieOnTheGroundOnlyWhereTheLookHasThem()
    {
        Theme theme(Look::Light);
        Ground window;
        theme.attach(&window);
        auto *card = new Card(&window);
        card->setGeometry(50, 50, 100, 100);
        window.resize(200, 220);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(at(window, 100, 155) != theme.palette().ground);
        QCOMPARE(at(window, 5, 5), theme.palette().ground);
        theme.setLook(Look::HighContrast);
        QCOMPARE(at(window, 100, 155), theme.palette().ground);
    }

    void aShadowFollowsItsCard()
    {
        Theme theme(Look::Light);
        Ground window;
        theme.attach(&window);
        auto *card = new Card(&window);
        card->setGeometry(20, 20, 60, 60);
        window.resize(300, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(at(window, 50, 84) != theme.palette().ground);
        card->move(200, 200);
        QCOMPARE(at(window, 50, 84), theme.palette().ground);
        QVERIFY(at(window, 230, 264) != theme.palette().ground);
        card->hide();
        QCOMPARE(at(window, 230, 264), theme.palette().ground);
    }

    void makingOneCostsNoPicture()
    {
        // Fonts are read by the first of them; it is the themes after it that must be nearly free.
        Theme first(Look::Light);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            Theme theme(Look::Light);
        QVERIFY(timer.elapsed() < 20 * 10);
        QCOMPARE(first.art().bytes(), 0);
        QVERIFY(first.art().idle());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
