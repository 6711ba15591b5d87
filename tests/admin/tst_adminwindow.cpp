// SPDX-License-Identifier: GPL-3.0-or-later
#include <adminkit/practicepanel.h>

#include <widgets/devicecard.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>

#include <QJsonArray>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AdminWindowTest : public QObject
{
    Q_OBJECT

    static void shown(PracticePanel &panel)
    {
        panel.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel.window()));
        panel.settle();
    }
    static QString word(const PracticePanel &panel, const QString &key) { return panel.admin->state().value(key).toString(); }

private slots:
    void isConnectingBeforeAnybodyWasHeardNotWell()
    {
        PracticePanel panel;
        shown(panel);
        QVERIFY(word(panel, u"mood"_s) != u"good"_s);
        const auto *page = panel.window().findChild<QWidget *>(u"health"_s);
        QVERIFY(page && page->findChild<EmptyState *>() && page->findChild<EmptyState *>()->isVisible());
        panel.open();
        panel.live(3s);
        QVERIFY(!page->findChild<EmptyState *>()->isVisible());
    }

    void aHealthyRestaurantIsSaidWithItsCountAndAllItsDevices()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        QCOMPARE(word(panel, u"mood"_s), u"good"_s);
        QVERIFY(word(panel, u"sentence"_s).contains(u"412"_s));
        QCOMPARE(panel.admin->state().value(u"devices"_s).toArray().size(), 12);
    }

    void aSilentScreenIsTheFirstThingSaid()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        panel.live(10s, {u"martabak"_s});
        QCOMPARE(word(panel, u"mood"_s), u"bad"_s);
        QVERIFY(word(panel, u"sentence"_s).contains(u"Martabak Bang Rudi"_s));
        QCOMPARE(panel.admin->state().value(u"devices"_s)[0][u"lamp"_s].toString(), u"silent"_s);
    }

    void tryNowReallyTries()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        panel.close(u"server"_s);
        panel.live(5s);
        QTest::keyClick(&panel.window(), Qt::Key_T);
        QCOMPARE(panel.sync.syncs, 1);
        QCOMPARE(panel.menu.refreshes, 1);
    }

    void pagesTurnByKeyAndByTouch()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        QTest::keyClick(&panel.window(), Qt::Key_2);
        QCOMPARE(panel.window().page(), AdminWindow::Devices);
        auto *places = panel.window().findChild<QWidget *>(u"places"_s);
        QTest::mouseClick(places, Qt::LeftButton, {}, QPoint(places->width() / 2, 10));
        QCOMPARE(panel.window().page(), AdminWindow::Health);
    }

    void aDeviceCardLeadsToAllThatIsKnownOfIt()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        auto *health = panel.window().findChild<QWidget *>(u"health"_s);
        const auto cards = health->findChildren<DeviceCard *>();
        QCOMPARE(cards.size(), 12);
        QTest::mouseClick(cards.at(3), Qt::LeftButton, {}, cards.at(3)->rect().center());
        QCOMPARE(panel.window().page(), AdminWindow::Devices);
        const auto *detail = panel.window().findChild<QWidget *>(u"devicePanel"_s);
        QStringList words;
        for (const Label *label : detail->findChildren<Label *>())
            words << label->text();
        QVERIFY2(words.contains(u"Kios B"_s), qPrintable(words.join(u" | "_s)));
    }

    void theLastErrorOfADeviceIsShown()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        panel.peer(u"server"_s).detail = u"connection refused"_s;
        panel.close(u"server"_s);
        panel.live(10s);
        QTest::keyClick(&panel.window(), Qt::Key_2);
        const auto *error = panel.window().findChild<Label *>(u"deviceError"_s);
        QVERIFY(error->isVisibleTo(&panel.window()));
        QVERIFY(error->text().contains(u"connection refused"_s));
    }

    void languageAndColoursChangeAtRunTime()
    {
        PracticePanel panel;
        panel.open();
        shown(panel);
        panel.live(5s);
        const QString indonesian = word(panel, u"sentence"_s);
        QTest::keyClick(&panel.window(), Qt::Key_L);
        QVERIFY(word(panel, u"sentence"_s) != indonesian);
        QVERIFY(panel.admin->theme().palette().dark);
        QTest::keyClick(&panel.window(), Qt::Key_D);
        QVERIFY(!panel.admin->theme().palette().dark);
    }
};

QTEST_MAIN(AdminWindowTest)
#include "tst_adminwindow.moc"
