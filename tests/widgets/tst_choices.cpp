// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilemodel.h"

#include <widgets/categoryrail.h>
#include <widgets/chip.h>
#include <widgets/optiontile.h>
#include <widgets/segmentrow.h>
#include <widgets/toggleswitch.h>
#include <widgets/utilityrow.h>

#include <QAccessible>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

//! Everything with which one chooses one of several.
class TestChoices : public QObject
{
    Q_OBJECT

    Theme m_theme{Look::Light};
    std::unique_ptr<QWidget> m_window;

private slots:
    void init()
    {
        m_theme.setReducedMotion(true);
        m_theme.setTextScale(100);
        m_window = std::make_unique<QWidget>();
        m_theme.attach(m_window.get());
        m_window->resize(780, 780);
    }

    void chipsScrollByTheirArrowsAndKeepTheChosenOneInView()
    {
        TileModel model(12);
        ChipRow row(m_window.get());
        row.setModel(&model);
        row.resize(700, row.sizeHint().height());
        m_window->show();
        QCOMPARE(row.targetCount(), 14);
        QVERIFY(!row.target(0).enabled);
        QVERIFY(row.target(1).enabled);
        const qreal before = row.target(5).box.left();
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.target(1).box.center().toPoint());
        QVERIFY(row.target(5).box.left() < before);
        QVERIFY(row.target(0).enabled);
        QSignalSpy chosen(&row, &ChipRow::currentRowChanged);
        row.setCurrentRow(11);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(row.target(13).box.right() <= row.width());
        QVERIFY(row.target(13).checked);
        QVERIFY(!row.target(1).enabled);
    }

    void chipsThatFitShowNoArrows()
    {
        TileModel model(2);
        ChipRow row(m_window.get());
        row.setModel(&model);
        row.resize(700, row.sizeHint().height());
        QCOMPARE(row.targetCount(), 2);
        model.insert(0, 20);
        QCOMPARE(row.targetCount(), 24);
        model.setRows(1);
        QCOMPARE(row.targetCount(), 1);
        model.setRows(0);
        QCOMPARE(row.targetCount(), 0);
        row.grab();
    }

    void aDragScrollsChipsAndChoosesNothing()
    {
        TileModel model(12);
        ChipRow row(m_window.get());
        row.setModel(&model);
        row.resize(700, row.sizeHint().height());
        m_window->show();
        QSignalSpy chosen(&row, &ChipRow::currentRowChanged);
        const QPoint from(400, row.height() / 2);
        const qreal before = row.target(4).box.left();
        QTest::mousePress(&row, Qt::LeftButton, {}, from);
        for (int x = 20; x <= 200; x += 20) {
            QMouseEvent move(QEvent::MouseMove, from - QPoint(x, 0), row.mapToGlobal(from - QPoint(x, 0)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&row, &move);
        }
        QVERIFY(row.target(4).box.left() < before - 100);
        QTest::mouseRelease(&row, Qt::LeftButton, {}, from - QPoint(200, 0));
        QCOMPARE(chosen.size(), 0);
    }

    void aRailThatIsTooLowPagesOn()
    {
        TileModel model(9);
        CategoryRail rail;
        rail.setParent(m_window.get());
        rail.setModel(&model);
        rail.resize(rail.sizeHint().width(), 1300);
        QCOMPARE(rail.targetCount(), 9);
        rail.resize(rail.sizeHint().width(), 640);
        const int shown = rail.targetCount();
        QVERIFY(shown < 9);
        QCOMPARE(rail.target(0).name, u"Produk 0"_s);
        rail.press(shown - 1);
        QCOMPARE(rail.target(0).name, u"Produk %1"_s.arg(shown - 1));
        QSignalSpy chosen(&rail, &CategoryRail::currentRowChanged);
        rail.press(0);
        QCOMPARE(chosen.first().first().toInt(), shown - 1);
        rail.press(rail.targetCount() - 1);
        rail.press(rail.targetCount() - 1);
        rail.setCurrentRow(8);
        bool visible = false;
        for (int i = 0; i < rail.targetCount(); ++i)
            visible = visible || (rail.target(i).checked && rail.target(i).name == u"Produk 8"_s);
        QVERIFY(visible);
    }

    void everyCellOfARailIsReachableInEveryShape()
    {
        TileModel model(15);
        for (const auto orientation : {Qt::Vertical, Qt::Horizontal}) {
            for (const int scale : {100, 200}) {
                m_theme.setTextScale(scale);
                CategoryRail rail(orientation);
                rail.setParent(m_window.get());
                rail.setModel(&model);
                rail.resize(orientation == Qt::Vertical ? QSize(rail.sizeHint().width(), 900) : QSize(900, rail.sizeHint().height()));
                QSet<QString> seen;
                for (int turn = 0; turn < 20; ++turn) {
                    for (int i = 0; i < rail.targetCount(); ++i) {
                        seen.insert(rail.target(i).name);
                        QVERIFY(QRectF(rail.rect()).adjusted(-1, -1, 1, 1).contains(rail.target(i).box));
                        QVERIFY(rail.target(i).box.height() >= Metrics().px(15));
                    }
                    rail.press(rail.targetCount() - 1);
                }
                QCOMPARE(seen.size(), 16);
            }
        }
    }

    void aSegmentIsChosenByItsOwner()
    {
        SegmentRow row;
        row.setSegments({{u"Tidak"_s, u"chili"_s, 0}, {u"Sedikit"_s, u"chili"_s, 1}, {u"Pedas"_s, u"chili"_s, 3, false}});
        row.resize(600, row.sizeHint().height());
        QSignalSpy chosen(&row, &SegmentRow::chosen);
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.target(1).box.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(row.current(), -1);
        row.setCurrent(1);
        QVERIFY(row.target(1).checked);
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.target(2).box.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        row.setSegments({});
        QCOMPARE(row.current(), -1);
        row.grab();
    }

    void anOptionAsksAndSaysWhatItIs()
    {
        OptionTile tile(OptionTile::Mark::Check, u"Telur rebus"_s, u"+4.000"_s);
        tile.resize(400, tile.heightForWidth(400));
        QSignalSpy clicked(&tile, &OptionTile::clicked);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        QVERIFY(!tile.checked());
        tile.setChecked(true);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&tile);
        QCOMPARE(face->role(), QAccessible::CheckBox);
        QCOMPARE(face->text(QAccessible::Name), u"Telur rebus, +4.000"_s);
        QVERIFY(face->state().checked);
    }

    void anOptionsLongNameMakesItHigher()
    {
        OptionTile tile(OptionTile::Mark::Radio, u"Tanpa bawang goreng dan tanpa seledri, kuah dipisah"_s, u"+12.000"_s);
        QVERIFY(tile.heightForWidth(360) > tile.heightForWidth(900));
        QVERIFY(tile.heightForWidth(900) >= Metrics().at215(96));
    }

    void aSwitchTogglesAndTells()
    {
        ToggleSwitch toggle(u"Dijual"_s);
        toggle.resize(toggle.sizeHint());
        QSignalSpy toggled(&toggle, &ToggleSwitch::toggled);
        toggle.setChecked(true);
        QCOMPARE(toggled.size(), 0);
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QCOMPARE(toggled.size(), 1);
        QVERIFY(!toggle.checked());
    }

    void utilitiesKeepTheirOrderAndFillTheRow()
    {
        UtilityRow row(m_window.get());
        row.setItems({{u"close"_s, u"Batal"_s, true}, {u"globe"_s, u"English"_s}, {u"access"_s, u"Aksesibilitas"_s}, {u"help"_s, u"Bantuan"_s}});
        row.resize(1032, row.sizeHint().height());
        for (int i = 1; i < 4; ++i) {
            QVERIFY(row.target(i).box.left() - row.target(i - 1).box.right() >= Metrics().px(3) - 1);
            QVERIFY(row.target(i).box.width() >= Metrics().px(15));
        }
        QVERIFY(qAbs(row.target(3).box.right() - 1032) < 2);
        // Large type takes two rows of two, and no word is cut.
        m_theme.setTextScale(200);
        row.resize(1032, row.sizeHint().height());
        QVERIFY(row.target(2).box.top() > row.target(1).box.bottom());
        QSignalSpy chosen(&row, &UtilityRow::chosen);
        QTest::mouseClick(&row, Qt::LeftButton, {}, row.target(2).box.center().toPoint());
        QCOMPARE(chosen.first().first().toInt(), 2);
    }
};

QTEST_MAIN(TestChoices)
#include "tst_choices.moc"
