// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QStringList>

namespace saji {

//! What a web client may do, by the scopes of its bearer token. The authority signs it, so that a hub without a server can check it.
struct TokenFacts
{
    QString id; //!< "t-3f9a…": by which it is revoked
    QString name; //!< for people: "Menu board"
    QString store;
    QStringList scopes; //!< orders:read, orders:write, menu:read, metrics
    qint64 issuedAt = 0; //!< seconds since 1970
    qint64 expiresAt = 0;
};

[[nodiscard]] const QStringList &knownScopes();

//! "saji.<facts>.<signature>", both base64url.
[[nodiscard]] Result<QByteArray> signToken(const TokenFacts &facts, const QByteArray &authorityKey);
//! Unauthorized: not signed by this authority (PEM).
[[nodiscard]] Result<TokenFacts> readToken(const QByteArray &token, const QByteArray &authority);

} // namespace saji
