// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/token.h>

#include "openssl.h"
#include "tuning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const QByteArray word = "saji";

} // namespace

const QStringList &knownScopes()
{
    static const QStringList scopes{u"orders:read"_s, u"orders:write"_s, u"menu:read"_s, u"metrics"_s};
    return scopes;
}

Result<QByteArray> signToken(const TokenFacts &facts, const QByteArray &authorityKey)
{
    const QJsonObject body{{u"id"_s, facts.id},
                           {u"name"_s, facts.name},
                           {u"store"_s, facts.store},
                           {u"scopes"_s, QJsonArray::fromStringList(facts.scopes)},
                           {u"issued"_s, facts.issuedAt},
                           {u"expires"_s, facts.expiresAt}};
    return ssl::seal(word, QJsonDocument(body).toJson(QJsonDocument::Compact), authorityKey);
}

Result<TokenFacts> readToken(const QByteArray &token, const QByteArray &authority)
{
    if (token.size() > tuning::maxTokenBytes)
        return Error{ErrorCode::Malformed, u"this is no token of ours"_s};
    const auto body = ssl::unseal(word, token, authority);
    if (!body)
        return body.error();
    const auto fields = QJsonDocument::fromJson(*body).object();
    TokenFacts facts{fields.value("id"_L1).toString(), fields.value("name"_L1).toString(), fields.value("store"_L1).toString(), {},
                     fields.value("issued"_L1).toInteger(), fields.value("expires"_L1).toInteger()};
    for (const auto &scope : fields.value("scopes"_L1).toArray())
        facts.scopes.append(scope.toString());
    return facts;
}

} // namespace saji
