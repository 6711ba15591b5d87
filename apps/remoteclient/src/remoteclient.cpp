// SPDX-License-Identifier: GPL-3.0-or-later
#include <remoteclient/remoteclient.h>

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QThread>

using namespace Qt::StringLiterals;

namespace saji {

Result<void> RemoteClient::connectWithin(Milliseconds patience)
{
    QDeadlineTimer deadline(patience.count());
    while (!deadline.hasExpired()) {
        m_socket.connectToServer(m_path);
        if (m_socket.waitForConnected(200)) {
            m_buffer.clear();
            return {};
        }
        QThread::msleep(20);
    }
    return Error{ErrorCode::Unreachable, u"nothing listens on %1"_s.arg(m_path)};
}

void RemoteClient::disconnect()
{
    m_socket.abort();
    m_buffer.clear();
}

void RemoteClient::say(const QJsonObject &command)
{
    m_socket.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
}

Result<QJsonObject> RemoteClient::hear(Milliseconds patience)
{
    QDeadlineTimer deadline(patience.count());
    while (!m_buffer.contains('\n')) {
        if (deadline.hasExpired())
            return Error{ErrorCode::TimedOut, u"no answer"_s};
        const bool isClosed = m_socket.state() != QLocalSocket::ConnectedState;
        if (!m_socket.waitForReadyRead(int(qMax<qint64>(1, deadline.remainingTime()))) && isClosed && m_socket.bytesAvailable() == 0)
            return Error{ErrorCode::LinkClosed, u"the program went away"_s};
        m_buffer += m_socket.readAll();
    }
    const qsizetype end = m_buffer.indexOf('\n');
    const QJsonObject answer = QJsonDocument::fromJson(m_buffer.first(end)).object();
    m_buffer.remove(0, end + 1);
    if (!answer.value(u"ok"_s).toBool())
        return Error{ErrorCode::Conflict, answer.value(u"error"_s).toString()};
    return answer;
}

Result<QJsonObject> RemoteClient::command(const QJsonObject &command, Milliseconds patience)
{
    say(command);
    const auto answer = hear(patience);
    if (answer)
        return answer;
    return Error{answer.error().code, u"%1: %2"_s.arg(QString::fromUtf8(QJsonDocument(command).toJson(QJsonDocument::Compact)), answer.error().detail)};
}

Result<QJsonObject> RemoteClient::tap(const QString &name)
{
    // What still slides in, is covered or locked is not pressed; a guest waits a moment, too.
    constexpr int patienceMs = 5000;
    QDeadlineTimer deadline(patienceMs);
    for (;;) {
        auto answer = command({{u"do"_s, u"tap"_s}, {u"name"_s, name}});
        if (answer || answer.error().code != ErrorCode::Conflict || deadline.hasExpired())
            return answer;
        QThread::msleep(20);
    }
}

Result<QJsonObject> RemoteClient::state()
{
    const auto answer = command({{u"do"_s, u"state"_s}});
    if (!answer)
        return answer.error();
    return answer->value(u"state"_s).toObject();
}

Result<QJsonObject> RemoteClient::waitFor(const QJsonObject &until, Milliseconds patience)
{
    return command({{u"do"_s, u"wait"_s}, {u"until"_s, until}, {u"timeout_ms"_s, double(patience.count())}}, patience + Milliseconds(3000));
}

Result<void> RemoteClient::screenshot(const QString &file)
{
    const auto answer = command({{u"do"_s, u"screenshot"_s}, {u"file"_s, file}});
    if (!answer)
        return answer.error();
    return {};
}

} // namespace saji
