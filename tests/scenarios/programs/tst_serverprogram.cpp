// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 catalogVersion(quint16 port)
{
    return httpGet(port, "/api/catalog/?since_version=0&limit=1").json().value(u"current_version"_s).toInteger();
}

QString productDoc(quint16 port, const QString &id)
{
    const auto changes = httpGet(port, "/api/catalog/?since_version=0&limit=1000").json().value(u"changes"_s).toArray();
    for (const auto &change : changes) {
        const auto row = change.toObject();
        if (row.value(u"kind"_s).toString() == u"product"_s && row.value(u"id"_s).toVariant().toString() == id)
            return QString::fromUtf8(QJsonDocument(row.value(u"doc"_s).toObject()).toJson(QJsonDocument::Compact));
    }
    return {};
}

} // namespace

class TestServerProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data;
    QString m_menu;
    int m_count = 0;

    QStringList serving(const QString &address = u"127.0.0.1:0"_s) const { return {u"serve"_s, u"--data"_s, m_data, u"--listen"_s, address}; }

    int import(const QByteArray &file, QString *words = nullptr)
    {
        write(m_menu, file);
        Program program(u"saji-server"_s);
        const int code = program.run({u"menu"_s, u"import"_s, m_menu, u"--data"_s, m_data});
        if (words)
            *words = program.err() + program.out();
        return code;
    }

private slots:
    void init()
    {
        m_data = m_folder.filePath(u"data-%1"_s.arg(++m_count));
        m_menu = m_folder.filePath(u"menu-%1.json"_s.arg(m_count));
    }

    void helpAndVersionAreAnsweredOnStdout()
    {
        Program help(u"saji-server"_s);
        QCOMPARE(help.run({u"--help"_s}), 0);
        for (const auto &word : {u"serve"_s, u"menu import FILE.json"_s, u"--listen ADDR:PORT"_s, u"--data DIR"_s, u"Exit codes"_s})
            QVERIFY2(help.out().contains(word), qPrintable(word));
        QVERIFY2(help.err().isEmpty(), qPrintable(help.err()));
        Program version(u"saji-server"_s);
        QCOMPARE(version.run({u"--version"_s}), 0);
        QCOMPARE(version.out(), u"saji-server %1\n"_s.arg(QLatin1StringView(SAJI_VERSION)));
    }

    void anUnknownFlagIsRefusedWithWhatWasMeant()
    {
        Program program(u"saji-server"_s);
        QCOMPARE(program.run({u"serve"_s, u"--dta"_s, m_data}), 2);
        QCOMPARE(program.err(), u"saji-server: unknown option --dta. Did you mean --data? See saji-server --help.\n"_s);
        QVERIFY(!QFileInfo::exists(m_data));
    }

    void aPortInUseIsSaidSo()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program program(u"saji-server"_s);
        QCOMPARE(program.run(serving(u"127.0.0.1:%1"_s.arg(other.serverPort()))), 4);
        QVERIFY2(program.err().contains(u"cannot listen on 127.0.0.1:%1"_s.arg(other.serverPort())), qPrintable(program.err()));
    }

    void aFolderThatIsNoFolderIsRefused()
    {
        write(m_data, "a file");
        Program program(u"saji-server"_s);
        QCOMPARE(program.run(serving()), 3);
        QVERIFY2(program.err().contains(m_data), qPrintable(program.err()));
        QCOMPARE(read(m_data), QByteArray("a file"));
    }

    void aForeignFolderIsRefusedAndNotTouched()
    {
        QVERIFY(QDir().mkpath(m_data));
        write(m_data + u"/holiday.txt"_s, "sun");
        Program program(u"saji-server"_s);
        QCOMPARE(program.run(serving()), 3);
        QVERIFY2(program.err().contains(u"holiday.txt"_s), qPrintable(program.err()));
        QCOMPARE(QDir(m_data).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList{u"holiday.txt"_s});
    }

    void aFileThatIsNoDatabaseIsRefusedAndNotTouched()
    {
        QVERIFY(QDir().mkpath(m_data));
        const QByteArray poem(5000, 'x');
        write(m_data + u"/saji.db"_s, poem);
        Program program(u"saji-server"_s);
        QCOMPARE(program.run(serving()), 3);
        QVERIFY(!program.err().isEmpty());
        QCOMPARE(read(m_data + u"/saji.db"_s), poem);
    }

    void aStoreWrittenByANewerSajiIsRefusedAndNotTouched()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(m_data + u"/saji.db"_s);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 9999"_s));
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const auto before = read(m_data + u"/saji.db"_s);
        Program program(u"saji-server"_s);
        QCOMPARE(program.run(serving()), 3);
        QVERIFY2(program.err().contains(u"newer"_s), qPrintable(program.err()));
        QCOMPARE(read(m_data + u"/saji.db"_s), before);
    }

    void aSecondServerOnTheFolderIsRefused()
    {
        Program first(u"saji-server"_s);
        QVERIFY(first.serve(serving()));
        Program second(u"saji-server"_s);
        QCOMPARE(second.run(serving()), 3);
        QVERIFY2(second.err().contains(u"in use"_s), qPrintable(second.err()));
        QCOMPARE(first.terminate(), 0);
    }

    void sigtermEndsItCleanly()
    {
        Program program(u"saji-server"_s);
        QVERIFY(program.serve(serving()));
        QCOMPARE(program.terminate(), 0);
        QVERIFY2(!QFileInfo::exists(m_data + u"/saji.db-wal"_s) || QFileInfo(m_data + u"/saji.db-wal"_s).size() == 0, "checkpointed");
        QVERIFY(!QFileInfo::exists(m_data + u"/saji-server.sock"_s));
    }

    void loopbackIsSaidAndAnOpenPortIsWarnedOf()
    {
        Program program(u"saji-server"_s);
        QVERIFY(program.serve(serving()));
        QVERIFY2(program.out().contains(u"only this machine"_s), qPrintable(program.out()));
        QCOMPARE(program.terminate(), 0);
    }

    void aServerWithoutAMenuSaysSo()
    {
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        QVERIFY(port);
        const auto health = httpGet(port, "/api/health/");
        QCOMPARE(health.status, 200);
        QCOMPARE(health.json().value(u"status"_s).toString(), u"ok"_s);
        QVERIFY(health.json().value(u"store"_s).isNull());
        QVERIFY2(health.json().value(u"notices"_s).toArray().first().toString().contains(u"menu import"_s), health.body.constData());
        QVERIFY2(program.err().contains(u"There is no menu yet"_s), qPrintable(program.err()));
        QCOMPARE(program.terminate(), 0);
    }

    void aMenuIsImportedWithoutAServerAndServedByOne()
    {
        QString words;
        QCOMPARE(import(smallMenuFile(), &words), 0);
        QVERIFY2(words.contains(u"Menu of pasar-saji imported"_s), qPrintable(words));
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        QVERIFY(port);
        const auto health = httpGet(port, "/api/health/").json();
        QCOMPARE(health.value(u"store"_s).toString(), u"pasar-saji"_s);
        QVERIFY(health.value(u"catalog"_s).toObject().value(u"version"_s).toInteger() > 0);
        QVERIFY(productDoc(port, u"11"_s).contains(u"Soto ayam"_s));
        QCOMPARE(program.terminate(), 0);
    }

    void aFirstMenuImportedWhileTheServerRunsMakesItARestaurant()
    {
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        QVERIFY(port);
        QString words;
        QCOMPARE(import(smallMenuFile(), &words), 0);
        QVERIFY2(words.contains(u"imported"_s), qPrintable(words));
        QCOMPARE(httpGet(port, "/api/health/").json().value(u"store"_s).toString(), u"pasar-saji"_s);
        QVERIFY(catalogVersion(port) > 0);
        QCOMPARE(program.terminate(), 0);
    }

    void aServerIsAskedByTheFolderAsItIsTyped()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        m_data = QDir::current().relativeFilePath(m_data);
        QVERIFY(QDir::isRelativePath(m_data));
        Program program(u"saji-server"_s);
        QVERIFY2(program.serve(serving()), qPrintable(program.err()));
        Program asking(u"saji-server"_s);
        QVERIFY2(asking.run({u"pair-code"_s, u"create"_s, u"--data"_s, m_data}) == 0, qPrintable(asking.err()));
        QCOMPARE(program.terminate(), 0);
    }

    void aPriceImportedWhileTheServerRunsIsSeenByAReader()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        QVERIFY(port);
        const auto before = catalogVersion(port);
        QCOMPARE(import(smallMenuFile(u"pasar-saji"_s, 12'500)), 0);
        QCOMPARE(catalogVersion(port), before + 1);
        QString words;
        QCOMPARE(import(smallMenuFile(u"pasar-saji"_s, 12'500), &words), 0);
        QVERIFY2(words.contains(u"already so"_s), qPrintable(words));
        QCOMPARE(catalogVersion(port), before + 1);
        QCOMPARE(program.terminate(), 0);
    }

    void aMenuWithAnUnknownCategoryIsRefusedWithItsPlaceAndChangesNothing_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("folder") << false;
        QTest::newRow("running server") << true;
    }

    void aMenuWithAnUnknownCategoryIsRefusedWithItsPlaceAndChangesNothing()
    {
        QFETCH(bool, running);
        QCOMPARE(import(smallMenuFile()), 0);
        Program program(u"saji-server"_s);
        const auto port = running ? program.serve(serving()) : quint16(0);
        QVERIFY(port || !running);
        QString words;
        QCOMPARE(import(smallMenuFile(u"pasar-saji"_s, 99'000).replace("\"category\": 1", "\"category\": 99"), &words), 5);
        QVERIFY2(words.contains(u"products[0].category"_s) && words.contains(u"99"_s), qPrintable(words));
        const auto after = running ? port : program.serve(serving());
        QVERIFY(!productDoc(after, u"11"_s).contains(u"99000"_s));
        QVERIFY(!productDoc(after, u"11"_s).isEmpty());
        QCOMPARE(program.terminate(), 0);
    }

    void filesThatAreNoMenuAreRefused()
    {
        QString words;
        QCOMPARE(import("{ not json", &words), 5);
        QVERIFY2(words.startsWith(u"saji-server: %1: "_s.arg(m_menu)), qPrintable(words));
        QCOMPARE(import(QByteArray()), 5);
        QCOMPARE(import(QByteArray(17 * 1024 * 1024, ' ')), 5);
        Program missing(u"saji-server"_s);
        QCOMPARE(missing.run({u"menu"_s, u"import"_s, u"/no/such/menu.json"_s, u"--data"_s, m_data}), 5);
        QVERIFY2(!QFileInfo::exists(m_data), "a refused file makes no folder");
    }

    void aMenuOfAnotherStoreIsRefused()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        QString words;
        QCOMPARE(import(smallMenuFile(u"kantin-lain"_s), &words), 5);
        QVERIFY2(words.contains(u"kantin-lain"_s) && words.contains(u"pasar-saji"_s), qPrintable(words));
    }

    void anExportedMenuCanBeImported()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        Program exporter(u"saji-server"_s);
        const auto file = m_folder.filePath(u"export.json"_s);
        QCOMPARE(exporter.run({u"menu"_s, u"export"_s, file, u"--data"_s, m_data}), 0);
        QString words;
        QCOMPARE(import(read(file), &words), 0);
        QVERIFY2(words.contains(u"already so"_s), qPrintable(words));
    }

    void itAnswersByOneShapeWhateverIsAsked()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        const auto lost = httpGet(port, "/no/such/thing");
        QCOMPARE(lost.status, 404);
        QCOMPARE(lost.json().value(u"error"_s).toObject().value(u"code"_s).toString(), u"not_found"_s);
        const auto wrong = httpGet(port, "/api/health/", "DELETE");
        QCOMPARE(wrong.status, 405);
        QVERIFY2(wrong.head.toLower().contains("allow: get"), wrong.head.constData());
        const auto welcome = httpGet(port, "/");
        QCOMPARE(welcome.status, 200);
        QVERIFY2(welcome.body.contains("Saji"), welcome.body.constData());
        const auto metrics = httpGet(port, "/metrics");
        QVERIFY2(metrics.body.contains("\nsaji_database_ok 1\n"), metrics.body.constData());
        QCOMPARE(program.terminate(), 0);
    }

    void randomBytesOnThePortDoNotEndIt()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        QRandomGenerator random(42);
        for (int i = 0; i < 60; ++i) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, port);
            QVERIFY(socket.waitForConnected(5000));
            QByteArray noise(qsizetype(random.bounded(1, 5000)), Qt::Uninitialized);
            for (auto &byte : noise)
                byte = char(random.generate());
            if (i % 3 == 0)
                noise.prepend("POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n\r\n");
            if (i % 3 == 1)
                noise.prepend("GET /sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            socket.write(noise);
            socket.waitForBytesWritten(5000);
        }
        QVERIFY(program.isRunning());
        QCOMPARE(httpGet(port, "/api/health/").status, 200);
        QCOMPARE(program.terminate(), 0);
    }

    void killedInTheMiddleItComesBackWithItsMenu()
    {
        QCOMPARE(import(smallMenuFile()), 0);
        Program program(u"saji-server"_s);
        const auto port = program.serve(serving());
        const auto version = catalogVersion(port);
        program.kill();
        Program again(u"saji-server"_s);
        const auto newPort = again.serve(serving());
        QCOMPARE(catalogVersion(newPort), version);
        QString words;
        QCOMPARE(import(smallMenuFile(u"pasar-saji"_s, 11'000), &words), 0);
        QCOMPARE(catalogVersion(newPort), version + 1);
        QCOMPARE(again.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestServerProgram)
#include "tst_serverprogram.moc"
