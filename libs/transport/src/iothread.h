// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/listener.h>

#include <QByteArrayList>

#include <memory>
#include <string>
#include <vector>

namespace saji {

//! Names a connection on both sides of the thread border; never used again for another. 0 = none.
using ConnectionId = quint64;

//! The listener's thread of sockets: whatever crosses is a value, named by its connection. Public functions are called on the
//! thread that made it, and the Owner is called there; a call about a connection that is gone does nothing.
class IoThread
{
public:
    //! What the I/O thread decides by itself, by path; without trailing slashes.
    struct Rules
    {
        std::vector<std::string> textPaths;                 //!< where text WebSockets are taken
        std::vector<std::pair<std::string, double>> limits; //!< requests a second of one address
        std::shared_ptr<const Trust> trust = nullptr;       //!< null = this node is not paired
        bool plainHttp = true;                              //!< whether others than this machine may ask without TLS
        bool isKeptForAdmitted = false;                     //!< whether kept answers need admit()
    };

    class Owner
    {
    public:
        virtual ~Owner() = default;
        //! Answer with `answer(id, …)`; the next request of this connection comes after that.
        virtual void onRequest(ConnectionId id, const HttpRequest &request) = 0;
        //! A link has been opened; say `readOn(id)` to begin.
        virtual void onLinked(ConnectionId id, const QString &peerName, const std::optional<Subject> &peer) = 0;
        //! Say `readOn(id)` when they are taken; until then no more are read.
        virtual void onFrames(ConnectionId id, const QByteArrayList &frames) = 0;
        //! So many bytes of frames that were sent have left.
        virtual void onWritten(ConnectionId id, qint64 bytes) = 0;
        //! The last word about a link, whoever has ended it.
        virtual void onLinkClosed(ConnectionId id, const CloseReason &reason) = 0;

        //! A client wants a text WebSocket: say `acceptText(id)`, or refuse with `answer(id, …)`.
        virtual void onTextAsked(ConnectionId id, const HttpRequest &request) = 0;
        //! It is open; say `readOn(id)` to begin. Its end is told by onLinkClosed.
        virtual void onTextOpened(ConnectionId id, const QString &peerName, const HttpRequest &request) = 0;
        //! Say `readOn(id)` when they are taken. The bytes of binary messages are not kept.
        virtual void onTexts(ConnectionId id, const QByteArrayList &messages, int binaries) = 0;
    };

    IoThread(const ListenOptions &options, Rules rules, Owner &owner);
    ~IoThread();

    [[nodiscard]] Result<ListenAddress> start(const ListenAddress &address);
    //! Returns when the thread has ended; the owner is not called any more.
    void stop();

    void answer(ConnectionId id, const HttpResponse &response);
    void readOn(ConnectionId id);
    void send(ConnectionId id, const QByteArray &frame);
    void close(ConnectionId id, const CloseReason &reason);
    void acceptText(ConnectionId id);
    void keep(const std::string &target, const std::string &name, const HttpResponse &response);
    void forget(const std::string &name);
    void admit(const QByteArray &authorization, Milliseconds lasts);
    //! Whole WebSocket frames, as they go over the wire, shared by all.
    void sendToAll(std::vector<ConnectionId> ids, const QByteArray &frames);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
