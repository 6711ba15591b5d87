// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/discovery.h>

#include <QHash>

#include <optional>

namespace saji {

//! One announcement as it travels: with what tells a repetition from news.
struct Beacon
{
    Announcement device;
    quint64 run = 0;   //!< random per start of the program
    quint32 count = 0; //!< of this run, from 1; the same number goes out on every network of a device
    bool isGoodbye = false;
};

//! Who has been heard lately, and where: turns what is said over and over into news.
//!
//! A device with two networks is heard by two addresses; the one that was first stays, until a whole beacon has not come by it.
class Sightings
{
public:
    //! Devices that are remembered; more are not seen.
    static constexpr qsizetype maxDevices = 256;
    //! Ten beacons: on a Wi-Fi that loses every third of them this happens once in 17,000.
    static constexpr Milliseconds lostAfter{10'000};

    enum class Verdict { Known, News, Full };

    //! `device` is then in `get()`.
    Verdict hear(const Beacon &beacon, const QString &address, Milliseconds now);
    std::optional<Sighting> get(const DeviceId &device) const;
    //! Whether it was known.
    bool forget(const DeviceId &device) { return m_devices.remove(device); }
    //! Forgets those who were not heard for too long, and says who.
    [[nodiscard]] QList<DeviceId> forgetSilent(Milliseconds now);

private:
    struct Entry
    {
        Sighting sighting;
        quint64 run = 0;
        quint32 countThere = 0; //!< the last that came by that address
        Milliseconds heardAt{0};
    };

    QHash<DeviceId, Entry> m_devices;
};

} // namespace saji
