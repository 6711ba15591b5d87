// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/firstanswer.h>
#include <engine/menupictures.h>
#include <gateway/picturefolder.h>
#include <testkit/manualscheduler.h>
#include <testkit/switchboard.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A server with a folder of pictures, and a kiosk that fetches them.
struct Restaurant
{
    Restaurant() : pictures(served.path())
    {
        pictures.addRoutes(router);
        board.serve(u"server"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
            asked.append(request.path);
            router.route(request, answer);
        });
        open();
    }
    void put(const QString &name, const QByteArray &bytes)
    {
        QFile file(served.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    void open()
    {
        kiosk = std::make_unique<MenuPictures>(
            MenuPictures::Rooms{kept.path(), [this] { return board.httpClient(u"kiosk"_s, u"server"_s); }, clock, scheduler},
            CachePolicy::masterData(), CachePolicy::pictures());
    }
    void refresh()
    {
        kiosk->refresh();
        scheduler.advance(2s);
    }
    QByteArray shown(const QString &name) const
    {
        QFile file(kiosk->files().value(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    HttpResponse get(const QString &path, const QByteArray &tag = {})
    {
        HttpRequest request;
        request.method = "GET";
        request.path = path;
        if (!tag.isEmpty())
            request.headers.insert("if-none-match", tag);
        HttpResponse response;
        router.route(request, [&](const HttpResponse &answer) { response = answer; });
        return response;
    }

    QTemporaryDir served, kept;
    ManualClock clock;
    ManualScheduler scheduler{clock};
    Switchboard board{scheduler};
    Router router;
    PictureFolder pictures;
    QStringList asked;
    std::unique_ptr<MenuPictures> kiosk;
};

} // namespace

//! A restaurant's own pictures of its dishes, from a folder at the server to the screens of its kiosks.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void whatIsInTheFolderIsOnTheKiosk()
    {
        Restaurant shop;
        QSignalSpy changed(shop.kiosk.get(), &MenuPictures::changed);
        shop.refresh();
        QVERIFY(shop.kiosk->files().isEmpty());
        shop.put(u"soto.png"_s, "a soup");
        shop.put(u"sate.jpg"_s, "a satay");
        shop.refresh(); // what is kept of the list is given at once, and asked for behind it
        QCOMPARE(shop.shown(u"soto"_s), "a soup");
        QCOMPARE(shop.shown(u"sate"_s), "a satay");
        QVERIFY(shop.kiosk->files().value(u"soto"_s).endsWith(u".png"_s));
        QVERIFY(shop.kiosk->files().value(u"sate"_s).endsWith(u".jpg"_s));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(shop.kiosk->figures().entries, 2);
        QCOMPARE(shop.kiosk->figures().bytes, 13);
    }

    void eachIsFetchedOnce()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        for (int i = 0; i < 5; ++i)
            shop.refresh();
        QCOMPARE(shop.asked.count(u"/api/pictures/soto/"_s), 1);
        shop.open(); // the program is started anew
        shop.refresh();
        QCOMPARE(shop.asked.count(u"/api/pictures/soto/"_s), 1);
        QCOMPARE(shop.shown(u"soto"_s), "a soup");
    }

    void anotherPictureTakesItsPlaceAndARemovedOneLeaves()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.put(u"soto.png"_s, "another soup");
        shop.refresh();
        shop.refresh();
        QCOMPARE(shop.shown(u"soto"_s), "another soup");
        QVERIFY(QFile::remove(shop.served.filePath(u"soto.png"_s)));
        shop.refresh();
        shop.refresh();
        QVERIFY(shop.kiosk->files().isEmpty());
    }

    void withoutTheServerTheKeptOnesAreShown()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.board.setDown(u"server"_s);
        shop.open();
        shop.refresh();
        QCOMPARE(shop.shown(u"soto"_s), "a soup");
    }

    void aHubGivesOnWhatItKeepsAndClaimsNothingElse()
    {
        Restaurant shop;
        // A second shop in front of the first one's: what its kiosk keeps, its hub gives on.
        PictureFolder onHub([&shop] { return shop.kiosk->files(); });
        Router hub;
        onHub.addRoutes(hub);
        const auto ask = [&hub](const QString &path) {
            HttpRequest request;
            request.method = "GET";
            request.path = path;
            HttpResponse response;
            hub.route(request, [&](const HttpResponse &answer) { response = answer; });
            return response;
        };
        QCOMPARE(ask(u"/api/pictures/"_s).status, 404); // not: there are none
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.refresh();
        QCOMPARE(ask(u"/api/pictures/"_s).body, shop.get(u"/api/pictures/"_s).body);
        QCOMPARE(ask(u"/api/pictures/soto/"_s).body, "a soup");
        QCOMPARE(ask(u"/api/pictures/sate/"_s).status, 404);
    }

    void withoutTheServerTheHubIsAsked()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.refresh();
        PictureFolder onHub([&shop] { return shop.kiosk->files(); });
        Router hub;
        onHub.addRoutes(hub);
        shop.board.serve(u"hub"_s, [&hub](const HttpRequest &request, const HttpAnswer &answer) { hub.route(request, answer); });
        shop.board.setDown(u"server"_s);
        const QTemporaryDir folder;
        MenuPictures late({folder.path(),
                           [&shop] {
                               std::vector<std::unique_ptr<HttpClient>> both;
                               both.push_back(shop.board.httpClient(u"kiosk 2"_s, u"server"_s));
                               both.push_back(shop.board.httpClient(u"kiosk 2"_s, u"hub"_s));
                               return std::make_unique<FirstAnswer>(std::move(both));
                           },
                           shop.clock, shop.scheduler},
                          CachePolicy::masterData(), CachePolicy::pictures());
        late.refresh();
        shop.scheduler.advance(10s);
        QFile soup(late.files().value(u"soto"_s));
        QVERIFY(soup.open(QIODevice::ReadOnly));
        QCOMPARE(soup.readAll(), "a soup");
    }

    void aPictureThatWasReplacedIsNotGivenUnderItsOldName()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.refresh();
        HttpRequest request;
        request.method = "GET";
        request.path = u"/api/pictures/soto/"_s;
        request.query.addQueryItem(u"sha256"_s, QString(64, u'0'));
        HttpResponse response;
        shop.router.route(request, [&](const HttpResponse &answer) { response = answer; });
        QCOMPARE(response.status, 404);
    }

    void aCacheThatIsTooSmallIsNoticed()
    {
        Restaurant shop;
        for (int i = 0; i < 60; ++i)
            shop.put(u"dish_%1.png"_s.arg(i), QByteArray::number(i));
        for (int i = 0; i < 4; ++i)
            shop.refresh();
        QCOMPARE(shop.kiosk->figures().entries, 60); // each was fetched once: that is no sign of too little room
        QVERIFY2(!shop.kiosk->figures().isLow, qPrintable(QString::number(shop.kiosk->figures().hitRatePercent)));
        shop.kiosk = std::make_unique<MenuPictures>(
            MenuPictures::Rooms{shop.kept.path(), [&shop] { return shop.board.httpClient(u"kiosk"_s, u"server"_s); }, shop.clock, shop.scheduler},
            CachePolicy::masterData(), *CachePolicy::pictures().with(u"30d/20"_s));
        for (int i = 0; i < 4; ++i)
            shop.refresh();
        QCOMPARE(shop.kiosk->figures().entries, 20);
        QVERIFY2(shop.kiosk->figures().isLow, qPrintable(QString::number(shop.kiosk->figures().hitRatePercent)));
    }

    void clearForgetsAndFetchesAgain()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.refresh();
        shop.kiosk->clear();
        QVERIFY(shop.kiosk->files().isEmpty());
        shop.scheduler.advance(2s);
        QCOMPARE(shop.shown(u"soto"_s), "a soup");
        QCOMPARE(shop.asked.count(u"/api/pictures/soto/"_s), 2);
    }

    void onlyPicturesLeaveTheFolder()
    {
        Restaurant shop;
        shop.put(u"soto.png"_s, "a soup");
        shop.put(u"notes.txt"_s, "secret");
        shop.put(u"Big Soup.png"_s, "x");
        shop.put(u"large.png"_s, QByteArray(PictureFolder::maxBytes + 1, 'x'));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"large.png.* is left out"_s));
        const auto list = shop.get(u"/api/pictures/"_s);
        QCOMPARE(list.status, 200);
        QCOMPARE(list.body.count("\"name\""), 1);
        for (const auto &path : {u"/api/pictures/notes/"_s, u"/api/pictures/..%2Fsaji/"_s, u"/api/pictures/large/"_s, u"/api/pictures/none/"_s}) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"large.png.* is left out"_s));
            QCOMPARE(shop.get(path).status, 404);
        }
        const auto soup = shop.get(u"/api/pictures/soto/"_s);
        QCOMPARE(soup.contentType, "image/png");
        QCOMPARE(shop.get(u"/api/pictures/soto/"_s, soup.headers.first().second).status, 304);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"large.png.* is left out"_s));
        QCOMPARE(shop.get(u"/api/pictures/"_s, list.headers.first().second).status, 304);
    }

    void aStrangersListHarmsNobody()
    {
        Restaurant shop;
        for (const auto *list : {"nonsense", "{}", R"({"pictures": [{"name": "../../etc", "sha256": "00"}, {"name": "soto", "sha256": "x"}, 7]})"}) {
            shop.board.serve(u"server"_s, [list](const HttpRequest &, const HttpAnswer &answer) { answer(HttpResponse::json(list)); });
            shop.refresh();
            shop.refresh();
            QVERIFY(shop.kiosk->files().isEmpty());
        }
        QVERIFY(!QDir(shop.kept.filePath(u"pictures/objects"_s)).entryList(QDir::Files).size());
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
