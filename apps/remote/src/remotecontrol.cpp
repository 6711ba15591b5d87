// SPDX-License-Identifier: GPL-3.0-or-later
#include <remote/remotecontrol.h>

#include "finger.h"
#include "spot.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QKeySequence>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPixmap>
#include <QTimer>
#include <QTimerEvent>
#include <QWidget>

#include <chrono>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

namespace {

// Long enough for the pressed look to be painted, as under a quick finger.
constexpr auto holdTime = 30ms;
constexpr int dragSteps = 6;
constexpr auto dragStepTime = 16ms;
constexpr int lookEveryMs = 4;
constexpr qint64 longestLine = 64 * 1024;

QJsonObject failed(const QString &words)
{
    return {{u"ok"_s, false}, {u"error"_s, words}, {u"at"_s, bootMilliseconds()}};
}

QJsonObject done(QJsonObject fields = {})
{
    fields.insert(u"ok"_s, true);
    fields.insert(u"at"_s, bootMilliseconds());
    return fields;
}

QJsonValue valueAt(const QJsonObject &state, const QString &dottedKey)
{
    QJsonValue value = state;
    for (const QString &step : dottedKey.split(u'.'))
        value = value.toObject().value(step);
    return value;
}

bool holds(const QJsonObject &state, const QJsonObject &until)
{
    for (auto it = until.begin(); it != until.end(); ++it) {
        if (valueAt(state, it.key()) != it.value())
            return false;
    }
    return true;
}

} // namespace

double bootMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

struct RemoteControl::Wait
{
    QJsonObject until;
    double deadline = 0;
    Answer answer;
};

RemoteControl::RemoteControl(QWidget &window, QObject *parent) : QObject(parent), m_window(&window) {}

RemoteControl::~RemoteControl() = default;

void RemoteControl::teach(const QString &word, std::function<void(const QJsonObject &, const Answer &)> act)
{
    m_words.insert(word, std::move(act));
}

void RemoteControl::setState(std::function<QJsonObject()> state)
{
    m_state = std::move(state);
}

Result<void> RemoteControl::listen(const QString &socketPath)
{
    const QString path = QFileInfo(socketPath).absoluteFilePath();
    // Listening would quietly take the place of a file that is there. One that answers is in use; one that a dead program left may go.
    QLocalSocket probe;
    probe.connectToServer(path);
    if (probe.state() != QLocalSocket::UnconnectedState)
        return Error{ErrorCode::Busy, u"another program listens on %1"_s.arg(path)};
    QLocalServer::removeServer(path);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &RemoteControl::welcome);
    if (m_server->listen(path))
        return {};
    return Error{ErrorCode::Io, u"cannot listen on %1: %2"_s.arg(path, m_server->errorString())};
}

void RemoteControl::welcome()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void RemoteControl::read(QLocalSocket *socket)
{
    if (!socket->canReadLine() && socket->bytesAvailable() > longestLine) {
        socket->abort();
        return;
    }
    while (socket->canReadLine()) {
        QJsonParseError error;
        const auto command = QJsonDocument::fromJson(socket->readLine(), &error);
        const auto answer = [guard = QPointer(socket)](const QJsonObject &reply) {
            if (guard)
                guard->write(QJsonDocument(reply).toJson(QJsonDocument::Compact) + '\n');
        };
        if (command.isObject())
            execute(command.object(), answer);
        else
            answer(failed(u"not a JSON object: %1"_s.arg(error.errorString())));
    }
}

void RemoteControl::execute(const QJsonObject &command, const Answer &answer)
{
    const QString what = command.value(u"do"_s).toString();
    if (!m_window)
        answer(failed(u"the window is gone"_s));
    else if (what == u"tap"_s)
        tap(command, answer);
    else if (what == u"drag"_s)
        drag(command, answer);
    else if (what == u"key"_s)
        answer(key(command));
    else if (what == u"type"_s)
        answer(type(command));
    else if (what == u"screenshot"_s)
        answer(screenshot(command));
    else if (what == u"state"_s)
        answer(done({{u"state"_s, m_state ? m_state() : QJsonObject()}}));
    else if (what == u"targets"_s)
        answer(targets());
    else if (what == u"wait"_s)
        wait(command, answer);
    else if (what == u"quit"_s) {
        answer(done());
        QTimer::singleShot(0, m_window, &QWidget::close);
    } else if (const auto act = m_words.value(what))
        act(command, answer);
    else
        answer(failed(u"unknown command \"%1\""_s.arg(what)));
}

void RemoteControl::tap(const QJsonObject &command, const Answer &answer)
{
    const auto spot = findSpot(*m_window, command.value(u"name"_s).toString());
    if (!spot) {
        answer(failed(spot.error().detail));
        return;
    }
    const double pressedAt = bootMilliseconds();
    Finger(*m_window).press(spot->inWindow);
    QTimer::singleShot(holdTime, this, [this, spot = *spot, pressedAt, answer] {
        if (!m_window) {
            answer(failed(u"the window is gone"_s));
            return;
        }
        const double releasedAt = bootMilliseconds();
        Finger(*m_window).release(spot.inWindow);
        answer(done({{u"pressed_at"_s, pressedAt}, {u"released_at"_s, releasedAt}, {u"says"_s, spot.says}}));
    });
}

void RemoteControl::drag(const QJsonObject &command, const Answer &answer)
{
    const auto spot = findSpot(*m_window, command.value(u"name"_s).toString());
    if (!spot) {
        answer(failed(spot.error().detail));
        return;
    }
    const QPointF way(command.value(u"dx"_s).toDouble(), command.value(u"dy"_s).toDouble());
    Finger(*m_window).press(spot->inWindow);
    for (int step = 1; step <= dragSteps; ++step) {
        QTimer::singleShot(dragStepTime * step, this, [this, step, way, from = spot->inWindow, answer] {
            if (!m_window)
                return;
            const QPointF to = from + way * step / dragSteps;
            Finger(*m_window).move(to);
            if (step == dragSteps) {
                Finger(*m_window).release(to);
                answer(done());
            }
        });
    }
}

QJsonObject RemoteControl::key(const QJsonObject &command)
{
    const QString name = command.value(u"key"_s).toString();
    const auto keys = QKeySequence::fromString(name, QKeySequence::PortableText);
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
        return failed(u"no key is called \"%1\""_s.arg(name));
    const QString text = name.size() == 1 ? name.toLower() : QString();
    Finger(*m_window).key(keys[0].key(), keys[0].keyboardModifiers(), text);
    return done();
}

QJsonObject RemoteControl::type(const QJsonObject &command)
{
    for (const QChar letter : command.value(u"text"_s).toString()) {
        const auto keys = QKeySequence::fromString(letter.toUpper());
        const int code = keys.count() == 1 ? int(keys[0].key()) : 0;
        Finger(*m_window).key(code, letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, letter);
    }
    return done();
}

QJsonObject RemoteControl::screenshot(const QJsonObject &command)
{
    const QString file = command.value(u"file"_s).toString();
    QDir().mkpath(QFileInfo(file).absolutePath());
    const QPixmap picture = m_window->grab();
    if (file.isEmpty() || !picture.save(file, "PNG"))
        return failed(u"cannot write \"%1\""_s.arg(file));
    return done({{u"file"_s, file}, {u"width"_s, picture.width()}, {u"height"_s, picture.height()}});
}

QJsonObject RemoteControl::targets() const
{
    return done({{u"targets"_s, allSpots(*m_window)}});
}

void RemoteControl::wait(const QJsonObject &command, const Answer &answer)
{
    m_waits.push_back({command.value(u"until"_s).toObject(),
                       bootMilliseconds() + command.value(u"timeout_ms"_s).toDouble(10'000), answer});
    lookAgain();
}

void RemoteControl::stateChanged()
{
    if (!m_waits.empty())
        lookAgain();
}

void RemoteControl::lookAgain()
{
    const QJsonObject state = m_state ? m_state() : QJsonObject();
    const double now = bootMilliseconds();
    std::vector<Wait> open;
    std::vector<std::pair<Answer, QJsonObject>> answers;
    for (Wait &wait : m_waits) {
        if (holds(state, wait.until))
            answers.emplace_back(wait.answer, done({{u"state"_s, state}}));
        else if (now >= wait.deadline) {
            QJsonObject late = failed(u"timed out waiting"_s);
            late.insert(u"state"_s, state);
            answers.emplace_back(wait.answer, late);
        } else
            open.push_back(std::move(wait));
    }
    m_waits = std::move(open);
    if (m_waits.empty() && m_pollTimer) {
        killTimer(m_pollTimer);
        m_pollTimer = 0;
    } else if (!m_waits.empty() && !m_pollTimer)
        m_pollTimer = startTimer(lookEveryMs, Qt::PreciseTimer);
    for (const auto &[answer, reply] : answers)
        answer(reply);
}

void RemoteControl::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_pollTimer)
        lookAgain();
}

} // namespace saji
