// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/trust.h>

#include "certificates.h"
#include "tuning.h"

#include <QDateTime>
#include <QHash>

#include <openssl/x509v3.h>

#include <mutex>
#include <optional>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QString dayOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().toString(Qt::ISODate);
}

} // namespace

class Trust::Private
{
public:
    //! Who signed a token does not change, and a web client shows the same one with every request; all else is looked at each time.
    std::optional<TokenFacts> readOnce(const QByteArray &token)
    {
        {
            const std::scoped_lock lock(mutex);
            if (const auto known = tokens.constFind(token); known != tokens.cend())
                return *known;
        }
        const auto facts = readToken(token, pinned);
        if (!facts)
            return std::nullopt;
        const std::scoped_lock lock(mutex);
        if (tokens.size() >= tuning::tokensKept)
            tokens.clear();
        tokens.insert(token, *facts);
        return *facts;
    }

    QByteArray pinned; //!< the authority's certificate
    Subject self;
    ssl::CertificatePtr authority;
    ssl::KeyPtr authorityKey; //!< the public one

    // What changes while links are judged on several threads.
    mutable std::mutex mutex;
    Credentials credentials;
    quint64 renewals = 0;
    RevocationList revoked;
    QByteArray revokedText;
    QHash<QByteArray, TokenFacts> tokens; //!< whose signature was found good
};

Trust::Trust() : d(std::make_unique<Private>()) {}
Trust::~Trust() = default;

Result<std::shared_ptr<Trust>> Trust::make(const Credentials &credentials)
{
    const auto facts = readCertificate(credentials.certificate);
    if (!facts)
        return facts.error();
    std::shared_ptr<Trust> trust(new Trust);
    trust->d->credentials = credentials;
    trust->d->pinned = credentials.authority;
    trust->d->self = facts->subject;
    trust->d->authority = ssl::certificateFromPem(credentials.authority);
    if (!trust->d->authority)
        return Error{ErrorCode::Corrupt, u"the certificate of the authority cannot be read: pair this device again"_s};
    trust->d->authorityKey.reset(X509_get_pubkey(trust->d->authority.get()));
    return trust;
}

Result<std::shared_ptr<Trust>> Trust::open(const QString &dataFolder)
{
    if (!isPaired(dataFolder))
        return std::shared_ptr<Trust>();
    const auto credentials = loadCredentials(dataFolder);
    if (!credentials)
        return credentials.error();
    auto trust = make(*credentials);
    // A list that cannot be read is heard again from the neighbours.
    if (const auto list = loadRevocations(dataFolder); trust && !list.isEmpty())
        (void)(*trust)->takeRevocations(list);
    return trust;
}

Credentials Trust::credentials() const
{
    const std::scoped_lock lock(d->mutex);
    return d->credentials;
}

void Trust::renew(const QByteArray &certificate)
{
    const std::scoped_lock lock(d->mutex);
    d->credentials.certificate = certificate;
    ++d->renewals;
}

quint64 Trust::renewals() const
{
    const std::scoped_lock lock(d->mutex);
    return d->renewals;
}

const Subject &Trust::self() const
{
    return d->self;
}

Result<Subject> Trust::check(const QByteArray &der, qint64 now) const
{
    const auto certificate = ssl::certificateFromDer(der);
    const auto facts = certificate ? certificates::factsOf(certificate.get()) : Result<CertificateFacts>(ErrorCode::Malformed, {});
    if (!facts)
        return Error{ErrorCode::Unauthorized, u"has a certificate that is not of Saji"_s};
    const auto &subject = facts->subject;
    const bool isOurs = X509_check_issued(d->authority.get(), certificate.get()) == X509_V_OK &&
                        X509_verify(certificate.get(), d->authorityKey.get()) == 1;
    if (!isOurs && subject.store != d->self.store)
        return Error{ErrorCode::WrongStore, u"belongs to the store \"%1\", not to \"%2\""_s.arg(subject.store.left(64), d->self.store)};
    if (!isOurs)
        return Error{ErrorCode::Unauthorized, u"has a certificate of another authority: pair it with this store again"_s};
    if (isRevoked(subject.device))
        return Error{ErrorCode::Unauthorized, u"was revoked by the restaurant"_s};
    // Not-before is not looked at: only the authority signs, and a device whose clock has fallen back must not lose its kitchen.
    if (now > facts->validTo + std::chrono::seconds(grace).count())
        return Error{ErrorCode::Unauthorized, u"has a certificate that expired on %1: pair it again"_s.arg(dayOf(facts->validTo))};
    return subject;
}

Result<TokenFacts> Trust::checkToken(const QByteArray &token, qint64 now) const
{
    const auto facts = d->readOnce(token);
    if (!facts)
        return Error{ErrorCode::Unauthorized, u"the token is not one of this restaurant"_s};
    if (facts->store != d->self.store)
        return Error{ErrorCode::Unauthorized, u"the token is of another store"_s};
    if (now > facts->expiresAt)
        return Error{ErrorCode::Unauthorized, u"the token expired on %1"_s.arg(dayOf(facts->expiresAt))};
    const std::scoped_lock lock(d->mutex);
    if (d->revoked.tokens.contains(facts->id))
        return Error{ErrorCode::Unauthorized, u"the token was revoked"_s};
    return *facts;
}

bool Trust::isRevoked(const DeviceId &device) const
{
    const std::scoped_lock lock(d->mutex);
    return d->revoked.devices.contains(device);
}

std::optional<Revocation> Trust::revocation(const DeviceId &device) const
{
    const std::scoped_lock lock(d->mutex);
    const auto found = d->revoked.devices.constFind(device);
    return found == d->revoked.devices.cend() ? std::nullopt : std::optional(*found);
}

Result<bool> Trust::takeRevocations(const QByteArray &signedList)
{
    const auto list = readRevocations(signedList, d->pinned);
    if (!list)
        return list.error();
    const std::scoped_lock lock(d->mutex);
    if (list->store != d->self.store || list->number <= d->revoked.number)
        return false;
    d->revoked = *list;
    d->revokedText = signedList;
    return true;
}

QByteArray Trust::revocations() const
{
    const std::scoped_lock lock(d->mutex);
    return d->revokedText;
}

quint64 Trust::revocationNumber() const
{
    const std::scoped_lock lock(d->mutex);
    return d->revoked.number;
}

} // namespace saji
