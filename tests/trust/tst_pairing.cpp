// SPDX-License-Identifier: GPL-3.0-or-later
#include <trust/authority.h>
#include <trust/pairing.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

//! A device and an authority meet over a code that never travels.
class tst_Pairing : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = 1'800'000'000;

    Subject subject(const QString &kind = u"kitchen"_s, const QString &store = u"pasar-saji"_s)
    {
        return {DeviceId(QUuid(0x01900000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 7)), kind, store};
    }

    Pairing begin(const PairCode &code, const Subject &who) { return *Pairing::begin(code, who, u"Dapur Soto"_s); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_authority = std::move(*Authority::openOrCreate(m_folder->path(), u"pasar-saji"_s, m_random, now));
    }

    void aDeviceWithTheCodeIsCertified()
    {
        const auto code = *m_authority->createCode(u"kitchen"_s, {}, now);
        const auto pairing = begin(code, subject());
        const auto answer = m_authority->pair(pairing.request(), now + 60);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        const auto credentials = pairing.finish(*answer);
        QVERIFY(credentials);
        const auto facts = readCertificate(credentials->certificate);
        QCOMPARE(facts->subject, subject());
        QCOMPARE(m_authority->devices().size(), 1);
        QCOMPARE(m_authority->devices().first().name, u"Dapur Soto"_s);
    }

    void aCodeWorksOnce()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        QVERIFY(m_authority->pair(begin(code, subject()).request(), now));
        const auto again = m_authority->pair(begin(code, subject()).request(), now);
        QCOMPARE(again.error().code, ErrorCode::Unauthorized);
    }

    void aCodeEndsAfterTenMinutes()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        const auto late = m_authority->pair(begin(code, subject()).request(), now + 601);
        QCOMPARE(late.error().code, ErrorCode::Unauthorized);
    }

    void guessingClosesACode()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        auto wrong = begin(code, subject()).request();
        wrong.name = u"someone else"_s; // the proof speaks of another name
        for (int i = 0; i < 20; ++i)
            QCOMPARE(m_authority->pair(wrong, now).error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_authority->pair(begin(code, subject()).request(), now).error().code, ErrorCode::Unauthorized);
    }

    void noCodeMakesAServer()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        QCOMPARE(m_authority->pair(begin(code, subject(u"server"_s)).request(), now).error().code, ErrorCode::Conflict);
        QVERIFY(m_authority->devices().isEmpty());
    }

    void aCodeForAKitchenMakesNoServer()
    {
        const auto code = *m_authority->createCode(u"kitchen"_s, {}, now);
        QCOMPARE(m_authority->pair(begin(code, subject(u"server"_s)).request(), now).error().code, ErrorCode::Conflict);
    }

    void aDeviceOfAnotherStoreIsRefused()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        QCOMPARE(m_authority->pair(begin(code, subject(u"kitchen"_s, u"warung-lain"_s)).request(), now).error().code, ErrorCode::WrongStore);
    }

    void whoeverDoesNotKnowTheCodeCannotAnswerForTheServer()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        const auto pairing = begin(code, subject());
        // A machine in between has an authority of its own, and the request, but not the code.
        QTemporaryDir elsewhere;
        const auto impostor = std::move(*Authority::openOrCreate(elsewhere.path(), u"pasar-saji"_s, m_random, now));
        const auto otherCode = *impostor->createCode({}, {}, now);
        auto answer = *impostor->pair(begin(otherCode, subject()).request(), now);
        QCOMPARE(pairing.finish(answer).error().code, ErrorCode::Unauthorized);
        // Nor may it put its authority into an honest answer.
        auto honest = *m_authority->pair(pairing.request(), now);
        honest.authority = impostor->certificate();
        QCOMPARE(pairing.finish(honest).error().code, ErrorCode::Unauthorized);
    }

    void aScannedCodeAlsoNamesTheAuthority()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        const auto scanned = PairCode::fromText(code.toQrText());
        QCOMPARE(scanned->digits, code.digits);
        QCOMPARE(scanned->fingerprint, m_authority->fingerprint());
        auto other = *scanned;
        other.fingerprint.replace(0, 2, other.fingerprint.startsWith(u"00"_s) ? u"11"_s : u"00"_s);
        const auto pairing = begin(other, subject());
        QCOMPARE(pairing.finish(*m_authority->pair(pairing.request(), now)).error().code, ErrorCode::Unauthorized);
    }

    void codesAreReadAsPeopleTypeThem()
    {
        QCOMPARE(PairCode::fromText(u"4821-9930-1174"_s)->digits, u"482199301174"_s);
        QCOMPARE(PairCode::fromText(u" 4821 9930 1174 "_s)->toString(), u"4821-9930-1174"_s);
        QCOMPARE(PairCode::fromText(u"4821"_s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(PairCode::fromText(u"4821-9930-117x"_s).error().code, ErrorCode::InvalidArgument);
    }

    void theCodeIsWrittenDownNowhere()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        QFile file(keysFolder(m_folder->path()) + u"/authority.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(code.digits.toLatin1()));
        QVERIFY(!begin(code, subject()).request().toJson().contains(code.digits.toLatin1()));
    }

    void requestsAndAnswersTravelAsJson()
    {
        const auto code = *m_authority->createCode({}, {}, now);
        const auto pairing = begin(code, subject());
        const auto request = PairRequest::fromJson(pairing.request().toJson());
        QVERIFY(request);
        const auto answer = PairAnswer::fromJson(m_authority->pair(*request, now)->toJson());
        QVERIFY(answer);
        QVERIFY(pairing.finish(*answer));
        QCOMPARE(PairRequest::fromJson("{}").error().code, ErrorCode::Malformed);
        QCOMPARE(PairAnswer::fromJson("nonsense").error().code, ErrorCode::Malformed);
    }

private:
    SeededRandom m_random{7};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Authority> m_authority;
};

QTEST_GUILESS_MAIN(tst_Pairing)
#include "tst_pairing.moc"
