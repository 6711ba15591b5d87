// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilemodel.h"

#include <widgets/ground.h>
#include <widgets/pager.h>
#include <widgets/productgrid.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <memory>
#include <numeric>

using namespace saji;
using namespace Qt::StringLiterals;

class TestProductGrid : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Ground> m_window;
    std::unique_ptr<TileModel> m_model;
    ProductGrid *m_grid = nullptr;
    QPointingDevice *m_finger = QTest::createTouchDevice();

    void fill(int rows)
    {
        m_model = std::make_unique<TileModel>(rows);
        m_grid->setModel(m_model.get());
    }

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Look::Light);
        m_theme->setReducedMotion(true);
        m_window = std::make_unique<Ground>();
        m_theme->attach(m_window.get());
        auto *column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        m_grid = new ProductGrid;
        column->addWidget(m_grid);
        // The menu of the 21.5" kiosk: 1080 less the rail, and the height between chips and bar.
        m_window->resize(876, 1318);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        fill(23);
    }

    void cleanup() { m_window.reset(); }

    void columnsFollowFromWidthAndTextScale()
    {
        QCOMPARE(m_grid->columns(), 2);
        QCOMPARE(m_grid->rows(), 3);
        m_window->resize(1080, 640);
        m_grid->setMinimumTileHeight(68);
        QCoreApplication::processEvents();
        QCOMPARE(m_grid->columns(), 3);
        QCOMPARE(m_grid->rows(), 2);
        m_window->resize(876, 1318);
        m_grid->setMinimumTileHeight(88);
        m_theme->setTextScale(125);
        QCOMPARE(m_grid->columns(), 2);
        m_theme->setTextScale(150);
        QCOMPARE(m_grid->columns(), 1);
        QVERIFY(m_grid->rows() >= 2);
    }

    void pagesCoverEveryRowOnce()
    {
        QCOMPARE(m_grid->perPage(), 6);
        QCOMPARE(m_grid->pageCount(), 4);
        QList<int> shown;
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        for (int page = 0; page < m_grid->pageCount(); ++page) {
            m_grid->setPage(page);
            for (int place = 0; place < m_grid->targetCount(); ++place)
                m_grid->press(place);
        }
        for (const auto &call : activated)
            shown.append(call.first().toModelIndex().row());
        QList<int> all(23);
        std::iota(all.begin(), all.end(), 0);
        QCOMPARE(shown, all);
    }

    void aTapOpensTheProductUnderIt()
    {
        m_grid->setPage(1);
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        QTest::mouseClick(m_grid, Qt::LeftButton, {}, m_grid->tileRect(9).center());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toModelIndex().row(), 9);
        QTest::touchEvent(m_grid, m_finger).press(0, m_grid->tileRect(6).center(), m_grid);
        QTest::touchEvent(m_grid, m_finger).release(0, m_grid->tileRect(6).center(), m_grid);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.last().first().toModelIndex().row(), 6);
    }

    void aTapBetweenTilesOpensNothing()
    {
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        const QRect left = m_grid->tileRect(0);
        const QRect right = m_grid->tileRect(1);
        QTest::mouseClick(m_grid, Qt::LeftButton, {}, QPoint((left.right() + right.left()) / 2, left.center().y()));
        QCOMPARE(activated.size(), 0);
    }

    void aSwipeTurnsThePageAndPressesNothing()
    {
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        const QPoint from(300, 560); // within the small screen of the offscreen platform
        QTest::touchEvent(m_grid, m_finger).press(0, from, m_grid);
        for (int y = 40; y <= 320; y += 40)
            QTest::touchEvent(m_grid, m_finger).move(0, from - QPoint(0, y), m_grid);
        QTest::touchEvent(m_grid, m_finger).release(0, from - QPoint(0, 320), m_grid);
        QCOMPARE(m_grid->page(), 1);
        QCOMPARE(activated.size(), 0);
        QTest::touchEvent(m_grid, m_finger).press(0, from, m_grid);
        QTest::touchEvent(m_grid, m_finger).move(0, from + QPoint(0, 200), m_grid);
        QTest::touchEvent(m_grid, m_finger).release(0, from + QPoint(0, 200), m_grid);
        QCOMPARE(m_grid->page(), 0);
    }

    void keysWalkThroughTilesAndPages()
    {
        m_grid->setFocus();
        m_grid->setCurrentTarget(0);
        QTest::keyClick(m_grid, Qt::Key_Right);
        QCOMPARE(m_grid->currentTarget(), 1);
        QTest::keyClick(m_grid, Qt::Key_Down);
        QCOMPARE(m_grid->currentTarget(), 3);
        QTest::keyClick(m_grid, Qt::Key_Down);
        QTest::keyClick(m_grid, Qt::Key_Down);
        QCOMPARE(m_grid->page(), 1);
        QCOMPARE(m_grid->currentTarget(), 0);
        QTest::keyClick(m_grid, Qt::Key_PageDown);
        QCOMPARE(m_grid->page(), 2);
        QTest::keyClick(m_grid, Qt::Key_PageUp);
        QCOMPARE(m_grid->page(), 1);
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        m_grid->setCurrentTarget(2);
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(activated.first().first().toModelIndex().row(), 8);
    }

    void thePagerSaysWhereOneIsAndTurns()
    {
        Pager pager;
        pager.setGrid(m_grid);
        QCOMPARE(pager.page(), 0);
        QCOMPARE(pager.pageCount(), 4);
        QVERIFY(!pager.target(0).enabled);
        QVERIFY(pager.target(1).enabled);
        pager.press(1);
        QCOMPARE(m_grid->page(), 1);
        m_grid->setPage(3);
        QVERIFY(!pager.target(1).enabled);
        pager.press(0);
        QCOMPARE(m_grid->page(), 2);
        m_model->setRows(3);
        QCOMPARE(pager.pageCount(), 1);
        QVERIFY(!pager.target(0).enabled && !pager.target(1).enabled);
    }

    void aModelThatShrinksLeavesNoEmptyPage()
    {
        m_grid->setPage(3);
        m_model->remove(6, 17);
        QCOMPARE(m_grid->pageCount(), 1);
        QCOMPARE(m_grid->page(), 0);
        m_model->insert(0, 12);
        QCOMPARE(m_grid->pageCount(), 3);
        m_model->setRows(0);
        QCOMPARE(m_grid->targetCount(), 0);
        QCOMPARE(m_grid->pageCount(), 1);
        m_grid->grab();
    }

    void tenThousandRowsCostWhatSixCost()
    {
        fill(10000);
        m_model->m_asked.clear();
        m_grid->grab();
        QVERIFY(m_model->m_asked.size() <= 2 * m_grid->perPage());
        m_model->m_asked.clear();
        m_grid->setPage(m_grid->pageCount() / 2);
        m_grid->grab();
        QVERIFY(m_model->m_asked.size() <= 2 * m_grid->perPage());
        const auto rows = m_model->m_asked.keys();
        QVERIFY(*std::min_element(rows.begin(), rows.end()) >= 4900);
        QCOMPARE(m_grid->pageCount(), 1667);
    }

    void aTileIsPaintedOnceUntilItChanges()
    {
        fill(10000);
        m_grid->grab();
        m_model->m_asked.clear();
        m_grid->grab();
        // Only the count is asked for again.
        for (const int times : std::as_const(m_model->m_asked))
            QCOMPARE(times, 1);
    }

    void aChangedTileIsPaintedAnew()
    {
        const QImage before = m_grid->grab(m_grid->tileRect(2)).toImage();
        m_model->setSoldOut(2);
        const QImage soldOut = m_grid->grab(m_grid->tileRect(2)).toImage();
        QVERIFY(before != soldOut);
        m_model->setCount(3, 2);
        const QImage counted = m_grid->grab(m_grid->tileRect(3)).toImage();
        m_model->setCount(3, 3);
        QVERIFY(counted != m_grid->grab(m_grid->tileRect(3)).toImage());
        QCOMPARE(m_grid->grab(m_grid->tileRect(2)).toImage(), soldOut);
    }

    void revealFindsThePageOfARow()
    {
        m_grid->reveal(20);
        QCOMPARE(m_grid->page(), 3);
        QVERIFY(m_grid->tileRect(20).isValid());
        QVERIFY(m_grid->tileRect(2).isNull());
    }

    void theWheelTurnsPages()
    {
        QWheelEvent event(QPointF(100, 100), m_grid->mapToGlobal(QPointF(100, 100)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_grid, &event);
        QCOMPARE(m_grid->page(), 1);
    }

    void aModelWithItsOwnRolesIsReadByThem()
    {
        TileRoles roles;
        roles.title = saji::PriceRole;
        m_grid->setRoles(roles);
        QVERIFY(m_grid->targetName(0).startsWith(u"Rp 1.000"_s));
    }

    void everyTileIsAnAccessibleButton()
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_grid);
        QCOMPARE(face->childCount(), 6);
        QCOMPARE(face->child(1)->text(QAccessible::Name), u"Produk 1, Rp 2.000"_s);
        QCOMPARE(face->child(1)->role(), QAccessible::Button);
        QSignalSpy activated(m_grid, &ProductGrid::activated);
        face->child(4)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.first().first().toModelIndex().row(), 4);
    }

    void theModelOfTheseTestsKeepsTheRulesOfModels()
    {
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->insert(3, 4);
        m_model->remove(0, 2);
        m_model->setCount(1, 1);
    }
};

QTEST_MAIN(TestProductGrid)
#include "tst_productgrid.moc"
