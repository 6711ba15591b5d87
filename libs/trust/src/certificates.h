// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openssl.h"

#include <trust/credentials.h>

namespace saji::certificates {

[[nodiscard]] Result<CertificateFacts> factsOf(const X509 *certificate);
//! SHA-256, hexadecimal.
[[nodiscard]] QString fingerprintOf(const QByteArray &pem);

//! The self-signed certificate of a store's authority.
[[nodiscard]] Result<QByteArray> makeAuthority(const QByteArray &key, const QString &store, qint64 now);
//! A certificate for whoever made the request, naming `subject` whatever the request says of itself.
[[nodiscard]] Result<QByteArray> certify(const QByteArray &request, const Subject &subject, const QByteArray &authority,
                                         const QByteArray &authorityKey, qint64 now);
//! Whom a request names; Malformed when it is none, or not signed by the key that it brings.
[[nodiscard]] Result<Subject> subjectOfRequest(const QByteArray &request);

} // namespace saji::certificates
