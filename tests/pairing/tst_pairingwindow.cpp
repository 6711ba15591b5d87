// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/languageloader.h>
#include <gateway/pairingdesk.h>
#include <pairing/pairingwindow.h>
#include <resources/resources.h>
#include <testkit/pairedhouse.h>
#include <transport/listener.h>
#include <translations/translations.h>
#include <widgets/label.h>
#include <widgets/touchbutton.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! A person in front of a new device, with a slip of paper.
class tst_PairingWindow : public QObject
{
    Q_OBJECT

    struct Stage
    {
        explicit Stage(const QUrl &server, const QSize &size = {1366, 768})
            : theme(Look::Light, Metrics::fitted(size)), language(u"id"_s, [this](const QString &name) { words.use(name); }),
              window({folder.filePath(u"kitchen"_s), NodeKind::Kitchen, u"Dapur Soto"_s, u"pasar-saji"_s, server}, language, theme)
        {
            window.resize(size);
            window.show();
            window.activateWindow();
            if (!QTest::qWaitForWindowExposed(&window))
                qFatal("the window does not appear");
        }
        TouchButton *key(const QString &name) const { return window.findChild<TouchButton *>(name); }
        void press(const QString &digits)
        {
            for (const auto digit : digits)
                QTest::mouseClick(key(u"key"_s + digit), Qt::LeftButton);
        }
        QString dataFolder() const { return folder.filePath(u"kitchen"_s); }

        QTemporaryDir folder;
        LanguageLoader words;
        Theme theme;
        LanguageSwitch language;
        PairingWindow window;
    };

private slots:
    void initTestCase()
    {
        initResources();
        initTranslations();
    }

    void init()
    {
        m_house = std::make_unique<PairedHouse>();
        m_listener = std::make_unique<Listener>();
        m_listener->setTrust(m_house->trust(u"server"_s, PairedHouse::device(1)), false);
        m_desk = std::make_unique<PairingDesk>(m_house->authority(), m_clock);
        m_router = std::make_unique<Router>();
        m_desk->addRoutes(*m_router, *m_listener);
        m_listener->route(u"/"_s, [this](const HttpRequest &request, const HttpAnswer &answer) { m_router->route(request, answer); });
        m_server = QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener->listen({})->port));
    }

    void pairsByFingerOnAKeypad()
    {
        const auto code = *m_house->authority().createCode(u"kitchen"_s, {}, PairedHouse::now());
        Stage stage(m_server);
        QSignalSpy paired(&stage.window, &PairingWindow::paired);
        QVERIFY(!stage.key(u"pair"_s)->isEnabled());
        stage.press(code.digits);
        QCOMPARE(stage.window.typed().remove(u" – "_s), code.digits);
        QTest::mouseClick(stage.key(u"pair"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(paired.count(), 1, 10000);
        QVERIFY(isPaired(stage.dataFolder()));
        const auto own = loadCredentials(stage.dataFolder());
        QCOMPARE(readCertificate(own->certificate)->subject.kind, u"kitchen"_s);
    }

    void pairsByAScannerThatTypes()
    {
        const auto code = *m_house->authority().createCode({}, {}, PairedHouse::now());
        Stage stage(m_server);
        QSignalSpy paired(&stage.window, &PairingWindow::paired);
        QTest::keyClicks(&stage.window, code.toQrText());
        QTest::keyClick(&stage.window, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(paired.count(), 1, 10000);
    }

    void aWrongCodeIsSaidInBothLanguagesAndMayBeTypedAgain()
    {
        Stage stage(m_server);
        stage.press(u"111122223333"_s);
        QTest::mouseClick(stage.key(u"pair"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(stage.window.sentence().contains(u"tidak berlaku"_s), 10000);
        QTest::mouseClick(stage.key(u"language"_s), Qt::LeftButton);
        QVERIFY2(stage.window.sentence().contains(u"not valid"_s), qPrintable(stage.window.sentence()));
        QVERIFY(!isPaired(stage.dataFolder()));
        stage.press(u"4"_s);
        QVERIFY(stage.window.typed().startsWith(u"4···"_s));
        QVERIFY(stage.window.sentence().isEmpty());
    }

    void aServerThatHasYetToBeFoundHasNoName()
    {
        const auto words = [](const Stage &stage) {
            QStringList texts;
            for (const auto *label : stage.window.findChildren<Label *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        QVERIFY(words(Stage(m_server)).contains(u"Dapur Soto · 127.0.0.1"_s));
        const Stage unknown{QUrl()};
        QVERIFY(words(unknown).contains(u"Dapur Soto"_s));
        QVERIFY(!words(unknown).contains(u"Dapur Soto ·"_s));
    }

    void aServerThatIsAwayIsSaid()
    {
        m_listener->stop();
        Stage stage(m_server);
        stage.press(u"111122223333"_s);
        QTest::mouseClick(stage.key(u"pair"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(stage.window.sentence().contains(u"tidak menjawab"_s), 15000);
    }

    void noMoreDigitsThanACodeHasAreTaken()
    {
        Stage stage(m_server);
        stage.press(u"1111222233334"_s);
        QCOMPARE(stage.window.typed(), u"1111 – 2222 – 3333"_s);
        QTest::mouseClick(stage.key(u"erase"_s), Qt::LeftButton);
        QCOMPARE(stage.window.typed(), u"1111 – 2222 – 333·"_s);
        QTest::keyClick(&stage.window, Qt::Key_Backspace);
        QCOMPARE(stage.window.typed(), u"1111 – 2222 – 33··"_s);
    }

    void nothingLiesOverAnythingElse_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("portrait") << QSize(1080, 1920);
        QTest::newRow("landscape") << QSize(1366, 768);
        QTest::newRow("small") << QSize(540, 960);
    }

    void nothingLiesOverAnythingElse()
    {
        QFETCH(QSize, size);
        Stage stage(m_server, size);
        if (const auto folder = qEnvironmentVariable("SAJI_PICTURES"); !folder.isEmpty())
            stage.window.grab().save(folder + u"/pairing-%1.png"_s.arg(size.width()));
        QList<QRect> boxes;
        for (const QWidget *part : stage.window.findChildren<QWidget *>()) {
            if (part->isVisible() && (qobject_cast<const Label *>(part) || qobject_cast<const TouchButton *>(part)))
                boxes << QRect(part->mapTo(&stage.window, QPoint(0, 0)), part->size());
        }
        QCOMPARE(boxes.size(), 17);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY2(stage.window.rect().contains(boxes.at(i)), qPrintable(QString::number(i)));
            for (qsizetype j = i + 1; j < boxes.size(); ++j)
                QVERIFY2(!boxes.at(i).intersects(boxes.at(j)), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
        }
    }

private:
    SystemClock m_clock;
    std::unique_ptr<PairedHouse> m_house;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<PairingDesk> m_desk;
    std::unique_ptr<Router> m_router;
    QUrl m_server;
};

QTEST_MAIN(tst_PairingWindow)
#include "tst_pairingwindow.moc"
