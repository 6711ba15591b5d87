// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace saji {

//! One host on the LAN of a test: a network namespace of its own with one card, `eth0`, and 10.77.0.0/24 on it.
class LanHost
{
public:
    ~LanHost();
    LanHost(const LanHost &) = delete;
    LanHost &operator=(const LanHost &) = delete;

    const QString &address() const { return m_address; }
    //! As DHCP does it: the old address is gone, the new one is there.
    [[nodiscard]] Result<void> setAddress(const QString &address);
    //! Moves the calling thread into this host; for a process that is being started.
    void enter() const;

private:
    friend class Lan;
    LanHost() = default;

    QString m_address;
    int m_namespace = -1;
    int m_card = -1; //!< our end of it
};

//! A switch with cables in this process, between hosts that are network namespaces: real sockets, real kernels' TCP, and every fault of a
//! cable as a call. Nothing leaves the machine.
//!
//! It needs to be root (or to have CAP_NET_ADMIN and CAP_SYS_ADMIN), /dev/net/tun and `ip`. Faults need nothing of the kernel.
class Lan
{
public:
    Lan();
    ~Lan();

    //! Why there can be no LAN here, in words for a skipped test; empty = there can.
    [[nodiscard]] static QString hindrance();
    [[nodiscard]] Result<LanHost *> addHost(const QString &address);

    // Faults of the cable of one host, until switched back
    void setPlugged(const LanHost &host, bool plugged);
    //! The rest of its cable carries nothing one way.
    void setDumb(const LanHost &host, bool dumb); //!< what it sends
    void setDeaf(const LanHost &host, bool deaf); //!< what is sent to it
    //! Of every hundred frames so many are lost, each way.
    void setLoss(const LanHost &host, int percent);
    //! How long a frame travels each way.
    void setDelay(const LanHost &host, Milliseconds delay);
    //! Hosts of another side do not hear each other; all are on side 0 at first.
    void setSide(const LanHost &host, int side);
    void heal();
    //! Frames that were lost by setLoss().
    quint64 dropped() const { return m_dropped; }

private:
    struct Port;
    struct Frame;
    void run();
    void take(size_t from);
    Milliseconds deliverDue();
    Port &port(const LanHost &host);
    template<class Value>
    void set(const LanHost &host, Value Port::*field, Value value);

    std::mutex m_mutex;
    std::vector<std::unique_ptr<Port>> m_ports;
    std::vector<Frame> m_travelling; //!< a heap, the next one first
    quint64 m_dice = 1;
    quint64 m_count = 0;
    std::atomic<quint64> m_dropped = 0;
    int m_wake = -1;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread;
};

} // namespace saji
