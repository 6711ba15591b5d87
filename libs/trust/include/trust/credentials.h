// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <trust/subject.h>

#include <QByteArray>

namespace saji {

//! What a paired device proves itself with; all three are PEM. The key never leaves the device.
struct Credentials
{
    QByteArray authority;   //!< the certificate of the store's authority, pinned
    QByteArray certificate; //!< its own
    QByteArray key;
};

//! Where a data folder keeps them: DIR/keys, mode 0700, every file in it 0600.
[[nodiscard]] QString keysFolder(const QString &dataFolder);

//! Whether this data folder belongs to a paired device.
[[nodiscard]] bool isPaired(const QString &dataFolder);
//! NotFound = not paired. Corrupt = key and certificate do not fit one another; the detail says what to do.
[[nodiscard]] Result<Credentials> loadCredentials(const QString &dataFolder);
//! All of them or what was there before; durable on return.
[[nodiscard]] Result<void> saveCredentials(const QString &dataFolder, const Credentials &credentials);
//! The signed list of what was revoked, as last heard; empty = none yet.
[[nodiscard]] QByteArray loadRevocations(const QString &dataFolder);
[[nodiscard]] Result<void> saveRevocations(const QString &dataFolder, const QByteArray &list);

//! A fresh ECDSA P-256 key, PEM.
[[nodiscard]] Result<QByteArray> makeKey();
//! Asks an authority for a certificate (PKCS #10, PEM), signed with the key that it is for.
[[nodiscard]] Result<QByteArray> makeCertificateRequest(const QByteArray &key, const Subject &subject);

//! Whom a certificate (PEM) names and until when; without a check of who has signed it.
struct CertificateFacts
{
    Subject subject;
    qint64 validFrom = 0; //!< seconds since 1970
    qint64 validTo = 0;
};
[[nodiscard]] Result<CertificateFacts> readCertificate(const QByteArray &pem);

//! Whether it is time to ask for the next certificate: in the last quarter of its life, and after it.
[[nodiscard]] bool isRenewalDue(const CertificateFacts &facts, qint64 now);

} // namespace saji
