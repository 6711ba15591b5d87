// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/discovery.h>

#include <QHash>

#include <algorithm>
#include <optional>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

class JoinedDiscovery final : public Discovery
{
public:
    explicit JoinedDiscovery(std::vector<std::unique_ptr<Discovery>> parts) : m_parts(std::move(parts))
    {
        for (size_t i = 0; i < m_parts.size(); ++i) {
            connect(m_parts[i].get(), &Discovery::seen, this, [this, i](const Sighting &device) { onSeen(i, device); });
            connect(m_parts[i].get(), &Discovery::lost, this, [this, i](const DeviceId &device) { onLost(i, device); });
        }
    }

    void announce(const Announcement &self) override
    {
        for (const auto &part : m_parts)
            part->announce(self);
    }

    DiscoveryFigures figures() const override
    {
        DiscoveryFigures sum;
        for (const auto &part : m_parts) {
            const auto one = part->figures();
            sum.heard += one.heard;
            sum.malformed += one.malformed;
            sum.foreign += one.foreign;
            sum.dropped += one.dropped;
        }
        return sum;
    }

private:
    using Views = std::vector<std::optional<Sighting>>; //!< one of each part

    static std::optional<Sighting> best(const Views &views)
    {
        const auto found = std::ranges::find_if(views, [](const auto &view) { return view.has_value(); });
        return found == views.end() ? std::nullopt : *found;
    }

    void onSeen(size_t part, const Sighting &device)
    {
        auto &views = m_views[device.device.device];
        views.resize(m_parts.size());
        const auto before = best(views);
        views[part] = device;
        const auto now = best(views);
        if (now != before)
            emit seen(*now);
    }

    void onLost(size_t part, const DeviceId &device)
    {
        const auto known = m_views.find(device);
        if (known == m_views.end())
            return;
        const auto before = best(*known);
        (*known)[part].reset();
        const auto now = best(*known);
        if (!now)
            m_views.erase(known);
        if (!now)
            emit lost(device);
        else if (now != before)
            emit seen(*now);
    }

    std::vector<std::unique_ptr<Discovery>> m_parts;
    QHash<DeviceId, Views> m_views;
};

} // namespace

QUrl Sighting::url() const
{
    QUrl url;
    url.setScheme(device.isTls ? u"https"_s : u"http"_s);
    url.setHost(address);
    url.setPort(device.port);
    return url;
}

std::unique_ptr<Discovery> joinDiscoveries(std::vector<std::unique_ptr<Discovery>> parts)
{
    return std::make_unique<JoinedDiscovery>(std::move(parts));
}

std::unique_ptr<Discovery> makeDiscovery(const DiscoveryOptions &options, const Clock &clock, Scheduler &scheduler, Random &random)
{
    auto beacon = makeBeacon(options, clock, scheduler, random);
    // The daemon would tell the whole network of devices that can only be reached on this machine.
    if (options.where != DiscoveryOptions::Where::Lan)
        return beacon;
    std::vector<std::unique_ptr<Discovery>> both;
    both.push_back(std::move(beacon));
    both.push_back(makeServiceBrowser());
    return joinDiscoveries(std::move(both));
}

} // namespace saji
