// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/languageloader.h>
#include <resources/resources.h>
#include <stopped/stoppedwindow.h>
#include <translations/translations.h>
#include <widgets/label.h>
#include <widgets/touchbutton.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! What is on the screen of a program that cannot open its data: words, never a crash and never a dark screen.
class tst_StoppedWindow : public QObject
{
    Q_OBJECT

    struct Stage
    {
        explicit Stage(ErrorCode code, StoppedWindow::For whom = StoppedWindow::For::Guests, const QSize &size = {1080, 1920})
            : theme(Look::Light, Metrics::fitted(size)), language(u"id"_s, [this](const QString &name) { words.use(name); }),
              window(Error{code, u"events.db has schema 9, this Saji knows 3"_s}, whom, u"Kios A"_s, language, theme)
        {
            window.resize(size);
            window.show();
            window.activateWindow();
            if (!QTest::qWaitForWindowExposed(&window))
                qFatal("the window does not appear");
        }
        QString all() const
        {
            QStringList texts;
            for (const Label *label : window.findChildren<Label *>())
                texts << label->text();
            return texts.join(u" | "_s);
        }

        LanguageLoader words;
        Theme theme;
        LanguageSwitch language;
        StoppedWindow window;
    };

private slots:
    void initTestCase()
    {
        initResources();
        initTranslations();
    }

    void aStoreOfANewerVersionIsSaidInBothLanguages()
    {
        Stage stage(ErrorCode::UnsupportedVersion);
        QVERIFY2(stage.all().contains(u"lebih baru"_s), qPrintable(stage.all()));
        QVERIFY(stage.all().contains(u"Silakan pesan di kasir"_s));
        QVERIFY(stage.all().contains(u"UNSUPPORTED-VERSION"_s) && stage.all().contains(u"schema 9"_s));
        QTest::mouseClick(stage.window.findChild<TouchButton *>(u"language"_s), Qt::LeftButton);
        QVERIFY2(stage.all().contains(u"newer Saji"_s), qPrintable(stage.all()));
    }

    void everyReasonHasWordsOfItsOwn()
    {
        QSet<QString> sentences;
        const QList<ErrorCode> codes{ErrorCode::UnsupportedVersion, ErrorCode::WrongStore, ErrorCode::Busy, ErrorCode::DiskFull, ErrorCode::ReadOnly,
                                     ErrorCode::Corrupt, ErrorCode::Io};
        for (const ErrorCode code : codes)
            sentences << Stage(code).window.sentence();
        QCOMPARE(sentences.size(), codes.size());
    }

    void staffAreNotSentToTheCounter()
    {
        Stage stage(ErrorCode::Corrupt, StoppedWindow::For::Staff, {1366, 768});
        QVERIFY(!stage.all().contains(u"kasir"_s));
    }

    void aGuestDoesNotGetBehindTheKiosk()
    {
        Stage stage(ErrorCode::Busy);
        QSignalSpy dismissed(&stage.window, &StoppedWindow::dismissed);
        QVERIFY(!stage.window.findChild<TouchButton *>(u"close"_s)->isVisible());
        QTest::keyClick(&stage.window, Qt::Key_Escape);
        QCOMPARE(dismissed.count(), 0);
        stage.window.close();
        QCOMPARE(dismissed.count(), 1);
    }

    void closesByButtonAndByKey()
    {
        Stage stage(ErrorCode::Busy, StoppedWindow::For::Staff, {1366, 768});
        QSignalSpy dismissed(&stage.window, &StoppedWindow::dismissed);
        QTest::mouseClick(stage.window.findChild<TouchButton *>(u"close"_s), Qt::LeftButton);
        QCOMPARE(dismissed.count(), 1);
        QTest::keyClick(&stage.window, Qt::Key_Escape);
        QCOMPARE(dismissed.count(), 2);
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
        Stage stage(ErrorCode::UnsupportedVersion, StoppedWindow::For::Staff, size);
        QList<QRect> boxes;
        for (const QWidget *part : stage.window.findChildren<QWidget *>()) {
            if (part->isVisible() && (qobject_cast<const Label *>(part) || qobject_cast<const TouchButton *>(part)))
                boxes << QRect(part->mapTo(&stage.window, QPoint(0, 0)), part->size());
        }
        QCOMPARE(boxes.size(), 6);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY(stage.window.rect().contains(boxes.at(i)));
            for (qsizetype j = i + 1; j < boxes.size(); ++j)
                QVERIFY2(!boxes.at(i).intersects(boxes.at(j)), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
        }
    }
};

QTEST_MAIN(tst_StoppedWindow)
#include "tst_stoppedwindow.moc"
