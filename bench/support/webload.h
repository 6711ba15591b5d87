// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <vector>

namespace saji::bench {

//! What a number of connections got out of a server in some time, each asking again as soon as it has been answered.
struct HttpRun
{
    qint64 answers = 0;
    qint64 refusals = 0; //!< answers that were not 200
    double seconds = 0;
    double p99Ms = 0;
    double perSecond() const { return seconds > 0 ? double(answers) / seconds : 0; }
};
[[nodiscard]] HttpRun runHttp(quint16 port, int connections, std::chrono::milliseconds time,
                              const std::function<QByteArray(qint64 n)> &request);

//! Listeners of one Socket.IO room, and one more client that says things to it.
class FanOut
{
public:
    //! Connects them all by WebSocket, from several loopback addresses; false = the server did not take them.
    [[nodiscard]] bool open(quint16 port, int listeners, const QByteArray &token);
    ~FanOut();

    //! Says `count` things, at most `window` of them on their way; how many a second everybody had heard in the end; 0 = not all did.
    [[nodiscard]] double publish(int count, int window);
    //! Says `perSecond` things a second; the time from saying to hearing, over all listeners.
    [[nodiscard]] QList<double> delays(int perSecond, std::chrono::milliseconds time);

private:
    struct Client;
    [[nodiscard]] bool add(quint16 port, int number);
    void say(qint64 n);
    void hear(int timeoutMs, const std::function<void(const char *frame, qsizetype size)> &heard);

    QByteArray m_token;
    int m_epoll = -1;
    std::vector<Client *> m_clients; //!< the last one speaks
};

} // namespace saji::bench
