// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTcpSocket>

namespace saji {

//! One of our programs as a process, as an operator has it: its exit code and its words.
class Program
{
public:
    explicit Program(const QString &name);
    ~Program();

    //! Runs to its end, within so many milliseconds.
    int run(const QStringList &arguments, int withinMs = 30'000);
    //! Starts, and waits until it says where it listens; 0 when it ended instead.
    quint16 serve(const QStringList &arguments);
    //! SIGTERM; the exit code, or -1 when it did not end by itself.
    int terminate();
    void kill();
    //! Starts a program with a window, off screen; says no more than that it runs.
    [[nodiscard]] bool show(const QStringList &arguments);
    //! SIGSTOP, SIGCONT: its sockets stay open, and nobody is behind them.
    void freeze();
    void thaw();
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    const QString &out() { return readAll(), m_out; }
    const QString &err() { return readAll(), m_err; }

private:
    void readAll();

    QString m_path;
    QProcess m_process;
    QString m_out;
    QString m_err;
};

struct Reply
{
    int status = 0; //!< 0 = no answer
    QByteArray body;
    QByteArray head;
    QJsonObject json() const;
};

//! One HTTP request to a port of this machine that is on its way, so that others can be made before it is answered.
class HttpRequestUnderWay
{
public:
    HttpRequestUnderWay(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArrayList &headers, const QByteArray &body = {});
    [[nodiscard]] Reply reply();

private:
    QTcpSocket m_socket;
};

//! One HTTP request to a port of this machine, with headers of one's own ("Authorization: Bearer …").
[[nodiscard]] Reply httpAsk(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArrayList &headers, const QByteArray &body = {});
//! The same without any.
[[nodiscard]] Reply httpGet(quint16 port, const QByteArray &path, const QByteArray &method = "GET");

} // namespace saji
