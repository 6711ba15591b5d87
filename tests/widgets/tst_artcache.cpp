// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/resources.h>
#include <widgets/art.h>
#include <widgets/icons.h>

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestArtCache : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }

    void neverWaitsAndSaysWhenThePictureIsThere()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        QVERIFY(cache.picture(u"soto"_s, QSize(100, 100), 1).isNull());
        QVERIFY(!cache.idle());
        QVERIFY(ready.wait());
        QCOMPARE(ready.first().first().toString(), u"soto"_s);
        const QPixmap picture = cache.picture(u"soto"_s, QSize(100, 100), 1);
        QCOMPARE(picture.size(), QSize(100, 100));
        QVERIFY(cache.idle());
        QCOMPARE(ready.size(), 1);
    }

    void askingTwiceRendersOnce()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        for (int i = 0; i < 5; ++i)
            cache.picture(u"sate"_s, QSize(60, 60), 1);
        QVERIFY(ready.wait());
        cache.clear();
        QCOMPARE(ready.size(), 1);
    }

    void eachSizeRatioAndToneIsItsOwnPicture()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        cache.picture(u"bakso"_s, QSize(50, 50), 1);
        cache.picture(u"bakso"_s, QSize(50, 50), 2);
        cache.picture(u"bakso"_s, QSize(50, 50), 1, ArtCache::Tone::Grey);
        QTRY_COMPARE(ready.size(), 3);
        QCOMPARE(cache.picture(u"bakso"_s, QSize(50, 50), 2).size(), QSize(100, 100));
        const QImage grey = cache.picture(u"bakso"_s, QSize(50, 50), 1, ArtCache::Tone::Grey).toImage();
        QVERIFY(grey.convertToFormat(QImage::Format_ARGB32).pixelColor(25, 25).saturation() < 3);
        const QImage full = cache.picture(u"bakso"_s, QSize(50, 50), 1).toImage();
        QVERIFY(full != grey);
    }

    void anUnknownPictureIsReportedOnceAndNeverAskedForAgain()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        QTest::ignoreMessage(QtWarningMsg, "There is no picture bukan-makanan");
        QVERIFY(cache.picture(u"bukan-makanan"_s, QSize(50, 50), 1).isNull());
        QTRY_VERIFY(cache.idle());
        QVERIFY(cache.picture(u"bukan-makanan"_s, QSize(50, 50), 1).isNull());
        QVERIFY(cache.idle());
        QCOMPARE(ready.size(), 0);
    }

    void staysWithinItsBytes()
    {
        const qsizetype most = 4 * 80 * 80 * 3;
        ArtCache cache(most);
        QSignalSpy ready(&cache, &ArtCache::ready);
        const QStringList names = {u"soto"_s, u"sate"_s, u"bakso"_s, u"rawon"_s, u"kopi"_s, u"nasi"_s};
        for (const QString &name : names)
            cache.picture(name, QSize(80, 80), 1);
        QTRY_COMPARE(ready.size(), names.size());
        QVERIFY(cache.bytes() <= most);
        QVERIFY(cache.bytes() > 0);
    }

    void theLatestWishComesFirstAndForesightLast()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        // The first one keeps the worker busy while the others queue up.
        cache.picture(u"nasi_goreng"_s, QSize(900, 900), 1);
        cache.prefetch(u"rawon"_s, QSize(40, 40), 1);
        cache.picture(u"soto"_s, QSize(40, 40), 1);
        cache.picture(u"kopi"_s, QSize(40, 40), 1);
        QTRY_COMPARE(ready.size(), 4);
        QStringList order;
        for (const auto &call : ready)
            order.append(call.first().toString());
        QVERIFY(order.indexOf(u"kopi"_s) < order.indexOf(u"soto"_s));
        QCOMPARE(order.last(), u"rawon"_s);
    }

    void aPictureOfTheRestaurantsOwnTakesThePlaceOfOurs()
    {
        QTemporaryDir folder;
        QImage photo(40, 40, QImage::Format_RGB32);
        photo.fill(QColor(200, 30, 40));
        const QString path = folder.filePath(u"soto.png"_s);
        QVERIFY(photo.save(path));
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        cache.picture(u"soto"_s, QSize(40, 40), 1);
        cache.picture(u"sate"_s, QSize(40, 40), 1);
        QTRY_COMPARE(ready.size(), 2);
        ready.clear();
        cache.setFiles({{u"soto"_s, path}});
        QCOMPARE(ready.size(), 1); // whoever shows a soto paints it anew; the sate stays
        QVERIFY(!cache.picture(u"sate"_s, QSize(40, 40), 1).isNull());
        QVERIFY(cache.picture(u"soto"_s, QSize(40, 40), 1).isNull());
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(cache.picture(u"soto"_s, QSize(40, 40), 1).toImage().pixelColor(20, 20), QColor(200, 30, 40));
        cache.setFiles({{u"soto"_s, path}});
        QCOMPARE(ready.size(), 2);
        cache.setFiles({});
        QVERIFY(cache.picture(u"soto"_s, QSize(40, 40), 1).isNull());
        QTRY_VERIFY(cache.idle());
        QVERIFY(cache.picture(u"soto"_s, QSize(40, 40), 1).toImage().pixelColor(20, 20) != QColor(200, 30, 40));
    }

    void whoWaitsWhileFilesChangeIsToldToAskAgain()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        cache.picture(u"sate"_s, QSize(40, 40), 1);
        cache.setFiles({{u"soto"_s, u"/none.png"_s}});
        QStringList names;
        for (const auto &call : ready)
            names << call.first().toString();
        QVERIFY(names.contains(u"sate"_s));
        QVERIFY(cache.picture(u"sate"_s, QSize(40, 40), 1).isNull());
        QTRY_VERIFY(!cache.picture(u"sate"_s, QSize(40, 40), 1).isNull());
    }

    void readsPhotographsFromDisk()
    {
        QTemporaryDir folder;
        QImage photo(400, 300, QImage::Format_RGB32);
        photo.fill(QColor(200, 30, 40));
        const QString path = folder.filePath(u"foto.png"_s);
        QVERIFY(photo.save(path));
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        cache.picture(path, QSize(100, 100), 1);
        QVERIFY(ready.wait());
        const QPixmap picture = cache.picture(path, QSize(100, 100), 1);
        QCOMPARE(picture.size(), QSize(100, 75));
        QCOMPARE(picture.toImage().pixelColor(50, 40), QColor(200, 30, 40));
    }

    void aBrokenFileHarmsNobody()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"rusak.svg"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<svg><path d=");
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"There is no picture.*"_s));
        ArtCache cache;
        QVERIFY(cache.picture(path, QSize(50, 50), 1).isNull());
        QTRY_VERIFY(cache.idle());
        QVERIFY(cache.picture(path, QSize(50, 50), 1).isNull());
    }

    void clearForgetsAndWhatWasUnderWayDoesNotArrive()
    {
        ArtCache cache;
        QSignalSpy ready(&cache, &ArtCache::ready);
        cache.picture(u"soto"_s, QSize(300, 300), 1);
        cache.clear();
        QCoreApplication::processEvents();
        QCOMPARE(ready.size(), 0);
        QCOMPARE(cache.bytes(), 0);
        QVERIFY(cache.idle());
    }

    void everyIconOfTheLookIsThereAndTakesItsColour()
    {
        Icons icons;
        const QStringList names = {u"back"_s, u"next"_s, u"up"_s, u"down"_s, u"plus"_s, u"minus"_s, u"close"_s, u"check"_s, u"erase"_s, u"basket"_s, u"trash"_s, u"alert"_s,
                                   u"clock"_s, u"star"_s, u"chili"_s, u"leaf"_s, u"tag"_s, u"octagon"_s};
        for (const QString &name : names) {
            const QImage image = icons.pixmap(name, 48, Qt::red, 1).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            bool inked = false;
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 48; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    inked = inked || pixel.alpha() > 200;
                    QVERIFY(pixel.alpha() == 0 || pixel.red() > 150);
                    QVERIFY(pixel.alpha() < 200 || pixel.green() < 10);
                }
            }
            QVERIFY2(inked, qPrintable(name));
        }
        QVERIFY(!Icons::exists(u"keranjang"_s));
        QTest::ignoreMessage(QtWarningMsg, "There is no icon named keranjang");
        QVERIFY(icons.pixmap(u"keranjang"_s, 48, Qt::red, 1).isNull());
    }
};

QTEST_MAIN(TestArtCache)
#include "tst_artcache.moc"
