// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <trust/credentials.h>

namespace saji {

//! A pairing code as people say, type and scan it: twelve digits, "4821-9930-1174".
//!
//! It never travels. Both ends prove that they know it (HMAC under a key that is slow to derive from it), so that nobody between them
//! can take their places, whatever the network: docs/decisions/0006.
struct PairCode
{
    QString digits;      //!< twelve of them
    QString fingerprint; //!< of the authority, when it was scanned; empty = not known

    [[nodiscard]] static PairCode draw(Random &random);
    //! Typed with or without hyphens and spaces, or the text of a QR code.
    [[nodiscard]] static Result<PairCode> fromText(const QString &text);
    QString toString() const; //!< in groups of four
    QString toQrText() const; //!< "saji:pair?code=…&authority=…"
    QByteArray key() const;   //!< slow, on purpose: some 20 ms
};

//! POST /api/devices/pair/: what a device says.
struct PairRequest
{
    QString kind;
    QString name;
    QByteArray certificateRequest; //!< PEM
    QByteArray proof;

    [[nodiscard]] static Result<PairRequest> fromJson(const QByteArray &json);
    QByteArray toJson() const;
    QByteArray proofBy(const QByteArray &codeKey) const;
};

//! What the authority answers.
struct PairAnswer
{
    QByteArray certificate; //!< PEM
    QByteArray authority;   //!< PEM
    QByteArray revocations; //!< signed list, may be empty
    QByteArray proof;

    [[nodiscard]] static Result<PairAnswer> fromJson(const QByteArray &json);
    QByteArray toJson() const;
    QByteArray proofBy(const QByteArray &codeKey) const;
};

//! The device's part of pairing: makes the key and the request, and takes the answer only from an authority that knows the code.
class Pairing
{
public:
    [[nodiscard]] static Result<Pairing> begin(const PairCode &code, const Subject &subject, const QString &name);

    const PairRequest &request() const { return m_request; }
    //! Unauthorized: whoever answered does not know the code.
    [[nodiscard]] Result<Credentials> finish(const PairAnswer &answer) const;

private:
    Pairing() = default;

    Subject m_subject;
    QString m_fingerprint;
    QByteArray m_codeKey;
    QByteArray m_key;
    PairRequest m_request;
};

} // namespace saji
