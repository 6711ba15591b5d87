// SPDX-License-Identifier: GPL-3.0-or-later
#include "handshake.h"

#include "tuning.h"

using namespace Qt::StringLiterals;

namespace saji {

Milliseconds wishedPing(LinkKind kind, Reach reach)
{
    if (reach == Reach::Lan)
        return tuning::pingOnLan;
    return kind == LinkKind::Polling ? tuning::pingOnPolling : tuning::pingOnInternet;
}

HelloFrame ownHello(const SyncContext &context, Milliseconds ping)
{
    const auto &who = context.log.identity();
    return {HelloFrame::currentProtocol,  who.origin,       who.kind, who.name, who.store, context.log.have(), context.catalog.version(),
            QStringLiteral(SAJI_VERSION), context.instance, ping};
}

std::optional<CloseReason> refusal(const HelloFrame &own, const HelloFrame &peer, const std::optional<Subject> &proven)
{
    if (peer.protocol != own.protocol)
        return CloseReason{CloseCode::Version, u"%1 speaks protocol %2 and %3 speaks %4: update the older one"_s.arg(peer.name)
                                                   .arg(peer.protocol)
                                                   .arg(own.name)
                                                   .arg(own.protocol)};
    if (peer.instance == own.instance)
        return CloseReason{CloseCode::SamePeer, u"%1 has dialled itself: check the addresses it was given"_s.arg(own.name)};
    if (peer.origin == own.origin)
        return CloseReason{CloseCode::SamePeer,
                           u"%1 runs with a copy of the data folder of %2: give one of them a fresh folder"_s.arg(peer.name, own.name)};
    for (const auto &end : {own, peer}) {
        if (end.store.isEmpty())
            return CloseReason{CloseCode::WrongStore, u"%1 has no store yet: import a menu there first"_s.arg(end.name)};
    }
    if (peer.store != own.store)
        return CloseReason{CloseCode::WrongStore,
                           u"%1 belongs to the store \"%2\", %3 to \"%4\""_s.arg(peer.name, peer.store, own.name, own.store)};
    if (proven && (proven->device != peer.origin.device || proven->kind != nodeKindWord(peer.kind) || proven->store != peer.store))
        return CloseReason{CloseCode::Unauthorized, u"%1 shows the certificate of another device: pair it again"_s.arg(peer.name)};
    return std::nullopt;
}

} // namespace saji
