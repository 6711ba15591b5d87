// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/syncsession.h>

#include "exchangepump.h"
#include "handshake.h"
#include "heartbeat.h"
#include "logging.h"
#include "ownpast.h"
#include "statusreport.h"
#include "tuning.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace saji {

class SyncSession::Private
{
public:
    Private(SyncSession &session, const SyncContext &shared, std::shared_ptr<Link> opened, Reach reach);
    ~Private();

    void onReceived(const QByteArray &bytes);
    void take(const HelloFrame &frame);
    void take(const ExchangeFrame &frame);
    void take(const CatalogFrame &frame);
    void take(const PingFrame &frame);
    void take(const PongFrame &frame);

    void onGrown();
    void onDrained();
    void onClosed(const CloseReason &reason);
    void pump();
    void sendNews();
    void send(const Frame &frame)
    {
        ++framesOut;
        link->send(encodeFrame(frame));
    }
    void close(CloseCode code, const QString &text) { close(CloseReason{code, text}); }
    void close(const CloseReason &reason);
    void closeFor(const Error &error);

    void raisePeer(const VersionVector &has);
    void claimPast();
    bool isOwnPastIntact(const PastClaim &claim);
    bool isStar() const { return hello.kind == NodeKind::Hub || hello.kind == NodeKind::Server; }
    QString who() const { return hello.name + u'>' + (peer ? peer->name : link->peerName()); }

    SyncSession &q;
    const SyncContext context;
    const std::shared_ptr<Link> link;
    const HelloFrame hello;
    std::optional<HelloFrame> peer;
    VersionVector has;
    VersionVector peerFloor; //!< what it has trimmed and we lack
    CatalogVersion peerCatalog;
    ExchangePump exchange;
    Heartbeat heartbeat;
    Timer helloTimer, newsTimer, forwardTimer;
    StatusReport report;
    Milliseconds pingEvery{0};
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    std::optional<CloseReason> closing; //!< what we have closed it for
    bool isWaitingForPast = false;      //!< nothing is sent before the peer has said what it knows of our own past
    bool isPumping = false;
    bool isPaused = false; //!< the link was full
    bool hasEnded = false;
};

SyncSession::Private::Private(SyncSession &session, const SyncContext &shared, std::shared_ptr<Link> opened, Reach reach)
    : q(session),
      context(shared),
      link(std::move(opened)),
      hello(ownHello(context, wishedPing(link->kind(), reach))),
      exchange(context.log, hello.have),
      heartbeat(context.clock, context.scheduler,
                {[this](quint64 number) {
                     send(PingFrame{number, report.next(who()), context.board ? context.board() : std::nullopt});
                 },
                 [this] { close(CloseCode::Silent, u"nothing was heard for %1 pings"_s.arg(tuning::pingsUntilDead)); }}),
      helloTimer(context.scheduler),
      newsTimer(context.scheduler),
      forwardTimer(context.scheduler),
      report([this] { return context.report && peer ? context.report(peer->kind) : QByteArray(); })
{
}

SyncSession::Private::~Private()
{
    QObject::disconnect(link.get(), nullptr, &q, nullptr);
    if (link->isOpen())
        link->close({CloseCode::Normal, u"%1 is done with this link"_s.arg(hello.name)});
}

void SyncSession::Private::onReceived(const QByteArray &bytes)
{
    if (hasEnded || closing)
        return;
    heartbeat.heard();
    ++framesIn;
    const auto frame = decodeFrame(bytes);
    if (!frame) {
        qCDebug(lcSync).noquote() << who() << frame.error().detail;
        // What a newer peer says beyond our words is for others.
        if (frame.error().code != ErrorCode::UnsupportedVersion)
            close(CloseCode::Protocol, frame.error().detail);
        return;
    }
    if (!peer && !std::holds_alternative<HelloFrame>(*frame)) {
        close(CloseCode::Protocol, u"the first frame is no hello"_s);
        return;
    }
    const QPointer<SyncSession> alive(&q);
    std::visit([this](const auto &known) { take(known); }, *frame);
    if (alive && !hasEnded)
        emit q.heard();
}

void SyncSession::Private::take(const HelloFrame &frame)
{
    if (peer) {
        close(CloseCode::Protocol, u"a second hello"_s);
        return;
    }
    if (const auto no = refusal(hello, frame, link->provenPeer())) {
        qCWarning(lcSync).noquote() << who() << no->text;
        close(*no);
        return;
    }
    peer = frame;
    peerCatalog = frame.catalog;
    has = frame.have;
    exchange.setPeer(frame.origin, frame.kind);
    exchange.peerHas(frame.have);
    isWaitingForPast = frame.have.upTo(hello.origin) > 0;
    helloTimer.stop();
    qCInfo(lcSync).noquote() << who() << "identified," << (link->kind() == LinkKind::Polling ? "by polling," : "by socket,") << "lacks"
                             << has.lagBehind(context.log.have()) << "events, has" << context.log.have().lagBehind(has) << "news";
    claimPast();
    if (hasEnded || closing)
        return;
    const QPointer<SyncSession> alive(&q);
    emit q.identified(*peer);
    if (!alive || hasEnded || closing)
        return;
    pingEvery = std::clamp(std::max(hello.pingEvery, frame.pingEvery), tuning::fastestPing, tuning::slowestPing);
    heartbeat.start(pingEvery);
    // Our hello was on its way while the menu changed, and whoever was not known yet could not be told.
    if (context.catalog.version() != hello.catalog)
        q.announceCatalog();
    pump();
    if (alive && !hasEnded && !isWaitingForPast)
        emit q.ownPastConfirmed();
    if (alive && !hasEnded)
        emit q.peerProgressed(has);
}

void SyncSession::Private::claimPast()
{
    if (context.log.have().upTo(peer->origin) == 0)
        return;
    const auto claim = claimPastOf(context.log, peer->origin, peer->have.upTo(peer->origin));
    if (!claim) {
        closeFor(claim.error());
        return;
    }
    send(ExchangeFrame{{}, {}, *claim, {}});
}

bool SyncSession::Private::isOwnPastIntact(const PastClaim &claim)
{
    const auto verdict = judgeOwnPast(context.log, claim);
    if (!verdict) {
        closeFor(verdict.error());
        return false;
    }
    if (verdict->isIntact)
        return true;
    qCWarning(lcSync).noquote() << who() << "the peer has" << claim.upTo << "events of ours, we have" << context.log.ownSeq() << "and share"
                                << verdict->sharedUpTo;
    const QPointer<SyncSession> alive(&q);
    emit q.ownPastMissing(claim.upTo);
    if (!alive || hasEnded)
        return false;
    // Every session of this node ends by originChanged, this one too.
    if (const auto adopted = context.log.adoptOwnPast(verdict->sharedUpTo, context.random); !adopted)
        closeFor(adopted.error());
    return false;
}

void SyncSession::Private::take(const ExchangeFrame &frame)
{
    if (frame.yourPast && !isOwnPastIntact(*frame.yourPast))
        return;
    const bool isTold = frame.yourPast.has_value();
    const bool hasWaited = std::exchange(isWaitingForPast, false);
    // Who sends an event has it: known before it is merged, so that nothing goes back to where it came from.
    auto shown = frame.have;
    QList<Event> events;
    const auto now = context.log.now();
    for (const auto &shipped : frame.events) {
        shown.raise(shipped.event.stamp.origin, shipped.event.stamp.seq);
        events.append(shipped.event);
        events.last().bornAt = now - shipped.age;
    }
    peerFloor.merge(frame.floor);
    const QPointer<SyncSession> alive(&q);
    raisePeer(shown);
    if (!alive || hasEnded || closing)
        return;
    if (!events.isEmpty()) {
        const auto merged = context.log.merge(events, peerFloor);
        if (!alive || hasEnded || closing)
            return;
        if (!merged) {
            closeFor(merged.error());
            return;
        }
        // The peer took our hello at its word, so a gap means that one of us lost something since: the next hello tells the truth.
        if (merged->deferred > 0) {
            close(CloseCode::Protocol, u"%1 events came after a gap"_s.arg(merged->deferred));
            return;
        }
    }
    if (hasWaited && isTold)
        emit q.ownPastConfirmed();
    if (alive && !hasEnded && hasWaited)
        pump();
}

void SyncSession::Private::take(const CatalogFrame &frame)
{
    peerCatalog = frame.catalog;
    emit q.peerCatalogChanged(frame.catalog);
}

void SyncSession::Private::take(const PingFrame &frame)
{
    send(PongFrame{frame.number});
    const QPointer<SyncSession> alive(&q);
    if (!frame.report.isEmpty())
        emit q.reported(frame.report);
    if (alive && frame.board)
        emit q.boardHeard(*frame.board);
}

void SyncSession::Private::take(const PongFrame &frame)
{
    heartbeat.answered(frame.number);
}

void SyncSession::Private::raisePeer(const VersionVector &shown)
{
    if (has.covers(shown))
        return;
    has.merge(shown);
    exchange.peerHas(shown);
    emit q.peerProgressed(has);
}

void SyncSession::Private::onGrown()
{
    if (!peer || hasEnded || closing)
        return;
    if (isStar() || exchange.hasOwnNews()) {
        pump();
        return;
    }
    if (!forwardTimer.isActive())
        forwardTimer.start(tuning::forwardDelay, [this] { pump(); });
    if (!newsTimer.isActive())
        newsTimer.start(tuning::ackDelay, [this] { sendNews(); });
}

void SyncSession::Private::onDrained()
{
    // Links say so after every frame; what waits for its moment goes on waiting.
    if (isPaused && link->backlog() < tuning::maxBacklogBytes)
        pump();
}

void SyncSession::Private::pump()
{
    // A link that fills up or breaks inside `send` may call back.
    if (isPumping || isWaitingForPast || !peer)
        return;
    isPumping = true;
    isPaused = false;
    const QPointer<SyncSession> alive(&q);
    while (alive && !hasEnded && !closing) {
        if (link->backlog() >= tuning::maxBacklogBytes) {
            isPaused = true;
            break;
        }
        const auto frame = exchange.next();
        if (!frame) {
            isPumping = false;
            closeFor(frame.error());
            return;
        }
        if (!*frame)
            break;
        send(**frame);
    }
    if (alive)
        isPumping = false;
}

void SyncSession::Private::sendNews()
{
    // A paused pump takes the news along when it goes on.
    if (isWaitingForPast || hasEnded || closing || isPaused)
        return;
    if (const auto frame = exchange.nextHave())
        send(*frame);
}

void SyncSession::Private::close(const CloseReason &reason)
{
    if (hasEnded || closing)
        return;
    closing = reason;
    heartbeat.stop();
    link->close(reason);
}

void SyncSession::Private::closeFor(const Error &error)
{
    qCWarning(lcSync).noquote() << who() << error.detail;
    switch (error.code) {
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge: close(CloseCode::Protocol, error.detail); return;
    default: close(CloseCode::GoingAway, error.detail);
    }
}

void SyncSession::Private::onClosed(const CloseReason &reason)
{
    if (hasEnded)
        return;
    hasEnded = true;
    heartbeat.stop();
    helloTimer.stop();
    newsTimer.stop();
    forwardTimer.stop();
    const auto why = closing.value_or(reason);
    qCInfo(lcSync).noquote() << who() << "ended:" << int(why.code) << why.text;
    emit q.ended(why);
}

SyncSession::SyncSession(const SyncContext &context, std::shared_ptr<Link> link, QObject *parent, Reach reach)
    : QObject(parent), d(std::make_unique<Private>(*this, context, std::move(link), reach))
{
    connect(d->link.get(), &Link::received, this, [this](const QByteArray &bytes) { d->onReceived(bytes); });
    connect(d->link.get(), &Link::drained, this, [this] { d->onDrained(); });
    connect(d->link.get(), &Link::closed, this, [this](const CloseReason &reason) { d->onClosed(reason); });
    connect(&context.log, &EventLog::grown, this, [this] { d->onGrown(); });
    connect(&context.log, &EventLog::originChanged, this,
            [this] { d->close(CloseCode::Normal, u"%1 goes on under a new epoch"_s.arg(d->hello.name)); });
    if (!d->link->isOpen()) {
        d->helloTimer.start(Milliseconds(0), [this] { d->onClosed({CloseCode::Abnormal, u"the link broke before a word was said"_s}); });
        return;
    }
    d->helloTimer.start(tuning::helloTimeout, [this] { d->close(CloseCode::Silent, u"no hello came"_s); });
    d->send(d->hello);
}

SyncSession::~SyncSession() = default;

const std::optional<HelloFrame> &SyncSession::peer() const
{
    return d->peer;
}

const VersionVector &SyncSession::peerHas() const
{
    return d->has;
}

LinkKind SyncSession::linkKind() const
{
    return d->link->kind();
}

Milliseconds SyncSession::lastHeard() const
{
    return d->heartbeat.lastHeard();
}

Milliseconds SyncSession::lastAnswered() const
{
    return d->heartbeat.lastAnswered();
}

Milliseconds SyncSession::roundTrip() const
{
    return d->heartbeat.roundTrip();
}

Milliseconds SyncSession::pingEvery() const
{
    return d->pingEvery;
}

Milliseconds SyncSession::pollEvery() const
{
    return d->link->pollEvery();
}

quint64 SyncSession::framesIn() const
{
    return d->framesIn;
}

quint64 SyncSession::framesOut() const
{
    return d->framesOut;
}

CatalogVersion SyncSession::peerCatalog() const
{
    return d->peerCatalog;
}

void SyncSession::close(const CloseReason &reason)
{
    d->close(reason);
}

void SyncSession::announceCatalog()
{
    if (d->peer && !d->hasEnded && !d->closing)
        d->send(CatalogFrame{d->context.catalog.version()});
}

} // namespace saji
