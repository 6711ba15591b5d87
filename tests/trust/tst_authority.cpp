// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/authority.h>
#include <trust/trust.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! What an authority says, and what a paired device makes of it.
class tst_Authority : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = 1'800'000'000;
    static constexpr qint64 day = 24 * 3600;

    static DeviceId device(uchar number) { return DeviceId(QUuid(0x01900000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number)); }

    std::unique_ptr<Authority> open(const QString &folder, const QString &store = u"pasar-saji"_s)
    {
        return std::move(*Authority::openOrCreate(folder, store, m_random, now));
    }

    Credentials paired(Authority &authority, const Subject &subject)
    {
        const auto pairing = *Pairing::begin(*authority.createCode({}, {}, now), subject, u"Dapur"_s);
        return *pairing.finish(*authority.pair(pairing.request(), now));
    }

    static QByteArray der(const QByteArray &pem) { return QByteArray::fromBase64(pem.mid(pem.indexOf('\n')).chopped(26)); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_authority = open(m_folder->path());
        m_hub = {device(1), u"hub"_s, u"pasar-saji"_s};
        m_kitchen = {device(2), u"kitchen"_s, u"pasar-saji"_s};
        m_trust = *Trust::make(paired(*m_authority, m_hub));
    }

    void isTheSameAfterARestart()
    {
        const auto certificate = m_authority->certificate();
        paired(*m_authority, m_kitchen);
        m_authority.reset();
        m_authority = open(m_folder->path());
        QCOMPARE(m_authority->certificate(), certificate);
        QCOMPARE(m_authority->devices().size(), 2);
    }

    void keysAreForTheirOwnerOnly()
    {
        QVERIFY(saveCredentials(m_folder->path(), paired(*m_authority, m_kitchen)));
        const QDir keys(keysFolder(m_folder->path()));
        const auto mode = [](const QString &path) { return int(QFileInfo(path).permissions() & 0x0fff); };
        const int others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(mode(keys.path()) & others, 0);
        const auto files = keys.entryList(QDir::Files);
        QVERIFY(files.size() >= 4);
        for (const auto &name : files)
            QCOMPARE(mode(keys.filePath(name)) & others, 0);
    }

    void aServerWithoutAStoreCertifiesNobody()
    {
        QTemporaryDir folder;
        const auto authority = Authority::openOrCreate(folder.path(), {}, m_random, now);
        QCOMPARE(authority.error().code, ErrorCode::Conflict);
        QVERIFY(!Authority::exists(folder.path()));
    }

    void acceptsADeviceOfTheStore()
    {
        const auto checked = m_trust->check(der(paired(*m_authority, m_kitchen).certificate), now + day);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
        QCOMPARE(*checked, m_kitchen);
    }

    void refusesAnotherAuthorityOfTheSameName()
    {
        QTemporaryDir elsewhere;
        const auto other = open(elsewhere.path());
        const auto checked = m_trust->check(der(paired(*other, m_kitchen).certificate), now);
        QCOMPARE(checked.error().code, ErrorCode::Unauthorized);
        QVERIFY(checked.error().detail.contains(u"another authority"_s));
    }

    void refusesAnotherStoreInWords()
    {
        QTemporaryDir elsewhere;
        const auto other = open(elsewhere.path(), u"warung-lain"_s);
        const auto checked = m_trust->check(der(paired(*other, {device(3), u"kitchen"_s, u"warung-lain"_s}).certificate), now);
        QCOMPARE(checked.error().code, ErrorCode::WrongStore);
        QVERIFY(checked.error().detail.contains(u"warung-lain"_s));
    }

    void anExpiredCertificateIsGoodForTheGraceTimeAndNoLonger()
    {
        const auto certificate = der(paired(*m_authority, m_kitchen).certificate);
        QVERIFY(m_trust->check(certificate, now + 364 * day));
        QVERIFY(m_trust->check(certificate, now + (365 + 89) * day));
        const auto late = m_trust->check(certificate, now + (365 + 91) * day);
        QCOMPARE(late.error().code, ErrorCode::Unauthorized);
        QVERIFY(late.error().detail.contains(u"expired"_s));
    }

    void aClockThatFellBackLosesNoKitchen() { QVERIFY(m_trust->check(der(paired(*m_authority, m_kitchen).certificate), 0)); }

    void bytesThatAreNoCertificateAreRefused()
    {
        QCOMPARE(m_trust->check("nonsense", now).error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_trust->check({}, now).error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_trust->check(der(m_authority->certificate()), now).error().code, ErrorCode::Unauthorized);
    }

    void aRevokedDeviceIsRefusedByAllWhoHaveHeardOfIt()
    {
        const auto certificate = der(paired(*m_authority, m_kitchen).certificate);
        QVERIFY(m_authority->revokeDevice(m_kitchen.device.toString(), u"Rina"_s, now));
        QVERIFY(m_trust->check(certificate, now)); // not heard yet
        QVERIFY(*m_trust->takeRevocations(*m_authority->revocations()));
        QVERIFY(m_trust->isRevoked(m_kitchen.device));
        QVERIFY(m_trust->check(certificate, now).error().detail.contains(u"revoked"_s));
        QVERIFY(!m_trust->isRevoked(m_hub.device));
    }

    void theListSaysByWhomAndWhenAndKeepsWhoWasFirst()
    {
        paired(*m_authority, m_kitchen);
        QVERIFY(m_authority->revokeDevice(m_kitchen.device.toString(), u"Rina"_s, now + 7));
        QVERIFY(m_authority->revokeDevice(m_kitchen.device.toString(), u"Joko"_s, now + 99));
        QVERIFY(*m_trust->takeRevocations(*m_authority->revocations()));
        QCOMPARE(m_trust->revocation(m_kitchen.device), std::optional(Revocation{now + 7, u"Rina"_s}));
        QCOMPARE(m_trust->revocation(m_hub.device), std::nullopt);
        m_authority.reset();
        m_authority = open(m_folder->path()); // and so does the book, on the disk
        QCOMPARE(m_authority->devices().constLast().revocation, (Revocation{now + 7, u"Rina"_s}));
    }

    void aListOfAnEarlierVersionIsReadAndAnEarlierVersionReadsOurs()
    {
        paired(*m_authority, m_kitchen);
        const auto key = [this] {
            QFile file(keysFolder(m_folder->path()) + u"/authority.key"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        // Nothing is known beside the ids: the list is as it always was.
        const auto before = *signRevocations({1, u"pasar-saji"_s, {{m_kitchen.device, {}}}, {}}, key);
        QVERIFY(*m_trust->takeRevocations(before));
        QCOMPARE(m_trust->revocation(m_kitchen.device), std::optional(Revocation()));
        const auto after = *signRevocations({2, u"pasar-saji"_s, {{m_kitchen.device, {now, u"Rina"_s}}}, {}}, key);
        const auto body = QByteArray::fromBase64(after.split('.').at(1), QByteArray::Base64UrlEncoding);
        const auto ids = QJsonDocument::fromJson(body).object().value(u"devices"_s).toArray();
        QCOMPARE(ids, QJsonArray{m_kitchen.device.toString()});
    }

    void anOlderListChangesNothing()
    {
        QVERIFY(m_authority->revokeDevice(paired(*m_authority, m_kitchen).certificate.isEmpty() ? QString() : m_kitchen.device.toString(), u"Rina"_s, now));
        const auto first = *m_authority->revocations();
        paired(*m_authority, {device(4), u"kiosk"_s, u"pasar-saji"_s});
        QVERIFY(m_authority->revokeDevice(device(4).toString(), u"Rina"_s, now));
        QVERIFY(*m_trust->takeRevocations(*m_authority->revocations()));
        QVERIFY(!*m_trust->takeRevocations(first));
        QVERIFY(m_trust->isRevoked(device(4)));
    }

    void aListOfSomebodyElseChangesNothing()
    {
        QTemporaryDir elsewhere;
        const auto other = open(elsewhere.path());
        paired(*other, m_hub);
        QVERIFY(other->revokeDevice(m_hub.device.toString(), u"Rina"_s, now));
        QCOMPARE(m_trust->takeRevocations(*other->revocations()).error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_trust->takeRevocations("saji-revoked.e30.AAAA").error().code, ErrorCode::Unauthorized);
        QVERIFY(!m_trust->isRevoked(m_hub.device));
    }

    void aRevokedDeviceIsNeitherRenewedNorPairedAgain()
    {
        const auto credentials = paired(*m_authority, m_kitchen);
        const auto request = *makeCertificateRequest(credentials.key, m_kitchen);
        QVERIFY(m_authority->renew(m_kitchen, request, now + 300 * day));
        QVERIFY(m_authority->revokeDevice(u"019"_s + m_kitchen.device.toString().mid(3), u"Rina"_s, now));
        QCOMPARE(m_authority->renew(m_kitchen, request, now).error().code, ErrorCode::Unauthorized);
        const auto pairing = *Pairing::begin(*m_authority->createCode({}, {}, now), m_kitchen, {});
        QCOMPARE(m_authority->pair(pairing.request(), now).error().code, ErrorCode::Unauthorized);
    }

    void theServerCertifiesItselfAnewForTheSameKey()
    {
        const auto first = m_authority->ownCredentials(device(9), now);
        const auto same = m_authority->ownCredentials(device(9), now + 200 * day);
        const auto next = m_authority->ownCredentials(device(9), now + 300 * day);
        QVERIFY(first && same && next);
        QCOMPARE(same->certificate, first->certificate);
        QVERIFY(next->certificate != first->certificate);
        QCOMPARE(next->key, first->key);
        QVERIFY(readCertificate(next->certificate)->validTo > readCertificate(first->certificate)->validTo);
    }

    void renewalIsForTheOneWhoAsksOnly()
    {
        const auto credentials = paired(*m_authority, m_kitchen);
        const auto forTheHub = *makeCertificateRequest(credentials.key, m_hub);
        QCOMPARE(m_authority->renew(m_kitchen, forTheHub, now).error().code, ErrorCode::Unauthorized);
    }

    void renewalIsDueInTheLastQuarter()
    {
        const auto facts = *readCertificate(paired(*m_authority, m_kitchen).certificate);
        QVERIFY(!isRenewalDue(facts, now + 270 * day));
        QVERIFY(isRenewalDue(facts, now + 280 * day));
    }

    void theServerCertifiesItself()
    {
        const auto own = *m_authority->ownCredentials(device(9), now);
        QCOMPARE(m_trust->check(der(own.certificate), now)->kind, u"server"_s);
        QCOMPARE(m_authority->ownCredentials(device(9), now + day)->certificate, own.certificate);
        QVERIFY(m_authority->ownCredentials(device(9), now + 300 * day)->certificate != own.certificate);
    }

    void aTokenSaysWhatItAllows()
    {
        const auto token = *m_authority->createToken(u"Menu board"_s, {u"menu:read"_s, u"orders:read"_s}, 30, now);
        const auto facts = m_trust->checkToken(token, now + day);
        QVERIFY(facts);
        QCOMPARE(facts->scopes, (QStringList{u"menu:read"_s, u"orders:read"_s}));
        QCOMPARE(m_trust->checkToken(token, now + 31 * day).error().code, ErrorCode::Unauthorized);
        auto changed = token;
        changed[token.indexOf('.') + 3] = changed.at(token.indexOf('.') + 3) == 'A' ? 'B' : 'A';
        QCOMPARE(m_trust->checkToken(changed, now).error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_trust->checkToken("nonsense", now).error().code, ErrorCode::Unauthorized);
    }

    void aRevokedTokenIsRefusedByAllWhoHaveHeardOfIt()
    {
        const auto token = *m_authority->createToken(u"Menu board"_s, {u"menu:read"_s}, 30, now);
        QVERIFY(m_authority->revokeToken(m_authority->tokens().first().facts.id));
        QVERIFY(*m_trust->takeRevocations(*m_authority->revocations()));
        QVERIFY(m_trust->checkToken(token, now).error().detail.contains(u"revoked"_s));
    }

    void unknownScopesAreNotGiven()
    {
        QCOMPARE(m_authority->createToken({}, {u"everything"_s}, 1, now).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_authority->createToken({}, {}, 1, now).error().code, ErrorCode::InvalidArgument);
    }

    void credentialsThatDoNotFitAreNotKept()
    {
        auto credentials = paired(*m_authority, m_kitchen);
        credentials.key = *makeKey();
        QCOMPARE(saveCredentials(m_folder->path(), credentials).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(loadCredentials(m_folder->path()).error().code, ErrorCode::NotFound);
    }

private:
    SeededRandom m_random{11};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Authority> m_authority;
    std::shared_ptr<Trust> m_trust;
    Subject m_hub;
    Subject m_kitchen;
};

QTEST_GUILESS_MAIN(tst_Authority)
#include "tst_authority.moc"
