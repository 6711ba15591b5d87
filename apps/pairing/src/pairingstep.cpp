// SPDX-License-Identifier: GPL-3.0-or-later
#include <pairkit/pairingstep.h>

#include <store/recovery.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <chrono>

namespace saji {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace {

//! The server takes one try a second from one address; devices that start together take turns.
constexpr auto turnAfter = 1100ms;
constexpr int mostTurns = 10;
//! A beacon comes every second, and some are lost.
constexpr Milliseconds foundWithin = 10s;

Error errorIn(const HttpReply &reply)
{
    const auto error = QJsonDocument::fromJson(reply.body).object().value("error"_L1).toObject();
    const auto words = error.value("message"_L1).toString();
    const auto code = error.value("code"_L1).toString();
    if (reply.status == 404)
        return {ErrorCode::Refused, u"this server pairs no devices: make a code there first (saji-server pair-code create)"_s};
    for (const auto known : {ErrorCode::Unauthorized, ErrorCode::WrongStore, ErrorCode::Conflict, ErrorCode::Malformed}) {
        if (code == errorWord(known))
            return {known, words};
    }
    return {ErrorCode::Refused, u"status %1 %2"_s.arg(reply.status).arg(words)};
}

} // namespace

PairingStep::PairingStep(PairingOrder order, QObject *parent) : QObject(parent), m_order(std::move(order)) {}

PairingStep::~PairingStep() = default;

Result<Subject> PairingStep::subject() const
{
    // The folder is closed again at once: the engine opens it when the device is paired.
    SystemRandom random;
    const auto opened = openOrRecover(m_order.dataFolder, m_clock, random);
    if (!opened)
        return opened.error();
    const auto identity = loadIdentity(*opened->database, m_order.kind, m_order.name, m_order.store, m_clock, random);
    if (!identity)
        return identity.error();
    return Subject{identity->origin.device, QString(nodeKindWord(m_order.kind)), m_order.store};
}

void PairingStep::begin(const PairCode &code)
{
    if (isUnderWay())
        return;
    const auto who = subject();
    if (!who) {
        fail(who.error());
        return;
    }
    auto pairing = Pairing::begin(code, *who, m_order.name);
    if (!pairing) {
        fail(pairing.error());
        return;
    }
    m_pairing = std::move(*pairing);
    m_busyAnswers = 0;
    if (m_order.server.isEmpty())
        findServer(who->device);
    else
        ask();
}

void PairingStep::findServer(const DeviceId &self)
{
    m_discovery = makeDiscovery(m_order.discovery, m_clock, m_scheduler, m_random);
    connect(m_discovery.get(), &Discovery::seen, this, [this](const Sighting &device) {
        if (device.device.kind != nodeKindWord(NodeKind::Server))
            return;
        m_order.server = device.url();
        // It is speaking; and once found there is no more to look for.
        m_discovery.release()->deleteLater();
        m_patience.stop();
        ask();
    });
    m_patience.start(foundWithin, [this] {
        m_discovery.reset();
        fail({ErrorCode::Unreachable, u"no server of the store \"%1\" was found on this network; name it with --server"_s.arg(m_order.store)});
    });
    // Nobody can dial this device yet.
    m_discovery->announce({self, QString(nodeKindWord(m_order.kind)), m_order.store, 0});
}

void PairingStep::ask()
{
    auto server = m_order.server;
    server.setScheme(u"https"_s);
    m_poster = makeHttpPoster(server, nullptr);
    m_poster->post(u"/api/devices/pair/"_s, m_pairing->request().toJson(), [this](const Result<HttpReply> &reply) { take(reply); });
}

void PairingStep::take(const Result<HttpReply> &reply)
{
    if (reply && reply->status == 429 && ++m_busyAnswers < mostTurns) {
        QTimer::singleShot(turnAfter, this, &PairingStep::ask);
        return;
    }
    if (!reply || reply->status != 200) {
        fail(reply ? errorIn(*reply) : reply.error());
        return;
    }
    const auto answer = PairAnswer::fromJson(reply->body);
    const auto credentials = answer ? m_pairing->finish(*answer) : Result<Credentials>(answer.error());
    if (!credentials) {
        fail(credentials.error());
        return;
    }
    if (const auto kept = saveCredentials(m_order.dataFolder, *credentials); !kept) {
        fail(kept.error());
        return;
    }
    if (!answer->revocations.isEmpty())
        (void)saveRevocations(m_order.dataFolder, answer->revocations); // else they are heard with the first link
    m_poster.reset();
    emit done();
}

void PairingStep::fail(const Error &error)
{
    m_poster.reset();
    // Never from inside begin().
    QMetaObject::invokeMethod(this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

} // namespace saji
