// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/resources.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

class tst_Sounds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        saji::initResources();
    }

    void everySignalOfTheKitchenIsThere()
    {
        QCOMPARE(QDir(u":/saji/sounds"_s).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"late.wav"_s, u"new-order.wav"_s, u"recalled.wav"_s, u"source-silent.wav"_s}));
    }

    void aSoundIsPlainLoudShortAndDoesNotClick_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto name : {"late", "new-order", "recalled", "source-silent"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aSoundIsPlainLoudShortAndDoesNotClick()
    {
        QFETCH(QString, name);
        QFile file(u":/saji/sounds/"_s + name + u".wav"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 44);
        QCOMPARE(bytes.first(4), "RIFF");
        QCOMPARE(bytes.sliced(8, 8), "WAVEfmt ");
        QCOMPARE(bytes.sliced(36, 4), "data");
        QCOMPARE(qFromLittleEndian<quint16>(bytes.constData() + 20), quint16(1));     // PCM
        QCOMPARE(qFromLittleEndian<quint16>(bytes.constData() + 22), quint16(1));     // mono
        QCOMPARE(qFromLittleEndian<quint32>(bytes.constData() + 24), quint32(44'100));
        QCOMPARE(qFromLittleEndian<quint16>(bytes.constData() + 34), quint16(16));    // bits
        QCOMPARE(qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 40)), bytes.size() - 44);

        const qsizetype samples = (bytes.size() - 44) / 2;
        QVERIFY(samples > 44'100 / 4);
        QVERIFY(samples < 44'100 * 5 / 4);
        const auto sample = [&bytes](qsizetype i) { return qAbs(int(qFromLittleEndian<qint16>(bytes.constData() + 44 + 2 * i))); };
        int loudest = 0;
        for (qsizetype i = 0; i < samples; ++i)
            loudest = qMax(loudest, sample(i));
        QVERIFY2(loudest > 26'000 && loudest < 31'000, qPrintable(QString::number(loudest)));
        for (qsizetype i = 0; i < 8; ++i) {
            QVERIFY(sample(i) < 2'000);
            QVERIFY(sample(samples - 1 - i) < 500);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Sounds)
#include "tst_sounds.moc"
