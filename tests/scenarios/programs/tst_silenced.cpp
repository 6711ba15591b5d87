// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <restaurant/smallmenu.h>

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! A screen as a script reads it, through its remote control.
class Screen
{
public:
    explicit Screen(const QString &path)
    {
        QElapsedTimer waited;
        for (waited.start(); m_socket.state() != QLocalSocket::ConnectedState && waited.elapsed() < 30'000;) {
            m_socket.connectToServer(path);
            if (!m_socket.waitForConnected(100))
                QTest::qWait(20);
        }
    }

    QJsonObject ask(const QJsonObject &command, int withinMs)
    {
        m_socket.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
        QElapsedTimer waited;
        for (waited.start(); !m_socket.canReadLine() && waited.elapsed() < withinMs;)
            m_socket.waitForReadyRead(50);
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }
    QJsonObject state() { return ask({{u"do"_s, u"state"_s}}, 10'000).value(u"state"_s).toObject(); }
    //! Whether its bar comes to this within the time.
    bool shows(const QString &level, int withinMs)
    {
        const QJsonObject until{{u"banner.level"_s, level}};
        return ask({{u"do"_s, u"wait"_s}, {u"until"_s, until}, {u"timeout_ms"_s, withinMs}}, withinMs + 5'000).value(u"ok"_s).toBool();
    }

private:
    QLocalSocket m_socket;
};

} // namespace

//! Server, hub, kiosk and kitchen as real programs; one of them falls silent, and the kitchen's bar is read.
class TestSilenced : public QObject
{
    Q_OBJECT

    static constexpr int promisedMs = 3'000;
    static constexpr int patienceMs = 30'000;

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_server, m_hub, m_kiosk, m_kitchen;
    std::unique_ptr<Screen> m_screen;
    QString m_serverUrl, m_hubUrl;

    static QString urlOf(quint16 port) { return u"http://127.0.0.1:%1"_s.arg(port); }

    void startHub(quint16 port = 0)
    {
        m_hub = std::make_unique<Program>(u"saji-hub"_s);
        const auto got = m_hub->serve({u"--data"_s, m_folder.filePath(u"hub"_s), u"--store"_s, u"pasar-saji"_s, u"--server"_s, m_serverUrl,
                                       u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
        QVERIFY2(got, qPrintable(m_hub->err()));
        m_hubUrl = urlOf(got);
    }

    void startKitchen(const QStringList &ways)
    {
        m_screen.reset();
        const auto socket = m_folder.filePath(u"kitchen.socket"_s);
        m_kitchen = std::make_unique<Program>(u"saji-kitchen"_s);
        QVERIFY(m_kitchen->show(QStringList{u"--data"_s, m_folder.filePath(u"kitchen"_s), u"--store"_s, u"pasar-saji"_s, u"--outlet"_s,
                                            u"1"_s, u"--mute"_s, u"--size"_s, u"1366x768"_s, u"--language"_s, u"en"_s,
                                            u"--remote-control"_s, socket} +
                                ways));
        m_screen = std::make_unique<Screen>(socket);
        QTRY_COMPARE_WITH_TIMEOUT(m_screen->state().value(u"menu"_s).toObject().value(u"products"_s).toInt() > 0, true, patienceMs);
        QTest::qWait(4'000); // no bar in the first seconds would be any news
        QVERIFY(m_screen->shows(u"none"_s, patienceMs));
    }

    int rings() { return m_screen->state().value(u"rings"_s).toObject().value(u"sourcesilent"_s).toInt(); }

    //! Breaks something, and reads the kitchen's bar and its sound.
    void verifyAlarm(const char *what, const QString &level, const std::function<void()> &breakIt, const QString &says)
    {
        QTest::qWait(2'000); // two sounds within a second would be one
        const int before = rings();
        breakIt();
        QElapsedTimer since;
        since.start();
        QVERIFY2(m_screen->shows(level, 10'000), what);
        const auto took = since.elapsed();
        qInfo("%s: bar after %lld ms", what, qlonglong(took));
        QVERIFY2(took <= promisedMs, what);
        const auto sentence = m_screen->state().value(u"banner"_s).toObject();
        const auto words = sentence.value(u"sentence"_s).toString() + u' ' + sentence.value(u"detail"_s).toString();
        QVERIFY2(words.contains(says), qPrintable(words));
        QVERIFY2(rings() > before, what);
    }

private slots:
    void initTestCase()
    {
        QFile menu(m_folder.filePath(u"menu.json"_s));
        QVERIFY(menu.open(QIODevice::WriteOnly));
        menu.write(smallMenuFile());
        menu.close();
        Program importer(u"saji-server"_s);
        QCOMPARE(importer.run({u"menu"_s, u"import"_s, menu.fileName(), u"--data"_s, m_folder.filePath(u"server"_s)}), 0);
        m_server = std::make_unique<Program>(u"saji-server"_s);
        const auto port = m_server->serve({u"serve"_s, u"--data"_s, m_folder.filePath(u"server"_s), u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY2(port, qPrintable(m_server->err()));
        m_serverUrl = urlOf(port);
        startHub();
        m_kiosk = std::make_unique<Program>(u"saji-kiosk"_s);
        QVERIFY(m_kiosk->show({u"--data"_s, m_folder.filePath(u"kiosk"_s), u"--store"_s, u"pasar-saji"_s, u"--hub"_s, m_hubUrl, u"--size"_s,
                               u"540x960"_s}));
    }

    void aFrozenKioskAndAFrozenOrKilledHubAreToldWithinThreeSeconds()
    {
        startKitchen({u"--hub"_s, m_hubUrl});
        verifyAlarm("kiosk frozen", u"alarm"_s, [this] { m_kiosk->freeze(); }, u"Kios A"_s);
        m_kiosk->thaw();
        QVERIFY(m_screen->shows(u"none"_s, patienceMs));
        verifyAlarm("hub frozen", u"alarm"_s, [this] { m_hub->freeze(); }, u"silent"_s);
        m_hub->thaw();
        QVERIFY(m_screen->shows(u"none"_s, patienceMs));
        const auto port = quint16(QUrl(m_hubUrl).port());
        verifyAlarm("hub killed", u"alarm"_s, [this] { m_hub->kill(); }, u"Hub"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_screen->state().value(u"banner"_s).toObject().value(u"detail"_s).toString().contains(u"not running"_s),
                                 patienceMs);
        startHub(port);
        QVERIFY(m_screen->shows(u"none"_s, patienceMs));
    }

    void aFrozenServerThatIsTheOnlySourceIsToldWithinThreeSeconds()
    {
        QCOMPARE(m_kitchen->terminate(), 0);
        startKitchen({u"--server"_s, m_serverUrl});
        verifyAlarm("server frozen", u"alarm"_s, [this] { m_server->freeze(); }, u"Server"_s);
        m_server->thaw();
        QVERIFY(m_screen->shows(u"none"_s, patienceMs));
    }

    void cleanupTestCase()
    {
        m_screen.reset();
        for (auto *program : {&m_kitchen, &m_kiosk, &m_hub, &m_server}) {
            (*program)->thaw();
            (*program)->terminate();
        }
    }
};

QTEST_GUILESS_MAIN(TestSilenced)
#include "tst_silenced.moc"
