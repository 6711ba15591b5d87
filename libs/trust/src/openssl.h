// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace saji::ssl {

template<auto Function>
struct Freed
{
    template<class T>
    void operator()(T *thing) const
    {
        Function(thing);
    }
};

using KeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Freed<X509_free>>;
using RequestPtr = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

//! What the library complains of, in our shape; empties its queue.
[[nodiscard]] Error complaint(ErrorCode code, const QString &what);

[[nodiscard]] Result<QByteArray> toPem(EVP_PKEY *key);
[[nodiscard]] Result<QByteArray> toPem(X509 *certificate);
[[nodiscard]] Result<QByteArray> toPem(X509_REQ *request);
// Null = this is none.
[[nodiscard]] KeyPtr keyFromPem(const QByteArray &pem);
[[nodiscard]] CertificatePtr certificateFromPem(const QByteArray &pem);
[[nodiscard]] CertificatePtr certificateFromDer(const QByteArray &der);
[[nodiscard]] RequestPtr requestFromPem(const QByteArray &pem);

//! ECDSA over SHA-256.
[[nodiscard]] Result<QByteArray> sign(EVP_PKEY *key, const QByteArray &bytes);
[[nodiscard]] bool isSignedBy(EVP_PKEY *key, const QByteArray &bytes, const QByteArray &signature);

//! "<word>.<body>.<signature>", base64url: what the authority says in one line.
[[nodiscard]] Result<QByteArray> seal(const QByteArray &word, const QByteArray &body, const QByteArray &keyPem);
//! The body. Malformed, or Unauthorized: another one's seal.
[[nodiscard]] Result<QByteArray> unseal(const QByteArray &word, const QByteArray &sealedText, const QByteArray &authorityPem);

} // namespace saji::ssl
