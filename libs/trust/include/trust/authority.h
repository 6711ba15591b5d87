// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <trust/pairing.h>
#include <trust/revocations.h>
#include <trust/token.h>

#include <memory>
#include <optional>

namespace saji {

//! A device that was given a certificate.
struct CertifiedDevice
{
    Subject subject;
    QString name;
    qint64 certifiedAt = 0; //!< seconds since 1970
    qint64 expiresAt = 0;
    bool isRevoked = false;
    Revocation revocation = {}; //!< when it is
};

struct IssuedToken
{
    TokenFacts facts;
    bool isRevoked = false;
};

//! The authority of one store: lives in the server's data folder, certifies devices that know a pairing code, issues tokens, and takes
//! both back. Everything is on the disk before the call returns.
//!
//! Not safe from several threads. `now` is seconds since 1970, handed in.
class Authority
{
public:
    [[nodiscard]] static bool exists(const QString &dataFolder);
    //! WrongStore: the folder keeps the authority of another store.
    [[nodiscard]] static Result<std::unique_ptr<Authority>> openOrCreate(const QString &dataFolder, const QString &store, Random &random,
                                                                         qint64 now);
    ~Authority();

    const QString &store() const;
    const QByteArray &certificate() const; //!< PEM
    QString fingerprint() const;           //!< SHA-256 of it, hexadecimal

    //! The server's own credentials, made or renewed (for the same key) when that is due, and kept in the folder.
    [[nodiscard]] Result<Credentials> ownCredentials(const DeviceId &server, qint64 now);

    //! How long a code works.
    static qint64 codeSeconds();
    //! A code for one device within that time, ten minutes. An empty kind or name leaves that to the device.
    [[nodiscard]] Result<PairCode> createCode(const QString &kind, const QString &name, qint64 now);
    //! Unauthorized: no open code was used, or another kind of device is expected. A code dies by its first use, and by 20 wrong tries
    //! of anybody while it is open.
    [[nodiscard]] Result<PairAnswer> pair(const PairRequest &request, qint64 now);
    //! The next certificate of a device that has proved who it is. Unauthorized: it is unknown here, or revoked.
    [[nodiscard]] Result<QByteArray> renew(const Subject &device, const QByteArray &certificateRequest, qint64 now);

    QList<CertifiedDevice> devices() const;
    //! By its id, or by the beginning of it that is its alone, or by its name. NotFound, Conflict (several).
    //! `by` is who takes its trust back, for people. One that was revoked before keeps who did it first.
    [[nodiscard]] Result<CertifiedDevice> revokeDevice(const QString &which, const QString &by, qint64 now);

    QList<IssuedToken> tokens() const;
    [[nodiscard]] Result<QByteArray> createToken(const QString &name, const QStringList &scopes, int days, qint64 now);
    [[nodiscard]] Result<IssuedToken> revokeToken(const QString &id);

    //! Signed; number 0 = nothing was ever revoked.
    [[nodiscard]] Result<QByteArray> revocations() const;
    quint64 revocationNumber() const;

private:
    Authority();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
