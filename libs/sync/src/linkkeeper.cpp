// SPDX-License-Identifier: GPL-3.0-or-later
#include <sync/linkkeeper.h>

#include "closeerror.h"
#include "logging.h"
#include "tuning.h"
#include "way.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

class LinkKeeper::Private
{
public:
    Private(LinkKeeper &keeper, const SyncContext &shared, Reach reach, std::unique_ptr<Dialer> socketDialer,
            std::unique_ptr<Dialer> pollingDialer, Random &random);

    void onSocketOpened(SyncSession &session);
    void onSocketFailed(const Error &error, bool isRefusal);
    void onSocketEnded(const CloseReason &reason);
    void onPollingOpened(SyncSession &session);
    void onPollingFailed(const Error &error, bool isRefusal);
    void onPollingEnded(const CloseReason &reason);

    void dialSocketAfter(Milliseconds delay);
    void dialSocket();
    void pollAfter(Milliseconds delay);
    void adopt(SyncSession &session);
    void setMode(LinkMode mode);
    void refresh();
    void count(const SyncSession &session);
    void noteConnect(Milliseconds dialledAt);
    QString who() const;

    LinkKeeper &q;
    const SyncContext context;
    FallbackPolicy policy;
    Backoff pollBackoff;
    Way socket, polling;
    Timer socketTimer, pollTimer;
    LinkStatus status;
    Milliseconds socketOpenedAt{0};
    Milliseconds socketDialledAt{0};
    Milliseconds pollDialledAt{0};
    bool isStarted = false;
    //! What has been counted of the present session, and where the present minute began.
    quint64 countedIn = 0;
    quint64 countedOut = 0;
    quint64 minuteFrom = 0;
    Milliseconds minuteBegan{0};
};

LinkKeeper::Private::Private(LinkKeeper &keeper, const SyncContext &shared, Reach reach, std::unique_ptr<Dialer> socketDialer,
                             std::unique_ptr<Dialer> pollingDialer, Random &random)
    : q(keeper),
      context(shared),
      policy(reach, [&random] { return random.unit(); }),
      pollBackoff(policy.pollPace().onError, [&random] { return random.unit(); }),
      socket(context, reach, std::move(socketDialer),
             {[this](SyncSession &session) { onSocketOpened(session); },
              [this](const Error &error, bool isRefusal) { onSocketFailed(error, isRefusal); },
              [this](const CloseReason &reason) { onSocketEnded(reason); }}),
      polling(context, reach, std::move(pollingDialer),
              {[this](SyncSession &session) { onPollingOpened(session); },
               [this](const Error &error, bool isRefusal) { onPollingFailed(error, isRefusal); },
               [this](const CloseReason &reason) { onPollingEnded(reason); }}),
      socketTimer(context.scheduler),
      pollTimer(context.scheduler)
{
}

QString LinkKeeper::Private::who() const
{
    return context.log.identity().name + u'>' + (status.peer ? status.peer->name : u"?"_s);
}

void LinkKeeper::Private::onSocketOpened(SyncSession &session)
{
    socketOpenedAt = context.clock.steadyNow();
    noteConnect(socketDialledAt);
    pollTimer.stop();
    pollBackoff.reset();
    // Only now: the polling link has carried the orders until the socket could.
    polling.drop({CloseCode::Superseded, u"the socket is up"_s});
    status.lastError.reset();
    status.attempts = 0;
    status.nextTry.reset();
    status.refusedForGood = false;
    adopt(session);
    setMode(LinkMode::Connected);
    emit q.sessionOpened(&session);
}

void LinkKeeper::Private::onSocketFailed(const Error &error, bool isRefusal)
{
    if (!status.lastError || status.lastError->code != error.code)
        qCInfo(lcSync).noquote() << who() << "socket:" << errorWord(error.code) << error.detail;
    status.lastError = error;
    ++status.figures.errors;
    status.refusedForGood = isRefusal;
    if (isRefusal) {
        // It would refuse the same node by polling too.
        pollTimer.stop();
        dialSocketAfter(tuning::refusedDelay);
    } else {
        dialSocketAfter(policy.nextSocketDelay());
        if (polling.isIdle() && !pollTimer.isActive())
            pollAfter(policy.pollingAfter());
    }
    emit q.statusChanged();
}

void LinkKeeper::Private::onSocketEnded(const CloseReason &reason)
{
    policy.socketLasted(context.clock.steadyNow() - socketOpenedAt);
    setMode(LinkMode::Disconnected);
    onSocketFailed(errorFromClose(reason), isRefusal(reason.code));
}

void LinkKeeper::Private::onPollingOpened(SyncSession &session)
{
    pollBackoff.reset();
    noteConnect(pollDialledAt);
    status.refusedForGood = false;
    adopt(session);
    setMode(LinkMode::Polling);
    emit q.sessionOpened(&session);
}

void LinkKeeper::Private::onPollingFailed(const Error &error, bool isRefusal)
{
    // The socket knows whether anybody took its connection; a request that times out does not.
    if (error.code != ErrorCode::TimedOut || !status.lastError || status.lastError->code != ErrorCode::Unreachable)
        status.lastError = error;
    ++status.figures.errors;
    status.refusedForGood = isRefusal;
    pollAfter(isRefusal ? tuning::refusedDelay : pollBackoff.next());
    emit q.statusChanged();
}

void LinkKeeper::Private::onPollingEnded(const CloseReason &reason)
{
    setMode(LinkMode::Disconnected);
    // Superseded: the peer has said hello on our socket, whose answer is on its way.
    if (reason.code != CloseCode::Superseded) {
        status.lastError = errorFromClose(reason);
        ++status.figures.errors;
    }
    pollAfter(isRefusal(reason.code) ? tuning::refusedDelay : pollBackoff.next());
    emit q.statusChanged();
}

void LinkKeeper::Private::dialSocketAfter(Milliseconds delay)
{
    status.nextTry = context.clock.steadyNow() + delay;
    socketTimer.start(delay, [this] { dialSocket(); });
}

void LinkKeeper::Private::dialSocket()
{
    ++status.attempts;
    status.nextTry.reset();
    socketDialledAt = context.clock.steadyNow();
    socket.dial();
}

void LinkKeeper::Private::pollAfter(Milliseconds delay)
{
    if (!polling.exists())
        return;
    pollTimer.start(delay, [this] {
        if (socket.isOpen())
            return;
        pollDialledAt = context.clock.steadyNow();
        polling.dial();
    });
}

void LinkKeeper::Private::adopt(SyncSession &session)
{
    status.peer = session.peer();
    countedIn = countedOut = 0;
    QObject::connect(&session, &SyncSession::reported, &q, &LinkKeeper::reported);
    QObject::connect(&session, &SyncSession::boardHeard, &q, &LinkKeeper::boardHeard);
    QObject::connect(&session, &SyncSession::peerProgressed, &q, &LinkKeeper::statusChanged);
}

void LinkKeeper::Private::setMode(LinkMode mode)
{
    refresh();
    const auto now = context.clock.steadyNow();
    if (mode == LinkMode::Disconnected) {
        status.connectedSince.reset();
        status.disconnectedSince = now;
        status.roundTrip = Milliseconds(0);
    } else if (!status.connectedSince) {
        status.connectedSince = now;
        status.disconnectedSince.reset();
    }
    if (status.mode != mode)
        qCInfo(lcSync).noquote() << who()
                                 << (mode == LinkMode::Connected ? "connected"
                                     : mode == LinkMode::Polling ? "polling"
                                                                 : "disconnected");
    status.mode = mode;
    emit q.statusChanged();
}

void LinkKeeper::Private::refresh()
{
    const auto *session = q.session();
    if (!session)
        return;
    status.lastHeard = session->lastHeard();
    status.roundTrip = session->roundTrip();
    status.peerHas = session->peerHas();
    status.pingEvery = session->pingEvery();
    status.figures.pollEvery = session->pollEvery();
    count(*session);
}

void LinkKeeper::Private::count(const SyncSession &session)
{
    auto &figures = status.figures;
    figures.framesIn += session.framesIn() - countedIn;
    figures.framesOut += session.framesOut() - countedOut;
    countedIn = session.framesIn();
    countedOut = session.framesOut();
    const auto now = context.clock.steadyNow();
    const auto all = figures.framesIn + figures.framesOut;
    if (now - minuteBegan < tuning::figuresEvery)
        return;
    if (minuteBegan.count() > 0)
        figures.framesPerMinute = double(all - minuteFrom) * 60'000.0 / double((now - minuteBegan).count());
    minuteBegan = now;
    minuteFrom = all;
}

void LinkKeeper::Private::noteConnect(Milliseconds dialledAt)
{
    auto &figures = status.figures;
    ++figures.connects;
    figures.connectTime = context.clock.steadyNow() - dialledAt;
    figures.slowestConnect = std::max(figures.slowestConnect, figures.connectTime);
}

LinkKeeper::LinkKeeper(const SyncContext &context, Reach reach, std::unique_ptr<Dialer> socket, std::unique_ptr<Dialer> polling,
                       Random &random, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, context, reach, std::move(socket), std::move(polling), random))
{
}

LinkKeeper::~LinkKeeper() = default;

void LinkKeeper::start()
{
    if (d->isStarted)
        return;
    d->isStarted = true;
    d->status.disconnectedSince = d->context.clock.steadyNow();
    if (d->socket.exists()) {
        d->dialSocket();
        return;
    }
    d->pollDialledAt = d->context.clock.steadyNow();
    d->polling.dial();
}

void LinkKeeper::knock()
{
    if (!d->isStarted) {
        start();
        return;
    }
    if (d->socket.isIdle()) {
        d->socketTimer.stop();
        d->dialSocket();
    }
    if (!d->socket.isOpen() && d->polling.isIdle() && d->pollTimer.isActive()) {
        d->pollTimer.stop();
        d->pollDialledAt = d->context.clock.steadyNow();
        d->polling.dial();
    }
}

const LinkStatus &LinkKeeper::status() const
{
    d->refresh();
    return d->status;
}

SyncSession *LinkKeeper::session() const
{
    return d->socket.isOpen() ? d->socket.session() : d->polling.session();
}

} // namespace saji
