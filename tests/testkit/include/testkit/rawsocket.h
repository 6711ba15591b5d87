// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>
#include <utility>

class QTcpSocket;

namespace saji {

//! A client that says exactly these bytes, for everything that no well-behaved client would say. Works by the event loop: look at it
//! with QTRY_….
class RawSocket
{
public:
    struct Reply
    {
        int status = 0;
        QHash<QByteArray, QByteArray> headers; //!< lower-case names
        QByteArray body;
    };

    //! Connects to 127.0.0.1.
    explicit RawSocket(quint16 port);
    ~RawSocket();

    void send(const QByteArray &bytes);
    //! Says nothing more, but goes on listening.
    void finish();
    //! Hangs up with a reset, as a crash does.
    void reset();
    //! From now on takes nothing from the socket (true), as a stuck client does.
    void setStuck(bool stuck);

    bool isConnected() const;
    //! The other side has hung up.
    bool isClosed() const;
    const QByteArray &received() const { return m_received; }
    //! Takes the next whole HTTP answer from what has been received. `isBodiless`: it answers a HEAD.
    [[nodiscard]] std::optional<Reply> takeReply(bool isBodiless = false);
    //! Runs the event loop until something comes, or the other side hangs up; says whether something came.
    bool waitForMore(Milliseconds limit = Milliseconds(5000));
    //! Runs the event loop until there is a whole answer; status 0 when nothing came for 5 s.
    [[nodiscard]] Reply waitForReply(bool isBodiless = false);
    //! Takes everything received so far.
    QByteArray takeAll() { return std::exchange(m_received, {}); }

private:
    void read();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
    bool m_isStuck = false;
};

} // namespace saji
