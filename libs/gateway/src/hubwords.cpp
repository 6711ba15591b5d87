// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubwords.h"

#include "weborder.h"

#include <domain/facts.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! In base64; a larger order goes without it, and who hears it reads its dishes alone.
constexpr qsizetype maxWholeBytes = 24 * 1024;

const QList<HubTranslation> &translations()
{
    using enum WebStatement::Meaning;
    static const QList<HubTranslation> list{
        {"order_created", "new_order", "order_created", NewOrder},
        {"new_order", "order:created:offline", "new_order", NewOrder},
        {"order:created:offline", "order:created:offline", "order:created:offline", OfflineOrder},
        {"order_updated", "update_status", "order_updated", Status},
        {"order_completed", "complete_order", "order_completed", Complete},
        {"order_cancelled", "cancel_order", "order_cancelled", Cancel},
    };
    return list;
}

const HubTranslation *find(const QByteArray &name, QByteArray HubTranslation::*by)
{
    const auto &list = translations();
    const auto found = std::ranges::find(list, name, by);
    return found == list.end() ? nullptr : &*found;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! An offline order names its outlets in carts.
void addCarts(QJsonObject &data, const QString &room, const QJsonValue &outlet)
{
    auto checkout = data.value("checkout_data"_L1).toObject();
    QJsonArray carts;
    for (const auto &cart : checkout.value("carts"_L1).toArray()) {
        if (roomName(cart.toObject().value("outlet_id"_L1)) == room)
            carts.append(cart);
    }
    if (carts.isEmpty())
        carts.append(QJsonObject{{u"outlet_id"_s, outlet}, {u"items"_s, data.value("items"_L1)}});
    // That hub looks at the first cart alone, so each outlet gets a record of its own.
    checkout.insert("carts"_L1, carts);
    if (!checkout.contains("customer_name"_L1))
        checkout.insert("customer_name"_L1, data.value("customer_name"_L1));
    data.insert("checkout_data"_L1, checkout);
}

} // namespace

const HubTranslation *translationOf(const QByteArray &ours)
{
    return find(ours, &HubTranslation::ours);
}

const HubTranslation *translationOfHeard(const QByteArray &heard)
{
    return find(heard, &HubTranslation::heard);
}

QByteArray echoOf(const QByteArray &theirs)
{
    return theirs == "order:created:offline" ? theirs : find(theirs, &HubTranslation::theirs)->heard;
}

QByteArray hubRecord(const HubWord &word, const QString &room, const std::optional<Order> &order)
{
    auto data = QJsonDocument::fromJson(word.news.body).object();
    const auto outlet = outletOf(room);
    const auto outletId = outlet.isNull() ? QJsonValue(room) : QJsonValue(outlet.value());
    if (word.stamp.seq != 0)
        data.insert(ourFactMember, QString::fromLatin1(word.stamp.origin.toBytes().toHex()) + u'/' + QString::number(word.stamp.seq));
    // Our own number of an order counts at this node alone, and other nodes of ours may stand at that hub.
    if (data.contains("uuid"_L1) && !data.contains("client_id"_L1))
        data.insert("id"_L1, data.value("uuid"_L1));
    if (order)
        data.insert(ourUuidMember, order->placed.id.toString()); // who knows us knows it by that
    const bool isOrder = word.news.event == "new_order" || word.news.event == "order:created:offline" || word.news.event == "order_created";
    if (isOrder && order) {
        const auto whole = encodeFact(OrderPlaced{order->placed}).payload;
        if (whole.size() <= maxWholeBytes)
            data.insert(ourOrderMember, QString::fromLatin1(whole.toBase64()));
    }
    if (isOrder && word.news.event != "order_created")
        addCarts(data, room, outletId);
    else if (!data.contains("outlet_id"_L1))
        data.insert("outlet_id"_L1, outletId);
    return compact(data);
}

std::optional<EventStamp> factOf(const QJsonObject &heard)
{
    const auto parts = heard.value(ourFactMember).toString().split(u'/');
    if (parts.size() != 2)
        return std::nullopt;
    const auto origin = Origin::fromBytes(QByteArray::fromHex(parts[0].toLatin1()));
    const auto seq = parts[1].toULongLong();
    return origin && seq != 0 ? std::optional(EventStamp{{}, *origin, seq}) : std::nullopt;
}

QByteArray hubHash(const QByteArray &event, const QByteArray &body)
{
    return QCryptographicHash::hash(event + '\n' + compact(QJsonDocument::fromJson(body).object()), QCryptographicHash::Sha256);
}

} // namespace saji
