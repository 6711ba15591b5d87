// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/authority.h>

#include "authoritybook.h"
#include "certificates.h"
#include "keyfiles.h"
#include "tuning.h"

#include <QFile>

#include <openssl/crypto.h>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr auto secondsADay = qint64(24 * 3600);

QString fileIn(const QString &dataFolder, QLatin1StringView name)
{
    return keysFolder(dataFolder) + u'/' + name;
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), std::size_t(a.size())) == 0;
}

} // namespace

class Authority::Private
{
public:
    Result<void> keep() const { return keyfiles::write(fileIn(folder, "authority.json"_L1), book.toJson()); }
    //! Writes a change down, or takes it back when the disk does not.
    Result<void> change(const AuthorityBook &next)
    {
        const auto before = std::exchange(book, next);
        const auto kept = keep();
        if (!kept)
            book = before;
        return kept;
    }
    //! `entry` is one of `next`, which is kept with it.
    template<class Entry>
    Result<Entry> revoke(AuthorityBook &next, Entry &entry)
    {
        if (entry.isRevoked)
            return entry;
        entry.isRevoked = true;
        ++next.revocationNumber;
        const auto revoked = entry;
        if (const auto kept = change(next); !kept)
            return kept.error();
        return revoked;
    }
    Result<QByteArray> certify(AuthorityBook &next, const QByteArray &request, const Subject &subject, const QString &name, qint64 now) const;
    Result<void> make(qint64 now);
    Result<void> load();

    QString folder;
    QString store;
    Random *random = nullptr;
    QByteArray key;
    QByteArray certificate;
    AuthorityBook book;
};

Authority::Authority() : d(std::make_unique<Private>()) {}
Authority::~Authority() = default;

bool Authority::exists(const QString &dataFolder)
{
    return QFile::exists(fileIn(dataFolder, "authority.key"_L1));
}

Result<std::unique_ptr<Authority>> Authority::openOrCreate(const QString &dataFolder, const QString &store, Random &random, qint64 now)
{
    if (store.isEmpty())
        return Error{ErrorCode::Conflict, u"this server has no store yet: import a menu first"_s};
    std::unique_ptr<Authority> authority(new Authority);
    authority->d->folder = dataFolder;
    authority->d->store = store;
    authority->d->random = &random;
    const auto done = exists(dataFolder) ? authority->d->load() : authority->d->make(now);
    if (!done)
        return done.error();
    return authority;
}

Result<void> Authority::Private::make(qint64 now)
{
    const auto madeKey = makeKey();
    if (!madeKey)
        return madeKey.error();
    const auto made = certificates::makeAuthority(*madeKey, store, now);
    if (!made)
        return made.error();
    key = *madeKey;
    certificate = *made;
    // The key last: by it an authority is known to be whole.
    if (const auto kept = keyfiles::write(fileIn(folder, "authority.pem"_L1), certificate); !kept)
        return kept;
    if (const auto kept = keep(); !kept)
        return kept;
    return keyfiles::write(fileIn(folder, "authority.key"_L1), key);
}

Result<void> Authority::Private::load()
{
    const auto readKey = keyfiles::read(fileIn(folder, "authority.key"_L1));
    const auto readCertificateFile = keyfiles::read(fileIn(folder, "authority.pem"_L1));
    const auto readBook = keyfiles::read(fileIn(folder, "authority.json"_L1));
    for (const auto *file : {&readKey, &readCertificateFile, &readBook}) {
        if (!*file)
            return Error{ErrorCode::Corrupt, file->error().detail + u": take keys/ from the newest copy of this folder"_s};
    }
    const auto parsed = AuthorityBook::fromJson(*readBook);
    if (!parsed)
        return parsed.error();
    key = *readKey;
    certificate = *readCertificateFile;
    book = *parsed;
    for (const auto &device : std::as_const(book.devices)) {
        if (device.subject.store != store)
            return Error{ErrorCode::WrongStore, u"the keys in %1 are of the store \"%2\""_s.arg(folder, device.subject.store)};
    }
    return {};
}

const QString &Authority::store() const
{
    return d->store;
}

const QByteArray &Authority::certificate() const
{
    return d->certificate;
}

QString Authority::fingerprint() const
{
    return certificates::fingerprintOf(d->certificate);
}

Result<Credentials> Authority::ownCredentials(const DeviceId &server, qint64 now)
{
    const Subject subject{server, u"server"_s, d->store};
    QByteArray key;
    if (const auto kept = loadCredentials(d->folder)) {
        const auto facts = readCertificate(kept->certificate);
        const bool isOwn = facts && facts->subject == subject && kept->authority == d->certificate;
        if (isOwn && !isRenewalDue(*facts, now))
            return *kept;
        if (isOwn)
            key = kept->key;
    }
    if (key.isEmpty()) {
        const auto made = makeKey();
        if (!made)
            return made.error();
        key = *made;
    }
    const auto request = makeCertificateRequest(key, subject);
    if (!request)
        return request.error();
    const auto certificate = certificates::certify(*request, subject, d->certificate, d->key, now);
    if (!certificate)
        return certificate.error();
    const Credentials credentials{d->certificate, *certificate, key};
    if (const auto saved = saveCredentials(d->folder, credentials); !saved)
        return saved.error();
    return credentials;
}

qint64 Authority::codeSeconds()
{
    return tuning::inSeconds(tuning::codeLife);
}

Result<PairCode> Authority::createCode(const QString &kind, const QString &name, qint64 now)
{
    auto next = d->book;
    erase_if(next.codes, [now](const auto &code) { return code.until < now; });
    if (next.codes.size() >= tuning::maxOpenCodes)
        return Error{ErrorCode::Busy, u"%1 codes are open already; they end by themselves within ten minutes"_s.arg(next.codes.size())};
    auto code = PairCode::draw(*d->random);
    code.fingerprint = fingerprint();
    next.codes.append({code.key(), kind, name, now + codeSeconds(), 0});
    if (const auto kept = d->change(next); !kept)
        return kept.error();
    return code;
}

Result<QByteArray> Authority::Private::certify(AuthorityBook &next, const QByteArray &request, const Subject &subject, const QString &name,
                                               qint64 now) const
{
    const auto made = certificates::certify(request, subject, certificate, key, now);
    if (!made)
        return made.error();
    const auto facts = readCertificate(*made);
    if (!facts)
        return facts.error();
    const auto known = std::ranges::find_if(next.devices, [&](const auto &device) { return device.subject.device == subject.device; });
    const CertifiedDevice entry{subject, name, now, facts->validTo, false, {}};
    if (known == next.devices.end())
        next.devices.append(entry);
    else
        *known = entry;
    return *made;
}

Result<PairAnswer> Authority::pair(const PairRequest &request, qint64 now)
{
    auto next = d->book;
    erase_if(next.codes, [now](const auto &code) { return code.until < now; });
    const auto subject = certificates::subjectOfRequest(request.certificateRequest);
    if (!subject)
        return subject.error();
    const auto code = std::ranges::find_if(next.codes, [&](const auto &open) { return isSame(request.proofBy(open.key), request.proof); });
    if (code == next.codes.end()) {
        for (auto &open : next.codes)
            ++open.wrong;
        erase_if(next.codes, [](const auto &open) { return open.wrong >= tuning::codeTries; });
        // With no code open there is nothing to count, and strangers get no write.
        if (const auto kept = d->book.codes.isEmpty() ? Result<void>() : d->change(next); !kept)
            return kept.error();
        return Error{ErrorCode::Unauthorized, u"there is no such code (any more): it works once, for ten minutes; ask for a new one"_s};
    }
    if (subject->kind == "server"_L1)
        return Error{ErrorCode::Conflict, u"a server is not paired: it has an authority of its own"_s};
    if ((!code->kind.isEmpty() && code->kind != request.kind) || subject->kind != request.kind)
        return Error{ErrorCode::Conflict, u"this code is for a %1, not for a %2"_s.arg(code->kind, request.kind)};
    if (subject->store != d->store)
        return Error{ErrorCode::WrongStore, u"this server keeps the store \"%1\", the device is of \"%2\""_s.arg(d->store, subject->store.left(64))};
    const auto known = std::ranges::find_if(next.devices, [&](const auto &device) { return device.subject.device == subject->device; });
    if (known != next.devices.end() && known->isRevoked)
        return Error{ErrorCode::Unauthorized, u"this device was revoked; give it a fresh data folder to pair it anew"_s};
    const auto codeKey = code->key;
    const auto name = code->name.isEmpty() ? request.name : code->name;
    next.codes.erase(code);
    const auto certificate = d->certify(next, request.certificateRequest, *subject, name, now);
    if (!certificate)
        return certificate.error();
    if (const auto kept = d->change(next); !kept)
        return kept.error();
    const auto list = revocations();
    if (!list)
        return list.error();
    PairAnswer answer{*certificate, d->certificate, *list, {}};
    answer.proof = answer.proofBy(codeKey);
    return answer;
}

Result<QByteArray> Authority::renew(const Subject &device, const QByteArray &request, qint64 now)
{
    const auto asked = certificates::subjectOfRequest(request);
    if (!asked)
        return asked.error();
    auto next = d->book;
    const auto known = std::ranges::find_if(next.devices, [&](const auto &entry) { return entry.subject == device; });
    if (known == next.devices.end() || known->isRevoked || *asked != device)
        return Error{ErrorCode::Unauthorized, u"this device is not known here, or was revoked: pair it again"_s};
    const auto certificate = d->certify(next, request, device, QString(known->name), now);
    if (!certificate)
        return certificate.error();
    if (const auto kept = d->change(next); !kept)
        return kept.error();
    return certificate;
}

QList<CertifiedDevice> Authority::devices() const
{
    return d->book.devices;
}

Result<CertifiedDevice> Authority::revokeDevice(const QString &which, const QString &by, qint64 now)
{
    auto next = d->book;
    CertifiedDevice *found = nullptr;
    for (auto &device : next.devices) {
        if (device.name != which && !device.subject.device.toString().startsWith(which.toLower()))
            continue;
        if (found)
            return Error{ErrorCode::Conflict, u"several devices are called \"%1\": name one by its id (devices list)"_s.arg(which)};
        found = &device;
    }
    if (!found || which.isEmpty())
        return Error{ErrorCode::NotFound, u"no device \"%1\" was paired here (devices list)"_s.arg(which)};
    if (!found->isRevoked)
        found->revocation = {now, by.left(tuning::maxActorLength)};
    return d->revoke(next, *found);
}

QList<IssuedToken> Authority::tokens() const
{
    return d->book.tokens;
}

Result<QByteArray> Authority::createToken(const QString &name, const QStringList &scopes, int days, qint64 now)
{
    for (const auto &scope : scopes) {
        if (!knownScopes().contains(scope))
            return Error{ErrorCode::InvalidArgument, u"there is no scope \"%1\"; there are %2"_s.arg(scope, knownScopes().join(u", "_s))};
    }
    if (scopes.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"a token needs a scope: %1"_s.arg(knownScopes().join(u", "_s))};
    const TokenFacts facts{u"t-"_s + QString::number(d->random->next(), 16).rightJustified(16, u'0'), name, d->store, scopes, now,
                           now + days * secondsADay};
    const auto token = signToken(facts, d->key);
    if (!token)
        return token;
    auto next = d->book;
    next.tokens.append({facts, false});
    if (const auto kept = d->change(next); !kept)
        return kept.error();
    return token;
}

Result<IssuedToken> Authority::revokeToken(const QString &id)
{
    auto next = d->book;
    const auto found = std::ranges::find_if(next.tokens, [&id](const auto &token) { return token.facts.id == id; });
    if (found == next.tokens.end())
        return Error{ErrorCode::NotFound, u"there is no token \"%1\" (token list)"_s.arg(id)};
    return d->revoke(next, *found);
}

Result<QByteArray> Authority::revocations() const
{
    if (d->book.revocationNumber == 0)
        return QByteArray();
    return signRevocations(d->book.revoked(d->store), d->key);
}

quint64 Authority::revocationNumber() const
{
    return d->book.revocationNumber;
}

} // namespace saji
