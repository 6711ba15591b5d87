// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"

#include "tuning.h"

#include <QCryptographicHash>

#include <openssl/ec.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString entry(const X509_NAME *name, int nid)
{
    const int index = X509_NAME_get_index_by_NID(const_cast<X509_NAME *>(name), nid, -1);
    const auto *text = index < 0 ? nullptr : X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index));
    unsigned char *utf8 = nullptr;
    const int size = text ? ASN1_STRING_to_UTF8(&utf8, text) : -1;
    if (size < 0)
        return {};
    const auto result = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return result;
}

bool addEntry(X509_NAME *name, const char *field, const QString &text)
{
    const auto utf8 = text.toUtf8();
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(utf8.constData()), int(utf8.size()), -1,
                                      0) == 1;
}

bool fill(X509_NAME *name, const Subject &subject)
{
    return addEntry(name, "O", subject.store) && addEntry(name, "OU", subject.kind) && addEntry(name, "CN", subject.device.toString());
}

Result<Subject> subjectFrom(const X509_NAME *name)
{
    const auto device = DeviceId::fromString(entry(name, NID_commonName));
    if (!device)
        return Error{ErrorCode::Malformed, u"a certificate that names no device"_s};
    return Subject{*device, entry(name, NID_organizationalUnitName), entry(name, NID_organizationName)};
}

qint64 secondsOf(const ASN1_TIME *time)
{
    std::tm fields{};
    return ASN1_TIME_to_tm(time, &fields) == 1 ? qint64(timegm(&fields)) : 0;
}

bool setSerial(X509 *certificate)
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), int(bytes.size())) != 1)
        return false;
    bytes[0] &= 0x7f; // a positive number
    const std::unique_ptr<BIGNUM, ssl::Freed<BN_free>> number(BN_bin2bn(bytes.data(), int(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, ssl::Freed<X509_EXTENSION_free>> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setLife(X509 *certificate, qint64 from, qint64 to)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(from)) && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(to));
}

} // namespace

Result<CertificateFacts> certificates::factsOf(const X509 *certificate)
{
    const auto subject = subjectFrom(X509_get_subject_name(certificate));
    if (!subject)
        return subject.error();
    return CertificateFacts{*subject, secondsOf(X509_get0_notBefore(certificate)), secondsOf(X509_get0_notAfter(certificate))};
}

QString certificates::fingerprintOf(const QByteArray &pem)
{
    const auto certificate = ssl::certificateFromPem(pem);
    unsigned char *der = nullptr;
    const int size = certificate ? i2d_X509(certificate.get(), &der) : -1;
    if (size < 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> certificates::makeAuthority(const QByteArray &keyPem, const QString &store, qint64 now)
{
    const auto key = ssl::keyFromPem(keyPem);
    const ssl::CertificatePtr made(X509_new());
    auto *certificate = made.get();
    auto *name = certificate ? X509_get_subject_name(certificate) : nullptr;
    const bool isMade = key && name && X509_set_version(certificate, 2) == 1 && setSerial(certificate) && addEntry(name, "O", store) &&
                        addEntry(name, "CN", u"Saji"_s) && X509_set_issuer_name(certificate, name) == 1 &&
                        setLife(certificate, now - tuning::inSeconds(tuning::clockTolerance), now + tuning::inSeconds(tuning::authorityLife)) &&
                        X509_set_pubkey(certificate, key.get()) == 1 &&
                        addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                        addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,digitalSignature") &&
                        addExtension(certificate, certificate, NID_subject_key_identifier, "hash") &&
                        X509_sign(certificate, key.get(), EVP_sha256()) > 0;
    if (!isMade)
        return ssl::complaint(ErrorCode::Internal, u"cannot make the certificate of the authority"_s);
    return ssl::toPem(certificate);
}

Result<QByteArray> certificates::certify(const QByteArray &requestPem, const Subject &subject, const QByteArray &authorityPem,
                                         const QByteArray &authorityKey, qint64 now)
{
    const auto request = ssl::requestFromPem(requestPem);
    const auto authority = ssl::certificateFromPem(authorityPem);
    const auto key = ssl::keyFromPem(authorityKey);
    const ssl::CertificatePtr made(X509_new());
    auto *certificate = made.get();
    const bool isMade = request && authority && key && certificate && X509_set_version(certificate, 2) == 1 && setSerial(certificate) &&
                        fill(X509_get_subject_name(certificate), subject) &&
                        X509_set_issuer_name(certificate, X509_get_subject_name(authority.get())) == 1 &&
                        setLife(certificate, now - tuning::inSeconds(tuning::clockTolerance), now + tuning::inSeconds(tuning::certificateLife)) &&
                        X509_set_pubkey(certificate, X509_REQ_get0_pubkey(request.get())) == 1 &&
                        addExtension(certificate, authority.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                        addExtension(certificate, authority.get(), NID_key_usage, "critical,digitalSignature") &&
                        addExtension(certificate, authority.get(), NID_ext_key_usage, "serverAuth,clientAuth") &&
                        addExtension(certificate, authority.get(), NID_subject_key_identifier, "hash") &&
                        addExtension(certificate, authority.get(), NID_authority_key_identifier, "keyid") &&
                        X509_sign(certificate, key.get(), EVP_sha256()) > 0;
    if (!isMade)
        return ssl::complaint(ErrorCode::Internal, u"cannot make a certificate"_s);
    return ssl::toPem(certificate);
}

Result<Subject> certificates::subjectOfRequest(const QByteArray &requestPem)
{
    const auto request = requestPem.size() <= tuning::maxPemBytes ? ssl::requestFromPem(requestPem) : nullptr;
    auto *key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_EC || EVP_PKEY_get_bits(key) != 256 || X509_REQ_verify(request.get(), key) != 1)
        return ssl::complaint(ErrorCode::Malformed, u"no certificate request of an ECDSA P-256 key"_s);
    return subjectFrom(X509_REQ_get_subject_name(request.get()));
}

Result<QByteArray> makeKey()
{
    const ssl::KeyPtr key(EVP_EC_gen("P-256"));
    if (!key)
        return ssl::complaint(ErrorCode::Internal, u"cannot make a key"_s);
    return ssl::toPem(key.get());
}

Result<QByteArray> makeCertificateRequest(const QByteArray &keyPem, const Subject &subject)
{
    const auto key = ssl::keyFromPem(keyPem);
    const ssl::RequestPtr request(X509_REQ_new());
    const bool isMade = key && request && X509_REQ_set_version(request.get(), 0) == 1 && fill(X509_REQ_get_subject_name(request.get()), subject) &&
                        X509_REQ_set_pubkey(request.get(), key.get()) == 1 && X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0;
    if (!isMade)
        return ssl::complaint(ErrorCode::Internal, u"cannot make a certificate request"_s);
    return ssl::toPem(request.get());
}

Result<CertificateFacts> readCertificate(const QByteArray &pem)
{
    const auto certificate = ssl::certificateFromPem(pem);
    if (!certificate)
        return Error{ErrorCode::Malformed, u"this is no certificate"_s};
    return certificates::factsOf(certificate.get());
}

bool isRenewalDue(const CertificateFacts &facts, qint64 now)
{
    return now >= facts.validTo - (facts.validTo - facts.validFrom) / 4;
}

} // namespace saji
