// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metrics.h>
#include <widgets/text.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

    const QFont m_font = sajiFont(30, QFont::Bold);

private slots:
    void aShortNameStaysOnOneLineInFullSize()
    {
        const TextBlock block = setText(u"Soto"_s, m_font, 400, 3);
        QCOMPARE(block.lines, QStringList{u"Soto"_s});
        QCOMPARE(block.font.pixelSize(), 30);
        QVERIFY(!block.elided);
    }

    void aLongNameWrapsBetweenWords()
    {
        const TextBlock block = setText(u"Soto ayam Lamongan"_s, m_font, lineWidth(u"Soto ayam "_s, m_font) + 10, 2);
        QCOMPARE(block.lines, (QStringList{u"Soto ayam"_s, u"Lamongan"_s}));
        QCOMPARE(block.font.pixelSize(), 30);
    }

    void aNameThatDoesNotFitItsLinesShrinksBeforeItIsCut()
    {
        const QString name = u"Soto ayam Lamongan"_s;
        const TextBlock block = setText(name, m_font, lineWidth(name, m_font) * 0.92, 1);
        QCOMPARE(block.lines, QStringList{name});
        QVERIFY(block.font.pixelSize() < 30);
        QVERIFY(block.font.pixelSize() >= 25);
        QVERIFY(!block.elided);
    }

    void nothingShrinksBelowEightyFivePerCent()
    {
        const QString name = u"Martabak manis keju cokelat kacang istimewa"_s;
        const TextBlock block = setText(name, m_font, 160, 2);
        QVERIFY(block.elided);
        QVERIFY(block.font.pixelSize() >= int(30 * smallestShrink));
        QCOMPARE(block.lines.size(), 2);
        QVERIFY(lineWidth(block.lines.last(), block.font) <= 160);
        QVERIFY(block.lines.last().endsWith(QChar(0x2026)));
    }

    void aWordTooLongForItsLineBreaksRatherThanVanishes()
    {
        const TextBlock block = setText(u"Pertanggungjawabannya"_s, m_font, 150, 3);
        QVERIFY(block.lines.size() > 1);
        QCOMPARE(block.lines.join(QString()), u"Pertanggungjawabannya"_s);
    }

    void aLineFeedIsKept()
    {
        const TextBlock block = setText(u"Selamat siang.\nMakan di mana?"_s, m_font, 900, 2);
        QCOMPARE(block.lines, (QStringList{u"Selamat siang."_s, u"Makan di mana?"_s}));
    }

    void aSingleLineShrinksThenElides()
    {
        const QString name = u"Aksesibilitas"_s;
        const qreal wide = lineWidth(name, m_font);
        QCOMPARE(setLine(name, m_font, wide + 1).font.pixelSize(), 30);
        const TextBlock tight = setLine(name, m_font, wide * 0.9);
        QCOMPARE(tight.lines, QStringList{name});
        QVERIFY(!tight.elided);
        QVERIFY(setLine(name, m_font, wide * 0.5).elided);
    }

    void anEmptyTextTakesNoRoom()
    {
        QCOMPARE(setLine(QString(), m_font, 100).width, 0.0);
    }
};

QTEST_MAIN(TestText)
#include "tst_text.moc"
