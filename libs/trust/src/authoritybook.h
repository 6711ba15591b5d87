// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <trust/authority.h>

namespace saji {

//! What an authority has to remember, as one file: devices, tokens, open codes. Codes are kept by the key that is derived from them.
struct AuthorityBook
{
    struct OpenCode
    {
        QByteArray key;
        QString kind;
        QString name;
        qint64 until = 0;
        int wrong = 0;
    };

    QList<CertifiedDevice> devices;
    QList<IssuedToken> tokens;
    QList<OpenCode> codes;
    quint64 revocationNumber = 0;

    [[nodiscard]] static Result<AuthorityBook> fromJson(const QByteArray &json);
    QByteArray toJson() const;

    RevocationList revoked(const QString &store) const;
};

} // namespace saji
