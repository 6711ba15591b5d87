// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/pairing.h>

#include "certificates.h"
#include "tuning.h"

#include <QByteArrayList>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <openssl/crypto.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QByteArray mac(const QByteArray &key, const QByteArrayList &parts)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    for (const auto &part : parts) {
        // With their lengths, so that no part can lend a byte to its neighbour.
        code.addData(QByteArray::number(part.size()) + ':');
        code.addData(part);
    }
    return code.result();
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), std::size_t(a.size())) == 0;
}

QByteArray bytesIn(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString().toUtf8();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

PairCode PairCode::draw(Random &random)
{
    PairCode code;
    for (int i = 0; i < tuning::codeDigits; ++i)
        code.digits.append(QChar(u'0' + int(random.below(10))));
    return code;
}

Result<PairCode> PairCode::fromText(const QString &text)
{
    static const QRegularExpression scanned(u"code=([0-9 -]+)"_s), authority(u"authority=([0-9a-fA-F]{64})"_s);
    const auto inQr = scanned.match(text);
    PairCode code;
    code.fingerprint = authority.match(text).captured(1).toLower();
    for (const auto letter : inQr.hasMatch() ? inQr.captured(1) : text) {
        if (letter >= u'0' && letter <= u'9')
            code.digits.append(letter);
        else if (letter != u'-' && !letter.isSpace())
            return Error{ErrorCode::InvalidArgument, u"a pairing code has digits only"_s};
    }
    if (code.digits.size() != tuning::codeDigits)
        return Error{ErrorCode::InvalidArgument, u"a pairing code has %1 digits, not %2"_s.arg(tuning::codeDigits).arg(code.digits.size())};
    return code;
}

QString PairCode::toString() const
{
    return digits.left(4) + u'-' + digits.mid(4, 4) + u'-' + digits.mid(8);
}

QString PairCode::toQrText() const
{
    return u"saji:pair?code=%1&authority=%2"_s.arg(digits, fingerprint);
}

QByteArray PairCode::key() const
{
    const auto text = digits.toLatin1();
    static constexpr unsigned char salt[] = "saji pairing 1";
    QByteArray key(32, '\0');
    PKCS5_PBKDF2_HMAC(text.constData(), int(text.size()), salt, sizeof salt, tuning::codeRounds, EVP_sha256(), int(key.size()),
                      reinterpret_cast<unsigned char *>(key.data()));
    return key;
}

Result<PairRequest> PairRequest::fromJson(const QByteArray &json)
{
    const auto fields = QJsonDocument::fromJson(json).object();
    PairRequest request{fields.value("kind"_L1).toString(), fields.value("name"_L1).toString(), bytesIn(fields, "csr"_L1),
                        QByteArray::fromBase64(bytesIn(fields, "proof"_L1))};
    if (request.kind.isEmpty() || request.certificateRequest.isEmpty() || request.proof.isEmpty() || request.name.size() > 64)
        return Error{ErrorCode::Malformed, u"pairing needs kind, name, csr and proof"_s};
    return request;
}

QByteArray PairRequest::toJson() const
{
    return compact({{u"kind"_s, kind},
                    {u"name"_s, name},
                    {u"csr"_s, QString::fromLatin1(certificateRequest)},
                    {u"proof"_s, QString::fromLatin1(proof.toBase64())}});
}

QByteArray PairRequest::proofBy(const QByteArray &codeKey) const
{
    return mac(codeKey, {"request", kind.toUtf8(), name.toUtf8(), certificateRequest});
}

Result<PairAnswer> PairAnswer::fromJson(const QByteArray &json)
{
    const auto fields = QJsonDocument::fromJson(json).object();
    PairAnswer answer{bytesIn(fields, "certificate"_L1), bytesIn(fields, "authority"_L1), bytesIn(fields, "revoked"_L1),
                      QByteArray::fromBase64(bytesIn(fields, "proof"_L1))};
    if (answer.certificate.isEmpty() || answer.authority.isEmpty())
        return Error{ErrorCode::Malformed, u"this is not the answer of an authority"_s};
    return answer;
}

QByteArray PairAnswer::toJson() const
{
    return compact({{u"certificate"_s, QString::fromLatin1(certificate)},
                    {u"authority"_s, QString::fromLatin1(authority)},
                    {u"revoked"_s, QString::fromLatin1(revocations)},
                    {u"proof"_s, QString::fromLatin1(proof.toBase64())}});
}

QByteArray PairAnswer::proofBy(const QByteArray &codeKey) const
{
    return mac(codeKey, {"answer", certificate, authority, revocations});
}

Result<Pairing> Pairing::begin(const PairCode &code, const Subject &subject, const QString &name)
{
    const auto key = makeKey();
    if (!key)
        return key.error();
    const auto request = makeCertificateRequest(*key, subject);
    if (!request)
        return request.error();
    Pairing pairing;
    pairing.m_subject = subject;
    pairing.m_fingerprint = code.fingerprint;
    pairing.m_codeKey = code.key();
    pairing.m_key = *key;
    pairing.m_request = {subject.kind, name, *request, {}};
    pairing.m_request.proof = pairing.m_request.proofBy(pairing.m_codeKey);
    return pairing;
}

Result<Credentials> Pairing::finish(const PairAnswer &answer) const
{
    const bool isScanned = !m_fingerprint.isEmpty();
    if (!isSame(answer.proof, answer.proofBy(m_codeKey)) || (isScanned && certificates::fingerprintOf(answer.authority) != m_fingerprint))
        return Error{ErrorCode::Unauthorized,
                     u"whoever answered does not know the code: somebody on this network takes the place of the server, or the address is wrong"_s};
    const auto facts = readCertificate(answer.certificate);
    if (!facts)
        return facts.error();
    if (facts->subject != m_subject)
        return Error{ErrorCode::WrongStore, u"the server keeps the store \"%1\", this device is of \"%2\""_s.arg(facts->subject.store, m_subject.store)};
    return Credentials{answer.authority, answer.certificate, m_key};
}

} // namespace saji
