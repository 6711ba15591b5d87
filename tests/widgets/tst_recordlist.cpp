// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/recordlist.h>
#include <widgets/steps.h>

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

//! Rows for a finger: any number of them, a page at a time.
class TestRecordList : public QObject
{
    Q_OBJECT

    enum Role { Title = Qt::UserRole, Detail, State, LampNumber, Age, Steps };

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    RecordList *m_list = nullptr;
    QStandardItemModel m_model;

    void fill(int rows)
    {
        m_model.clear();
        for (int i = 0; i < rows; ++i) {
            auto *item = new QStandardItem;
            item->setData(u"A-%1"_s.arg(i + 1, 3, 10, QChar(u'0')), Title);
            item->setData(u"Kios A"_s, Detail);
            item->setData(u"Di hub"_s, State);
            item->setData(2, LampNumber);
            item->setData(u"49 m"_s, Age);
            item->setData(0b00111, Steps);
            m_model.appendRow(item);
        }
    }

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Look::Light);
        m_theme->setReducedMotion(true);
        m_window = std::make_unique<QWidget>();
        m_theme->attach(m_window.get());
        m_window->resize(1080, 700);
        m_list = new RecordList(m_window.get());
        m_list->setRoles({.title = Title, .detail = Detail, .state = State, .lamp = LampNumber, .age = Age, .steps = Steps});
        m_list->setSigns({u"kiosk"_s, u"2"_s, u"hub"_s, u"server"_s, u"screen"_s});
        m_list->resize(1080, 700);
        fill(0);
        m_list->setModel(&m_model);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void showsNothingThenOneThenManyPages()
    {
        QCOMPARE(m_list->targetCount(), 0);
        QCOMPARE(m_list->pageCount(), 1);
        fill(1);
        m_list->setModel(&m_model);
        QCOMPARE(m_list->targetCount(), 1);
        fill(200);
        m_list->setModel(&m_model);
        QVERIFY(m_list->perPage() >= 4);
        QCOMPARE(m_list->targetCount(), m_list->perPage());
        QCOMPARE(m_list->pageCount(), (200 + m_list->perPage() - 1) / m_list->perPage());
        m_list->setPage(9999);
        QCOMPARE(m_list->page(), m_list->pageCount() - 1);
    }

    void everyRowSaysWhatItIs()
    {
        fill(3);
        m_list->setModel(&m_model);
        QCOMPARE(m_list->targetName(1), u"A-002, Di hub, 49 m, Kios A"_s);
        for (int i = 0; i < m_list->targetCount(); ++i)
            QVERIFY(m_list->target(i).box.height() >= Metrics().px(15));
    }

    void aRowOpensByMouseAndByKeysOnWhateverPage()
    {
        fill(50);
        m_list->setModel(&m_model);
        QSignalSpy activated(m_list, &RecordList::activated);
        QTest::mouseClick(m_list, Qt::LeftButton, {}, m_list->target(2).box.center().toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.last().at(0).toModelIndex().row(), 2);
        m_list->setFocus();
        QTest::keyClick(m_list, Qt::Key_PageDown);
        QCOMPARE(m_list->page(), 1);
        QTest::keyClick(m_list, Qt::Key_Down);
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated.last().at(0).toModelIndex().row(), m_list->perPage() + 1);
        QTest::keyClick(m_list, Qt::Key_PageUp);
        QCOMPARE(m_list->page(), 0);
    }

    void theArrowKeysTurnThePageAtItsEnd()
    {
        fill(50);
        m_list->setModel(&m_model);
        m_list->setFocus();
        m_list->setCurrentTarget(m_list->perPage() - 1);
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(m_list->page(), 1);
        QCOMPARE(m_list->currentTarget(), 0);
        QTest::keyClick(m_list, Qt::Key_Up);
        QCOMPARE(m_list->page(), 0);
        QCOMPARE(m_list->currentTarget(), m_list->perPage() - 1);
    }

    void aPageThatIsGoneIsLeft()
    {
        fill(50);
        m_list->setModel(&m_model);
        m_list->setPage(m_list->pageCount() - 1);
        QSignalSpy turned(m_list, &RecordList::pageChanged);
        m_model.removeRows(3, 47);
        QCOMPARE(m_list->page(), 0);
        QVERIFY(turned.count() > 0);
        QCOMPARE(m_list->targetCount(), 3);
    }

    void theChainFillsWhatHasHappened()
    {
        const auto chain = [this](int done) {
            QImage image(400, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawSteps(painter, QRectF(0, 0, 400, 40), {u"kiosk"_s, u"2"_s, u"hub"_s, u"server"_s, u"screen"_s}, done, *m_theme);
            return image;
        };
        // Just inside each disc's left edge, where no sign is.
        const auto filled = [](const QImage &image, int step) { return image.pixelColor(int(step * 40 * 1.42) + 4, 20) != QColor(Qt::white); };
        const QImage image = chain(0b10011);
        QVERIFY(filled(image, 0));
        QVERIFY(filled(image, 1));
        QVERIFY(!filled(image, 2));
        QVERIFY(!filled(image, 3));
        QVERIFY(filled(image, 4));
        QCOMPARE(stepsWidth(5, 40), 40 * (5 * 1.42 - 0.42));
        QCOMPARE(stepsWidth(0, 40), 0.0);
    }
};

QTEST_MAIN(TestRecordList)
#include "tst_recordlist.moc"
