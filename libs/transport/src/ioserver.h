// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answershelf.h"
#include "bytestream.h"
#include "iothread.h"
#include "ratelimit.h"
#include "sendcrew.h"
#include "tlscontext.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace saji {

class Mailbox;
class IoServer;

using TimePoint = std::chrono::steady_clock::time_point;

//! One connection on the I/O thread: what all kinds have in common.
class Connection : public ByteStream::User
{
public:
    Connection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream);

    ConnectionId id() const { return m_id; }
    TimePoint deadline() const { return m_deadline; }

    virtual void start() = 0;
    virtual void onDeadline() = 0;
    //! The listener stops: end as soon as what is being written has left.
    virtual void wind() = 0;

    // What the owner has to say; a kind of connection that it does not concern ignores it.
    virtual void answer(const HttpResponse &) {}
    virtual void readOn() {}
    virtual void send(const QByteArray &) {}
    virtual void close(const CloseReason &) {}
    virtual void acceptText() {}
    virtual void sendFrames(const QByteArray &) {}
    //! After the last task of a burst, for who has said flushAfterTasks().
    virtual void flushFrames() {}
    //! The same in two steps: what may be written at once, if it is one piece; and then how much of it has been.
    virtual std::optional<SendCrew::Job> offerFrames() { return std::nullopt; }
    virtual void framesTaken(std::size_t) {}

    //! Tears the connection down and leaves the server. `this` may be gone afterwards, unless a caller holds it.
    void drop();

protected:
    void expireIn(Milliseconds delay);

    IoServer &m_server;
    ConnectionId m_id;
    std::unique_ptr<ByteStream> m_stream;
    TimePoint m_deadline = TimePoint::max();
};

//! A share of the memory for what is being received; given back when it goes.
class Reservation
{
public:
    explicit Reservation(qint64 &free) : m_free(free) {}
    ~Reservation() { m_free += m_bytes; }
    Reservation(const Reservation &) = delete;
    Reservation &operator=(const Reservation &) = delete;

    //! Holds room for `bytes` from now on; small things are not counted. False = there is no room; what was held stays.
    [[nodiscard]] bool hold(qint64 bytes);

private:
    qint64 &m_free;
    qint64 m_bytes = 0;
};

//! Everything that lives on the I/O thread: the port, the connections, the sweep that enforces their deadlines.
class IoServer
{
public:
    using Address = boost::asio::ip::address;

    IoServer(const ListenOptions &options, IoThread::Rules rules, Mailbox &mailbox, IoThread::Owner &owner);
    ~IoServer();

    //! On the owner's thread, before `run`.
    [[nodiscard]] Result<ListenAddress> open(const ListenAddress &address);
    //! Until everything has been closed after `stop`.
    void run() { m_context.run(); }
    //! From any thread: runs `task` on the I/O thread, after those that were posted before. A burst of them wakes it once.
    void post(std::function<void(IoServer &)> task);
    //! Closes the port, lets connections finish what they are writing, for a moment.
    void stop();

    std::shared_ptr<Connection> find(ConnectionId id);
    void remove(ConnectionId id);
    //! The connection has become another kind (an upgrade); the limits go on counting it once.
    void replace(const std::shared_ptr<Connection> &successor);

    //! Calls the owner on its thread.
    void tell(std::function<void(IoThread::Owner &)> word);
    const ListenOptions &options() const { return m_options; }
    //! Whether text WebSockets are taken at this path.
    bool takesTextAt(std::string_view path) const;
    //! How long this address has to wait before it may ask there; nullopt = go ahead.
    [[nodiscard]] std::optional<Milliseconds> waitFor(std::string_view path, const QString &address);
    AnswerShelf &shelf() { return m_shelf; }
    void admit(const QByteArray &authorization, Milliseconds lasts);
    //! Whether who sends this may have what is kept ready.
    bool isAdmitted(std::string_view authorization) const;
    bool isStopping() const { return m_isStopping; }
    //! From within a task: what else the burst has for this connection leaves with it.
    void flushAfterTasks(std::shared_ptr<Connection> connection) { m_toFlush.push_back(std::move(connection)); }
    qint64 &freeBytes() { return m_freeBytes; }
    //! Memory for one read, shared by all whose streams read at once.
    boost::asio::mutable_buffer sharedInput() { return {m_input.get(), m_inputBytes}; }
    const QByteArray &date();

    //! Null = this node is not paired.
    const Trust *trust() const { return m_rules.trust.get(); }
    bool takesPlainHttp() const { return m_rules.plainHttp; }
    //! Says once a minute at most that this address was refused for this cause.
    void noteRefused(const QString &address, const QString &why);

private:
    struct Entry
    {
        std::shared_ptr<Connection> connection;
        Address address;
        bool isTurnedAway = false;
    };

    void acceptNext();
    void onAccepted(boost::asio::ip::tcp::socket socket);
    void sweep();
    void runTasks();
    void flushTogether();

    ListenOptions m_options;
    IoThread::Rules m_rules;
    std::vector<RateLimit> m_limits; //!< of m_rules.limits
    std::optional<TlsContext> m_tls;
    RateLimit m_refusals;
    AnswerShelf m_shelf;
    QHash<QByteArray, TimePoint> m_admitted; //!< until when
    Mailbox &m_mailbox;
    IoThread::Owner &m_owner;
    qint64 m_freeBytes;
    boost::asio::io_context m_context;
    std::mutex m_tasksLock;
    std::vector<std::function<void(IoServer &)>> m_tasks; //!< under the lock
    std::vector<std::shared_ptr<Connection>> m_toFlush;
    SendCrew m_crew;
    std::size_t m_inputBytes;
    std::unique_ptr<char[]> m_input;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_sweeper;
    boost::asio::steady_timer m_pause; //!< of accepting; and, in the end, of waiting for the last bytes
    std::unordered_map<ConnectionId, Entry> m_connections;
    std::map<Address, int> m_perAddress;
    int m_turnedAway = 0;
    ConnectionId m_lastId = 0;
    bool m_isStopping = false;
    QByteArray m_date;
    std::chrono::seconds m_dateOf{-1};
};

} // namespace saji
