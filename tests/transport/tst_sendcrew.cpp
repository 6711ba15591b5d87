// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendcrew.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace saji;

namespace {

//! Takes so many bytes of each write.
class CountingStream final : public ByteStream
{
public:
    explicit CountingStream(std::size_t takes) : m_takes(takes) {}

    void read(User &, boost::asio::mutable_buffer) override {}
    bool readsAtOnce() const override { return true; }
    void write(User &, std::span<const boost::asio::const_buffer>) override {}
    std::size_t writeNow(boost::asio::const_buffer bytes) override
    {
        ++writes;
        written += QByteArray(static_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return std::min(m_takes, bytes.size());
    }
    std::size_t writeNow(const ReadyBytes &) override { return 0; }
    void shutdownSend() override {}
    void close() override {}

    int writes = 0;
    QByteArray written;

private:
    std::size_t m_takes;
};

} // namespace

class TestSendCrew : public QObject
{
    Q_OBJECT

private slots:
    void everyStreamIsWrittenToOnceAndItsCountComesBack_data()
    {
        QTest::addColumn<int>("streams");
        for (const int streams : {0, 1, 15, 16, 17, 1000})
            QTest::addRow("%d", streams) << streams;
    }

    void everyStreamIsWrittenToOnceAndItsCountComesBack()
    {
        QFETCH(int, streams);
        SendCrew crew;
        for (int round = 0; round < 200; ++round) {
            std::vector<std::unique_ptr<CountingStream>> all;
            std::vector<SendCrew::Job> jobs;
            QByteArrayList texts;
            for (int i = 0; i < streams; ++i)
                texts.append(QByteArray::number(i));
            for (int i = 0; i < streams; ++i) {
                all.push_back(std::make_unique<CountingStream>(std::size_t(i % 3)));
                jobs.push_back({all.back().get(), {texts[i].constData(), std::size_t(texts[i].size())}});
            }
            crew.write(jobs);
            // Whatever the helper wrote is there when the call returns.
            for (int i = 0; i < streams; ++i) {
                QCOMPARE(all[size_t(i)]->writes, 1);
                QCOMPARE(all[size_t(i)]->written, texts[i]);
                QCOMPARE(jobs[size_t(i)].sent, std::size_t(std::min<qsizetype>(i % 3, texts[i].size())));
            }
        }
    }

    void endsWithoutEverHavingBegunAndWhileItRests()
    {
        {
            const SendCrew idle;
        }
        for (int i = 0; i < 100; ++i) {
            CountingStream stream(1);
            std::vector<SendCrew::Job> jobs{{&stream, {"x", 1}}};
            SendCrew crew;
            crew.write(jobs);
            QCOMPARE(jobs.front().sent, std::size_t(1));
        }
    }
};

QTEST_GUILESS_MAIN(TestSendCrew)
#include "tst_sendcrew.moc"
