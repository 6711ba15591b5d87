// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestHubProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Program m_server{u"saji-server"_s};
    quint16 m_serverPort = 0;
    int m_count = 0;

    QStringList hub(const QString &store, const QString &listen = u"127.0.0.1:0"_s)
    {
        return {u"--data"_s, m_folder.filePath(u"hub-%1"_s.arg(++m_count)), u"--store"_s, store, u"--listen"_s, listen, u"--server"_s,
                u"http://127.0.0.1:%1"_s.arg(m_serverPort)};
    }

private slots:
    void initTestCase()
    {
        QFile menu(m_folder.filePath(u"menu.json"_s));
        QVERIFY(menu.open(QIODevice::WriteOnly));
        menu.write(smallMenuFile());
        menu.close();
        const auto data = m_folder.filePath(u"server"_s);
        Program importer(u"saji-server"_s);
        QCOMPARE(importer.run({u"menu"_s, u"import"_s, menu.fileName(), u"--data"_s, data}), 0);
        m_serverPort = m_server.serve({u"serve"_s, u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(m_serverPort);
    }

    void helpAndVersionAreAnswered()
    {
        Program help(u"saji-hub"_s);
        QCOMPARE(help.run({u"--help"_s}), 0);
        QVERIFY(help.out().contains(u"--server URL"_s));
        Program version(u"saji-hub"_s);
        QCOMPARE(version.run({u"--version"_s}), 0);
    }

    void mistakesOnTheCommandLineAreRefused()
    {
        Program noStore(u"saji-hub"_s);
        QCOMPARE(noStore.run({}), 2);
        QVERIFY2(noStore.err().contains(u"--store CODE is needed"_s), qPrintable(noStore.err()));
        Program unknown(u"saji-hub"_s);
        QCOMPARE(unknown.run({u"--stor"_s, u"x"_s}), 2);
        QVERIFY2(unknown.err().contains(u"Did you mean --store?"_s), qPrintable(unknown.err()));
        Program badUrl(u"saji-hub"_s);
        QCOMPARE(badUrl.run({u"--store"_s, u"x"_s, u"--server"_s, u"server"_s}), 2);
    }

    void aPortInUseIsSaidSo()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program program(u"saji-hub"_s);
        QCOMPARE(program.run(hub(u"pasar-saji"_s, u"127.0.0.1:%1"_s.arg(other.serverPort()))), 4);
        QVERIFY2(program.err().contains(u"cannot listen on"_s), qPrintable(program.err()));
    }

    void aFolderOfAnotherStoreOrKindIsRefused()
    {
        auto arguments = hub(u"pasar-saji"_s);
        Program first(u"saji-hub"_s);
        QVERIFY(first.serve(arguments));
        QCOMPARE(first.terminate(), 0);
        arguments[3] = u"kantin-lain"_s;
        Program other(u"saji-hub"_s);
        QCOMPARE(other.run(arguments), 3);
        QVERIFY2(other.err().contains(u"pasar-saji"_s), qPrintable(other.err()));
        Program server(u"saji-server"_s);
        QCOMPARE(server.run({u"serve"_s, u"--data"_s, arguments[1], u"--listen"_s, u"127.0.0.1:0"_s}), 3);
        QVERIFY2(server.err().contains(u"hub"_s), qPrintable(server.err()));
    }

    void itFindsTheServerAndTakesItsMenu()
    {
        Program program(u"saji-hub"_s);
        const auto port = program.serve(hub(u"pasar-saji"_s));
        QVERIFY(port);
        QTRY_VERIFY_WITH_TIMEOUT(httpGet(port, "/health").json().value(u"catalog"_s).toObject().value(u"version"_s).toInteger() > 0, 15000);
        QTRY_COMPARE_WITH_TIMEOUT(httpGet(port, "/health").json().value(u"dependencies"_s).toObject().value(u"server"_s).toString(), u"ok"_s, 15000);
        QTRY_COMPARE_WITH_TIMEOUT(httpGet(m_serverPort, "/api/health/").json().value(u"nodes"_s).toObject().value(u"connected"_s).toInt(), 1, 15000);
        QCOMPARE(program.terminate(), 0);
    }

    void aHubOfAnotherStoreIsTurnedAwayInWords()
    {
        Program program(u"saji-hub"_s);
        const auto port = program.serve(hub(u"kantin-lain"_s));
        QVERIFY(port);
        QTRY_VERIFY_WITH_TIMEOUT(program.err().contains(u"pasar-saji"_s), 15000);
        QCOMPARE(httpGet(port, "/health").status, 200);
        QVERIFY(httpGet(port, "/health").json().value(u"catalog"_s).toObject().value(u"version"_s).toInteger() == 0);
        QCOMPARE(httpGet(m_serverPort, "/api/health/").json().value(u"nodes"_s).toObject().value(u"connected"_s).toInt(), 0);
        QCOMPARE(program.terminate(), 0);
    }

    void itRunsWithoutAServerAndSaysSo()
    {
        auto arguments = hub(u"pasar-saji"_s);
        arguments.last() = u"http://127.0.0.1:1"_s;
        Program program(u"saji-hub"_s);
        const auto port = program.serve(arguments);
        QVERIFY(port);
        const auto health = httpGet(port, "/health").json();
        QCOMPARE(health.value(u"status"_s).toString(), u"ok"_s);
        QVERIFY(health.value(u"dependencies"_s).toObject().value(u"server"_s).toString() != u"ok"_s);
        QVERIFY(!health.value(u"notices"_s).toArray().isEmpty());
        QCOMPARE(program.terminate(), 0);
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHubProgram)
#include "tst_hubprogram.moc"
