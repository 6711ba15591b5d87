// SPDX-License-Identifier: GPL-3.0-or-later
#include <qrpicture/qrpicture.h>
#include <testkit/pairedhouse.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! The picture of a pairing code: what is in it, and that a terminal can show it.
class tst_QrPicture : public QObject
{
    Q_OBJECT

    //! The three squares by which a scanner finds a code, and the light around them (ISO/IEC 18004, 6.3.3).
    static bool hasFinder(const QrPicture &picture, int left, int top)
    {
        for (int y = -1; y <= 7; ++y) {
            for (int x = -1; x <= 7; ++x) {
                const bool isRing = x >= 0 && x <= 6 && y >= 0 && y <= 6 && (x == 0 || x == 6 || y == 0 || y == 6);
                const bool isHeart = x >= 2 && x <= 4 && y >= 2 && y <= 4;
                if (picture.isDark.at(qsizetype(top + y) * picture.size + left + x) != (isRing || isHeart))
                    return false;
            }
        }
        return true;
    }

private slots:
    void whatIsScannedIsWhatThePairingScreenTakes()
    {
        PairedHouse house;
        const auto code = *house.authority().createCode(u"kitchen"_s, {}, PairedHouse::now());
        const auto text = code.toQrText();
        QCOMPARE(text, u"saji:pair?code=%1&authority=%2"_s.arg(code.digits, house.authority().fingerprint()));
        const auto typed = PairCode::fromText(text);
        QVERIFY(typed);
        QCOMPARE(typed->digits, code.digits);
        QCOMPARE(typed->fingerprint, house.authority().fingerprint());
        // Every sign of it is on the keyboard that a scanner is.
        QVERIFY(std::ranges::all_of(text, [](QChar sign) { return sign.unicode() >= 0x20 && sign.unicode() < 0x7f; }));
        const auto picture = QrPicture::of(text);
        QVERIFY(picture);
        QVERIFY2(picture->toRows().size() <= 24, qPrintable(QString::number(picture->toRows().size())));
    }

    void aScannerFindsIt()
    {
        const auto picture = QrPicture::of(u"saji:pair?code=482199301174&authority="_s + QString(64, u'a'));
        QVERIFY(picture);
        const int inner = picture->size - 8;
        QCOMPARE((inner - 17) % 4, 0);
        QVERIFY(hasFinder(*picture, 4, 4));
        QVERIFY(hasFinder(*picture, 4 + inner - 7, 4));
        QVERIFY(hasFinder(*picture, 4, 4 + inner - 7));
        QVERIFY(!hasFinder(*picture, 4 + inner - 7, 4 + inner - 7));
        for (int i = 0; i < picture->size; ++i) {
            for (int edge = 0; edge < 4; ++edge) {
                QVERIFY(!picture->isDark.at(qsizetype(edge) * picture->size + i));
                QVERIFY(!picture->isDark.at(qsizetype(i) * picture->size + picture->size - 1 - edge));
            }
        }
    }

    void anotherTextIsAnotherPicture()
    {
        QVERIFY(QrPicture::of(u"saji:pair?code=1"_s)->isDark != QrPicture::of(u"saji:pair?code=2"_s)->isDark);
    }

    void rowsShowTwoModulesEach()
    {
        const QrPicture picture{3, {true, false, true, true, true, false, false, true, false}};
        QCOMPARE(picture.toRows(), (QStringList{u"█▄▀"_s, u" ▀ "_s}));
        const auto coloured = picture.toColouredRows();
        QCOMPARE(coloured.size(), 2);
        QVERIFY(coloured.first().contains(u"█▄▀"_s) && coloured.first().endsWith(u"\x1b[0m"_s));
    }

    void aTextThatDoesNotFitIsSaidSo() { QCOMPARE(QrPicture::of(QString(4000, u'x')).error().code, ErrorCode::TooLarge); }
};

QTEST_GUILESS_MAIN(tst_QrPicture)
#include "tst_qrpicture.moc"
