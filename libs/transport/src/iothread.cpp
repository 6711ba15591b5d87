// SPDX-License-Identifier: GPL-3.0-or-later
#include "ioserver.h"
#include "mailbox.h"

#include <pthread.h>

#include <thread>

namespace saji {

class IoThread::Private
{
public:
    Private(const ListenOptions &options, Rules rules, Owner &owner) : server(options, std::move(rules), mailbox, owner) {}

    //! Runs `act` on the connection, if it is still there.
    template<class Act>
    void with(ConnectionId id, Act act)
    {
        server.post([id, act = std::move(act)](IoServer &s) {
            if (const auto connection = s.find(id))
                act(*connection);
        });
    }

    Mailbox mailbox;
    IoServer server;
    std::thread thread;
};

IoThread::IoThread(const ListenOptions &options, Rules rules, Owner &owner) : d(std::make_unique<Private>(options, std::move(rules), owner))
{
}

IoThread::~IoThread()
{
    stop();
}

Result<ListenAddress> IoThread::start(const ListenAddress &address)
{
    auto bound = d->server.open(address);
    if (!bound)
        return bound;
    d->thread = std::thread([this] {
        pthread_setname_np(pthread_self(), "saji-io");
        // sendfile has no way to say that a client who has hung up is no cause for a signal.
        sigset_t brokenPipe;
        sigemptyset(&brokenPipe);
        sigaddset(&brokenPipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
        d->server.run();
    });
    return bound;
}

void IoThread::stop()
{
    if (!d->thread.joinable())
        return;
    d->server.post([](IoServer &server) { server.stop(); });
    d->thread.join();
    d->mailbox.close();
}

void IoThread::answer(ConnectionId id, const HttpResponse &response)
{
    d->with(id, [response](Connection &connection) { connection.answer(response); });
}

void IoThread::readOn(ConnectionId id)
{
    d->with(id, [](Connection &connection) { connection.readOn(); });
}

void IoThread::send(ConnectionId id, const QByteArray &frame)
{
    d->with(id, [frame](Connection &connection) { connection.send(frame); });
}

void IoThread::close(ConnectionId id, const CloseReason &reason)
{
    d->with(id, [reason](Connection &connection) { connection.close(reason); });
}

void IoThread::acceptText(ConnectionId id)
{
    d->with(id, [](Connection &connection) { connection.acceptText(); });
}

void IoThread::keep(const std::string &target, const std::string &name, const HttpResponse &response)
{
    d->server.post([target, name, response](IoServer &server) { server.shelf().keep(target, name, response); });
}

void IoThread::forget(const std::string &name)
{
    d->server.post([name](IoServer &server) { server.shelf().forget(name); });
}

void IoThread::admit(const QByteArray &authorization, Milliseconds lasts)
{
    d->server.post([authorization, lasts](IoServer &server) { server.admit(authorization, lasts); });
}

void IoThread::sendToAll(std::vector<ConnectionId> ids, const QByteArray &frames)
{
    d->server.post([ids = std::move(ids), frames](IoServer &server) {
        for (const auto id : ids) {
            if (const auto connection = server.find(id))
                connection->sendFrames(frames);
        }
    });
}

} // namespace saji
