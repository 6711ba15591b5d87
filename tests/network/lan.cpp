// SPDX-License-Identifier: GPL-3.0-or-later
#include "lan.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr size_t maxFrame = 2048;
//! Frames on their way: beyond it the switch is full, and drops like one.
constexpr size_t maxTravelling = 20'000;

Error failed(const QString &what)
{
    return {ErrorCode::Io, u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(errno)))};
}

//! In the namespace of the calling thread: a child starts where its parent is.
bool runIp(const QString &arguments)
{
    return std::system(qPrintable(u"ip "_s + arguments + u" >/dev/null 2>&1"_s)) == 0;
}

int openCard()
{
    const int card = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (card < 0)
        return -1;
    ifreq request{};
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    std::strncpy(request.ifr_name, "eth0", IFNAMSIZ - 1);
    if (::ioctl(card, TUNSETIFF, &request) == 0)
        return card;
    ::close(card);
    return -1;
}

//! Runs `work` on a thread that may leave its namespace, because nobody else is on it.
template<class Work>
void aside(Work work)
{
    std::thread(work).join();
}

} // namespace

struct Lan::Port
{
    std::unique_ptr<LanHost> host;
    bool isPlugged = true;
    bool isDumb = false;
    bool isDeaf = false;
    int loss = 0;
    Milliseconds delay{0};
    int side = 0;
};

struct Lan::Frame
{
    Milliseconds due;
    quint64 number; //!< equal ones in the order they came
    size_t to;
    std::vector<char> bytes;

    bool operator<(const Frame &other) const { return std::pair(due, number) > std::pair(other.due, other.number); }
};

LanHost::~LanHost()
{
    if (m_card >= 0)
        ::close(m_card);
    if (m_namespace >= 0)
        ::close(m_namespace);
}

void LanHost::enter() const
{
    if (::setns(m_namespace, CLONE_NEWNET) != 0)
        ::_exit(127);
}

Result<void> LanHost::setAddress(const QString &address)
{
    bool isDone = false;
    aside([&] {
        enter();
        isDone = runIp(u"addr flush dev eth0"_s) && runIp(u"addr add %1/24 dev eth0"_s.arg(address));
    });
    if (!isDone)
        return failed(u"cannot give a host the address %1"_s.arg(address));
    m_address = address;
    return {};
}

Lan::Lan() : m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), m_thread([this] { run(); }) {}

Lan::~Lan()
{
    m_isEnding = true;
    const quint64 one = 1;
    (void)!::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_wake);
}

QString Lan::hindrance()
{
    QString why;
    if (std::system("ip -V >/dev/null 2>&1") != 0)
        return u"the program `ip` is missing (Debian: iproute2)"_s;
    aside([&why] {
        if (::unshare(CLONE_NEWNET) != 0)
            why = u"this user may not make network namespaces (root may)"_s;
        else if (const int card = openCard(); card < 0)
            why = u"/dev/net/tun cannot be used here"_s;
        else
            ::close(card);
    });
    return why;
}

Result<LanHost *> Lan::addHost(const QString &address)
{
    std::unique_ptr<LanHost> host(new LanHost);
    aside([&host] {
        if (::unshare(CLONE_NEWNET) != 0)
            return;
        host->m_namespace = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
        host->m_card = openCard();
        (void)runIp(u"link set lo up"_s);
        (void)runIp(u"link set eth0 up"_s);
    });
    if (host->m_namespace < 0 || host->m_card < 0)
        return failed(u"cannot make a host"_s);
    if (const auto done = host->setAddress(address); !done)
        return done.error();
    auto *made = host.get();
    {
        const std::scoped_lock lock(m_mutex);
        m_ports.push_back(std::make_unique<Port>());
        m_ports.back()->host = std::move(host);
    }
    const quint64 one = 1;
    (void)!::write(m_wake, &one, sizeof one);
    return made;
}

void Lan::run()
{
    const SystemClock clock;
    while (!m_isEnding) {
        std::vector<pollfd> waiting{{m_wake, POLLIN, 0}};
        Milliseconds patience{1000};
        {
            const std::scoped_lock lock(m_mutex);
            for (const auto &port : m_ports)
                waiting.push_back({port->host->m_card, POLLIN, 0});
            patience = deliverDue();
        }
        (void)::poll(waiting.data(), nfds_t(waiting.size()), int(patience.count()));
        quint64 woken = 0;
        (void)!::read(m_wake, &woken, sizeof woken);
        const std::scoped_lock lock(m_mutex);
        for (size_t i = 0; i + 1 < waiting.size(); ++i) {
            if (waiting[i + 1].revents & POLLIN)
                take(i);
        }
    }
}

//! What one host has sent, to all others: each card takes what is meant for it.
void Lan::take(size_t from)
{
    const SystemClock clock;
    std::array<char, maxFrame> buffer;
    auto &sender = *m_ports[from];
    for (;;) {
        const auto size = ::read(sender.host->m_card, buffer.data(), buffer.size());
        if (size <= 0)
            return;
        if (!sender.isPlugged || sender.isDumb)
            continue;
        for (size_t to = 0; to < m_ports.size(); ++to) {
            const auto &receiver = *m_ports[to];
            const auto dice = [this] { return int((m_dice = m_dice * 6364136223846793005ULL + 1442695040888963407ULL) >> 33) % 100; };
            if (to == from || !receiver.isPlugged || receiver.isDeaf || receiver.side != sender.side || m_travelling.size() >= maxTravelling)
                continue;
            if (dice() < sender.loss || dice() < receiver.loss) {
                ++m_dropped;
                continue;
            }
            m_travelling.push_back({clock.steadyNow() + sender.delay + receiver.delay, ++m_count, to, {buffer.data(), buffer.data() + size}});
            std::push_heap(m_travelling.begin(), m_travelling.end());
        }
    }
}

Milliseconds Lan::deliverDue()
{
    const SystemClock clock;
    while (!m_travelling.empty() && m_travelling.front().due <= clock.steadyNow()) {
        std::pop_heap(m_travelling.begin(), m_travelling.end());
        const auto frame = std::move(m_travelling.back());
        m_travelling.pop_back();
        // A card that is full drops it.
        (void)!::write(m_ports[frame.to]->host->m_card, frame.bytes.data(), frame.bytes.size());
    }
    return m_travelling.empty() ? Milliseconds(1000) : std::max(Milliseconds(0), m_travelling.front().due - clock.steadyNow());
}

Lan::Port &Lan::port(const LanHost &host)
{
    return **std::ranges::find_if(m_ports, [&host](const auto &port) { return port->host.get() == &host; });
}

template<class Value>
void Lan::set(const LanHost &host, Value Port::*field, Value value)
{
    const std::scoped_lock lock(m_mutex);
    port(host).*field = value;
}

void Lan::setPlugged(const LanHost &host, bool plugged)
{
    set(host, &Port::isPlugged, plugged);
}

void Lan::setDumb(const LanHost &host, bool dumb)
{
    set(host, &Port::isDumb, dumb);
}

void Lan::setDeaf(const LanHost &host, bool deaf)
{
    set(host, &Port::isDeaf, deaf);
}

void Lan::setLoss(const LanHost &host, int percent)
{
    set(host, &Port::loss, percent);
}

void Lan::setDelay(const LanHost &host, Milliseconds delay)
{
    set(host, &Port::delay, delay);
}

void Lan::setSide(const LanHost &host, int side)
{
    set(host, &Port::side, side);
}

void Lan::heal()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &port : m_ports) {
        port->isPlugged = true;
        port->isDumb = port->isDeaf = false;
        port->loss = port->side = 0;
        port->delay = Milliseconds(0);
    }
}

} // namespace saji
