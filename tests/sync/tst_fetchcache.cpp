// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/fetchcache.h>
#include <testkit/manualscheduler.h>
#include <testkit/switchboard.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

const auto serverName = u"server"_s;
const auto kioskName = u"kiosk"_s;

//! A server with things to fetch, and a device that keeps them.
struct Shop
{
    explicit Shop(const CachePolicy &as = CachePolicy::pictures()) : policy(as)
    {
        board.serve(serverName, [this](const HttpRequest &request, const HttpAnswer &answer) { respond(request, answer); });
        open();
    }
    void respond(const HttpRequest &request, const HttpAnswer &answer)
    {
        asked.append(request.path);
        if (status != 200) {
            answer({status, "text/plain", "no", {}});
            return;
        }
        const auto body = things.value(request.path);
        const auto tag = '"' + QByteArray::number(qulonglong(qHash(body, 0)), 16) + '"';
        if (body.isEmpty())
            answer(HttpResponse::error(404, QLatin1StringView("not_found"), u"nothing"_s));
        else if (request.headers.value("if-none-match") == tag)
            answer({304, {}, {}, {{"ETag", tag}}});
        else
            answer({200, "image/png", body, {{"ETag", tag}}});
    }
    void open() { cache = std::make_unique<FetchCache>(folder.path(), policy, board.httpClient(kioskName, serverName), clock, scheduler); }
    void restart()
    {
        cache.reset();
        open();
    }
    void pass(Milliseconds by) { scheduler.advance(by); }
    //! What comes of a request, within a second; the body, or the word of the error.
    QByteArray get(const QString &path)
    {
        QByteArray got = "no answer";
        cache->get(path, [&](const Result<FetchCache::Kept> &kept) {
            got = kept ? kept->body + (kept->isStale ? " (stale)" : "") : QByteArray(errorWord(kept.error().code).data());
        });
        pass(1s);
        return got;
    }
    QStringList objects() const { return QDir(folder.filePath(u"objects"_s)).entryList(QDir::Files); }

    CachePolicy policy;
    QTemporaryDir folder;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    Switchboard board{scheduler};
    QHash<QString, QByteArray> things{{u"/a"_s, "A"}, {u"/b"_s, "B"}, {u"/c"_s, "C"}};
    int status = 200;
    QStringList asked;
    std::unique_ptr<FetchCache> cache;
};

} // namespace

class TestFetchCache : public QObject
{
    Q_OBJECT

private slots:
    void thePublishedPolicies()
    {
        using enum CachePolicy::Strategy;
        QVERIFY(CachePolicy::apiAnswers().strategy == NetworkFirst && CachePolicy::apiAnswers().maxAge == 5min &&
                CachePolicy::apiAnswers().maxEntries == 100);
        QVERIFY(CachePolicy::masterData().strategy == StaleWhileRevalidate && CachePolicy::masterData().maxAge == 1h &&
                CachePolicy::masterData().maxEntries == 200);
        QVERIFY(CachePolicy::pictures().strategy == CacheFirst && CachePolicy::pictures().maxAge == 24h * 30 &&
                CachePolicy::pictures().maxEntries == 500);
    }

    void eachEnvironmentSetsItsOwnLimits()
    {
        const auto small = CachePolicy::pictures().with(u"12h/40"_s);
        QVERIFY(small);
        QVERIFY(small->maxAge == 12h && small->maxEntries == 40 && small->strategy == CachePolicy::Strategy::CacheFirst);
        QCOMPARE(CachePolicy::apiAnswers().with(u"90s/1"_s)->maxAge, Milliseconds(90s));
        QCOMPARE(CachePolicy::apiAnswers().with(u"7d/1"_s)->maxAge, Milliseconds(24h * 7));
        for (const auto &wrong : {u""_s, u"30d"_s, u"0d/5"_s, u"5min/0"_s, u"-5min/3"_s, u"5 min/3"_s, u"5m/3"_s, u"30d/500x"_s})
            QCOMPARE(CachePolicy::pictures().with(wrong).error().code, ErrorCode::InvalidArgument);
    }

    void cacheFirstAsksOnceWhileItIsYoung()
    {
        Shop shop;
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.asked.size(), 1);
        shop.things[u"/a"_s] = "A2";
        shop.pass(24h * 29);
        QCOMPARE(shop.get(u"/a"_s), "A");
        shop.pass(24h * 2);
        QCOMPARE(shop.get(u"/a"_s), "A2");
        QCOMPARE(shop.asked.size(), 2);
    }

    void whatIsOldIsBetterThanNoPicture()
    {
        Shop shop;
        QCOMPARE(shop.get(u"/a"_s), "A");
        shop.pass(24h * 40);
        shop.board.setDown(serverName);
        QCOMPARE(shop.get(u"/a"_s), "A (stale)");
        shop.board.setDown(serverName, false);
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.get(u"/a"_s), "A"); // found unchanged, it is young again
        QCOMPARE(shop.asked.size(), 2);
    }

    void networkFirstAsksEachTimeAndKeepsForAnOutage()
    {
        Shop shop(CachePolicy::apiAnswers());
        QCOMPARE(shop.get(u"/a"_s), "A");
        shop.things[u"/a"_s] = "A2";
        QCOMPARE(shop.get(u"/a"_s), "A2");
        QCOMPARE(shop.asked.size(), 2);
        shop.board.setDown(serverName);
        shop.pass(4min);
        QCOMPARE(shop.get(u"/a"_s), "A2");
        shop.pass(2min);
        // Older than the policy allows: an old answer would be taken for a new one.
        QCOMPARE(shop.get(u"/a"_s), "unreachable");
    }

    void staleWhileRevalidateAnswersAtOnceAndIsNewTheNextTime()
    {
        Shop shop(CachePolicy::masterData());
        QCOMPARE(shop.get(u"/a"_s), "A");
        shop.things[u"/a"_s] = "A2";
        QSignalSpy changed(shop.cache.get(), &FetchCache::changed);
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shop.get(u"/a"_s), "A2");
        shop.pass(2h);
        QCOMPARE(shop.get(u"/a"_s), "A2 (stale)");
    }

    void theSameIsAskedForOnceWhoeverWantsIt()
    {
        Shop shop;
        shop.board.setDelay(kioskName, serverName, 100ms);
        int answers = 0;
        for (int i = 0; i < 5; ++i) {
            shop.cache->get(u"/a"_s, [&](const Result<FetchCache::Kept> &kept) {
                QCOMPARE(kept->body, "A");
                ++answers;
            });
        }
        shop.pass(1s);
        QCOMPARE(answers, 5);
        QCOMPARE(shop.asked.size(), 1);
    }

    void twoNamesOfOnePictureAreOneFile()
    {
        Shop shop;
        shop.things[u"/b"_s] = "A";
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.get(u"/b"_s), "A");
        QCOMPARE(shop.cache->stats().entries, 2);
        QCOMPARE(shop.cache->stats().bytes, 1);
        QCOMPARE(shop.objects().size(), 1);
        QCOMPARE(shop.cache->file(u"/a"_s), shop.cache->file(u"/b"_s));
        QVERIFY(shop.cache->file(u"/a"_s).endsWith(u".png"_s));
        // One of them changes: the other keeps its own.
        shop.pass(24h * 31);
        shop.things[u"/b"_s] = "B";
        QCOMPARE(shop.get(u"/b"_s), "B");
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.objects().size(), 2);
    }

    void theLeastRecentlyUsedLeaveFirst()
    {
        Shop shop(*CachePolicy::pictures().with(u"30d/2"_s));
        shop.get(u"/a"_s);
        shop.get(u"/b"_s);
        shop.get(u"/a"_s);
        shop.get(u"/c"_s);
        QVERIFY(shop.cache->file(u"/b"_s).isEmpty());
        QVERIFY(!shop.cache->file(u"/a"_s).isEmpty());
        QCOMPARE(shop.objects().size(), 2);
        // The order of use survives a restart.
        shop.get(u"/a"_s);
        shop.restart();
        shop.get(u"/b"_s);
        QVERIFY(shop.cache->file(u"/c"_s).isEmpty());
        QVERIFY(!shop.cache->file(u"/a"_s).isEmpty());
    }

    void aSmallerLimitHoldsFromTheStart()
    {
        Shop shop;
        for (const auto &path : {u"/a"_s, u"/b"_s, u"/c"_s})
            shop.get(path);
        shop.policy.maxEntries = 1;
        shop.restart();
        QCOMPARE(shop.cache->stats().entries, 1);
        QCOMPARE(shop.objects().size(), 1);
    }

    void whatIsKeptSurvivesARestartAndACut()
    {
        Shop shop;
        shop.get(u"/a"_s);
        shop.restart();
        shop.board.setDown(serverName);
        QCOMPARE(shop.get(u"/a"_s), "A");
        // Contents that no index knows are swept away; an index whose content is gone is none.
        QFile stray(shop.folder.filePath(u"objects/1234"_s));
        QVERIFY(stray.open(QIODevice::WriteOnly));
        stray.close();
        QVERIFY(QFile::remove(shop.cache->file(u"/a"_s)));
        shop.restart();
        QVERIFY(shop.objects().isEmpty());
        QCOMPARE(shop.cache->stats().entries, 0);
        QCOMPARE(shop.get(u"/a"_s), "unreachable");
    }

    void aDamagedFileIsFetchedAnew()
    {
        Shop shop;
        shop.get(u"/a"_s);
        QFile file(shop.cache->file(u"/a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("X");
        file.close();
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.asked.size(), 2);
        QFile index(shop.folder.filePath(u"index.cbor"_s));
        shop.cache.reset();
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write("nonsense");
        index.close();
        shop.open();
        QCOMPARE(shop.get(u"/a"_s), "A");
    }

    void fetchesAheadOneAfterTheOther()
    {
        Shop shop;
        shop.get(u"/b"_s);
        shop.board.setDelay(kioskName, serverName, 50ms);
        QSignalSpy idle(shop.cache.get(), &FetchCache::idle);
        shop.cache->fetchAhead({u"/a"_s, u"/b"_s, u"/none"_s, u"/c"_s, u"/a"_s});
        shop.pass(60ms);
        QVERIFY(shop.asked.size() <= 2); // /b from before, and at most /a: the others wait for their turn
        shop.pass(1s);
        QCOMPARE(idle.size(), 1);
        QCOMPARE(shop.asked, QStringList({u"/b"_s, u"/a"_s, u"/none"_s, u"/c"_s}));
        QVERIFY(!shop.cache->file(u"/c"_s).isEmpty());
        QCOMPARE(shop.cache->stats().misses, 1); // nobody has waited for those
        shop.board.setDown(serverName);
        QCOMPARE(shop.get(u"/c"_s), "C");
    }

    void aServerThatSaysNoChangesNothing()
    {
        Shop shop;
        QCOMPARE(shop.get(u"/none"_s), "not_found");
        shop.get(u"/a"_s);
        shop.pass(24h * 31);
        shop.status = 500;
        QCOMPARE(shop.get(u"/a"_s), "A (stale)");
        QCOMPARE(shop.get(u"/c"_s), "refused");
    }

    void aLowHitRateIsSaidOnce()
    {
        Shop shop(*CachePolicy::pictures().with(u"30d/1"_s));
        QSignalSpy low(shop.cache.get(), &FetchCache::hitRateIsLow);
        QCOMPARE(shop.cache->stats().hitRatePercent(), 100);
        for (int i = 0; i < 40; ++i) {
            shop.get(u"/a"_s);
            shop.get(u"/b"_s); // each throws the other out
        }
        QCOMPARE(low.size(), 1);
        QVERIFY(shop.cache->stats().isLow());
        QCOMPARE(shop.cache->stats().hits, 0);
        for (int i = 0; i < 400; ++i)
            shop.get(u"/b"_s);
        QVERIFY(!shop.cache->stats().isLow());
        QVERIFY(shop.cache->stats().hitRatePercent() >= 80);
    }

    void clearForgetsEverything()
    {
        Shop shop;
        shop.get(u"/a"_s);
        shop.get(u"/b"_s);
        shop.cache->clear();
        QCOMPARE(shop.cache->stats().entries, 0);
        QCOMPARE(shop.cache->stats().bytes, 0);
        QVERIFY(shop.objects().isEmpty());
        shop.restart();
        QCOMPARE(shop.get(u"/a"_s), "A");
        QCOMPARE(shop.asked.size(), 3);
    }
};

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestFetchCache)
#include "tst_fetchcache.moc"
