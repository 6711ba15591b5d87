// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/pairingrelay.h>
#include <testkit/pairedhouse.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! The way to the server: what goes by is kept, and answered when the test says so.
struct Wire
{
    struct Post
    {
        QString path;
        QByteArray body;
        HttpClient::Answer answer;
    };

    QList<Post> posts;
    bool isThere = true;

    std::unique_ptr<HttpPoster> poster()
    {
        struct Taker final : HttpPoster
        {
            explicit Taker(Wire &wire) : m_wire(wire) {}
            void post(const QString &path, const QByteArray &body, HttpClient::Answer answer) override
            {
                m_wire.posts.append({path, body, std::move(answer)});
            }
            Wire &m_wire;
        };
        return isThere ? std::make_unique<Taker>(*this) : nullptr;
    }
};

} // namespace

//! A hub between a new device and the authority, and what it can and cannot do there.
class tst_PairingRelay : public QObject
{
    Q_OBJECT

    struct Reply
    {
        int status = 0;
        QByteArray body;
    };

    std::shared_ptr<Reply> ask(const QByteArray &body)
    {
        HttpRequest request;
        request.method = "POST";
        request.path = u"/api/devices/pair/"_s;
        request.body = body;
        const auto reply = std::make_shared<Reply>();
        m_relay->pair(request, [reply](const HttpResponse &response) { *reply = {response.status, response.body}; });
        return reply;
    }

    //! What the server makes of what has reached it.
    HttpReply answered(const QByteArray &body)
    {
        const auto asked = PairRequest::fromJson(body);
        const auto answer = asked ? m_house->authority().pair(*asked, PairedHouse::now()) : Result<PairAnswer>(asked.error());
        return answer ? HttpReply{200, answer->toJson(), {}} : HttpReply{403, HttpResponse::error(403, errorWord(answer.error().code), answer.error().detail).body, {}};
    }

    PairCode code() { return *m_house->authority().createCode({}, {}, PairedHouse::now()); }
    static Pairing pairingBy(const PairCode &code)
    {
        return *Pairing::begin(code, {PairedHouse::device(7), u"kitchen"_s, u"pasar-saji"_s}, u"Dapur"_s);
    }

private slots:
    void init()
    {
        m_house = std::make_unique<PairedHouse>();
        m_wire = Wire();
        m_relay = std::make_unique<PairingRelay>([this] { return m_wire.poster(); });
    }

    void aDeviceIsPairedThroughIt()
    {
        const auto pairing = pairingBy(code());
        const auto reply = ask(pairing.request().toJson());
        QCOMPARE(reply->status, 0); // the server has not said anything yet
        QCOMPARE(m_wire.posts.constFirst().path, u"/api/devices/pair/"_s);
        m_wire.posts.constFirst().answer(answered(m_wire.posts.constFirst().body));
        QCOMPARE(reply->status, 200);
        const auto credentials = pairing.finish(*PairAnswer::fromJson(reply->body));
        QVERIFY2(credentials, credentials ? "" : qPrintable(credentials.error().detail));
        QCOMPARE(credentials->authority, m_house->authority().certificate());
    }

    void theCodeIsInNothingThatGoesBy()
    {
        const auto secret = code();
        const auto pairing = pairingBy(secret);
        const auto reply = ask(pairing.request().toJson());
        const auto seen = m_wire.posts.constFirst().body;
        m_wire.posts.constFirst().answer(answered(seen));
        const auto key = secret.key();
        for (const auto &passed : {seen, reply->body}) {
            for (const auto &word : {secret.digits.toLatin1(), secret.toString().toLatin1(), key, key.toHex(), key.toBase64()})
                QVERIFY(!passed.contains(word));
        }
    }

    void nothingButTheFourWordsOfPairingGetsThrough()
    {
        auto fields = QJsonDocument::fromJson(pairingBy(code()).request().toJson()).object();
        fields.insert(u"id"_s, u"x"_s);
        fields.insert(u"path"_s, u"/api/devices/renew/"_s);
        (void)ask(QJsonDocument(fields).toJson());
        const auto passed = QJsonDocument::fromJson(m_wire.posts.constFirst().body).object();
        QCOMPARE(passed.keys(), (QStringList{u"csr"_s, u"kind"_s, u"name"_s, u"proof"_s}));
    }

    void aHubThatPutsInAnotherKeyGetsNoCertificate()
    {
        const auto pairing = pairingBy(code());
        auto swapped = pairing.request();
        swapped.certificateRequest = *makeCertificateRequest(*makeKey(), {PairedHouse::device(7), u"kitchen"_s, u"pasar-saji"_s});
        QCOMPARE(answered(swapped.toJson()).status, 403);
        auto renamed = pairing.request();
        renamed.kind = u"admin"_s;
        QCOMPARE(answered(renamed.toJson()).status, 403);
        // And it has not used the code up: the device itself is still taken.
        QCOMPARE(answered(pairing.request().toJson()).status, 200);
    }

    void aHubThatPutsInAnotherAuthorityIsNotBelieved()
    {
        const auto secret = code();
        const auto pairing = pairingBy(secret);
        const auto good = *PairAnswer::fromJson(answered(pairing.request().toJson()).body);
        PairedHouse elsewhere;
        auto swapped = good;
        swapped.authority = elsewhere.authority().certificate();
        QCOMPARE(pairing.finish(swapped).error().code, ErrorCode::Unauthorized);
        auto shortened = good;
        shortened.revocations += "x";
        QCOMPARE(pairing.finish(shortened).error().code, ErrorCode::Unauthorized);
        // The answer to one code says nothing to who has asked by another.
        QCOMPARE(pairingBy(code()).finish(good).error().code, ErrorCode::Unauthorized);
        QVERIFY(pairing.finish(good));
    }

    void whatTheServerRefusesIsHandedOn()
    {
        const auto reply = ask(pairingBy(PairCode{u"111122223333"_s, {}}).request().toJson());
        m_wire.posts.constFirst().answer(answered(m_wire.posts.constFirst().body));
        QCOMPARE(reply->status, 403);
        QVERIFY(reply->body.contains("there is no such code"));
    }

    void aServerThatIsAwayIsSaid()
    {
        const auto request = pairingBy(code()).request().toJson();
        const auto reply = ask(request);
        m_wire.posts.constFirst().answer(Error{ErrorCode::TimedOut, u"no answer"_s});
        QCOMPARE(reply->status, 503);
        QVERIFY(reply->body.contains(errorWord(ErrorCode::Unreachable).data()));
        m_wire.isThere = false;
        QCOMPARE(ask(request)->status, 503);
    }

    void nonsenseAndLongTalesStayHere()
    {
        QCOMPARE(ask("{}")->status, 400);
        QCOMPARE(ask("\xff\xfe nonsense")->status, 400);
        auto fields = QJsonDocument::fromJson(pairingBy(code()).request().toJson()).object();
        fields.insert(u"csr"_s, QString(64 * 1024, u'x'));
        QCOMPARE(ask(QJsonDocument(fields).toJson())->status, 413);
        QVERIFY(m_wire.posts.isEmpty());
    }

    void anAnswerThatIsNoneIsNotHandedOn()
    {
        const auto request = pairingBy(code()).request().toJson();
        for (const auto &body : {QByteArray("<html>"), '{' + QByteArray(1024 * 1024, ' ') + '}'}) {
            const auto reply = ask(request);
            m_wire.posts.constLast().answer(HttpReply{200, body, {}});
            QCOMPARE(reply->status, 503);
        }
    }

    void aFewAtATimeAndTheOthersTakeTurns()
    {
        const auto request = pairingBy(code()).request().toJson();
        QList<std::shared_ptr<Reply>> replies;
        for (int i = 0; i < 5; ++i)
            replies.append(ask(request));
        QCOMPARE(m_wire.posts.size(), 4);
        QCOMPARE(replies.constLast()->status, 429);
        m_wire.posts.constFirst().answer(Error{ErrorCode::LinkClosed, {}});
        QCOMPARE(replies.constFirst()->status, 503);
        QCOMPARE(ask(request)->status, 0); // there is room again
        QCOMPARE(m_wire.posts.size(), 5);
    }

private:
    Wire m_wire;
    std::unique_ptr<PairedHouse> m_house;
    std::unique_ptr<PairingRelay> m_relay;
};

QTEST_GUILESS_MAIN(tst_PairingRelay)
#include "tst_pairingrelay.moc"
