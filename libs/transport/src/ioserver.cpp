// SPDX-License-Identifier: GPL-3.0-or-later
#include "ioserver.h"

#include "httpconnection.h"
#include "httpwords.h"
#include "log.h"
#include "mailbox.h"
#include "tlsstream.h"
#include "tuning.h"

#include <boost/asio/post.hpp>

#include <algorithm>

#include <sys/resource.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

//! The usual soft limit of 1,024 files is below what we promise to serve.
void raiseFileLimit(int connections)
{
    constexpr rlim_t ownFiles = 256; // database, timers, links we dial
    const auto wanted = rlim_t(connections) + ownFiles;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted)
        qCWarning(lcTransport) << "the system allows only" << limit.rlim_cur << "open files; raise it (ulimit -n) for more connections";
}

Error bindError(const IoError &error, const ListenAddress &address)
{
    const auto where = address.toString();
    if (error == asio::error::address_in_use)
        return {
            ErrorCode::Busy,
            u"%1 is in use by another program (or by Saji itself, already running): stop that one, or choose another port"_s.arg(where)};
    if (error == asio::error::access_denied)
        return {ErrorCode::InvalidArgument, u"the system does not let this user listen on %1: choose a port from 1024 up"_s.arg(where)};
    if (error == boost::system::errc::address_not_available)
        return {ErrorCode::InvalidArgument,
                u"this machine does not have the address %1: choose one of its own, or 127.0.0.1"_s.arg(address.host)};
    return {ErrorCode::Io, u"cannot listen on %1: %2"_s.arg(where, QString::fromStdString(error.message()))};
}

std::string_view bare(std::string_view path)
{
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

//! An IPv4 peer on a dual-stack port is the same host as ever.
asio::ip::address normalized(const asio::ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

} // namespace

Connection::Connection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream)
    : m_server(server), m_id(id), m_stream(std::move(stream))
{
}

void Connection::drop()
{
    if (m_stream)
        m_stream->close();
    m_deadline = TimePoint::max();
    m_server.remove(m_id);
}

void Connection::expireIn(Milliseconds delay)
{
    m_deadline = std::chrono::steady_clock::now() + delay;
}

bool Reservation::hold(qint64 bytes)
{
    const auto wanted = bytes > tuning::uncountedBytes ? bytes : 0;
    if (wanted - m_bytes > m_free)
        return false;
    m_free -= wanted - m_bytes;
    m_bytes = wanted;
    return true;
}

IoServer::IoServer(const ListenOptions &options, IoThread::Rules rules, Mailbox &mailbox, IoThread::Owner &owner)
    : m_options(options),
      m_rules(std::move(rules)),
      m_refusals(tuning::refusalLinesPerSecond, 1),
      m_mailbox(mailbox),
      m_owner(owner),
      m_freeBytes(options.maxBufferedBytes),
      m_context(1),
      m_inputBytes(size_t(tuning::readChunkBytes)),
      m_input(new char[m_inputBytes]),
      m_acceptor(m_context),
      m_sweeper(m_context),
      m_pause(m_context)
{
    for (const auto &[path, perSecond] : m_rules.limits)
        m_limits.emplace_back(perSecond, perSecond * tuning::limitBurstSeconds);
    if (m_rules.trust)
        m_tls.emplace(*m_rules.trust);
}

IoServer::~IoServer() = default;

bool IoServer::takesTextAt(std::string_view path) const
{
    return std::ranges::find(m_rules.textPaths, bare(path)) != m_rules.textPaths.end();
}

std::optional<Milliseconds> IoServer::waitFor(std::string_view path, const QString &address)
{
    for (size_t i = 0; i < m_rules.limits.size(); ++i) {
        if (m_rules.limits[i].first == bare(path)) {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            return m_limits[i].take(address, std::chrono::duration_cast<Milliseconds>(now));
        }
    }
    return std::nullopt;
}

Result<ListenAddress> IoServer::open(const ListenAddress &address)
{
    if (m_tls && !m_tls->isGood())
        return Error{ErrorCode::Corrupt, u"the key and certificate of this device cannot be used: pair it again"_s};
    IoError error;
    const auto ip = asio::ip::make_address(address.host.toStdString(), error);
    if (error)
        return Error{ErrorCode::InvalidArgument, u"'%1' is no numeric address"_s.arg(address.host.left(80))};
    const tcp::endpoint endpoint(ip, address.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (error)
        return bindError(error, address);
    raiseFileLimit(m_options.maxConnections);
    const auto port = m_acceptor.local_endpoint(error).port();
    acceptNext();
    sweep();
    return ListenAddress{address.host, port};
}

void IoServer::post(std::function<void(IoServer &)> task)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_tasksLock);
        isFirst = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    // Who finds the list empty rings; the others lie in it already when the thread comes.
    if (isFirst)
        asio::post(m_context, [this] { runTasks(); });
}

void IoServer::runTasks()
{
    std::vector<std::function<void(IoServer &)>> tasks;
    {
        const std::lock_guard lock(m_tasksLock);
        tasks.swap(m_tasks);
    }
    for (const auto &task : tasks)
        task(*this);
    if (m_toFlush.size() >= tuning::crewFrom) {
        flushTogether();
    } else {
        for (const auto &connection : m_toFlush)
            connection->flushFrames();
    }
    m_toFlush.clear();
}

void IoServer::flushTogether()
{
    std::vector<SendCrew::Job> jobs;
    std::vector<Connection *> offering;
    jobs.reserve(m_toFlush.size());
    offering.reserve(m_toFlush.size());
    for (const auto &connection : m_toFlush) {
        if (const auto job = connection->offerFrames()) {
            jobs.push_back(*job);
            offering.push_back(connection.get());
        } else {
            connection->flushFrames();
        }
    }
    m_crew.write(jobs);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        offering[i]->framesTaken(jobs[i].sent);
}

void IoServer::stop()
{
    m_isStopping = true;
    IoError ignored;
    m_acceptor.close(ignored);
    m_sweeper.cancel();
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &[id, entry] : m_connections)
        all.push_back(entry.connection);
    for (const auto &connection : all)
        connection->wind();
    m_pause.expires_after(tuning::stopWithin);
    m_pause.async_wait([this](const IoError &error) {
        if (!error)
            m_context.stop();
    });
    if (m_connections.empty())
        m_pause.cancel();
}

std::shared_ptr<Connection> IoServer::find(ConnectionId id)
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.connection;
}

void IoServer::remove(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    const auto entry = std::move(found->second); // the connection goes last
    m_connections.erase(found);
    if (entry.isTurnedAway)
        --m_turnedAway;
    else if (--m_perAddress[entry.address] == 0)
        m_perAddress.erase(entry.address);
    if (m_isStopping && m_connections.empty())
        m_pause.cancel();
}

void IoServer::replace(const std::shared_ptr<Connection> &successor)
{
    const auto found = m_connections.find(successor->id());
    Q_ASSERT(found != m_connections.end()); // a connection that has been dropped is told nothing but errors
    found->second.connection = successor;
}

void IoServer::tell(std::function<void(IoThread::Owner &)> word)
{
    m_mailbox.post([&owner = m_owner, word = std::move(word)] { word(owner); });
}

void IoServer::admit(const QByteArray &authorization, Milliseconds lasts)
{
    const auto now = std::chrono::steady_clock::now();
    m_admitted.removeIf([now](const auto &entry) { return entry.value() < now; });
    if (m_admitted.size() < tuning::maxAddresses)
        m_admitted.insert(authorization, now + lasts);
}

bool IoServer::isAdmitted(std::string_view authorization) const
{
    if (!m_rules.isKeptForAdmitted)
        return true;
    const auto found = m_admitted.constFind(QByteArray::fromRawData(authorization.data(), qsizetype(authorization.size())));
    return found != m_admitted.cend() && *found >= std::chrono::steady_clock::now();
}

void IoServer::noteRefused(const QString &address, const QString &why)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    if (!m_refusals.take(address + u' ' + why, std::chrono::duration_cast<Milliseconds>(now)))
        qCWarning(lcTransport).noquote() << "refusing" << address << "-" << why;
}

const QByteArray &IoServer::date()
{
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    if (now != m_dateOf) {
        m_dateOf = now;
        m_date = httpwords::dateHeader(now.count());
    }
    return m_date;
}

void IoServer::acceptNext()
{
    m_acceptor.async_accept([this](const IoError &error, tcp::socket socket) {
        if (m_isStopping)
            return;
        if (!error) {
            onAccepted(std::move(socket));
            acceptNext();
            return;
        }
        // Most likely out of file descriptors: trying again at once would spin until somebody hangs up.
        m_pause.expires_after(tuning::acceptPause);
        m_pause.async_wait([this](const IoError &cancelled) {
            if (!cancelled && !m_isStopping)
                acceptNext();
        });
    });
}

void IoServer::onAccepted(tcp::socket socket)
{
    IoError error;
    const auto peer = socket.remote_endpoint(error);
    if (error)
        return; // gone already
    const auto address = normalized(peer.address());
    const auto counted = int(m_connections.size()) - m_turnedAway;
    const auto fromThere = m_perAddress.find(address);
    const bool isFull =
        counted >= m_options.maxConnections || (fromThere != m_perAddress.end() && fromThere->second >= m_options.maxConnectionsPerAddress);
    if (isFull && m_turnedAway >= tuning::maxTurnedAway)
        return;
    const auto id = ++m_lastId;
    auto stream = m_tls ? makeDoorStream(std::move(socket), m_tls->forNext()) : makePlainStream(std::move(socket));
    const auto connection =
        std::make_shared<HttpConnection>(*this, id, std::move(stream), QString::fromStdString(address.to_string()), peer.port());
    m_connections.emplace(id, Entry{connection, address, isFull});
    if (isFull) {
        ++m_turnedAway;
        connection->turnAway();
    } else {
        ++m_perAddress[address];
        connection->start();
    }
}

void IoServer::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<std::shared_ptr<Connection>> due;
    for (const auto &[id, entry] : m_connections) {
        if (entry.connection->deadline() <= now)
            due.push_back(entry.connection);
    }
    for (const auto &connection : due)
        connection->onDeadline();
    // One timer for all connections: arming one for each read and write costs more than the reads and writes. Being a tenth late is no
    // harm.
    const auto shortest = std::min({m_options.slowSender, m_options.idle, m_options.stalledReader, m_options.answerWithin});
    m_sweeper.expires_after(std::clamp(shortest / 10, Milliseconds(20), Milliseconds(1000)));
    m_sweeper.async_wait([this](const IoError &error) {
        if (!error && !m_isStopping)
            sweep();
    });
}

} // namespace saji
