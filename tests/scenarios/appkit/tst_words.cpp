// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/logging.h>
#include <appkit/words.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorCanBeSaidAndEndsWithAFullStop()
    {
        for (int i = 0; i <= int(ErrorCode::Internal); ++i) {
            const auto words = describeError({ErrorCode(i), u"the thing"_s});
            QVERIFY2(words.startsWith(u"the thing."_s), qPrintable(words));
            QVERIFY2(words.endsWith(u'.'), qPrintable(words));
            QVERIFY(!describeError({ErrorCode(i), {}}).isEmpty());
        }
    }

    void whatAPersonCanDoIsSaidOnce()
    {
        QCOMPARE(describeError({ErrorCode::Unreachable, u"nobody at 127.0.0.1:8000"_s}),
                 u"nobody at 127.0.0.1:8000. Check that the program there runs and that the address is right."_s);
        QCOMPARE(describeError({ErrorCode::DiskFull, u"the disk is full: free some space"_s}), u"the disk is full: free some space."_s);
    }

    void loopbackIsSaidToBeForThisMachineOnly()
    {
        const auto notice = listeningNotice({u"127.0.0.1"_s, 8000});
        QVERIFY2(notice.startsWith(u"Listening on 127.0.0.1:8000 - only this machine."_s), qPrintable(notice));
        QVERIFY(notice.contains(u"--listen 0.0.0.0:8000"_s));
    }

    void anOpenPortWarnsThatNothingIsEncryptedYet()
    {
        const auto notice = listeningNotice({u"0.0.0.0"_s, 3001});
        QVERIFY2(notice.contains(u"not encrypted"_s), qPrintable(notice));
    }

    void aLogLineHasTimeLevelAndCategory()
    {
        QCOMPARE(logLine(QtWarningMsg, "saji.sync", u"kiosk-1>hub gone"_s, 1'749'981'600'123),
                 QByteArray("2025-06-15T10:00:00.123Z warning saji.sync kiosk-1>hub gone"));
        QCOMPARE(logLine(QtInfoMsg, nullptr, u"x"_s, 0), QByteArray("1970-01-01T00:00:00.000Z info saji.app x"));
    }

    void nothingAPeerSendsForgesALine()
    {
        const auto line = logLine(QtInfoMsg, "saji.sync", u"peer \"a\n2025 error forged\r\x1b[2J\" said"_s, 0);
        QVERIFY(!line.contains('\n'));
        QVERIFY(!line.contains('\r'));
        QVERIFY(!line.contains('\x1b'));
        QVERIFY(line.contains("a\\n2025 error forged\\r?[2J"));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
