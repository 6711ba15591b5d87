// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metrics.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScreen>
#include <QTest>

using namespace saji;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void everySizeFollowsFromMillimetres()
    {
        const Metrics kiosk;
        QCOMPARE(kiosk.px(19), 77);
        QCOMPARE(kiosk.at215(76), 76);
        QCOMPARE(Metrics{Metrics::landscape24}.at24(363), 363);
        QCOMPARE(Metrics{Metrics::landscape24}.at215(76), 68);
        QCOMPARE(Metrics{2 * Metrics::portrait215}.at215(76), 152);
    }

    void typeHasTheCapitalsItsDistanceNeeds_data()
    {
        QTest::addColumn<Type>("type");
        QTest::addColumn<qreal>("density");
        QTest::addColumn<int>("pixels");
        QTest::newRow("number 21.5") << Type::Number << Metrics::portrait215 << 297;
        QTest::newRow("number 27") << Type::Number << Metrics::portrait27 << 236;
        QTest::newRow("display 21.5") << Type::Display << Metrics::portrait215 << 84;
        QTest::newRow("title 24") << Type::Title << Metrics::landscape24 << 54;
        QTest::newRow("section 21.5") << Type::Section << Metrics::portrait215 << 41;
        QTest::newRow("product 27") << Type::Product << Metrics::portrait27 << 24;
        QTest::newRow("text 24") << Type::Text << Metrics::landscape24 << 24;
        QTest::newRow("caption 21.5") << Type::Caption << Metrics::portrait215 << 24;
        QTest::newRow("small 27") << Type::Small << Metrics::portrait27 << 17;
        QTest::newRow("kitchen number") << Type::KitchenNumber << Metrics::landscape24 << 91;
        QTest::newRow("kitchen age") << Type::KitchenAge << Metrics::landscape24 << 36;
        QTest::newRow("all-day") << Type::AllDayCount << Metrics::landscape24 << 64;
        QTest::newRow("admin sentence") << Type::AdminSentence << Metrics::landscape24 << 44;
        QTest::newRow("admin figure") << Type::AdminFigure << Metrics::landscape24 << 56;
        QTest::newRow("admin small") << Type::AdminSmall << Metrics::landscape24 << 17;
    }

    void typeHasTheCapitalsItsDistanceNeeds()
    {
        QFETCH(Type, type);
        QFETCH(qreal, density);
        QFETCH(int, pixels);
        QCOMPARE(Metrics{density}.fontPx(type), pixels);
    }

    void theSmallestTypeAtTwiceItsSizeMeetsTheRuleOfCapitals()
    {
        Metrics metrics;
        metrics.textScale = 200;
        QVERIFY(metrics.capMm(Type::Small) >= 7.3);
    }

    void textScaleMovesTypeAndRowsButNotChrome()
    {
        Metrics metrics;
        metrics.textScale = 200;
        QCOMPARE(metrics.px(19), Metrics().px(19));
        QCOMPARE(metrics.target(), Metrics().target());
        QCOMPARE(metrics.row(10), Metrics().px(20));
        QCOMPARE(metrics.fontPx(Type::Text), qRound(2 * 4.7 * metrics.pxPerMm / 0.72));
        QVERIFY(metrics.fontPx(Type::Title) > Metrics().fontPx(Type::Title));
        QVERIFY(metrics.fontPx(Type::Title) < 2 * Metrics().fontPx(Type::Title));
    }

    void aLargerRoleIsNeverSmallerThanASmallerOne()
    {
        for (const int scale : {100, 125, 150, 200}) {
            Metrics metrics;
            metrics.textScale = scale;
            for (int type = int(Type::Attract); type <= int(Type::Small); ++type)
                QVERIFY(metrics.fontPx(Type(type)) <= metrics.fontPx(Type(type - 1)));
        }
    }

    void aWindowSmallerThanItsPanelShrinksAlike()
    {
        QCOMPARE(Metrics::fitted(QSize(1080, 1920)).pxPerMm, Metrics::portrait215);
        QCOMPARE(Metrics::fitted(QSize(1920, 1080)).pxPerMm, Metrics::landscape24);
        QCOMPARE(Metrics::fitted(QSize(540, 960)).pxPerMm, Metrics::portrait215 / 2);
        QVERIFY(Metrics::fitted(QSize(1366, 768)).pxPerMm < Metrics::landscape24);
    }

    void anInstallersMeasureWinsOverThePanels()
    {
        const QScreen &screen = *QGuiApplication::primaryScreen();
        QCOMPARE(Metrics::forScreen(screen, 3.3).pxPerMm, 3.3);
        const qreal guessed = Metrics::forScreen(screen).pxPerMm;
        QVERIFY(guessed > 1 && guessed < 17);
        QCOMPARE(Metrics::forScreen(screen, 400.0).pxPerMm, guessed);
    }

    void letterSpacingTightensLargeTypeOnly()
    {
        const Metrics metrics;
        QCOMPARE(metrics.font(Type::Text).letterSpacing(), 0.0);
        QVERIFY(metrics.font(Type::Section).letterSpacing() < 0);
        QVERIFY(metrics.font(Type::Display).letterSpacing() / metrics.fontPx(Type::Display) < metrics.font(Type::Section).letterSpacing() / metrics.fontPx(Type::Section));
        // A shrunk window spaces like the full one.
        QVERIFY(Metrics::fitted(QSize(540, 960)).font(Type::Section).letterSpacing() < 0);
    }

    void theCapitalsComeOutAsTallAsAsked()
    {
        const Metrics metrics;
        const qreal cap = QFontMetricsF(metrics.font(Type::Display)).capHeight();
        QVERIFY(qAbs(cap - 15 * metrics.pxPerMm) < 2);
    }
};

QTEST_MAIN(TestMetrics)
#include "tst_metrics.moc"
