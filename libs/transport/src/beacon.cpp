// SPDX-License-Identifier: GPL-3.0-or-later
#include "beaconwords.h"
#include "log.h"
#include "tuning.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QSet>
#include <QUdpSocket>
#include <QVariant>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

using Where = DiscoveryOptions::Where;

//! For use within one organisation (RFC 2365), so no router passes it on.
const QHostAddress &group()
{
    static const QHostAddress address(u"239.255.83.74"_s);
    return address;
}

class BeaconDiscovery final : public Discovery
{
public:
    BeaconDiscovery(const DiscoveryOptions &options, const Clock &clock, Scheduler &scheduler, Random &random)
        : m_options(options), m_clock(clock), m_random(random), m_timer(scheduler), m_run(random.next() & ~quint64(1))
    {
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] { readAll(); });
    }

    ~BeaconDiscovery() override
    {
        if (m_count > 0)
            send(true);
    }

    void announce(const Announcement &self) override
    {
        const bool isFirst = m_count == 0 && !m_timer.isActive();
        if (!isFirst && self == m_self)
            return;
        m_self = self;
        // A link that comes and goes must not make a storm of this.
        const auto wait = std::max(Milliseconds(0), m_sentAt.value_or(Milliseconds(-1'000'000)) + tuning::beaconGap - m_clock.steadyNow());
        m_timer.start(wait, [this] { beat(); });
    }

    DiscoveryFigures figures() const override { return m_figures; }

private:
    void beat()
    {
        m_timer.start(Milliseconds(qint64(double(Milliseconds(tuning::beaconEvery).count()) * (0.95 + 0.1 * m_random.unit()))), [this] { beat(); });
        for (const auto &device : m_sightings.forgetSilent(m_clock.steadyNow()))
            emit lost(device);
        if (open())
            send(false);
    }

    bool open()
    {
        if (m_socket.state() != QAbstractSocket::BoundState) {
            m_joined.clear();
            if (!m_socket.bind(QHostAddress::AnyIPv4, m_options.port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint)) {
                complain(u"cannot listen for other devices on UDP port %1: %2"_s.arg(m_options.port).arg(m_socket.errorString()));
                return false;
            }
            m_socket.setSocketOption(QAbstractSocket::MulticastTtlOption, QVariant(1));
            m_socket.setSocketOption(QAbstractSocket::MulticastLoopbackOption, QVariant(1));
        }
        // Networks come and go: a cable, a Wi-Fi, an address by DHCP.
        m_networks = networks();
        for (const auto &network : m_networks) {
            if (!m_joined.contains(network.index()) && m_socket.joinMulticastGroup(group(), network))
                m_joined.insert(network.index());
        }
        if (m_networks.isEmpty())
            complain(u"there is no network on which other devices could be found"_s);
        else
            m_complaint.clear();
        return true;
    }

    void complain(const QString &what)
    {
        if (std::exchange(m_complaint, what) != what)
            qCWarning(lcTransport).noquote() << what;
    }

    bool isOurs(const QNetworkInterface &network) const
    {
        const auto flags = network.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsPointToPoint))
            return false;
        const bool isLoopback = flags.testFlag(QNetworkInterface::IsLoopBack);
        // The loopback carries multicast, and does not say so.
        if (isLoopback != (m_options.where == Where::Loopback) || (!isLoopback && !flags.testFlag(QNetworkInterface::CanMulticast)))
            return false;
        const auto entries = network.addressEntries();
        return std::ranges::any_of(entries, [this](const auto &entry) {
            return entry.ip().protocol() == QAbstractSocket::IPv4Protocol &&
                   (m_options.address.isEmpty() || entry.ip() == QHostAddress(m_options.address));
        });
    }

    QList<QNetworkInterface> networks() const
    {
        auto all = QNetworkInterface::allInterfaces();
        all.removeIf([this](const QNetworkInterface &network) { return !isOurs(network); });
        return all;
    }

    void send(bool isGoodbye)
    {
        const auto bytes = encodeBeacon({m_self, m_run, ++m_count, isGoodbye});
        m_sentAt = m_clock.steadyNow();
        for (const auto &network : std::as_const(m_networks)) {
            m_socket.setMulticastInterface(network);
            // A network that is just going away takes nothing; the next beacon is a second away.
            (void)m_socket.writeDatagram(bytes, group(), m_options.port);
        }
    }

    void readAll()
    {
        while (m_socket.hasPendingDatagrams()) {
            const auto datagram = m_socket.receiveDatagram(maxBeaconBytes + 1);
            const auto from = datagram.senderAddress();
            if (from.isNull() || from.isLoopback() != (m_options.where == Where::Loopback))
                continue;
            if (isTooMuch())
                ++m_figures.dropped;
            else
                take(datagram.data(), from.toString());
        }
    }

    //! A flood costs a count and no more.
    bool isTooMuch()
    {
        const auto now = m_clock.steadyNow();
        if (now - m_windowBegan >= std::chrono::seconds(1)) {
            m_windowBegan = now;
            m_inWindow = 0;
        }
        return ++m_inWindow > tuning::maxBeaconsPerSecond;
    }

    void take(const QByteArray &bytes, const QString &address)
    {
        const auto beacon = decodeBeacon(bytes);
        if (!beacon) {
            ++(beacon.error().code == ErrorCode::UnsupportedVersion ? m_figures.foreign : m_figures.malformed);
            return;
        }
        const auto id = beacon->device.device;
        if (id == m_self.device)
            return;
        if (beacon->device.store != m_self.store) {
            ++m_figures.foreign;
            return;
        }
        ++m_figures.heard;
        if (beacon->isGoodbye) {
            if (m_sightings.forget(id))
                emit lost(id);
            return;
        }
        const auto verdict = m_sightings.hear(*beacon, address, m_clock.steadyNow());
        m_figures.dropped += verdict == Sightings::Verdict::Full ? 1 : 0;
        if (verdict == Sightings::Verdict::News)
            emit seen(*m_sightings.get(id));
    }

    const DiscoveryOptions m_options;
    const Clock &m_clock;
    Random &m_random;
    Timer m_timer;
    const quint64 m_run;
    quint32 m_count = 0;
    Announcement m_self;
    QUdpSocket m_socket;
    QList<QNetworkInterface> m_networks;
    QSet<int> m_joined; //!< by index: one that has come back is another one
    std::optional<Milliseconds> m_sentAt;
    Sightings m_sightings;
    DiscoveryFigures m_figures;
    Milliseconds m_windowBegan{0};
    int m_inWindow = 0;
    QString m_complaint; //!< said once, until it is over
};

} // namespace

std::unique_ptr<Discovery> makeBeacon(const DiscoveryOptions &options, const Clock &clock, Scheduler &scheduler, Random &random)
{
    return std::make_unique<BeaconDiscovery>(options, clock, scheduler, random);
}

} // namespace saji
