// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/revocations.h>

#include "openssl.h"
#include "tuning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const QByteArray word = "saji-revoked";

} // namespace

Result<QByteArray> signRevocations(const RevocationList &list, const QByteArray &authorityKey)
{
    QStringList devices;
    QJsonObject details;
    for (auto it = list.devices.cbegin(); it != list.devices.cend(); ++it) {
        devices.append(it.key().toString());
        if (*it != Revocation())
            details.insert(devices.constLast(), QJsonObject{{u"at"_s, it->at}, {u"by"_s, it->by}});
    }
    auto tokens = QStringList(list.tokens.cbegin(), list.tokens.cend());
    devices.sort();
    tokens.sort();
    const QJsonObject body{{u"number"_s, qint64(list.number)},
                           {u"store"_s, list.store},
                           {u"devices"_s, QJsonArray::fromStringList(devices)},
                           {u"details"_s, details},
                           {u"tokens"_s, QJsonArray::fromStringList(tokens)}};
    return ssl::seal(word, QJsonDocument(body).toJson(QJsonDocument::Compact), authorityKey);
}

Result<RevocationList> readRevocations(const QByteArray &signedList, const QByteArray &authority)
{
    const auto body = ssl::unseal(word, signedList, authority);
    if (!body)
        return body.error();
    const auto fields = QJsonDocument::fromJson(*body).object();
    RevocationList list;
    list.number = quint64(fields.value("number"_L1).toInteger());
    list.store = fields.value("store"_L1).toString();
    // Beside the ids, not in their place: who does not know of them reads the same list.
    const auto details = fields.value("details"_L1).toObject();
    for (const auto &device : fields.value("devices"_L1).toArray()) {
        const auto detail = details.value(device.toString()).toObject();
        if (const auto id = DeviceId::fromString(device.toString()))
            list.devices.insert(*id, {detail.value("at"_L1).toInteger(), detail.value("by"_L1).toString().left(tuning::maxActorLength)});
    }
    for (const auto &token : fields.value("tokens"_L1).toArray())
        list.tokens.insert(token.toString());
    return list;
}

} // namespace saji
