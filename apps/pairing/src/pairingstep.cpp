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
//! The same for a hub that is the second choice, while a person waits.
constexpr Milliseconds hubWithin = 5s;
//! Two beacons: a server on the same network is heard by then.
constexpr Milliseconds serverIsHeardWithin = 2500ms;

Error errorIn(const HttpReply &reply, bool isHub)
{
    const auto error = QJsonDocument::fromJson(reply.body).object().value("error"_L1).toObject();
    const auto words = error.value("message"_L1).toString();
    const auto code = error.value("code"_L1).toString();
    if (reply.status == 404 && isHub)
        return {ErrorCode::Refused, u"the hub passes no pairing on: it is not paired itself, or of an earlier version"_s};
    if (reply.status == 404)
        return {ErrorCode::Refused, u"this server pairs no devices: make a code there first (saji-server pair-code create)"_s};
    for (const auto known : {ErrorCode::Unauthorized, ErrorCode::WrongStore, ErrorCode::Conflict, ErrorCode::Malformed, ErrorCode::Unreachable}) {
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
    m_self = who->device;
    m_isHub = false;
    if (!m_order.server.isEmpty())
        askAt(m_order.server, false);
    else if (!m_order.hub.isEmpty())
        askAt(m_order.hub, true);
    else
        find();
}

void PairingStep::find(const std::optional<Error> &why)
{
    m_discovery = makeDiscovery(m_order.discovery, m_clock, m_scheduler, m_random);
    connect(m_discovery.get(), &Discovery::seen, this, [this, hubOnly = why.has_value()](const Sighting &device) { see(device, hubOnly); });
    m_patience.start(why ? hubWithin : foundWithin, [this, why] {
        m_discovery.reset();
        fail(why.value_or(Error{ErrorCode::Unreachable,
                                u"no server of the store \"%1\" and no hub was found on this network; name the server with --server"_s.arg(m_order.store)}));
    });
    // Nobody can dial this device yet.
    m_discovery->announce({m_self, QString(nodeKindWord(m_order.kind)), m_order.store, 0});
}

void PairingStep::see(const Sighting &device, bool hubOnly)
{
    const bool isHub = device.device.kind == nodeKindWord(NodeKind::Hub);
    if (isHub && !hubOnly) {
        // A server that is here, too, is asked without anybody between.
        if (!m_settling.isActive())
            m_settling.start(serverIsHeardWithin, [this, url = device.url()] { askAt(url, true); });
        return;
    }
    if (isHub || (!hubOnly && device.device.kind == nodeKindWord(NodeKind::Server)))
        askAt(device.url(), isHub);
}

void PairingStep::askAt(const QUrl &place, bool isHub)
{
    // It may be speaking; and once found there is no more to look for.
    if (m_discovery)
        m_discovery.release()->deleteLater();
    m_patience.stop();
    m_settling.stop();
    m_place = place;
    m_place.setScheme(u"https"_s);
    m_isHub = isHub;
    m_busyAnswers = 0;
    ask();
}

void PairingStep::ask()
{
    m_poster = makeHttpPoster(m_place, nullptr);
    m_poster->post(u"/api/devices/pair/"_s, m_pairing->request().toJson(), [this](const Result<HttpReply> &reply) { take(reply); });
}

//! Only when nobody was there: what a server has answered holds.
bool PairingStep::mayAskAHub(const Error &error) const
{
    using enum ErrorCode;
    const bool isAway = error.code == Unreachable || error.code == NotFound || error.code == TimedOut || error.code == LinkClosed;
    return isAway && !m_isHub && (!m_order.hub.isEmpty() || m_order.discovery.where != DiscoveryOptions::Where::Off);
}

void PairingStep::askAHub(const Error &why)
{
    if (!m_order.hub.isEmpty()) {
        askAt(m_order.hub, true);
        return;
    }
    m_poster.reset();
    find(why);
}

void PairingStep::take(const Result<HttpReply> &reply)
{
    if (reply && reply->status == 429 && ++m_busyAnswers < mostTurns) {
        QTimer::singleShot(turnAfter, this, &PairingStep::ask);
        return;
    }
    if (!reply && mayAskAHub(reply.error())) {
        askAHub(reply.error());
        return;
    }
    if (!reply || reply->status != 200) {
        fail(reply ? errorIn(*reply, m_isHub) : reply.error());
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
