// SPDX-License-Identifier: GPL-3.0-or-later
#include "attacker.h"

#include <base/random.h>

#include <QtEndian>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace saji {
namespace {

constexpr int patienceMs = 500;
constexpr quint64 hugeBytes = 100 * 1024 * 1024;

//! False = nobody takes it any more.
bool sendAll(int fd, QByteArray bytes)
{
    while (!bytes.isEmpty()) {
        pollfd ready{fd, POLLOUT, 0};
        if (::poll(&ready, 1, patienceMs) <= 0)
            return false;
        const auto sent = ::send(fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0)
            return false;
        bytes = bytes.mid(sent);
    }
    return true;
}

//! Nothing = hung up, or silent for too long.
QByteArray receive(int fd, int waitMs = patienceMs)
{
    pollfd ready{fd, POLLIN, 0};
    if (::poll(&ready, 1, waitMs) <= 0)
        return {};
    QByteArray bytes(16 * 1024, '\0');
    const auto got = ::recv(fd, bytes.data(), size_t(bytes.size()), 0);
    return got > 0 ? bytes.left(got) : QByteArray();
}

QByteArray maskedFrame(char opcode, quint64 announced, const QByteArray &payload)
{
    QByteArray frame(1, char(0x80 | opcode));
    if (announced < 126) {
        frame += char(0x80 | announced);
    } else {
        const auto big = qToBigEndian(announced);
        frame += char(0xff);
        frame += QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    }
    return frame + QByteArray(4, '\0') + payload;
}

} // namespace

int Attacker::open() const
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl((INADDR_LOOPBACK & 0xffffff00U) | m_host);
    (void)::bind(fd, reinterpret_cast<const sockaddr *>(&here), sizeof here);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

int Attacker::openWebSocket(const QByteArray &path) const
{
    const int fd = open();
    if (fd >= 0 && sendAll(fd, "GET " + path +
                                   " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"))
        (void)receive(fd);
    return fd;
}

QByteArray Attacker::say(const QByteArray &bytes) const
{
    const int fd = open();
    if (fd < 0)
        return {};
    QByteArray heard;
    if (sendAll(fd, bytes)) {
        for (auto more = receive(fd); !more.isEmpty(); more = receive(fd))
            heard += more;
    }
    ::close(fd);
    return heard;
}

void Attacker::sayNonsense(int times) const
{
    SeededRandom random(m_port);
    for (int i = 0; i < times && !m_isOver; ++i) {
        QByteArray bytes;
        for (int j = 0; j < 64; ++j) {
            const auto word = random.next();
            bytes += QByteArray(reinterpret_cast<const char *>(&word), sizeof word);
        }
        if (i % 3 == 0)
            bytes.prepend(QByteArray::fromHex("1603010200")); // looks like TLS at first
        const int fd = open();
        if (fd < 0)
            continue;
        (void)sendAll(fd, bytes);
        (void)receive(fd, 20);
        ::close(fd);
    }
}

void Attacker::holdConnections(int count) const
{
    std::vector<int> held;
    for (int i = 0; i < count && !m_isOver; ++i)
        held.push_back(open());
    while (!m_isOver)
        ::usleep(20'000);
    for (const int fd : held) {
        if (fd >= 0)
            ::close(fd);
    }
}

bool Attacker::sendSlowly() const
{
    const int fd = open();
    const QByteArray request = "GET /api/orders?outlet_id=1 HTTP/1.1\r\nHost: " + QByteArray(4000, 'x');
    bool isCut = false;
    for (qsizetype i = 0; i < request.size() && !isCut && !m_isOver; ++i) {
        isCut = ::send(fd, request.constData() + i, 1, MSG_NOSIGNAL) <= 0;
        char byte = 0;
        pollfd ready{fd, POLLIN, 0};
        if (!isCut && ::poll(&ready, 1, 100) > 0)
            isCut = ::recv(fd, &byte, 1, MSG_DONTWAIT) == 0;
    }
    ::close(fd);
    return isCut;
}

qint64 Attacker::sendHugeFrame(const QByteArray &path) const
{
    const int fd = openWebSocket(path);
    if (fd < 0)
        return 0;
    const QByteArray piece(64 * 1024, 'x');
    qint64 taken = 0;
    bool isTaken = sendAll(fd, maskedFrame(1, hugeBytes, {}));
    while (isTaken && taken < qint64(hugeBytes)) {
        isTaken = sendAll(fd, piece);
        taken += isTaken ? piece.size() : 0;
    }
    ::close(fd);
    return taken;
}

int Attacker::sendBadPackets(int count) const
{
    static const QList<QByteArray> bad{"9", "42", "42[", "42{}", "4x", "2[\"new_order\"", "45-[\"x\"]", "4999999999999[", "42[1,2]", "\xff\xfe", "42[\"new_order\",\"x\"",
                                       "b4AAAA", "44{}", "40/admin", "42[\"subscribe_outlet\",null]"};
    int sent = 0;
    while (sent < count && !m_isOver) {
        const int fd = openWebSocket("/socket.io/?EIO=4&transport=websocket");
        bool isTaken = fd >= 0 && sendAll(fd, maskedFrame(1, 2, "40"));
        for (int i = 0; i < 25 && isTaken && sent < count; ++i, ++sent) {
            const auto &packet = bad.at((sent + i) % bad.size());
            isTaken = sendAll(fd, maskedFrame(1, quint64(packet.size()), packet));
        }
        if (fd >= 0)
            ::close(fd);
        else
            ::usleep(5'000);
    }
    return sent;
}

} // namespace saji
