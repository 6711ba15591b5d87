// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! Far beyond what a healthy program needs, even with sanitizers on a busy machine.
constexpr int patienceMs = 30'000;

} // namespace

Program::Program(const QString &name) : m_path(QCoreApplication::applicationDirPath() + u'/' + name)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &key : environment.keys()) {
        if (key.startsWith("SAJI_"_L1))
            environment.remove(key);
    }
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    // Other tests run beside this one, of restaurants of the same name.
    environment.insert(u"SAJI_DISCOVERY"_s, u"off"_s);
    m_process.setProcessEnvironment(environment);
}

Program::~Program()
{
    kill();
}

int Program::run(const QStringList &arguments, int withinMs)
{
    m_process.start(m_path, arguments);
    if (!m_process.waitForFinished(withinMs) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

quint16 Program::serve(const QStringList &arguments)
{
    m_out.clear();
    m_err.clear();
    m_process.start(m_path, arguments);
    static const QRegularExpression listening(u"Listening on \\S+:(\\d+) "_s);
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        if (const auto match = listening.match(out()); match.hasMatch())
            return quint16(match.captured(1).toUInt());
        if (m_process.state() == QProcess::NotRunning)
            return 0;
        m_process.waitForReadyRead(200);
    }
    return 0;
}

bool Program::show(const QStringList &arguments)
{
    auto environment = m_process.processEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(m_path, arguments);
    return m_process.waitForStarted(patienceMs);
}

void Program::freeze()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void Program::thaw()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

int Program::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

void Program::kill()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void Program::readAll()
{
    m_out += QString::fromUtf8(m_process.readAllStandardOutput());
    m_err += QString::fromUtf8(m_process.readAllStandardError());
}

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpRequestUnderWay::HttpRequestUnderWay(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArrayList &headers, const QByteArray &body)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    if (!m_socket.waitForConnected(patienceMs))
        return;
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    for (const auto &header : headers)
        request += header + "\r\n";
    m_socket.write(request + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_socket.waitForBytesWritten(patienceMs);
}

Reply HttpRequestUnderWay::reply()
{
    QByteArray bytes;
    while (m_socket.waitForReadyRead(patienceMs))
        bytes += m_socket.readAll();
    bytes += m_socket.readAll();
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {bytes.mid(9, 3).toInt(), bytes.mid(end + 4), bytes.left(end)};
}

Reply httpAsk(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArrayList &headers, const QByteArray &body)
{
    return HttpRequestUnderWay(port, method, path, headers, body).reply();
}

Reply httpGet(quint16 port, const QByteArray &path, const QByteArray &method)
{
    return httpAsk(port, method, path, {});
}

} // namespace saji
