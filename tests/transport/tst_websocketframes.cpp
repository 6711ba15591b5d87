// SPDX-License-Identifier: GPL-3.0-or-later
#include <websocketframes.h>

#include <base/random.h>

#include <QTest>
#include <QtEndian>

using namespace saji;

namespace {

constexpr qsizetype maxMessage = 1000;
using Kind = WebSocketEvent::Kind;

//! A frame as a client sends it.
QByteArray frame(int opcode, const QByteArray &payload, bool isFinal = true, const QByteArray &mask = "\x12\x34\x56\x78")
{
    QByteArray bytes(1, char((isFinal ? 0x80 : 0) | opcode));
    if (payload.size() <= 125) {
        bytes.append(char(0x80 | payload.size()));
    } else if (payload.size() <= 0xffff) {
        const auto big = qToBigEndian(quint16(payload.size()));
        bytes.append(char(0x80 | 126)).append(reinterpret_cast<const char *>(&big), sizeof big);
    } else {
        const auto big = qToBigEndian(quint64(payload.size()));
        bytes.append(char(0x80 | 127)).append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    bytes.append(mask);
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes.append(char(payload[i] ^ mask[i % 4]));
    return bytes;
}

QList<WebSocketEvent> feed(WebSocketDecoder &decoder, const QByteArray &bytes)
{
    return decoder.feed({bytes.constData(), size_t(bytes.size())});
}

QList<WebSocketEvent> decode(const QByteArray &bytes)
{
    WebSocketDecoder decoder(maxMessage);
    return feed(decoder, bytes);
}

} // namespace

class TestWebSocketFrames : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExampleOfTheStandard()
    {
        // RFC 6455 section 5.7: a single-frame masked text message "Hello".
        const auto events = decode(QByteArray::fromHex("818537fa213d7f9f4d5158"));
        QCOMPARE(events.size(), 1);
        QVERIFY(events[0].kind == Kind::Text);
        QCOMPARE(events[0].payload, QByteArray("Hello"));
    }

    void readsMessagesOfEveryLength_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 125, 126, 127, 999, 1000})
            QTest::addRow("%d", length) << length;
    }

    void readsMessagesOfEveryLength()
    {
        QFETCH(int, length);
        const QByteArray payload(length, 'x');
        const auto events = decode(frame(2, payload));
        QCOMPARE(events.size(), 1);
        QVERIFY(events[0].kind == Kind::Binary);
        QCOMPARE(events[0].payload, payload);
    }

    void doesNotCareHowTheBytesAreCut()
    {
        SeededRandom random(11);
        const auto bytes = frame(2, "first", false) + frame(9, "ping") + frame(0, QByteArray(300, 'm'), false) + frame(10, "pong") + frame(0, "last")
                           + frame(2, {}) + frame(2, QByteArray(900, 'z')) + frame(8, QByteArray("\x0f\xa2", 2) + "store");
        const auto whole = decode(bytes);
        QCOMPARE(whole.size(), 6);
        QVERIFY(whole[0].kind == Kind::Ping && whole[1].kind == Kind::Pong);
        QCOMPARE(whole[2].payload, "first" + QByteArray(300, 'm') + "last");
        QVERIFY(whole[5].kind == Kind::Close);
        QCOMPARE(whole[5].code, quint16(4002));
        QCOMPARE(whole[5].payload, QByteArray("store"));
        for (int run = 0; run < 200; ++run) {
            WebSocketDecoder decoder(maxMessage);
            QList<WebSocketEvent> events;
            for (qsizetype at = 0; at < bytes.size();) {
                const auto count = std::min<qsizetype>(1 + qsizetype(random.below(run < 2 ? 1 : 40)), bytes.size() - at);
                events += feed(decoder, bytes.mid(at, count));
                at += count;
            }
            QVERIFY(events == whole);
        }
    }

    void refusesWhatIsNotTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no mask") << QByteArray::fromHex("8205") + "hello";
        QTest::newRow("reserved bit") << QByteArray(1, char(0xc2)) + frame(2, "x").mid(1);
        QTest::newRow("unknown data opcode") << frame(3, "x");
        QTest::newRow("unknown control opcode") << frame(11, "x");
        QTest::newRow("control in parts") << frame(9, "x", false);
        QTest::newRow("control too long") << frame(9, QByteArray(126, 'x'));
        QTest::newRow("continuation of nothing") << frame(0, "x");
        QTest::newRow("message within a message") << frame(2, "x", false) + frame(2, "y");
        QTest::newRow("negative length") << QByteArray::fromHex("82ff8000000000000001") + "mask";
        QTest::newRow("half a close code") << frame(8, "x");
        QTest::newRow("close code that is never sent") << frame(8, QByteArray("\x03\xee", 2)); // 1006
        QTest::newRow("close code out of range") << frame(8, QByteArray("\x00\x01", 2));
    }

    void refusesWhatIsNotTheProtocol()
    {
        QFETCH(QByteArray, bytes);
        WebSocketDecoder decoder(maxMessage);
        const auto events = feed(decoder, bytes);
        QVERIFY(!events.isEmpty());
        QVERIFY(events.last().kind == Kind::Broken);
        QCOMPARE(events.last().code, quint16(1002));
        QVERIFY(feed(decoder, frame(2, "after")).isEmpty());
    }

    void refusesTooMuchBeforeKeepingAByteOfIt()
    {
        WebSocketDecoder decoder(maxMessage);
        const auto huge = QByteArray::fromHex("82ff7fffffffffffffff") + "mask";
        const auto events = feed(decoder, huge);
        QCOMPARE(events.size(), 1);
        QVERIFY(events[0].kind == Kind::Broken);
        QCOMPARE(events[0].code, quint16(1009));
        QVERIFY(decode(frame(2, QByteArray(maxMessage + 1, 'x'))).at(0).code == 1009);
        const auto inParts = decode(frame(2, QByteArray(600, 'x'), false) + frame(0, QByteArray(401, 'x')));
        QCOMPARE(inParts.size(), 1);
        QCOMPARE(inParts[0].code, quint16(1009));
    }

    void saysWhatItIsGoingToHold()
    {
        WebSocketDecoder decoder(maxMessage);
        QCOMPARE(decoder.announcedBytes(), 0);
        const auto bytes = frame(2, QByteArray(800, 'x'));
        (void)feed(decoder, bytes.first(20));
        QVERIFY(decoder.announcedBytes() >= 800);
        (void)feed(decoder, bytes.mid(20));
        QCOMPARE(decoder.announcedBytes(), 0);
    }

    void survivesRandomBytes()
    {
        SeededRandom random(5);
        for (int run = 0; run < 2000; ++run) {
            WebSocketDecoder decoder(maxMessage);
            for (int part = 0; part < 5; ++part) {
                QByteArray bytes;
                for (quint64 i = random.below(60); i > 0; --i)
                    bytes.append(char(random.next()));
                for (const auto &event : feed(decoder, bytes))
                    QVERIFY(event.payload.size() <= maxMessage);
                QVERIFY(decoder.announcedBytes() <= maxMessage + 125);
            }
        }
    }

    void writesHeadersOfEveryLength()
    {
        QCOMPARE(webSocketHeader(WebSocketOpcode::Binary, 5), QByteArray::fromHex("8205"));
        QCOMPARE(webSocketHeader(WebSocketOpcode::Binary, 125), QByteArray::fromHex("827d"));
        QCOMPARE(webSocketHeader(WebSocketOpcode::Binary, 256), QByteArray::fromHex("827e0100")); // RFC 6455 section 5.7
        QCOMPARE(webSocketHeader(WebSocketOpcode::Binary, 65536), QByteArray::fromHex("827f0000000000010000"));
        QCOMPARE(webSocketHeader(WebSocketOpcode::Ping, 0), QByteArray::fromHex("8900"));
        QCOMPARE(webSocketCloseFrame(1009, "big"), QByteArray::fromHex("880503f1") + "big");
    }
};

QTEST_GUILESS_MAIN(TestWebSocketFrames)
#include "tst_websocketframes.moc"
