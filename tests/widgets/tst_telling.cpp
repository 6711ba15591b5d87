// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/banner.h>
#include <widgets/basketrow.h>
#include <widgets/card.h>
#include <widgets/cardbutton.h>
#include <widgets/datatable.h>
#include <widgets/devicecard.h>
#include <widgets/healthsentence.h>
#include <widgets/idlering.h>
#include <widgets/keyvaluerow.h>
#include <widgets/label.h>
#include <widgets/navlist.h>
#include <widgets/numberdisplay.h>
#include <widgets/primarybar.h>
#include <widgets/statcard.h>
#include <widgets/stepper.h>
#include <widgets/synclamp.h>
#include <widgets/tickrow.h>
#include <widgets/touchbutton.h>

#include <QHeaderView>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

//! What tells something: banners, lamps, facts, sums, figures.
class TestTelling : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Look::Light);
        m_theme->setReducedMotion(true);
        m_window = std::make_unique<QWidget>();
        m_theme->attach(m_window.get());
        m_window->resize(1080, 700);
    }

    void cleanup() { m_window.reset(); }

    void aBannerIsThereOnlyWhileItHasSomethingToSay()
    {
        Banner banner(m_window.get());
        m_window->show();
        QVERIFY(!banner.isVisible());
        banner.say(Banner::Kind::Hint, u"cloudoff"_s, u"Internet terputus."_s, u"Pesanan langsung ke dapur."_s);
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.accessibleName(), u"Internet terputus. Pesanan langsung ke dapur."_s);
        QCOMPARE(banner.heightForWidth(1080), Metrics().at215(92));
        QCOMPARE(banner.targetCount(), 0);
        banner.clear();
        QVERIFY(!banner.isVisible());
    }

    void aLongSentenceMakesABannerHigherInsteadOfCuttingIt()
    {
        Banner banner(m_window.get());
        banner.say(Banner::Kind::Bad, u"alert"_s, u"Penyimpanan kios hampir penuh, mohon panggil petugas sebelum pesanan berikutnya dibuat."_s, u"Pesanan yang sudah bernomor aman."_s);
        QVERIFY(banner.heightForWidth(600) > banner.heightForWidth(1600));
    }

    void aSilenceBannerCanBeMuted()
    {
        Banner banner(m_window.get());
        banner.say(Banner::Kind::Silence, u"alert"_s, u"Kios B diam 14 detik."_s, u"Periksa daya."_s);
        banner.setAction(u"Senyapkan"_s, u"sound"_s);
        banner.resize(1080, banner.heightForWidth(1080));
        QSignalSpy clicked(&banner, &Banner::actionClicked);
        QTest::mouseClick(&banner, Qt::LeftButton, {}, QPoint(200, 30));
        QCOMPARE(clicked.size(), 0);
        QTest::mouseClick(&banner, Qt::LeftButton, {}, banner.target(0).box.center().toPoint());
        QCOMPARE(clicked.size(), 1);
    }

    void theBarIsPressedOnlyWhenThereIsSomethingInIt()
    {
        PrimaryBar bar(m_window.get());
        bar.setAction(u"Lihat pesanan"_s);
        bar.setEmptyText(u"Keranjang masih kosong"_s);
        bar.resize(1000, bar.sizeHint().height());
        QSignalSpy clicked(&bar, &PrimaryBar::clicked);
        bar.setContent(0, {}, {});
        QTest::mouseClick(&bar, Qt::LeftButton);
        QCOMPARE(clicked.size(), 0);
        QCOMPARE(bar.target(0).name, u"Keranjang masih kosong"_s);
        bar.setContent(3, u"3 porsi"_s, u"Rp 114.000"_s);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(60, 60));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(bar.target(0).name, u"Lihat pesanan, 3 porsi, Rp 114.000"_s);
    }

    void lampsDifferInShapeAsWellAsColour()
    {
        const auto shape = [this](Lamp lamp) {
            QImage image(60, 60, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            drawLamp(painter, image.rect(), lamp, m_theme->palette());
            painter.end();
            return image.convertToFormat(QImage::Format_Alpha8);
        };
        const QList<Lamp> all{Lamp::Ok, Lamp::Polling, Lamp::Offline, Lamp::Silent};
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (qsizetype j = i + 1; j < all.size(); ++j)
                QVERIFY(shape(all.at(i)) != shape(all.at(j)));
        }
    }

    void anAgeThatCountsKeepsItsWidth()
    {
        SyncLamp lamp(m_window.get());
        lamp.set(Lamp::Ok, u"Kios A"_s, u"0,1 d"_s);
        const QSize size = lamp.sizeHint();
        lamp.set(Lamp::Ok, u"Kios A"_s, u"0,8 d"_s);
        QCOMPARE(lamp.sizeHint(), size);
        QCOMPARE(lamp.accessibleName(), u"Kios A 0,8 d"_s);
    }

    void aFactTurnsOnceWhenItArrives()
    {
        TickRow row(u"Tersimpan di kios ini"_s, m_window.get());
        row.resize(800, row.sizeHint().height());
        row.setPending(u"menyusul"_s);
        QVERIFY(!row.done());
        const QImage before = row.grab().toImage();
        row.setDone(u"12.41"_s);
        QVERIFY(row.done());
        QVERIFY(before != row.grab().toImage());
        QCOMPARE(row.accessibleName(), u"Tersimpan di kios ini: 12.41"_s);
    }

    void aNumberTooWideShrinksInsteadOfLosingADigit()
    {
        NumberDisplay display(m_window.get());
        display.setNumber(u"A-042"_s);
        display.resize(300, display.sizeHint().height());
        const QImage shot = display.grab().toImage();
        for (int y = 0; y < shot.height(); ++y) {
            QVERIFY(shot.pixelColor(0, y) == shot.pixelColor(0, 0));
            QVERIFY(shot.pixelColor(shot.width() - 1, y) == shot.pixelColor(0, 0));
        }
        QCOMPARE(display.accessibleName(), u"A-042"_s);
    }

    void theRingCountsWholeSeconds()
    {
        IdleRing ring(m_window.get());
        ring.setRemaining(14000, 20000);
        QCOMPARE(ring.seconds(), 14);
        ring.setRemaining(13001, 20000);
        QCOMPARE(ring.seconds(), 14);
        ring.setRemaining(-5, 20000);
        QCOMPARE(ring.seconds(), 0);
        // Reduced motion: nothing changes between two seconds.
        ring.resize(ring.sizeHint());
        ring.setRemaining(13900, 20000);
        const QImage first = ring.grab().toImage();
        ring.setRemaining(13100, 20000);
        QCOMPARE(ring.grab().toImage(), first);
        ring.setRemaining(12900, 20000);
        QVERIFY(ring.grab().toImage() != first);
    }

    void anAmountThatIsTooWideShrinksAndKeepsItsFirstDigits()
    {
        Label sum(Type::Section, u"Rp 131.000"_s, m_window.get());
        sum.setFigures(true);
        sum.setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const QSize whole = sum.sizeHint();
        sum.resize(whole.width() * 6 / 10, whole.height());
        m_window->show();
        const QImage image = sum.grab().toImage();
        const auto hasInk = [&image](int x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y).lightness() < 128)
                    return true;
            }
            return false;
        };
        int left = 0;
        while (left < image.width() && !hasInk(left))
            ++left;
        QVERIFY2(left > 0 && left < image.width() / 6, qPrintable(u"the R begins at %1 of %2"_s.arg(left).arg(image.width())));
    }

    void aNarrowRowGivesAWidePriceALineOfItsOwn()
    {
        BasketRow row(m_window.get());
        row.set(u"soto"_s, u"Soto"_s, {}, u"Rp 45.000"_s, 1);
        row.setNarrow(true);
        const int stepper = row.stepper()->sizeHint().width();
        QVERIFY(row.heightForWidth(stepper + 60) >= row.heightForWidth(stepper + 400) + 40);
    }

    void aLineGrowsWithLettersThatDoNotStandBesideItsWord()
    {
        CardButton line(CardButton::Shape::Line, u"Nomor meja"_s, m_window.get());
        line.setIcon(u"table"_s);
        line.setTrailing(u"Boleh dilewati"_s);
        const int usual = line.heightForWidth(600);
        m_theme->setTextScale(200);
        QVERIFY(line.heightForWidth(420) > usual * 3 / 2);
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(&line);
        column->addStretch();
        m_window->resize(420, 700);
        m_window->show();
        QTRY_COMPARE(line.height(), line.heightForWidth(line.width()));
    }

    void aLabelWrapsAndSaysHowHighItIs()
    {
        Label label(Type::Text, u"Penyimpanan kios penuh, jadi kami tidak menerima pesanan baru."_s, m_window.get());
        QCOMPARE(label.heightForWidth(200), -1);
        label.setMaxLines(4);
        QVERIFY(label.heightForWidth(200) > label.heightForWidth(900));
        QVERIFY(label.hasHeightForWidth());
    }

    void aSumIsNeverCut()
    {
        KeyValueRow row(u"Total pesanan seluruhnya"_s, u"Rp 12.345.678.900"_s, KeyValueRow::Kind::Total, m_window.get());
        row.resize(300, row.sizeHint().height());
        const QImage shot = row.grab().toImage();
        // The left end of the sum stays clear of the key: there is a column without ink between them.
        bool gap = false;
        for (int x = 20; x < 280 && !gap; ++x) {
            bool clear = true;
            for (int y = 0; y < shot.height() && clear; ++y)
                clear = shot.pixelColor(x, y) == shot.pixelColor(0, 0);
            gap = clear;
        }
        QVERIFY(gap);
    }

    void aBasketRowOpensOnATapButNotOnItsStepper()
    {
        BasketRow row(m_window.get());
        row.set(u"soto"_s, u"Soto ayam Lamongan"_s, u"Sedang · nasi putih"_s, u"Rp 76.000"_s, 2);
        row.resize(1000, row.heightForWidth(1000));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy opened(&row, &BasketRow::clicked);
        QSignalSpy counted(row.stepper(), &Stepper::valueEdited);
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(300, row.height() / 2));
        QCOMPARE(opened.size(), 1);
        const QPoint plus = row.stepper()->mapTo(m_window.get(), row.stepper()->target(1).box.center().toPoint());
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, plus);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(counted.size(), 1);
        const int plain = row.heightForWidth(500);
        row.setAllergy(u"alergi: udang, kacang, dan susu sapi"_s);
        QVERIFY(row.heightForWidth(500) >= plain);
        row.setNarrow(true);
        QVERIFY(row.heightForWidth(400) > Metrics().at215(150));
    }

    void placesOfThePanelAreChosenOnce()
    {
        NavList list(m_window.get());
        list.setItems({{u"pulse"_s, u"Kesehatan"_s, 3}, {u"note"_s, u"Pesanan"_s}});
        list.resize(list.sizeHint());
        QSignalSpy chosen(&list, &NavList::chosen);
        list.press(0);
        QCOMPARE(chosen.size(), 0);
        list.press(1);
        list.press(1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(list.current(), 1);
        QCOMPARE(list.target(0).name, u"Kesehatan, 3"_s);
    }

    void theHealthSentenceHasAtMostOneAction()
    {
        HealthSentence health(m_window.get());
        health.say(HealthSentence::Mood::Look, u"Internet putus."_s, u"37 pesanan menunggu."_s);
        m_window->show();
        auto *button = health.findChild<TouchButton *>();
        QVERIFY(!button->isVisible());
        health.setAction(u"Coba sekarang"_s);
        QVERIFY(button->isVisible());
        QSignalSpy clicked(&health, &HealthSentence::actionClicked);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(health.accessibleName(), u"Internet putus. 37 pesanan menunggu."_s);
    }

    void figuresAndDevicesSpeak()
    {
        StatCard card(u"Pesanan"_s, m_window.get());
        card.setFigure(u"412"_s, u"Rp 18.240.000"_s, StatCard::Tone::Good);
        card.resize(card.sizeHint());
        for (const QList<double> &trend : {QList<double>{}, QList<double>{5}, QList<double>{3, 3, 3}, QList<double>{0, 0}, QList<double>{1, 9, 4}}) {
            card.setTrend(trend);
            QVERIFY(!card.grab().isNull());
        }
        QCOMPARE(card.accessibleName(), u"Pesanan: 412, Rp 18.240.000"_s);
        DeviceCard device(m_window.get());
        device.set(u"kiosk"_s, u"Kios A"_s, Lamp::Ok, u"Normal"_s);
        device.setFacts({u"terdengar 0,4 d"_s, u"LAN"_s});
        QCOMPARE(device.target(0).name, u"Kios A, Normal, terdengar 0,4 d, LAN"_s);
    }

    void aTableGivesItsOpenColumnWhatIsLeft()
    {
        QStandardItemModel model(3, 3);
        DataTable table(m_window.get());
        table.setModel(&model);
        table.setColumn(0, DataTable::Column::Strong, 0);
        table.setColumn(1, DataTable::Column::State, 100);
        table.setColumn(2, DataTable::Column::Figures, 80);
        table.resize(600, 300);
        m_window->show();
        QCoreApplication::processEvents();
        const Metrics &m = m_theme->metrics();
        QCOMPARE(table.columnWidth(1), m.rowAt24(100));
        QCOMPARE(table.columnWidth(2), m.rowAt24(80));
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), table.viewport()->width());
        QCOMPARE(table.rowHeight(0), m.rowAt24(50));
        m_theme->setTextScale(150);
        QCOMPARE(table.rowHeight(0), m_theme->metrics().rowAt24(50));
        QVERIFY(!table.grab().isNull());
    }
};

QTEST_MAIN(TestTelling)
#include "tst_telling.moc"
