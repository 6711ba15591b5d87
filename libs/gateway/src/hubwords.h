// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/origin.h>
#include <domain/orderfold.h>
#include <gateway/webbook.h>
#include <gateway/webdesk.h>

#include <QJsonObject>

namespace saji {

//! A thing that rooms hear, in our words and in those of a published hub.
struct HubTranslation
{
    QByteArray ours;   //!< under which our rooms hear it
    QByteArray theirs; //!< what a client of the other hub says for it
    QByteArray heard;  //!< under which the other hub's rooms hear it then
    WebStatement::Meaning meaning;
};

//! nullptr: nothing that passes from hub to hub.
[[nodiscard]] const HubTranslation *translationOf(const QByteArray &ours);
[[nodiscard]] const HubTranslation *translationOfHeard(const QByteArray &heard);
//! The name under which the sender hears a word again; it is a member of the room.
[[nodiscard]] QByteArray echoOf(const QByteArray &theirs);

//! One word for the rooms of another hub, and where in our logs it stands.
struct HubWord
{
    RoomNews news;
    EventStamp stamp{}; //!< of the fact that it tells; seq 0 = none, an open order told again
    OrderId order{};
};

//! What a published client would have said for this room. `order`: the one that it is about, when we know it.
[[nodiscard]] QByteArray hubRecord(const HubWord &word, const QString &room, const std::optional<Order> &order);
//! Where in our logs that stands which a word heard there tells; nullopt: no node of ours has said it.
[[nodiscard]] std::optional<EventStamp> factOf(const QJsonObject &heard);
//! The same for the same JSON, however it is written.
[[nodiscard]] QByteArray hubHash(const QByteArray &event, const QByteArray &body);

} // namespace saji
