// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! What one room may name: our libraries in `#include <lib/…>` and everything in its PUBLIC and PRIVATE links.
struct Room
{
    QStringList includes;
    QStringList links;
};

const QHash<QString, Room> &rooms()
{
    static const QHash<QString, Room> map{
        {u"base"_s, {{}, {u"Qt6::Core"_s, u"tl::expected"_s}}},
        {u"domain"_s, {{u"base"_s}, {u"saji::base"_s}}},
        {u"services"_s, {{u"domain"_s, u"base"_s}, {u"saji::domain"_s}}},
        {u"store"_s, {{u"base"_s}, {u"saji::base"_s, u"Qt6::Core"_s, u"Qt6::Sql"_s, u"SQLite::SQLite3"_s}}},
        {u"trust"_s, {{u"base"_s}, {u"saji::base"_s, u"Qt6::Core"_s, u"OpenSSL::Crypto"_s}}},
        {u"transport"_s,
         {{u"base"_s, u"trust"_s},
          {u"saji::base"_s, u"saji::trust"_s, u"Qt6::Core"_s, u"Qt6::Network"_s, u"Qt6::WebSockets"_s, u"Boost::headers"_s,
           u"Threads::Threads"_s, u"ZLIB::ZLIB"_s, u"OpenSSL::SSL"_s, u"PkgConfig::AVAHI"_s}}},
        {u"sync"_s, {{u"store"_s, u"transport"_s, u"trust"_s, u"base"_s}, {u"saji::store"_s, u"saji::transport"_s, u"simdjson::simdjson"_s}}},
        {u"engine"_s,
         {{u"services"_s, u"domain"_s, u"store"_s, u"sync"_s, u"transport"_s, u"trust"_s, u"base"_s},
          {u"saji::services"_s, u"saji::store"_s, u"saji::sync"_s, u"saji::transport"_s, u"simdjson::simdjson"_s}}},
        {u"presentation"_s, {{u"services"_s, u"domain"_s, u"base"_s}, {u"saji::services"_s}}},
        {u"widgets"_s, {{u"base"_s, u"resources"_s}, {u"saji::base"_s, u"saji::resources"_s, u"Qt6::Widgets"_s, u"Qt6::Svg"_s}}},
        {u"gateway"_s,
         {{u"engine"_s, u"services"_s, u"domain"_s, u"store"_s, u"sync"_s, u"transport"_s, u"trust"_s, u"base"_s},
          {u"saji::engine"_s, u"saji::transport"_s, u"Qt6::Core"_s}}},
    };
    return map;
}

const QStringList allRooms = rooms().keys();

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! Our libraries that a source names in its includes, other than itself.
QStringList librariesIncluded(const QString &source, const QString &self)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"](\\w+)/"_s, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = include.globalMatch(source); match.hasNext();) {
        const QString name = match.next().captured(1);
        if (name != self && (allRooms.contains(name) || name == u"resources"_s) && !found.contains(name))
            found << name;
    }
    return found;
}

//! The targets named after PUBLIC and PRIVATE in a saji_add_library(…) or target_link_libraries(…).
QStringList targetsLinked(const QString &cmake)
{
    static const QRegularExpression comment(u"#[^\\n]*"_s);
    static const QRegularExpression target(u"\\b([A-Za-z0-9]+::[A-Za-z0-9]+)\\b"_s);
    QStringList found;
    const QString code = QString(cmake).remove(comment);
    for (auto match = target.globalMatch(code); match.hasNext();) {
        const QString name = match.next().captured(1);
        if (!found.contains(name))
            found << name;
    }
    return found;
}

QStringList strangers(const QStringList &named, const QStringList &allowed)
{
    QStringList result;
    for (const QString &name : named) {
        if (!allowed.contains(name))
            result << name;
    }
    return result;
}

QStringList sourcesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

const QString root = QStringLiteral(SAJI_SOURCE_DIR);

} // namespace

class tst_Architecture : public QObject
{
    Q_OBJECT

private slots:
    void aRoomIncludesOnlyWhatItMay_data()
    {
        QTest::addColumn<QString>("room");
        for (const QString &room : allRooms)
            QTest::newRow(qPrintable(room)) << room;
    }

    void aRoomIncludesOnlyWhatItMay()
    {
        QFETCH(QString, room);
        int looked = 0;
        for (const QString &part : {u"/include"_s, u"/src"_s}) {
            for (const QString &file : sourcesUnder(root + u"/libs/"_s + room + part)) {
                ++looked;
                const QStringList wrong = strangers(librariesIncluded(read(file), room), rooms()[room].includes);
                QVERIFY2(wrong.isEmpty(), qPrintable(file + u" may not include "_s + wrong.join(u", "_s)));
            }
        }
        QVERIFY2(looked > 0, "no sources found: has the room moved?");
    }

    void aRoomLinksOnlyWhatItMay_data() { aRoomIncludesOnlyWhatItMay_data(); }

    void aRoomLinksOnlyWhatItMay()
    {
        QFETCH(QString, room);
        const QString cmake = read(root + u"/libs/"_s + room + u"/CMakeLists.txt"_s);
        const QString declaration = cmake.section(u"saji_add_library("_s, 1, 1).section(u")"_s, 0, 0);
        QVERIFY2(!declaration.isEmpty(), "the library is not declared with saji_add_library");
        const QStringList wrong = strangers(targetsLinked(declaration), rooms()[room].links);
        QVERIFY2(wrong.isEmpty(), qPrintable(room + u" may not link "_s + wrong.join(u", "_s)));
    }

    void everyRoomIsOnTheMap()
    {
        QStringList present = QDir(root + u"/libs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QStringList mapped = allRooms;
        mapped.sort();
        QCOMPARE(present, mapped);
    }

    void screensKnowNoSocketAndNoSql()
    {
        // Windows are furnished with services; a window that opens a database has skipped the map.
        static const QRegularExpression forbidden(u"#\\s*include\\s*<(QSql\\w*|QWebSocket\\w*|QNetwork\\w*|QTcp\\w*|store/|sync/)"_s);
        for (const QString &program : {u"kiosk"_s, u"kitchen"_s, u"admin"_s}) {
            for (const QString &file : sourcesUnder(root + u"/apps/"_s + program)) {
                const auto match = forbidden.match(read(file));
                QVERIFY2(!match.hasMatch(), qPrintable(file + u" names "_s + match.captured(1)));
            }
        }
    }

    void engineAndSyncReadNoRealClock()
    {
        // Determinism: time, timers and chance are handed in (docs/architecture.md section 3).
        static const QRegularExpression forbidden(
            u"\\b(QTimer|QDateTime::current\\w+|QElapsedTimer|QRandomGenerator|system_clock::now|steady_clock::now|std::rand|::time\\()"_s);
        for (const QString &room : {u"domain"_s, u"store"_s, u"sync"_s, u"engine"_s}) {
            for (const QString &file : sourcesUnder(root + u"/libs/"_s + room)) {
                const auto match = forbidden.match(read(file));
                QVERIFY2(!match.hasMatch(), qPrintable(file + u" uses "_s + match.captured(1)));
            }
        }
    }

    void noLibraryWaitsInside()
    {
        static const QRegularExpression forbidden(u"\\b(QEventLoop|processEvents\\s*\\(|waitFor\\w+\\s*\\()"_s);
        for (const QString &file : sourcesUnder(root + u"/libs"_s)) {
            const auto match = forbidden.match(read(file));
            QVERIFY2(!match.hasMatch(), qPrintable(file + u" uses "_s + match.captured(1)));
        }
    }

    void everySourceNamesItsLicence()
    {
        for (const QString &part : {u"/libs"_s, u"/apps"_s, u"/tests"_s, u"/bench"_s}) {
            for (const QString &file : sourcesUnder(root + part))
                QVERIFY2(read(file).startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later"_s), qPrintable(file));
        }
    }

    void everyDecisionHasANumberOfItsOwnAndIsOnTheMap()
    {
        const QString map = read(root + u"/docs/architecture.md"_s);
        const QStringList pages = QDir(root + u"/docs/decisions"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
        QVERIFY2(!pages.isEmpty(), "no decisions found: have they moved?");
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const QString page = pages.at(i);
            QVERIFY2(page.left(4).toInt() == i + 1, qPrintable(u"%1: the next decision is number %2"_s.arg(page).arg(i + 1)));
            const QString heading = u"# %1. "_s.arg(i + 1);
            QVERIFY2(read(root + u"/docs/decisions/"_s + page).startsWith(heading), qPrintable(page + u" does not begin with "_s + heading));
            QVERIFY2(map.contains(u"(decisions/%1)"_s.arg(page)), qPrintable(page + u" is not in docs/architecture.md"_s));
        }
    }

    void theChecksCanFail()
    {
        QCOMPARE(librariesIncluded(u"#include <store/eventlog.h>\n#include <QString>\n"_s, u"presentation"_s), QStringList{u"store"_s});
        QCOMPARE(librariesIncluded(u"#include <store/eventlog.h>\n"_s, u"store"_s), QStringList{});
        QCOMPARE(targetsLinked(u"PUBLIC saji::base # saji::engine\n PRIVATE Qt6::Sql"_s), (QStringList{u"saji::base"_s, u"Qt6::Sql"_s}));
        QCOMPARE(strangers({u"sync"_s, u"base"_s}, {u"base"_s}), QStringList{u"sync"_s});
    }
};

QTEST_GUILESS_MAIN(tst_Architecture)
#include "tst_architecture.moc"
