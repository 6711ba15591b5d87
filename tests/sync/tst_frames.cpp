// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/frames.h>

#include <base/random.h>
#include <transport/link.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

Origin origin(uint number)
{
    return {DeviceId(QUuid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), 0x1234567890abcdefull};
}

HelloFrame hello()
{
    HelloFrame frame;
    frame.origin = origin(1);
    frame.kind = NodeKind::Kitchen;
    frame.name = u"Dapur Sate Ayam"_s;
    frame.store = u"pasar-saji"_s;
    frame.have.raise(origin(1), 7);
    frame.have.raise(origin(2), 9'000'000'000);
    frame.catalog = {u"0197-epoch"_s, 42};
    frame.appVersion = u"0.1.0"_s;
    frame.instance = 1ull << 40; // QCborValue, which some tests use, has no larger ones
    frame.pingEvery = 10s;
    return frame;
}

ExchangeFrame exchange()
{
    ExchangeFrame frame;
    frame.have.raise(origin(2), 3);
    frame.events.append(
        {{{Hlc::of(1'750'000'000'000ms, 5), origin(3), 12}, u"order.placed"_s, QByteArray("\x00\xff payload", 10), 0ms}, 1500ms});
    frame.events.append({{{Hlc::of(1'750'000'000'001ms, 0), origin(3), 13}, u"order.advanced"_s, {}, 0ms}, 0ms});
    frame.yourPast = PastClaim{41, {{41, Hlc{99}}, {40, Hlc{98}}}};
    return frame;
}

QList<Frame> samples()
{
    return {hello(), exchange(), ExchangeFrame(), CatalogFrame{{u"e"_s, 3}}, PingFrame{7, "report"}, PingFrame{0, {}}, PongFrame{~0ull}};
}

//! A frame as another implementation might write it.
QByteArray foreign(const QString &word, const QCborMap &fields)
{
    return QCborArray{word, fields}.toCborValue().toCbor();
}

ErrorCode codeOf(const QByteArray &bytes)
{
    const auto frame = decodeFrame(bytes);
    return frame ? ErrorCode::Cancelled : frame.error().code;
}

} // namespace

class TestFrames : public QObject
{
    Q_OBJECT

private slots:
    void helloSurvivesTheWire();
    void exchangeSurvivesTheWire();
    void theOthersSurviveTheWire();
    void theSameStateIsTheSameBytes();
    void theLargestExchangeFitsAFrame();
    void unknownFieldsAreIgnored();
    void anUnknownFrameIsOfANewerSaji();
    void everyTruncationIsMalformedAndSaysWhere();
    void randomBytesAreRefused();
    void changedBytesAreAFrameOrRefused();
    void refuses_data();
    void refuses();
    void aLengthThatLiesReservesNothing();
};

void TestFrames::helloSurvivesTheWire()
{
    const auto frame = decodeFrame(encodeFrame(hello()));
    QVERIFY2(frame, qPrintable(frame ? QString() : frame.error().detail));
    const auto &got = std::get<HelloFrame>(*frame);
    const auto sent = hello();
    QCOMPARE(got.protocol, sent.protocol);
    QCOMPARE(got.origin, sent.origin);
    QCOMPARE(got.kind, sent.kind);
    QCOMPARE(got.name, sent.name);
    QCOMPARE(got.store, sent.store);
    QCOMPARE(got.have, sent.have);
    QCOMPARE(got.catalog, sent.catalog);
    QCOMPARE(got.appVersion, sent.appVersion);
    QCOMPARE(got.instance, sent.instance);
    QCOMPARE(got.pingEvery, sent.pingEvery);
}

void TestFrames::exchangeSurvivesTheWire()
{
    const auto frame = decodeFrame(encodeFrame(exchange()));
    QVERIFY2(frame, qPrintable(frame ? QString() : frame.error().detail));
    const auto &got = std::get<ExchangeFrame>(*frame);
    const auto sent = exchange();
    QCOMPARE(got.have, sent.have);
    QCOMPARE(got.yourPast, sent.yourPast);
    QCOMPARE(got.events.size(), sent.events.size());
    for (int i = 0; i < got.events.size(); ++i) {
        QCOMPARE(got.events[i].event.stamp, sent.events[i].event.stamp);
        QCOMPARE(got.events[i].event.kind, sent.events[i].event.kind);
        QCOMPARE(got.events[i].event.payload, sent.events[i].event.payload);
        QCOMPARE(got.events[i].age, sent.events[i].age);
    }
}

void TestFrames::theOthersSurviveTheWire()
{
    QCOMPARE(std::get<CatalogFrame>(*decodeFrame(encodeFrame(CatalogFrame{{u"e"_s, 3}}))).catalog, (CatalogVersion{u"e"_s, 3}));
    const auto ping = std::get<PingFrame>(*decodeFrame(encodeFrame(PingFrame{7, "report"})));
    QCOMPARE(ping.number, 7);
    QCOMPARE(ping.report, "report");
    QCOMPARE(std::get<PongFrame>(*decodeFrame(encodeFrame(PongFrame{~0ull}))).number, ~0ull);
}

void TestFrames::theSameStateIsTheSameBytes()
{
    HelloFrame forward = hello();
    HelloFrame backward = hello();
    forward.have = backward.have = {};
    for (uint i = 0; i < 50; ++i) {
        forward.have.raise(origin(i), 1);
        backward.have.raise(origin(49 - i), 1);
    }
    QCOMPARE(encodeFrame(forward), encodeFrame(backward));
}

void TestFrames::theLargestExchangeFitsAFrame()
{
    ExchangeFrame frame;
    const auto share = maxExchangeBytes / maxExchangeEvents;
    for (int i = 0; i < maxExchangeEvents; ++i)
        frame.events.append({{{HlcClock::limit(), origin(1), ~0ull >> 1}, QString(64, u'é'), QByteArray(share, 'x'), 0ms}, 24h * 36500});
    for (uint i = 0; i < 1000; ++i)
        frame.have.raise(origin(i), ~0ull >> 1);
    const auto bytes = encodeFrame(frame);
    QVERIFY2(bytes.size() <= Link::maxFrameBytes, qPrintable(QString::number(bytes.size())));
    QVERIFY(decodeFrame(bytes));
}

void TestFrames::unknownFieldsAreIgnored()
{
    auto value = QCborValue::fromCbor(encodeFrame(hello())).toArray();
    auto fields = value.at(1).toMap();
    fields[u"mood"_s] = QCborMap{{u"today"_s, QCborArray{1, 2, QCborMap{{3, 4}}}}};
    value[1] = fields;
    const auto frame = decodeFrame(value.toCborValue().toCbor());
    QVERIFY2(frame, qPrintable(frame ? QString() : frame.error().detail));
    QCOMPARE(std::get<HelloFrame>(*frame).name, hello().name);
}

void TestFrames::anUnknownFrameIsOfANewerSaji()
{
    QCOMPARE(codeOf(foreign(u"snapshot"_s, {{u"rows"_s, QCborArray{1, 2, 3}}})), ErrorCode::UnsupportedVersion);
}

void TestFrames::everyTruncationIsMalformedAndSaysWhere()
{
    for (const auto &sample : samples()) {
        const auto bytes = encodeFrame(sample);
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const auto frame = decodeFrame(bytes.left(length));
            QVERIFY2(!frame, qPrintable(u"%1 of %2"_s.arg(length).arg(bytes.size())));
            QCOMPARE(frame.error().code, ErrorCode::Malformed);
        }
        QCOMPARE(codeOf(bytes + '\0'), ErrorCode::Malformed);
        QCOMPARE(codeOf(bytes + bytes), ErrorCode::Malformed);
    }
    auto value = QCborValue::fromCbor(encodeFrame(exchange())).toArray();
    auto fields = value.at(1).toMap();
    auto events = fields.value(u"events"_s).toArray();
    auto event = events.at(1).toMap();
    event[u"seq"_s] = u"twelve"_s;
    events[1] = event;
    fields[u"events"_s] = events;
    value[1] = fields;
    const auto frame = decodeFrame(value.toCborValue().toCbor());
    QVERIFY(!frame);
    QVERIFY2(frame.error().detail.contains(u"events.1.seq"_s), qPrintable(frame.error().detail));
}

void TestFrames::randomBytesAreRefused()
{
    SeededRandom random(7);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes(qsizetype(random.below(200)), Qt::Uninitialized);
        for (auto &byte : bytes)
            byte = char(random.next());
        QVERIFY(!decodeFrame(bytes));
    }
}

void TestFrames::changedBytesAreAFrameOrRefused()
{
    SeededRandom random(8);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto bytes = encodeFrame(samples().at(qsizetype(random.below(7))));
        for (quint64 n = 1 + random.below(3); n > 0; --n)
            bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.next());
        const auto frame = decodeFrame(bytes);
        refused += !frame;
        if (!frame)
            continue;
        // Whatever was taken can be written again.
        QVERIFY(!encodeFrame(*frame).isEmpty());
    }
    QVERIFY(refused > 1000);
}

void TestFrames::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto without = [](const Frame &frame, const QString &key) {
        auto value = QCborValue::fromCbor(encodeFrame(frame)).toArray();
        auto fields = value.at(1).toMap();
        fields.remove(key);
        value[1] = fields;
        return value.toCborValue().toCbor();
    };
    const auto with = [](const Frame &frame, const QString &key, const QCborValue &content) {
        auto value = QCborValue::fromCbor(encodeFrame(frame)).toArray();
        auto fields = value.at(1).toMap();
        fields[key] = content;
        value[1] = fields;
        return value.toCborValue().toCbor();
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a number") << QByteArray("\x01", 1);
    QTest::newRow("JSON") << QByteArray(R"({"event":"new_order"})");
    QTest::newRow("one part") << QCborArray{u"hello"_s}.toCborValue().toCbor();
    QTest::newRow("three parts") << QCborArray{u"pong"_s, QCborMap{{u"number"_s, 1}}, 3}.toCborValue().toCbor();
    QTest::newRow("no map") << QCborArray{u"hello"_s, 3}.toCborValue().toCbor();
    QTest::newRow("hello without a node") << without(hello(), u"node"_s);
    QTest::newRow("hello without a store") << without(hello(), u"store"_s);
    QTest::newRow("hello with half a node") << with(hello(), u"node"_s, QByteArray(8, 'x'));
    QTest::newRow("hello with a null node") << with(hello(), u"node"_s, QByteArray(16, '\0'));
    QTest::newRow("hello of a toaster") << with(hello(), u"kind"_s, u"toaster"_s);
    QTest::newRow("hello with a name like a novel") << with(hello(), u"name"_s, QString(1000, u'x'));
    QTest::newRow("hello with a negative epoch") << with(hello(), u"epoch"_s, -1);
    QTest::newRow("a vector with text keys") << with(hello(), u"version_vector"_s, QCborMap{{u"kiosk"_s, 1}});
    QTest::newRow("a vector with a short key") << with(hello(), u"version_vector"_s, QCborMap{{QByteArray(23, 'x'), 1}});
    QTest::newRow("an event without a stamp") << with(exchange(), u"events"_s, QCborArray{QCborMap{{u"seq"_s, 1}}});
    QTest::newRow("events that are no list") << with(exchange(), u"events"_s, 3);
    QTest::newRow("a ping without a number") << without(PingFrame{1, "x"}, u"number"_s);
    QTest::newRow("a report that is a book") << with(PingFrame{1, "x"}, u"report"_s, QByteArray(maxReportBytes + 1, 'x'));

    ExchangeFrame many;
    auto event = exchange().events.last();
    QCborArray events;
    const auto one = QCborValue::fromCbor(encodeFrame(exchange())).toArray().at(1).toMap().value(u"events"_s).toArray().at(0);
    for (int i = 0; i <= maxExchangeEvents; ++i)
        events.append(one);
    QTest::newRow("201 events") << with(exchange(), u"events"_s, events);
    event.event.payload = QByteArray(60'000, 'x');
    many.events = {event, event, event};
    QTest::newRow("180 kB of payload") << encodeFrame(many);
    auto map = one.toMap();
    map[u"hlc"_s] = QCborValue(qint64(HlcClock::limit().value) + 1);
    QTest::newRow("a clock of the year 2300") << with(exchange(), u"events"_s, QCborArray{map});
    // {"number": 1, "number": 2}, which no map of Qt's can write
    QTest::newRow("the same key twice") << QByteArray("\x82\x64pong\xa2\x66number\x01\x66number\x02");
    QTest::newRow("a string in pieces") << QByteArray("\x82\x7f\x62po\x62ng\xff\xa1\x66number\x01");
    QTest::newRow("lists in lists in lists") << QByteArray("\x82\x64pong\xa2\x66number\x01\x61x") + QByteArray(100'000, '\x81');
}

void TestFrames::refuses()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(codeOf(bytes), ErrorCode::Malformed);
    QCOMPARE(codeOf(QByteArray(Link::maxFrameBytes + 1, 'x')), ErrorCode::TooLarge);
}

void TestFrames::aLengthThatLiesReservesNothing()
{
    // 2^60 bytes, entries and elements that are not there
    for (const char type : {'\x5b', '\x7b', '\x9b', '\xbb'}) {
        const auto liar = QByteArray("\x82\x64pong\xa1\x66number") + type + QByteArray("\x10\0\0\0\0\0\0\0", 8);
        QCOMPARE(codeOf(liar), ErrorCode::Malformed);
        QCOMPARE(codeOf(type + QByteArray("\x10\0\0\0\0\0\0\0", 8)), ErrorCode::Malformed);
    }
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestFrames)
#include "tst_frames.moc"
