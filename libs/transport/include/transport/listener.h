// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <transport/http.h>
#include <transport/link.h>

#include <QObject>

#include <memory>

namespace saji {

struct ListenAddress
{
    QString host = QStringLiteral("127.0.0.1"); //!< a numeric address
    quint16 port = 0; //!< 0 = any free one

    //! "127.0.0.1:8000", "[::1]:8000", ":8000" (= loopback).
    [[nodiscard]] static Result<ListenAddress> fromString(const QString &text);
    QString toString() const;
    bool isLoopback() const;
};

//! One port for everything that others dial: native links by WebSocket and by polling on `/sync`, and HTTP for the handlers.
//!
//! Sockets live on an I/O thread of the listener's own (Boost.Asio, Beast); every signal and handler runs on the thread that made
//! the listener. Limits hold from the first byte: bodies 1 MiB, headers 16 KiB, slow senders 10 s, idle connections 75 s,
//! connections in all and per address. Whatever a client sends ends at most its own connection.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);
    ~Listener() override;

    //! Binds and starts. Busy = the port is in use; the detail says what to do.
    [[nodiscard]] Result<ListenAddress> listen(const ListenAddress &address);
    //! Closes the port and every connection (links with GoingAway); returns when the I/O thread has ended.
    void stop();
    ListenAddress address() const;

    //! Handles requests whose path starts with `prefix` (the longest prefix wins). Call before listen().
    void route(const QString &prefix, HttpHandler handler);

signals:
    //! A peer has opened a native link on /sync, by WebSocket or by polling.
    void linked(const std::shared_ptr<saji::Link> &link);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
