// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerviews.h"

#include "tuning.h"

#include <algorithm>

namespace saji {
namespace {

SyncCause causeOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Refused:
    case Malformed:
    case TooLarge: return SyncCause::NotSaji;
    case WrongStore: return SyncCause::WrongStore;
    case UnsupportedVersion: return SyncCause::OtherVersion;
    case Unauthorized: return SyncCause::Unauthorized;
    case Duplicate: return SyncCause::SamePeer;
    case NotFound: return SyncCause::NotRunning;
    case TimedOut: return SyncCause::Silent; // it took the connection, and says nothing
    default: return SyncCause::NoAnswer;
    }
}

SyncCause causeOf(CloseCode code)
{
    using enum CloseCode;
    switch (code) {
    case Protocol:
    case TooLarge: return SyncCause::NotSaji;
    case Version: return SyncCause::OtherVersion;
    case WrongStore: return SyncCause::WrongStore;
    case Unauthorized: return SyncCause::Unauthorized;
    case Silent: return SyncCause::Silent;
    case SamePeer: return SyncCause::SamePeer;
    default: return SyncCause::NoAnswer;
    }
}

void addHello(PeerView &view, const HelloFrame &hello)
{
    view.id = hello.origin.device.toString();
    view.name = hello.name;
    view.catalogVersion = hello.catalog.version;
    view.appVersion = hello.appVersion;
}

//! Spans that a report carries grow in steps, the longer the coarser: it is sent again only when it differs. The first seconds are
//! fine, because an alarm hangs on them.
Milliseconds inSteps(Milliseconds span)
{
    const Milliseconds step(span < Milliseconds(4'000) ? 100 : span < Milliseconds(60'000) ? 500 : 10'000);
    return span / step * step;
}

NodeReport::Neighbour neighbourOf(const PeerView &view, const NodeReport::Device *ownWord, Milliseconds liveWithin, Milliseconds now)
{
    NodeReport::Neighbour neighbour;
    if (ownWord)
        neighbour.device = *ownWord;
    neighbour.device.role = view.role;
    neighbour.device.id = view.id;
    neighbour.device.name = view.name;
    neighbour.device.catalogVersion = std::max(neighbour.device.catalogVersion, view.catalogVersion);
    neighbour.device.appVersion = view.appVersion;
    neighbour.mode = view.mode;
    neighbour.cause = view.cause;
    neighbour.boardDiffers = view.boardDiffers;
    neighbour.pingEvery = view.pingEvery;
    const bool isLive = view.mode != SyncMode::Disconnected && view.lastHeard && now - *view.lastHeard <= liveWithin;
    if (!isLive && view.lastHeard)
        neighbour.silentFor = inSteps(now - *view.lastHeard);
    if (view.mode == SyncMode::Disconnected && view.since)
        neighbour.disconnectedFor = inSteps(now - *view.since);
    return neighbour;
}

Milliseconds liveWithin(const HelloFrame &hello, SyncMode mode)
{
    // Both ends of a link ping at the slower pace of the two, and that is the one who dials.
    const bool isSlowPoll = mode == SyncMode::Polling && hello.pingEvery > Milliseconds(1000);
    return isSlowPoll ? tuning::livePolling : hello.pingEvery * 3 / 2;
}

} // namespace

PeerRole roleOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Kiosk: return PeerRole::Kiosk;
    case NodeKind::Kitchen: return PeerRole::Kitchen;
    case NodeKind::Admin: return PeerRole::Admin;
    case NodeKind::Hub: return PeerRole::Hub;
    case NodeKind::Server: return PeerRole::Server;
    }
    return PeerRole::Kiosk;
}

SyncMode modeOf(LinkMode mode)
{
    switch (mode) {
    case LinkMode::Connected: return SyncMode::Connected;
    case LinkMode::Polling: return SyncMode::Polling;
    case LinkMode::Disconnected: return SyncMode::Disconnected;
    }
    return SyncMode::Disconnected;
}

SyncCause causeOf(const LinkStatus &status)
{
    if (status.mode == LinkMode::Connected)
        return SyncCause::None;
    if (!status.lastError)
        return status.mode == LinkMode::Polling ? SyncCause::None : SyncCause::NeverTried;
    // The other end says it in these words (docs/protocol.md), because who is revoked cannot be told by the list of what was.
    if (status.lastError->code == ErrorCode::Unauthorized && status.lastError->detail.contains(u"this device was revoked"))
        return SyncCause::SelfRevoked;
    return causeOf(status.lastError->code);
}

SyncCause causeOf(const PeerEntry &entry)
{
    if (entry.mode != LinkMode::Disconnected)
        return SyncCause::None;
    return entry.lastClose ? causeOf(entry.lastClose->code) : SyncCause::NoAnswer;
}

PeerView viewOf(PeerRole role, const LinkStatus &status)
{
    PeerView view;
    view.role = role;
    if (status.peer)
        addHello(view, *status.peer);
    view.mode = modeOf(status.mode);
    view.cause = causeOf(status);
    if (status.lastError && status.mode != LinkMode::Connected)
        view.detail = status.lastError->detail;
    view.since = status.mode == LinkMode::Disconnected ? status.disconnectedSince : status.connectedSince;
    view.lastHeard = status.lastHeard;
    view.roundTrip = status.roundTrip;
    if (status.mode != LinkMode::Disconnected)
        view.pingEvery = status.pingEvery;
    const auto &figures = status.figures;
    view.figures = WayFigures{figures.connects, figures.connectTime, figures.slowestConnect, figures.errors,
                              figures.framesIn + figures.framesOut, figures.framesPerMinute,
                              status.mode == LinkMode::Polling ? figures.pollEvery : Milliseconds(0)};
    return view;
}

void explain(PeerView &view, const WayPlace &place, bool hasNetwork)
{
    if (view.cause != SyncCause::NoAnswer || place.isHere)
        return;
    if (!hasNetwork)
        view.cause = SyncCause::NoNetwork;
    else if (place.reach == Reach::Internet)
        view.cause = SyncCause::NoInternet;
}

PeerView viewOf(const PeerEntry &entry)
{
    PeerView view;
    view.role = roleOf(entry.hello.kind);
    addHello(view, entry.hello);
    view.catalogVersion = entry.catalog.version;
    view.mode = modeOf(entry.mode);
    view.cause = causeOf(entry);
    if (entry.lastClose && entry.mode == LinkMode::Disconnected)
        view.detail = entry.lastClose->text;
    view.since = entry.mode == LinkMode::Disconnected ? entry.disconnectedSince : entry.connectedSince;
    view.lastHeard = entry.lastHeard;
    view.roundTrip = entry.roundTrip;
    view.pingEvery = std::max(entry.hello.pingEvery, Milliseconds(1000)); // a listening node asks for the pace of the LAN
    return view;
}

void addOwnWord(PeerView &view, const NodeReport::Device &device)
{
    view.pending = device.pending;
    view.oldestPendingAge = device.oldestPendingAge;
    view.ordersToday = device.ordersToday;
    view.station = device.station;
    view.storage = device.storage;
    view.freeBytes = device.freeBytes;
    view.healed = device.healed;
    view.soldOut = device.soldOut;
    if (!device.appVersion.isEmpty())
        view.appVersion = device.appVersion;
    view.catalogVersion = std::max(view.catalogVersion, device.catalogVersion);
}

PeerView reportedView(const NodeReport::Neighbour &neighbour, Milliseconds reportedAt, Milliseconds neighbourHeard)
{
    PeerView view;
    view.role = neighbour.device.role;
    view.id = neighbour.device.id;
    view.name = neighbour.device.name;
    view.mode = neighbour.mode;
    view.cause = neighbour.cause;
    view.boardDiffers = neighbour.boardDiffers;
    view.direct = false;
    const bool isLive = neighbour.mode != SyncMode::Disconnected && !neighbour.silentFor;
    view.pingEvery = neighbour.pingEvery;
    // Live among slow pings may mean a ping and a half ago.
    const bool isSlow = neighbour.pingEvery > Milliseconds(1000);
    if (neighbour.silentFor)
        view.lastHeard = reportedAt - *neighbour.silentFor;
    else if (isLive)
        view.lastHeard = neighbourHeard - (isSlow ? neighbour.pingEvery * 3 / 2 : Milliseconds(0));
    if (neighbour.disconnectedFor)
        view.since = reportedAt - *neighbour.disconnectedFor;
    addOwnWord(view, neighbour.device);
    return view;
}

NodeReport::Neighbour neighbourOf(const PeerView &view, const HelloFrame &hello, const NodeReport::Device *ownWord, Milliseconds now)
{
    return neighbourOf(view, ownWord, liveWithin(hello, view.mode), now);
}

bool isBetterWord(const ReportedPeer &one, const ReportedPeer &other)
{
    if (one.holds != other.holds)
        return one.holds;
    const bool isDown = one.view.mode == SyncMode::Disconnected;
    const bool isOtherDown = other.view.mode == SyncMode::Disconnected;
    if (isDown != isOtherDown) {
        const auto &down = isDown ? one.view : other.view;
        const auto &up = isDown ? other.view : one.view;
        const bool isUp = up.pingEvery <= down.pingEvery || !down.lastHeard || up.lastHeard >= down.lastHeard;
        return isUp == isOtherDown;
    }
    return one.view.pingEvery != other.view.pingEvery ? one.view.pingEvery < other.view.pingEvery : one.view.lastHeard > other.view.lastHeard;
}

void foldModes(SyncStatus &status, NodeKind self)
{
    bool connected = false;
    status.centralConnected = self == NodeKind::Server;
    for (const auto &peer : std::as_const(status.peers)) {
        connected = connected || peer.mode == SyncMode::Connected;
        status.polling = status.polling || peer.mode == SyncMode::Polling;
        if (peer.mode == SyncMode::Disconnected)
            continue;
        (peer.role == PeerRole::Server ? status.centralConnected : status.localConnected) = true;
    }
    // The server's way is told first; its cause is the one that people ask for.
    for (const auto &peer : std::as_const(status.peers)) {
        if (peer.mode != SyncMode::Connected && !peer.detail.isEmpty()) {
            status.error = Error{peer.cause == SyncCause::Silent ? ErrorCode::TimedOut : ErrorCode::Unreachable, peer.detail};
            break;
        }
    }
    status.mode = connected ? SyncMode::Connected : status.polling ? SyncMode::Polling : SyncMode::Disconnected;
}

} // namespace saji
