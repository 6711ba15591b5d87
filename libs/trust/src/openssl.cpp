// SPDX-License-Identifier: GPL-3.0-or-later
#include "openssl.h"

#include "tuning.h"

#include <QByteArrayList>

#include <openssl/err.h>
#include <openssl/pem.h>

namespace saji::ssl {
using namespace Qt::StringLiterals;
namespace {

template<class Write, class Thing>
Result<QByteArray> written(Write write, Thing *thing)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get(), thing) != 1)
        return complaint(ErrorCode::Internal, u"cannot write a key or certificate"_s);
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &bytes);
    return QByteArray(bytes, size);
}

BioPtr reader(const QByteArray &pem)
{
    return BioPtr(BIO_new_mem_buf(pem.constData(), int(std::min(pem.size(), tuning::maxPemBytes))));
}

//! Never asks a terminal for a pass phrase.
int noPassPhrase(char *, int, int, void *)
{
    return 0;
}

template<class Ptr>
Ptr kept(typename Ptr::pointer thing)
{
    if (!thing)
        ERR_clear_error();
    return Ptr(thing);
}

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

Error complaint(ErrorCode code, const QString &what)
{
    char words[256] = "no reason given";
    if (const auto number = ERR_get_error(); number != 0)
        ERR_error_string_n(number, words, sizeof words);
    ERR_clear_error();
    return {code, u"%1: %2"_s.arg(what, QString::fromLatin1(words))};
}

Result<QByteArray> toPem(EVP_PKEY *key)
{
    return written([](BIO *bio, EVP_PKEY *k) { return PEM_write_bio_PKCS8PrivateKey(bio, k, nullptr, nullptr, 0, nullptr, nullptr); }, key);
}

Result<QByteArray> toPem(X509 *certificate)
{
    return written([](BIO *bio, X509 *c) { return PEM_write_bio_X509(bio, c); }, certificate);
}

Result<QByteArray> toPem(X509_REQ *request)
{
    return written([](BIO *bio, X509_REQ *r) { return PEM_write_bio_X509_REQ(bio, r); }, request);
}

KeyPtr keyFromPem(const QByteArray &pem)
{
    return kept<KeyPtr>(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, noPassPhrase, nullptr));
}

CertificatePtr certificateFromPem(const QByteArray &pem)
{
    return kept<CertificatePtr>(PEM_read_bio_X509(reader(pem).get(), nullptr, noPassPhrase, nullptr));
}

CertificatePtr certificateFromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return kept<CertificatePtr>(d2i_X509(nullptr, &bytes, long(der.size())));
}

RequestPtr requestFromPem(const QByteArray &pem)
{
    return kept<RequestPtr>(PEM_read_bio_X509_REQ(reader(pem).get(), nullptr, noPassPhrase, nullptr));
}

Result<QByteArray> sign(EVP_PKEY *key, const QByteArray &bytes)
{
    const DigestPtr context(EVP_MD_CTX_new());
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, data, std::size_t(bytes.size())) != 1)
        return complaint(ErrorCode::Internal, u"cannot sign"_s);
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data, std::size_t(bytes.size())) != 1)
        return complaint(ErrorCode::Internal, u"cannot sign"_s);
    signature.truncate(qsizetype(size));
    return signature;
}

bool isSignedBy(EVP_PKEY *key, const QByteArray &bytes, const QByteArray &signature)
{
    const DigestPtr context(EVP_MD_CTX_new());
    const bool isGood = context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
                        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                                         std::size_t(signature.size()), reinterpret_cast<const unsigned char *>(bytes.constData()),
                                         std::size_t(bytes.size())) == 1;
    ERR_clear_error();
    return isGood;
}

Result<QByteArray> seal(const QByteArray &word, const QByteArray &body, const QByteArray &keyPem)
{
    const auto key = keyFromPem(keyPem);
    if (!key)
        return Error{ErrorCode::Corrupt, u"the key of the authority cannot be read"_s};
    const auto text = word + '.' + body.toBase64(encoding);
    const auto signature = sign(key.get(), text);
    if (!signature)
        return signature.error();
    return text + '.' + signature->toBase64(encoding);
}

Result<QByteArray> unseal(const QByteArray &word, const QByteArray &sealedText, const QByteArray &authorityPem)
{
    const auto parts = sealedText.trimmed().split('.');
    if (parts.size() != 3 || parts.at(0) != word)
        return Error{ErrorCode::Malformed, u"not a word of an authority"_s};
    const auto authority = certificateFromPem(authorityPem);
    const auto signature = QByteArray::fromBase64Encoding(parts.at(2), encoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto body = QByteArray::fromBase64Encoding(parts.at(1), encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!authority || !signature || !body)
        return Error{ErrorCode::Malformed, u"not a word of an authority"_s};
    if (!isSignedBy(X509_get0_pubkey(authority.get()), parts.at(0) + '.' + parts.at(1), *signature))
        return Error{ErrorCode::Unauthorized, u"was signed by somebody else"_s};
    return *body;
}

} // namespace saji::ssl
