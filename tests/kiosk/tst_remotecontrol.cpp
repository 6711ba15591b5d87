// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>
#include <remote/remotecontrol.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! A script at the kiosk's window: what it may press is what a guest could press.
class tst_RemoteControl : public QObject
{
    Q_OBJECT

    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<RemoteControl> m_remote;

    QJsonObject ask(const QJsonObject &command)
    {
        QJsonObject answer;
        m_remote->execute(command, [&](const QJsonObject &reply) { answer = reply; });
        [&] { QTRY_VERIFY(!answer.isEmpty()); }();
        return answer;
    }
    QJsonObject tap(const QString &name) { return ask({{u"do"_s, u"tap"_s}, {u"name"_s, name}}); }

private slots:
    void init()
    {
        m_counter = std::make_unique<Counter>();
        m_remote = std::make_unique<RemoteControl>(m_counter->window());
        m_remote->setState([this] { return m_counter->window().state(); });
        connect(&m_counter->window(), &KioskWindow::stateChanged, m_remote.get(), &RemoteControl::stateChanged);
    }

    void cleanup()
    {
        m_remote.reset();
        m_counter.reset();
    }

    void pressesByPathByWordsAndByPlace()
    {
        QVERIFY(tap(u"attract/start"_s).value(u"ok"_s).toBool());
        QVERIFY(tap(u"Makan di sini"_s).value(u"ok"_s).toBool());
        QCOMPARE(m_counter->screen(), ScreenFlow::Screen::Menu);
        QVERIFY(tap(u"menu/categories/#2"_s).value(u"ok"_s).toBool());
        QCOMPARE(m_counter->journey().menu().categoryRow(), 2);
        const QJsonObject answer = tap(u"menu/product:101"_s);
        QVERIFY(answer.value(u"ok"_s).toBool());
        QVERIFY(answer.value(u"released_at"_s).toDouble() > answer.value(u"pressed_at"_s).toDouble());
        QCOMPARE(m_counter->overlay(), ScreenFlow::Overlay::Product);
    }

    void doesNotPressWhatIsNotThereOrCovered()
    {
        QVERIFY(!tap(u"basket/confirm"_s).value(u"ok"_s).toBool());
        m_counter->goToMenu();
        m_counter->tap(u"menu/grid"_s, 0);
        const QJsonObject covered = tap(u"menu/basketBar"_s);
        QVERIFY(!covered.value(u"ok"_s).toBool());
        QVERIFY2(!covered.value(u"error"_s).toString().isEmpty(), "the answer says why");
        QCOMPARE(m_counter->screen(), ScreenFlow::Screen::Menu);
    }

    void waitsForWhatTheScreenSays()
    {
        bool answered = false;
        m_remote->execute({{u"do"_s, u"wait"_s}, {u"until"_s, QJsonObject{{u"screen"_s, u"menu"_s}, {u"basket.portions"_s, 2}}}},
                          [&](const QJsonObject &reply) { answered = reply.value(u"ok"_s).toBool(); });
        QVERIFY(!answered);
        m_counter->goToMenu();
        QVERIFY(!answered);
        m_counter->putSotoIntoBasket(2);
        QTRY_VERIFY(answered);
        const QJsonObject late = ask({{u"do"_s, u"wait"_s}, {u"until"_s, QJsonObject{{u"screen"_s, u"nowhere"_s}}}, {u"timeout_ms"_s, 20}});
        QVERIFY(!late.value(u"ok"_s).toBool());
        QVERIFY(late.contains(u"state"_s));
    }

    void typesAndPressesKeys()
    {
        m_counter->goToMenu();
        m_counter->putSotoIntoBasket();
        m_counter->journey().flow().showBasket();
        QVERIFY(tap(u"basket/name"_s).value(u"ok"_s).toBool());
        QVERIFY(ask({{u"do"_s, u"type"_s}, {u"text"_s, u"Dewi"_s}}).value(u"ok"_s).toBool());
        QVERIFY(ask({{u"do"_s, u"key"_s}, {u"key"_s, u"Return"_s}}).value(u"ok"_s).toBool());
        QCOMPARE(m_counter->journey().cart().cart().customerName, u"Dewi"_s);
        QVERIFY(!ask({{u"do"_s, u"key"_s}, {u"key"_s, u"no such key"_s}}).value(u"ok"_s).toBool());
    }

    void takesPicturesAndListsWhatCanBePressed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"new/shot.png"_s);
        const QJsonObject shot = ask({{u"do"_s, u"screenshot"_s}, {u"file"_s, file}});
        QVERIFY(shot.value(u"ok"_s).toBool());
        QCOMPARE(QImage(file).size(), m_counter->window().size());
        QVERIFY(!ask({{u"do"_s, u"screenshot"_s}, {u"file"_s, u"/proc/no/shot.png"_s}}).value(u"ok"_s).toBool());
        QStringList names;
        for (const QJsonValue &spot : ask({{u"do"_s, u"targets"_s}}).value(u"targets"_s).toArray())
            names << spot.toObject().value(u"name"_s).toString();
        QVERIFY2(names.contains(u"start/#0"_s), qPrintable(names.join(u", "_s)));
    }

    void speaksJsonLinesOverItsSocketAndSurvivesNonsense()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"remote"_s);
        QVERIFY(m_remote->listen(path));
        QLocalSocket script;
        script.connectToServer(path);
        QTRY_COMPARE(script.state(), QLocalSocket::ConnectedState);
        script.write("nonsense\n{\"do\":\"dance\"}\n[1]\n{\"do\":\"state\"}\n");
        QList<QJsonObject> answers;
        connect(&script, &QLocalSocket::readyRead, &script, [&] {
            while (script.canReadLine())
                answers << QJsonDocument::fromJson(script.readLine()).object();
        });
        QTRY_COMPARE(answers.size(), 4);
        QVERIFY(!answers.at(0).value(u"ok"_s).toBool());
        QVERIFY(answers.at(1).value(u"error"_s).toString().contains(u"dance"_s));
        QVERIFY(!answers.at(2).value(u"ok"_s).toBool());
        QCOMPARE(answers.at(3).value(u"state"_s).toObject().value(u"screen"_s).toString(), u"attract"_s);
        script.write(QByteArray(200'000, 'x'));
        QTRY_COMPARE(script.state(), QLocalSocket::UnconnectedState);
    }

    void replacesTheSocketOfAProgramThatDiedButNotOfOneThatLives()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"remote"_s);
        QVERIFY(m_remote->listen(path));
        RemoteControl second(m_counter->window());
        const auto refused = second.listen(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        const QString stale = folder.filePath(u"stale"_s);
        QFile file(stale);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(second.listen(stale));
    }
};

QTEST_MAIN(tst_RemoteControl)
#include "tst_remotecontrol.moc"
