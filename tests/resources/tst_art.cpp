// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/resources.h>

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int Side = 100; // pixels a picture is painted at: enough to judge what covers it

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage painted(const QByteArray &svg, int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, side, side));
    return image;
}

//! What of a picture is seen on a white card.
struct Cover
{
    double share = 0; //!< of the box that is fully painted
    QPointF middle;   //!< of what is painted, 0 to 1
    QRect bounds;     //!< of everything that is not fully clear
    int colors = 0;   //!< told apart at 16 steps a channel
};

Cover coverOf(const QImage &image)
{
    Cover cover;
    QSet<int> colors;
    double sumX = 0;
    double sumY = 0;
    int solid = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) > 0)
                cover.bounds |= QRect(x, y, 1, 1);
            if (qAlpha(pixel) < 230)
                continue;
            ++solid;
            sumX += x;
            sumY += y;
            colors.insert((qRed(pixel) >> 4 << 8) | (qGreen(pixel) >> 4 << 4) | qBlue(pixel) >> 4);
        }
    }
    cover.share = double(solid) / (image.width() * image.height());
    if (solid > 0)
        cover.middle = QPointF(sumX / solid / image.width(), sumY / solid / image.height());
    cover.colors = int(colors.size());
    return cover;
}

void addRows(const QString &folder)
{
    QTest::addColumn<QString>("path");
    const QStringList names = QDir(folder).entryList({u"*.svg"_s}, QDir::Files);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder + u'/' + name;
}

} // namespace

class tst_Art : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        saji::initResources();
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s)); // QtSvg only grumbles where it should refuse
    }

    void everyFileOfTheFolderIsBuiltIn_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("art") << u"art"_s << 100;
        QTest::newRow("icons") << u"icons"_s << 53;
    }

    void everyFileOfTheFolderIsBuiltIn()
    {
        QFETCH(QString, folder);
        QFETCH(int, atLeast);
        const QStringList onDisk = QDir(QStringLiteral(RESOURCES_DIR) + u'/' + folder).entryList({u"*.svg"_s}, QDir::Files);
        QCOMPARE(QDir(u":/saji/"_s + folder).entryList(QDir::Files), onDisk);
        QVERIFY(onDisk.size() >= atLeast);
    }

    void aPictureUsesNothingThatQtSvgIgnores_data()
    {
        addRows(u":/saji/art"_s);
    }

    void aPictureUsesNothingThatQtSvgIgnores()
    {
        QFETCH(QString, path);
        const QString text = QString::fromUtf8(contents(path));
        static const QRegularExpression forbidden(QStringLiteral("clip-path|<mask|mask=|<filter|filter=|<pattern|mix-blend-mode|rgba\\(|"
                                                                 "#[0-9A-Fa-f]{8}|<g[^>]* opacity=|<style|<image|<text"));
        const QRegularExpressionMatch match = forbidden.match(text);
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    }

    void aPictureNamesItsLicence_data()
    {
        addRows(u":/saji/art"_s);
    }

    void aPictureNamesItsLicence()
    {
        QFETCH(QString, path);
        QVERIFY(contents(path).contains("SPDX-License-Identifier: GPL-3.0-or-later"));
    }

    void aPictureIsLightEnoughToLoadWhileAGuestLooks_data()
    {
        addRows(u":/saji/art"_s);
    }

    void aPictureIsLightEnoughToLoadWhileAGuestLooks()
    {
        QFETCH(QString, path);
        // Rice is counted in grains: these two are the known ceiling.
        const bool grains = path.endsWith(u"/nasi.svg"_s) || path.endsWith(u"/nasi_goreng.svg"_s);
        QVERIFY2(QFileInfo(path).size() <= (grains ? 170'000 : 100'000), qPrintable(QString::number(QFileInfo(path).size())));
    }

    void aPictureIsPaintedWholeAndNearTheMiddle_data()
    {
        addRows(u":/saji/art"_s);
    }

    void aPictureIsPaintedWholeAndNearTheMiddle()
    {
        QFETCH(QString, path);
        const QByteArray svg = contents(path);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), QRect(0, 0, 400, 400));

        const QImage image = painted(svg, Side);
        const Cover cover = coverOf(image);
        QVERIFY2(cover.share > 0.12, qPrintable(QString::number(cover.share)));
        QVERIFY2(cover.share < 0.85, qPrintable(QString::number(cover.share)));
        QVERIFY2(qAbs(cover.middle.x() - 0.5) < 0.1, qPrintable(QString::number(cover.middle.x())));
        QVERIFY2(qAbs(cover.middle.y() - 0.5) < 0.12, qPrintable(QString::number(cover.middle.y())));
        QVERIFY2(cover.colors > 60, qPrintable(QString::number(cover.colors))); // black where a colour was not understood is few
        for (const QPoint corner : {QPoint(0, 0), QPoint(Side - 1, 0), QPoint(0, Side - 1), QPoint(Side - 1, Side - 1)})
            QCOMPARE(qAlpha(image.pixel(corner)), 0);
    }

    void twoPicturesAreNeverTheSame()
    {
        QHash<QByteArray, QString> seen;
        const QDir folder(u":/saji/art"_s);
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString &name : names) {
            const QImage image = painted(contents(folder.filePath(name)), 48);
            const QByteArray pixels(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY2(!seen.contains(pixels), qPrintable(name + u" = "_s + seen.value(pixels)));
            seen.insert(pixels, name);
        }
    }

    void anIconCanBeTinted_data()
    {
        addRows(u":/saji/icons"_s);
    }

    void anIconCanBeTinted()
    {
        QFETCH(QString, path);
        const QByteArray svg = contents(path);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        if (path.endsWith(u"/logo.svg"_s))
            return; // the brand keeps its own colours
        QCOMPARE(renderer.viewBox(), QRect(0, 0, 24, 24));

        QImage image = painted(svg, 96);
        const Cover cover = coverOf(image);
        QVERIFY2(cover.share > 0.01, qPrintable(QString::number(cover.share)));
        QCOMPARE(cover.colors, 1);
        QVERIFY2(QRect(3, 3, 90, 90).contains(cover.bounds), "an icon keeps clear of the edge of its box");

        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), QColor(0x0A5C3C));
        painter.end();
        QCOMPARE(coverOf(image).share, cover.share);
        QCOMPARE(coverOf(image).colors, 1);
    }
};

QTEST_MAIN(tst_Art)
#include "tst_art.moc"
