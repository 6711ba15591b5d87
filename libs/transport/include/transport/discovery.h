// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <base/random.h>
#include <base/scheduler.h>

#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace saji {

//! What a device says of itself to everybody on its network: that it is there, and where it listens. Nothing in it is secret, and nothing
//! of it is believed: who a device is shows when it is dialled.
struct Announcement
{
    DeviceId device;
    QString kind;  //!< "hub", as Identity has it
    QString store; //!< whose device it is; devices of other stores are not seen
    quint16 port = 0;
    bool isTls = false;  //!< what listens there wants TLS
    bool hasHub = false; //!< it is linked with a hub now, and needs nobody else

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

//! A device of our store that has been heard, and where.
struct Sighting
{
    Announcement device;
    QString address; //!< numeric

    QUrl url() const; //!< "http://192.168.1.7:3001", or https

    friend bool operator==(const Sighting &, const Sighting &) = default;
};

//! How much was heard, for engineers.
struct DiscoveryFigures
{
    quint64 heard = 0;     //!< of devices of our store
    quint64 malformed = 0; //!< datagrams that are nothing of ours
    quint64 foreign = 0;   //!< of other stores, or of a newer version
    quint64 dropped = 0;   //!< beyond the limit of a second, or of devices
};

//! Finds the devices of the same store on the network, and lets them find this one.
//!
//! Lives on one thread. Destroying it says goodbye, so that others need not wait until this device is missed.
class Discovery : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Says this from now on, at once, and looks for others; again with what has changed.
    virtual void announce(const Announcement &self) = 0;
    virtual DiscoveryFigures figures() const { return {}; }

signals:
    //! A device is there, or what it says or where it is has changed.
    void seen(const saji::Sighting &device);
    //! It has said goodbye, or has not been heard for a while.
    void lost(const saji::DeviceId &device);
};

//! Where a program looks for others.
struct DiscoveryOptions
{
    enum class Where {
        Off,
        Loopback, //!< on this machine only: demo and tests
        Lan, //!< on every network of this machine but the loopback
    };
    //! docs/protocol.md section 1.5.
    static constexpr quint16 usualPort = 8374;

    Where where = Where::Off;
    quint16 port = usualPort; //!< of the beacon
    QString address{};        //!< only on the network with this address of ours; empty = all
};

//! Small datagrams of ours to a multicast group, one a second; needs nobody else on the machine.
[[nodiscard]] std::unique_ptr<Discovery> makeBeacon(const DiscoveryOptions &options, const Clock &clock, Scheduler &scheduler, Random &random);

//! DNS-SD (`_saji._tcp`) by the machine's Avahi daemon; sees nobody while none runs, and begins when one starts.
[[nodiscard]] std::unique_ptr<Discovery> makeServiceBrowser();

//! One out of several: a device is there while any of them sees it; where two disagree the first is right.
[[nodiscard]] std::unique_ptr<Discovery> joinDiscoveries(std::vector<std::unique_ptr<Discovery>> parts);

//! What programs use: the beacon, and on a LAN the service browser beside it.
[[nodiscard]] std::unique_ptr<Discovery> makeDiscovery(const DiscoveryOptions &options, const Clock &clock, Scheduler &scheduler, Random &random);

} // namespace saji
