// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoritybook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QJsonObject toJson(const CertifiedDevice &device)
{
    return {{u"id"_s, device.subject.device.toString()}, {u"kind"_s, device.subject.kind},     {u"store"_s, device.subject.store},
            {u"name"_s, device.name},                    {u"certified"_s, device.certifiedAt}, {u"expires"_s, device.expiresAt},
            {u"revoked"_s, device.isRevoked},            {u"revoked_at"_s, device.revocation.at},  {u"revoked_by"_s, device.revocation.by}};
}

CertifiedDevice deviceFrom(const QJsonObject &fields)
{
    return {{DeviceId::fromString(fields.value("id"_L1).toString()).value_or(DeviceId()), fields.value("kind"_L1).toString(),
             fields.value("store"_L1).toString()},
            fields.value("name"_L1).toString(),
            fields.value("certified"_L1).toInteger(),
            fields.value("expires"_L1).toInteger(),
            fields.value("revoked"_L1).toBool(),
            {fields.value("revoked_at"_L1).toInteger(), fields.value("revoked_by"_L1).toString()}};
}

QJsonObject toJson(const IssuedToken &token)
{
    const auto &facts = token.facts;
    return {{u"id"_s, facts.id},           {u"name"_s, facts.name},         {u"store"_s, facts.store}, {u"scopes"_s, QJsonArray::fromStringList(facts.scopes)},
            {u"issued"_s, facts.issuedAt}, {u"expires"_s, facts.expiresAt}, {u"revoked"_s, token.isRevoked}};
}

IssuedToken tokenFrom(const QJsonObject &fields)
{
    QStringList scopes;
    for (const auto &scope : fields.value("scopes"_L1).toArray())
        scopes.append(scope.toString());
    return {{fields.value("id"_L1).toString(), fields.value("name"_L1).toString(), fields.value("store"_L1).toString(), scopes,
             fields.value("issued"_L1).toInteger(), fields.value("expires"_L1).toInteger()},
            fields.value("revoked"_L1).toBool()};
}

QJsonObject toJson(const AuthorityBook::OpenCode &code)
{
    return {{u"key"_s, QString::fromLatin1(code.key.toHex())}, {u"kind"_s, code.kind}, {u"name"_s, code.name}, {u"until"_s, code.until}, {u"wrong"_s, code.wrong}};
}

AuthorityBook::OpenCode codeFrom(const QJsonObject &fields)
{
    return {QByteArray::fromHex(fields.value("key"_L1).toString().toLatin1()), fields.value("kind"_L1).toString(), fields.value("name"_L1).toString(),
            fields.value("until"_L1).toInteger(), fields.value("wrong"_L1).toInt()};
}

template<class Thing>
QJsonArray toArray(const QList<Thing> &things)
{
    QJsonArray array;
    for (const auto &thing : things)
        array.append(toJson(thing));
    return array;
}

template<class Thing, class Read>
QList<Thing> fromArray(const QJsonValue &array, Read read)
{
    QList<Thing> things;
    for (const auto &entry : array.toArray())
        things.append(read(entry.toObject()));
    return things;
}

} // namespace

Result<AuthorityBook> AuthorityBook::fromJson(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{ErrorCode::Corrupt, u"keys/authority.json is damaged: take it from the newest backup of this folder"_s};
    const auto fields = document.object();
    return AuthorityBook{fromArray<CertifiedDevice>(fields.value("devices"_L1), deviceFrom),
                         fromArray<IssuedToken>(fields.value("tokens"_L1), tokenFrom), fromArray<OpenCode>(fields.value("codes"_L1), codeFrom),
                         quint64(fields.value("revocation_number"_L1).toInteger())};
}

QByteArray AuthorityBook::toJson() const
{
    const QJsonObject fields{{u"devices"_s, toArray(devices)},
                             {u"tokens"_s, toArray(tokens)},
                             {u"codes"_s, toArray(codes)},
                             {u"revocation_number"_s, qint64(revocationNumber)}};
    return QJsonDocument(fields).toJson(QJsonDocument::Indented);
}

RevocationList AuthorityBook::revoked(const QString &store) const
{
    RevocationList list{revocationNumber, store, {}, {}};
    for (const auto &device : devices) {
        if (device.isRevoked)
            list.devices.insert(device.subject.device, device.revocation);
    }
    for (const auto &token : tokens) {
        if (token.isRevoked)
            list.tokens.insert(token.facts.id);
    }
    return list;
}

} // namespace saji
