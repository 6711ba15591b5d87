// SPDX-License-Identifier: GPL-3.0-or-later
#include "webload.h"

#include "measure.h"

#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace saji::bench {
namespace {

using Steady = std::chrono::steady_clock;

//! A connected socket to 127.0.0.1:port, from 127.0.0.`from`; -1 = refused.
int connected(quint16 port, int from)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(0x7f000000u + quint32(from));
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (::bind(fd, reinterpret_cast<sockaddr *>(&own), sizeof own) == 0 &&
        ::connect(fd, reinterpret_cast<sockaddr *>(&server), sizeof server) == 0)
        return fd;
    ::close(fd);
    return -1;
}

bool sendAll(int fd, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto n = ::send(fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

//! The length of the whole HTTP answer at the beginning of `bytes`; -1 = it is not all there.
qsizetype answerLength(const QByteArray &bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const auto head = bytes.first(end).toLower();
    const auto field = head.indexOf("content-length:");
    const auto body = field < 0 ? 0 : head.mid(field + 15, head.indexOf('\r', field + 15) - field - 15).trimmed().toLongLong();
    return bytes.size() >= end + 4 + body ? end + 4 + body : -1;
}

//! A text frame as a client sends it; a mask of zeros is one too.
QByteArray masked(const QByteArray &text)
{
    QByteArray frame(1, char(0x81));
    if (text.size() < 126) {
        frame += char(0x80 | text.size());
    } else {
        frame += char(0x80 | 126);
        frame += char(text.size() >> 8);
        frame += char(text.size() & 0xff);
    }
    return frame + QByteArray(4, '\0') + text;
}

struct HttpClient
{
    int fd = -1;
    QByteArray got;
    Steady::time_point asked;
};

qint64 nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now().time_since_epoch()).count();
}

} // namespace

HttpRun runHttp(quint16 port, int connections, std::chrono::milliseconds time, const std::function<QByteArray(qint64)> &request)
{
    HttpRun run;
    const int epoll = ::epoll_create1(0);
    std::vector<HttpClient> clients(static_cast<size_t>(connections));
    qint64 n = 0;
    for (size_t i = 0; i < clients.size(); ++i) {
        clients[i].fd = connected(port, 1);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, clients[i].fd, &event);
    }
    QList<double> delays;
    const auto start = Steady::now();
    for (auto &client : clients) {
        client.asked = Steady::now();
        sendAll(client.fd, request(n++));
    }
    std::vector<epoll_event> events(clients.size());
    char buffer[65536];
    while (Steady::now() - start < time) {
        const int ready = ::epoll_wait(epoll, events.data(), int(events.size()), 100);
        for (int i = 0; i < ready; ++i) {
            auto &client = clients[events[size_t(i)].data.u64];
            const auto bytes = ::recv(client.fd, buffer, sizeof buffer, 0);
            if (bytes <= 0) {
                ::epoll_ctl(epoll, EPOLL_CTL_DEL, client.fd, nullptr);
                ++run.refusals;
                continue;
            }
            client.got.append(buffer, bytes);
            const auto length = answerLength(client.got);
            if (length < 0)
                continue;
            run.refusals += !client.got.startsWith("HTTP/1.1 200");
            ++run.answers;
            if (run.answers % 8 == 0)
                delays.append(msSince(client.asked));
            client.got.remove(0, length);
            client.asked = Steady::now();
            sendAll(client.fd, request(n++));
        }
    }
    run.seconds = msSince(start) / 1000;
    run.p99Ms = delays.isEmpty() ? 0 : quantile(delays, 0.99);
    for (const auto &client : clients)
        ::close(client.fd);
    ::close(epoll);
    return run;
}

struct FanOut::Client
{
    int fd = -1;
    QByteArray got;
};

bool FanOut::open(quint16 port, int listeners, const QByteArray &token)
{
    m_token = token;
    m_epoll = ::epoll_create1(0);
    for (int i = 0; i <= listeners; ++i) {
        if (!add(port, i))
            return false;
    }
    return true;
}

FanOut::~FanOut()
{
    for (auto *client : m_clients) {
        ::close(client->fd);
        delete client;
    }
    ::close(m_epoll);
}

bool FanOut::add(quint16 port, int number)
{
    auto *client = new Client;
    m_clients.push_back(client);
    client->fd = connected(port, 1 + number % 8);
    const auto until = [client](const QByteArray &word) {
        char buffer[4096];
        while (!client->got.contains(word)) {
            pollfd waiting{client->fd, POLLIN, 0};
            if (::poll(&waiting, 1, 10'000) != 1)
                return false;
            const auto bytes = ::recv(client->fd, buffer, sizeof buffer, 0);
            if (bytes <= 0)
                return false;
            client->got.append(buffer, bytes);
        }
        client->got.clear();
        return true;
    };
    if (client->fd < 0 ||
        !sendAll(client->fd,
                 "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n") ||
        !until("pingTimeout") || !sendAll(client->fd, masked("40{\"token\":\"" + m_token + "\"}")) || !until("40{") ||
        !sendAll(client->fd, masked("42[\"subscribe_outlet\",1]")) || !until("\"subscribed\""))
        return false;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = client;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client->fd, &event) == 0;
}

void FanOut::say(qint64 n)
{
    // 300 bytes, like a short order; the time in a form of fixed width.
    auto order = QByteArray("42[\"broadcast\",{\"n\":") + QByteArray::number(n) + ",\"at\":\"" +
                 QByteArray::number(nowNs()).rightJustified(19, '0') + "\",\"order_number\":\"ORD-20260615-0042\",\"items\":\"" +
                 QByteArray(220, 'x') + "\"}]";
    sendAll(m_clients.back()->fd, masked(order));
}

void FanOut::hear(int timeoutMs, const std::function<void(const char *, qsizetype)> &heard)
{
    std::array<epoll_event, 256> events;
    char buffer[65536];
    const int ready = ::epoll_wait(m_epoll, events.data(), int(events.size()), timeoutMs);
    for (int i = 0; i < ready; ++i) {
        auto *client = static_cast<Client *>(events[size_t(i)].data.ptr);
        const auto bytes = ::recv(client->fd, buffer, sizeof buffer, 0);
        if (bytes <= 0)
            continue;
        client->got.append(buffer, bytes);
        qsizetype at = 0;
        for (;;) {
            const auto left = client->got.size() - at;
            const auto *frame = reinterpret_cast<const uchar *>(client->got.constData()) + at;
            if (left < 2 || (frame[1] == 126 && left < 4))
                break;
            const qsizetype head = frame[1] == 126 ? 4 : 2;
            const qsizetype size = frame[1] == 126 ? (frame[2] << 8 | frame[3]) : frame[1];
            if (left < head + size)
                break;
            const char *text = reinterpret_cast<const char *>(frame) + head;
            if (size > 12 && std::memcmp(text, "42[\"message\"", 12) == 0)
                heard(text, size);
            else if (size == 1 && *text == '2')
                sendAll(client->fd, masked("3"));
            at += head + size;
        }
        client->got.remove(0, at);
    }
}

double FanOut::publish(int count, int window)
{
    const auto listeners = qint64(m_clients.size()) - 1;
    qint64 said = 0, heard = 0;
    const auto start = Steady::now();
    while (heard < qint64(count) * listeners) {
        while (said < count && said - heard / listeners < window)
            say(said++);
        hear(1000, [&](const char *, qsizetype) { ++heard; });
        if (Steady::now() - start > std::chrono::seconds(60))
            return 0;
    }
    return count / (msSince(start) / 1000);
}

QList<double> FanOut::delays(int perSecond, std::chrono::milliseconds time)
{
    QList<double> found;
    const auto start = Steady::now();
    qint64 said = 0;
    while (Steady::now() - start < time + std::chrono::milliseconds(500)) {
        const auto passed = Steady::now() - start;
        if (passed < time && passed >= std::chrono::milliseconds(1000 * said / perSecond))
            say(said++);
        hear(1, [&](const char *text, qsizetype size) {
            const QByteArray frame = QByteArray::fromRawData(text, size);
            const auto at = frame.indexOf("\"at\":\"");
            if (at >= 0)
                found.append(double(nowNs() - frame.mid(at + 6, 19).toLongLong()) / 1e6);
        });
    }
    return found;
}

} // namespace saji::bench
