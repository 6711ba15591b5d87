// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeNewer(const QString &database)
{
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        db.setDatabaseName(database);
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(u"PRAGMA user_version = 999"_s));
        db.close();
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
}

} // namespace

//! The data of a device as one file, as an operator handles it at a terminal.
class TestDataProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

private slots:
    void initTestCase()
    {
        QFile menu(path(u"menu.json"_s));
        QVERIFY(menu.open(QIODevice::WriteOnly));
        menu.write(smallMenuFile());
        menu.close();
        Program server(u"saji-server"_s);
        QCOMPARE(server.run({u"menu"_s, u"import"_s, path(u"menu.json"_s), u"--data"_s, path(u"server"_s)}), 0);
    }

    void aServerMovesToAnotherFolderAsOneFile()
    {
        Program server(u"saji-server"_s);
        QCOMPARE(server.run({u"export"_s, path(u"moved.saji-backup"_s), u"--data"_s, path(u"server"_s)}), 0);
        QVERIFY2(server.out().startsWith(u"Exported server"_s), qPrintable(server.out()));
        Program other(u"saji-server"_s);
        QCOMPARE(other.run({u"import"_s, path(u"moved.saji-backup"_s), u"--data"_s, path(u"other"_s)}), 0);
        Program reader(u"saji-server"_s);
        QCOMPARE(reader.run({u"menu"_s, u"export"_s, path(u"again.json"_s), u"--data"_s, path(u"other"_s)}), 0);
        QVERIFY(contentsOf(path(u"again.json"_s)).contains("Soto ayam"));
    }

    void anExportIsNotWrittenOver()
    {
        Program first(u"saji-server"_s), second(u"saji-server"_s);
        QCOMPARE(first.run({u"export"_s, path(u"once"_s), u"--data"_s, path(u"server"_s)}), 0);
        const auto before = contentsOf(path(u"once"_s));
        QCOMPARE(second.run({u"export"_s, path(u"once"_s), u"--data"_s, path(u"server"_s)}), 5);
        QCOMPARE(contentsOf(path(u"once"_s)), before);
    }

    void whatIsNoExportIsRefusedAndNothingIsTouched()
    {
        Program hub(u"saji-hub"_s);
        QCOMPARE(hub.run({u"import"_s, path(u"menu.json"_s), u"--store"_s, u"pasar-saji"_s, u"--data"_s, path(u"hub"_s)}), 5);
        QVERIFY(!QFile::exists(path(u"hub"_s) + u"/saji.db"_s));
        Program another(u"saji-hub"_s);
        QCOMPARE(another.run({u"export"_s, path(u"s"_s), u"--data"_s, path(u"nowhere"_s)}), 3);
        QVERIFY(!QDir(path(u"nowhere"_s)).exists());
    }

    void aServersDataAreNoHubs()
    {
        Program server(u"saji-server"_s), hub(u"saji-hub"_s);
        QCOMPARE(server.run({u"export"_s, path(u"servers"_s), u"--data"_s, path(u"server"_s)}), 0);
        QCOMPARE(hub.run({u"import"_s, path(u"servers"_s), u"--store"_s, u"pasar-saji"_s, u"--data"_s, path(u"hub"_s)}), 5);
    }

    void aMenuGoesFromDeviceToDeviceAsAFile()
    {
        const QStringList store{u"--store"_s, u"pasar-saji"_s};
        Program server(u"saji-server"_s);
        QCOMPARE(server.run({u"catalog"_s, u"backup"_s, path(u"menu1.json"_s), u"--data"_s, path(u"server"_s)}), 0);
        Program hub(u"saji-hub"_s);
        QCOMPARE(hub.run(QStringList{u"catalog"_s, u"restore"_s, path(u"menu1.json"_s), u"--data"_s, path(u"menuhub"_s)} + store), 0);
        QVERIFY2(hub.out().startsWith(u"Imported menu version"_s), qPrintable(hub.out()));
        Program again(u"saji-hub"_s);
        QCOMPARE(again.run({u"catalog"_s, u"backup"_s, path(u"menu2.json"_s), u"--data"_s, path(u"menuhub"_s)}), 0);
        QVERIFY(contentsOf(path(u"menu2.json"_s)).contains("Soto ayam"));

        // A kiosk with no line to anybody gets its menu on a stick, and gives it on.
        Program kiosk(u"saji-kiosk"_s);
        QCOMPARE(kiosk.run(QStringList{u"--import-catalog"_s, path(u"menu2.json"_s), u"--data"_s, path(u"kiosk"_s)} + store), 0);
        Program giver(u"saji-kiosk"_s);
        QCOMPARE(giver.run(QStringList{u"--export-catalog"_s, path(u"menu3.json"_s), u"--data"_s, path(u"kiosk"_s)} + store), 0);
        QCOMPARE(contentsOf(path(u"menu3.json"_s)), contentsOf(path(u"menu2.json"_s)));
        Program stranger(u"saji-kiosk"_s);
        QCOMPARE(stranger.run({u"--import-catalog"_s, path(u"menu2.json"_s), u"--data"_s, path(u"strange"_s), u"--store"_s, u"kantin-lain"_s}), 5);
        Program lost(u"saji-kiosk"_s);
        QCOMPARE(lost.run(QStringList{u"--import-catalog"_s, path(u"nothing.json"_s), u"--data"_s, path(u"kiosk"_s)} + store), 5);
        Program empty(u"saji-kiosk"_s);
        QCOMPARE(empty.run(QStringList{u"--export-catalog"_s, path(u"none.json"_s), u"--data"_s, path(u"strange"_s)} + store), 5);
    }

    void aStoreOfANewerSajiIsRefusedAndNotTouched()
    {
        Program server(u"saji-server"_s), importer(u"saji-server"_s);
        QCOMPARE(importer.run({u"menu"_s, u"import"_s, path(u"menu.json"_s), u"--data"_s, path(u"newer"_s)}), 0);
        const auto database = path(u"newer"_s) + u"/saji.db"_s;
        makeNewer(database);
        const auto before = contentsOf(database);
        QCOMPARE(server.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, path(u"newer"_s)}), 3);
        QVERIFY2(server.err().contains(u"newer Saji"_s), qPrintable(server.err()));
        QCOMPARE(contentsOf(database), before);
    }
};

QTEST_GUILESS_MAIN(TestDataProgram)
#include "tst_dataprogram.moc"
