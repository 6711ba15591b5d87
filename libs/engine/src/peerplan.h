// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/identity.h>

#include <QHash>
#include <QList>

namespace saji {

//! Who keeps a link with whom: rules that every device follows by itself, so that nobody has to agree on anything.
//!
//! A star while there is a hub, a mesh when there is none: a pair of devices needs a link of its own unless both have a hub. Of such a
//! pair the one with the smaller id dials; the other only when nothing came of that.
struct PeerPlan
{
    enum class Want { No, Yes, UnlessTheyDial };

    struct Peer
    {
        DeviceId device;
        NodeKind kind = NodeKind::Kiosk;
        bool hasHub = false; //!< as it says itself
    };
    struct Self
    {
        DeviceId device;
        NodeKind kind = NodeKind::Kiosk;
        bool hasHub = false;
        bool isServerTyped = false; //!< typed addresses win over found ones
        bool isHubTyped = false;
    };

    //! What `self` wants of each peer.
    [[nodiscard]] static QHash<DeviceId, Want> of(const Self &self, const QList<Peer> &peers);
};

} // namespace saji
