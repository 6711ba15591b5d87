// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/figures.h>
#include <widgets/metrics.h>
#include <widgets/text.h>

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QImage drawn(const QString &text, const QFont &font, Qt::Alignment alignment)
{
    QImage image(400, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    drawFigures(painter, image.rect(), text, font, alignment);
    return image;
}

int firstInk(const QImage &image)
{
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (qGray(image.pixel(x, y)) < 128)
                return x;
        }
    }
    return -1;
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

    const QFont m_font = sajiFont(40, QFont::ExtraBold);

private slots:
    void numbersWithAsManyDigitsAreEquallyWide()
    {
        QCOMPARE(figuresWidth(u"11:11"_s, m_font), figuresWidth(u"00:48"_s, m_font));
        QCOMPARE(figuresWidth(u"Rp 111.111"_s, m_font), figuresWidth(u"Rp 900.840"_s, m_font));
        // Proportional digits would differ; else this test could not fail.
        QVERIFY(lineWidth(u"1111"_s, m_font) < lineWidth(u"0000"_s, m_font));
    }

    void aDigitMoreIsACellMore()
    {
        const qreal cell = figuresWidth(u"22"_s, m_font) - figuresWidth(u"2"_s, m_font);
        QCOMPARE(figuresWidth(u"1118"_s, m_font), 4 * cell);
        QVERIFY(cell >= lineWidth(u"8"_s, m_font));
    }

    void wordsKeepTheirOwnWidth()
    {
        QCOMPARE(figuresWidth(u"detik"_s, m_font), lineWidth(u"detik"_s, m_font));
        QCOMPARE(figuresWidth(QString(), m_font), 0.0);
    }

    void columnsStandAtTheRight()
    {
        // The same last digit lies at the same place, whatever precedes it.
        const QImage first = drawn(u"1.118"_s, m_font, Qt::AlignRight | Qt::AlignVCenter);
        const QImage second = drawn(u"9.008"_s, m_font, Qt::AlignRight | Qt::AlignVCenter);
        const int cell = int(figuresWidth(u"8"_s, m_font));
        const QRect last(400 - cell, 0, cell, 80);
        QCOMPARE(first.copy(last), second.copy(last));
        QVERIFY(first != second);
    }

    void alignmentMovesTheWhole()
    {
        const int left = firstInk(drawn(u"42"_s, m_font, Qt::AlignLeft | Qt::AlignVCenter));
        const int middle = firstInk(drawn(u"42"_s, m_font, Qt::AlignHCenter | Qt::AlignVCenter));
        const int right = firstInk(drawn(u"42"_s, m_font, Qt::AlignRight | Qt::AlignVCenter));
        QVERIFY(left >= 0 && left < middle && middle < right);
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
