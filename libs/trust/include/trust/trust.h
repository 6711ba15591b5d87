// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <trust/credentials.h>
#include <trust/revocations.h>
#include <trust/token.h>

#include <chrono>
#include <memory>
#include <optional>

namespace saji {

//! What one paired node judges others by: the authority that it is paired with, and what that has revoked. Made once, shared by links and doors.
//!
//! Safe from every thread. Refusals are predicates ("was revoked by the restaurant"), so that either end can say of whom.
class Trust
{
public:
    //! An expired certificate of a device that nobody has revoked is still accepted for this long (docs/decisions/0006).
    static constexpr std::chrono::hours grace{24 * 90};

    [[nodiscard]] static Result<std::shared_ptr<Trust>> make(const Credentials &credentials);
    //! From what a data folder keeps; null = this device is not paired.
    [[nodiscard]] static Result<std::shared_ptr<Trust>> open(const QString &dataFolder);
    ~Trust();

    Credentials credentials() const;
    //! The next certificate of the same device and key; who asks from now on gets it.
    void renew(const QByteArray &certificate);
    //! How often that was: by it whoever keeps a certificate in a form of its own notices that there is another.
    quint64 renewals() const;
    const Subject &self() const;

    //! Who a certificate (DER) names, if its word counts here. The other end must have proved that it has the key: TLS does that.
    //! `now` in seconds since 1970.
    [[nodiscard]] Result<Subject> check(const QByteArray &certificate, qint64 now) const;
    //! What a bearer token allows. Unauthorized: another authority's, expired, or revoked.
    [[nodiscard]] Result<TokenFacts> checkToken(const QByteArray &token, qint64 now) const;
    [[nodiscard]] bool isRevoked(const DeviceId &device) const;
    //! When and by whom; nullopt = it is not.
    [[nodiscard]] std::optional<Revocation> revocation(const DeviceId &device) const;

    //! Takes a list that is newer than what is known; false = it is not. Unauthorized: not of this authority, and nothing changes.
    [[nodiscard]] Result<bool> takeRevocations(const QByteArray &signedList);
    //! The newest list known, signed; empty = none.
    QByteArray revocations() const;
    quint64 revocationNumber() const;

private:
    Trust();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
