// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/sightings.h>

namespace saji {

Sightings::Verdict Sightings::hear(const Beacon &beacon, const QString &address, Milliseconds now)
{
    const auto id = beacon.device.device;
    const Sighting heard{beacon.device, address};
    const auto known = m_devices.find(id);
    if (known == m_devices.end()) {
        if (m_devices.size() >= maxDevices)
            return Verdict::Full;
        m_devices.insert(id, {heard, beacon.run, beacon.count, now});
        return Verdict::News;
    }
    auto &entry = *known;
    const bool isSameRun = entry.run == beacon.run;
    // One that was overtaken on its way.
    if (isSameRun && beacon.count < entry.countThere)
        return Verdict::Known;
    entry.heardAt = now;
    const bool isElsewhere = entry.sighting.address != address;
    if (isElsewhere && isSameRun && beacon.count <= entry.countThere + 1)
        return Verdict::Known;
    entry.run = beacon.run;
    entry.countThere = beacon.count;
    // A program that was started again is news: whoever waits to dial it need not wait any longer.
    if (isSameRun && entry.sighting == heard)
        return Verdict::Known;
    entry.sighting = heard;
    return Verdict::News;
}

std::optional<Sighting> Sightings::get(const DeviceId &device) const
{
    const auto known = m_devices.constFind(device);
    return known == m_devices.cend() ? std::nullopt : std::optional(known->sighting);
}

QList<DeviceId> Sightings::forgetSilent(Milliseconds now)
{
    QList<DeviceId> silent;
    for (auto it = m_devices.begin(); it != m_devices.end();) {
        if (now - it->heardAt < lostAfter) {
            ++it;
            continue;
        }
        silent.append(it.key());
        it = m_devices.erase(it);
    }
    return silent;
}

} // namespace saji
