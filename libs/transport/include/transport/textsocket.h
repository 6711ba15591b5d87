// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/http.h>
#include <transport/link.h>

#include <QByteArrayList>

#include <memory>
#include <optional>

namespace saji {

//! Our end of one WebSocket that carries text: for other people's protocols (native links are transport/link.h).
//!
//! Whole messages in, whole messages out, in order, until it closes. Lives on the thread of its listener. A message that comes in has at
//! most `maxMessageBytes`; a client that sends a larger one is closed with TooLarge, and one that lets more wait than
//! ListenOptions::linkBacklogBytes is cut.
class TextSocket : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxMessageBytes = Link::maxFrameBytes;

    using QObject::QObject;

    virtual QString peerName() const = 0; //!< "127.0.0.1:3001", for logs
    virtual bool isOpen() const = 0;
    //! In this order, in one go; returns at once.
    virtual void send(const QByteArrayList &messages) = 0;
    //! `closed` follows, once, from this call or from the event loop.
    virtual void close(const saji::CloseReason &reason) = 0;

    //! The same messages to many clients: encoded once, shared by all, and handed over in one go.
    static void sendToAll(const QList<std::shared_ptr<TextSocket>> &sockets, const QByteArrayList &messages);

Q_SIGNALS:
    void received(const QByteArray &message);
    //! A binary message has come, after the texts before it; its bytes are gone.
    void receivedBinary();
    //! Exactly once, as the last signal.
    void closed(const saji::CloseReason &reason);
};

//! What a listener does with clients that want a WebSocket at a path.
struct TextSocketRoute
{
    //! Says why not, before the upgrade; nullopt = welcome.
    std::function<std::optional<HttpResponse>(const HttpRequest &request)> refusal;
    //! It is open. Messages come from the next turn of the event loop on; a socket that nobody keeps is closed.
    std::function<void(const HttpRequest &request, const std::shared_ptr<TextSocket> &socket)> opened;
};

} // namespace saji
