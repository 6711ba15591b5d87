// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <atomic>

namespace saji {

//! A stranger on the network with a socket library and no manners. Blocking; runs on a thread of its own. Every call returns when the node
//! has hung up on it, or it has said everything.
class Attacker
{
public:
    //! `host`: 127.0.0.<host> is where it seems to come from.
    Attacker(quint16 port, const std::atomic_bool &isOver, quint8 host = 66) : m_port(port), m_host(host), m_isOver(isOver) {}

    //! Connects, says this, and reads until it is hung up on (or half a second has passed); what came back.
    QByteArray say(const QByteArray &bytes) const;
    //! Bytes that mean nothing, as first words.
    void sayNonsense(int times) const;
    //! Opens so many connections and holds them, saying nothing, until it is over.
    void holdConnections(int count) const;
    //! A request of which a byte comes now and then, until it is cut. True = it was.
    bool sendSlowly() const;
    //! A WebSocket on `path`, then the head of a frame of 100 MB and as much of it as is taken. How many bytes that was.
    qint64 sendHugeFrame(const QByteArray &path) const;
    //! So many packets that are none over as many WebSockets as it takes; how many were sent.
    int sendBadPackets(int count) const;

private:
    int open() const;
    int openWebSocket(const QByteArray &path) const;

    quint16 m_port;
    quint8 m_host;
    const std::atomic_bool &m_isOver;
};

} // namespace saji
