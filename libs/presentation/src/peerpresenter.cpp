// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/peerpresenter.h>

#include <presentation/menuwords.h>
#include <presentation/peerwords.h>
#include <presentation/storagewords.h>

#include "devicenames.h"
#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

using namespace std::chrono_literals;

int rank(PeerRole role)
{
    switch (role) {
    case PeerRole::Kiosk: return 0;
    case PeerRole::Hub: return 1;
    case PeerRole::Server: return 2;
    case PeerRole::Kitchen:
    case PeerRole::Admin: break;
    }
    return 3;
}

bool isAlive(PeerLampKind kind)
{
    return kind == PeerLampKind::Ok || kind == PeerLampKind::Polling;
}

// Orders come from there without anybody between; who is only reported is no way of ours.
bool isWay(const PeerView &peer)
{
    return peer.direct;
}

} // namespace

struct PeerPresenter::Worries
{
    QList<PeerView> ways; // to hub and server, as far as this device has them
    QList<PeerView> deadWays;
    QList<PeerView> silentKiosks;
    QStringList healthy; // names
    bool onlyPolling = true;
    bool anyWay = false;
};

PeerPresenter::PeerPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent)
    : QObject(parent), m_clock(clock), m_language(language), m_startedAt(clock.steadyNow()), m_tick(scheduler)
{
    m_menu.menu = std::make_shared<const Menu>();
    connect(&m_language, &LanguageSwitch::changed, this, [this] {
        judge();
        emit ticked();
    });
    m_tick.start(tuning::lampsEvery, [this] { tick(); });
}

void PeerPresenter::attach(SyncService &service)
{
    Q_ASSERT(!m_service);
    m_service = &service;
    connect(m_service, &SyncService::changed, this, &PeerPresenter::setStatus);
    m_service->announce();
}

void PeerPresenter::setMenu(const MenuState &menu)
{
    m_menu = menu;
    emit ticked();
}

void PeerPresenter::setStatus(const SyncStatus &status)
{
    m_status = status;
    judge();
    emit ticked();
}

void PeerPresenter::tick()
{
    askAnew();
    judge();
    emit ticked();
    m_tick.start(untilNextLook(), [this] { tick(); });
}

//! What this screen knows may be a second old: before somebody is alarmed the engine is asked again.
void PeerPresenter::askAnew()
{
    const Milliseconds now = m_clock.steadyNow();
    if (!m_service || now - m_askedAt < tuning::quietIsAskedEvery)
        return;
    const QList<PeerView> all = sources();
    const bool isQuiet = std::any_of(all.cbegin(), all.cend(), [now](const PeerView &peer) {
        return peer.mode != SyncMode::Disconnected && peerPatience(peer) == tuning::lanSilence && peer.lastHeard &&
               now - *peer.lastHeard >= tuning::quietIsAskedAfter && now - *peer.lastHeard <= tuning::lanSilence;
    });
    if (!isQuiet)
        return;
    m_askedAt = now;
    m_service->announce();
}

//! At the latest when ages tick, and right at the moment at which somebody becomes silent.
Milliseconds PeerPresenter::untilNextLook() const
{
    const Milliseconds now = m_clock.steadyNow();
    Milliseconds next = tuning::lampsEvery;
    for (const PeerView &peer : sources()) {
        if (peer.mode == SyncMode::Disconnected || !peer.lastHeard)
            continue;
        const Milliseconds left = *peer.lastHeard + peerPatience(peer) - now;
        if (left >= Milliseconds(0))
            next = std::min(next, left + Milliseconds(1));
    }
    return next;
}

bool PeerPresenter::isStarting() const
{
    return m_clock.steadyNow() - m_startedAt < tuning::peerStartGrace;
}

QList<PeerView> PeerPresenter::sources() const
{
    QList<PeerView> sources;
    for (const PeerView &peer : m_status.peers) {
        // What was revoked is no source of orders any more.
        if (rank(peer.role) < 3 && peer.cause != SyncCause::Revoked && isPeerPresent(peer, m_clock.steadyNow()))
            sources << peer;
    }
    std::stable_sort(sources.begin(), sources.end(), [names = deviceNameCollator()](const PeerView &a, const PeerView &b) {
        return rank(a.role) != rank(b.role) ? rank(a.role) < rank(b.role) : names.compare(a.name, b.name) < 0;
    });
    return sources;
}

QString PeerPresenter::hourOf(Milliseconds steady) const
{
    const Milliseconds wall = m_clock.wallNow() - (m_clock.steadyNow() - steady);
    return MenuWords::hour(wall, m_menu.menu->store().timeZone, m_language.locale());
}

QString PeerPresenter::hourNow() const
{
    return hourOf(m_clock.steadyNow());
}

QString PeerPresenter::since(const PeerView &peer) const
{
    return peer.since ? hourOf(*peer.since) : hourOf(m_startedAt);
}

PeerLamp PeerPresenter::lampOf(const PeerView &peer) const
{
    const Milliseconds now = m_clock.steadyNow();
    PeerLamp lamp{.id = peer.id.isEmpty() ? PeerWords::role(peer.role) : peer.id, .role = peer.role, .name = PeerWords::name(peer),
                  .kind = peerLampKind(peer, now)};
    if (peer.lastHeard)
        lamp.heardAgo = std::max(Milliseconds(0), now - *peer.lastHeard);
    const QLocale locale = m_language.locale();
    const Milliseconds ago = lamp.heardAgo.value_or(0ms);
    switch (lamp.kind) {
    case PeerLampKind::Ok:
        lamp.words = PeerWords::span(ago, locale);
        lamp.brief = tr("%1 ago").arg(PeerWords::longSpan(ago, locale));
        break;
    case PeerLampKind::Polling:
        lamp.words = tr("polling, %1").arg(PeerWords::span(ago, locale));
        lamp.brief = tr("asked %1 ago").arg(PeerWords::longSpan(ago, locale));
        break;
    case PeerLampKind::Offline:
        lamp.words = isStarting() ? tr("connecting") : tr("offline");
        lamp.brief = isStarting() ? tr("connecting") : tr("offline since %1").arg(since(peer));
        break;
    case PeerLampKind::Silent:
        lamp.words = lamp.heardAgo ? tr("silent %1").arg(PeerWords::span(ago, locale)) : tr("silent");
        lamp.brief = lamp.heardAgo ? tr("silent for %1").arg(PeerWords::longSpan(ago, locale)) : tr("never heard");
        break;
    }
    const QString why = lamp.kind == PeerLampKind::Offline && !isStarting() ? PeerWords::cause(peer.cause) : QString();
    lamp.sentence = why.isEmpty() ? lamp.brief : u"%1, %2"_s.arg(lamp.brief, why);
    return lamp;
}

QList<PeerLamp> PeerPresenter::lamps() const
{
    QList<PeerLamp> lamps;
    for (const PeerView &peer : sources())
        lamps << lampOf(peer);
    return lamps;
}

QList<PeerLamp> PeerPresenter::fewLamps() const
{
    QList<PeerLamp> few;
    PeerLamp kiosks{.id = u"kiosks"_s, .role = PeerRole::Kiosk, .kind = PeerLampKind::Ok, .heardAgo = 0ms};
    int healthy = 0;
    for (const PeerLamp &lamp : lamps()) {
        if (lamp.role != PeerRole::Kiosk || lamp.kind != PeerLampKind::Ok) {
            few << lamp;
            continue;
        }
        ++healthy;
        // The oldest of them: no kiosk hides behind a livelier one.
        kiosks.heardAgo = std::max(*kiosks.heardAgo, lamp.heardAgo.value_or(0ms));
    }
    if (healthy > 0) {
        kiosks.name = tr("%n kiosk(s)", nullptr, healthy);
        kiosks.words = PeerWords::span(*kiosks.heardAgo, m_language.locale());
        kiosks.brief = kiosks.sentence = tr("%1 ago").arg(PeerWords::longSpan(*kiosks.heardAgo, m_language.locale()));
        few.prepend(kiosks);
    }
    return few;
}

bool PeerPresenter::isComplete() const
{
    if (m_status.removed)
        return false;
    bool anyWay = false;
    for (const PeerView &peer : sources()) {
        const PeerLampKind kind = peerLampKind(peer, m_clock.steadyNow());
        anyWay |= isWay(peer) && isAlive(kind);
        if (kind == PeerLampKind::Silent)
            return false;
    }
    return anyWay;
}

QString PeerPresenter::proof() const
{
    if (m_status.removed)
        return tr("This board is incomplete: this screen was removed from the restaurant.");
    QStringList missing;
    Milliseconds oldest{0};
    int kiosks = 0;
    for (const PeerLamp &lamp : lamps()) {
        if (lamp.kind == PeerLampKind::Silent)
            missing << u"%1 %2"_s.arg(lamp.name, lamp.sentence);
        if (isAlive(lamp.kind))
            oldest = std::max(oldest, lamp.heardAgo.value_or(0ms));
        kiosks += lamp.role == PeerRole::Kiosk ? 1 : 0;
    }
    if (!missing.isEmpty())
        return tr("This board may be incomplete: %1.").arg(PeerWords::list(missing));
    if (!isComplete())
        return isStarting() ? tr("Connecting …") : tr("This board may be incomplete: it is connected to nothing.");
    const int seconds = int(std::chrono::ceil<std::chrono::seconds>(oldest).count());
    if (kiosks == 0)
        return tr("Really empty: the sources were heard within the last %n second(s).", nullptr, std::max(1, seconds));
    return tr("Really empty: all kiosks were heard within the last %n second(s).", nullptr, std::max(1, seconds));
}

QString PeerPresenter::menuAge() const
{
    return PeerWords::menuAge(m_menu, m_clock.steadyNow(), m_language.locale());
}

void PeerPresenter::acknowledge()
{
    m_acknowledged = m_cause;
    judge();
}

PeerPresenter::Worries PeerPresenter::worries() const
{
    Worries worries;
    for (const PeerView &peer : sources()) {
        const PeerLampKind kind = peerLampKind(peer, m_clock.steadyNow());
        if (isAlive(kind))
            worries.healthy << PeerWords::name(peer);
        if (isWay(peer)) {
            worries.anyWay |= isAlive(kind);
            worries.onlyPolling &= kind != PeerLampKind::Ok;
        }
        if (peer.role == PeerRole::Kiosk) {
            if (!isAlive(kind))
                worries.silentKiosks << peer;
            continue;
        }
        if (!isWay(peer))
            continue;
        worries.ways << peer;
        if (isAlive(kind))
            continue;
        worries.deadWays << peer;
        // Its link has not been given up yet, but nobody waits for that.
        if (kind == PeerLampKind::Silent)
            worries.deadWays.last().cause = worries.ways.last().cause = SyncCause::Silent;
    }
    return worries;
}

void PeerPresenter::judge()
{
    if (!m_service)
        return;
    const Worries now = worries();
    PeerBanner banner = bannerFor(now);
    const Milliseconds steady = m_clock.steadyNow();
    if (banner.level != PeerBanner::Level::Notice)
        m_noticeSince.reset();
    else if (!banner.rings && steady - m_noticeSince.emplace(m_noticeSince.value_or(steady)) < tuning::noticeAfter)
        banner = {};
    // The cause names who, not how long: while the seconds tick it is the same worry.
    QStringList cause{QString::number(int(banner.level))};
    if (m_status.removed)
        cause << u"removed"_s;
    for (const PeerView &peer : now.deadWays + now.silentKiosks)
        cause << u"%1/%2"_s.arg(int(peer.role)).arg(peer.id);
    m_cause = banner.level == PeerBanner::Level::None ? QString() : cause.join(u' ');
    if (m_cause.isEmpty()) {
        m_acknowledged.clear();
        m_rangFor.clear();
    }
    banner.quiet = !m_cause.isEmpty() && m_cause == m_acknowledged;
    show(banner);
}

void PeerPresenter::show(const PeerBanner &banner)
{
    const bool began = m_banner.level != PeerBanner::Level::Alarm;
    const bool differs = banner != m_banner;
    m_banner = banner;
    if (differs)
        emit bannerChanged(m_banner);
    if (banner.rings && !banner.quiet && m_rangFor != m_cause) {
        m_rangFor = m_cause;
        emit alarmed();
    }
    if (banner.level != PeerBanner::Level::Alarm || banner.quiet)
        return;
    if (began || m_clock.steadyNow() - m_soundedAt >= tuning::alarmSoundAgain) {
        m_soundedAt = m_clock.steadyNow();
        emit alarmed();
    }
}

PeerBanner PeerPresenter::bannerFor(const Worries &worries) const
{
    using enum PeerBanner::Level;
    // A disk that runs full still keeps what cooks do; only new orders are refused.
    if (m_status.storageError && m_status.storage.state != StorageState::Full) {
        return {.level = Alarm, .sentence = tr("This screen cannot save what you tap."),
                .detail = tr("Its disk is full or broken. Call a technician; the other screens go on.")};
    }
    if (m_status.removed)
        return removedBanner(*m_status.removed);
    if (isStarting())
        return {};
    if (!worries.anyWay)
        return cutOffBanner(worries);
    if (!worries.silentKiosks.isEmpty())
        return silentKioskBanner(worries);
    if (worries.onlyPolling) {
        return {.level = Notice, .sentence = tr("No live connection: orders are fetched every few seconds."),
                .detail = tr("Nothing is lost. A new ticket may show a little later.")};
    }
    for (const PeerView &way : worries.deadWays) {
        // One that is only restarted is back before anybody needs to know.
        if (way.role == PeerRole::Hub && m_clock.steadyNow() - way.lastHeard.value_or(m_startedAt) >= tuning::lanSilence)
            return hubGoneBanner(way);
    }
    if (const StorageNotice disk = StorageWords::notice(m_status.storage, m_language.locale()); disk.mood != HealthMood::Good)
        return {.level = Notice, .sentence = disk.sentence, .detail = disk.detail};
    return {};
}

PeerBanner PeerPresenter::removedBanner(const Removal &removal) const
{
    const QString at = removal.at ? MenuWords::moment(*removal.at, m_clock.wallNow(), m_menu.menu->store().timeZone, m_language.locale()) : QString();
    const QString how = removal == Removal() ? QString() : PeerWords::removed(removal, at) + u". "_s;
    return {.level = PeerBanner::Level::Alarm, .sentence = tr("This screen was removed from the restaurant. New orders cannot show here."),
            .detail = how.left(1).toUpper() + how.mid(1) + PeerWords::advice(SyncCause::SelfRevoked, PeerRole::Server)};
}

PeerBanner PeerPresenter::hubGoneBanner(const PeerView &hub) const
{
    const QString last = hourOf(hub.lastHeard.value_or(m_startedAt));
    return {.level = PeerBanner::Level::Notice,
            .sentence = hub.cause == SyncCause::Silent ? tr("Hub silent since %1: %2.").arg(last, PeerWords::cause(hub.cause))
                                                       : tr("Hub offline since %1, %2.").arg(last, PeerWords::cause(hub.cause)),
            .detail = tr("Orders still come in another way. %1").arg(PeerWords::advice(hub.cause, hub.role)),
            .rings = true};
}

PeerBanner PeerPresenter::cutOffBanner(const Worries &worries) const
{
    if (worries.ways.isEmpty()) {
        return {.level = PeerBanner::Level::Alarm, .sentence = tr("This screen knows no hub and no server."),
                .detail = tr("New orders cannot show here. Give it an address in its settings.")};
    }
    QStringList causes;
    Milliseconds last = m_startedAt;
    for (const PeerView &way : worries.ways) {
        const QString why = PeerWords::cause(way.cause);
        causes << (why.isEmpty() ? PeerWords::name(way) : u"%1: %2"_s.arg(PeerWords::name(way), why));
        last = std::max(last, way.lastHeard.value_or(m_startedAt));
    }
    return {.level = PeerBanner::Level::Alarm,
            .sentence = tr("Cut off since %1. New orders cannot show here.").arg(hourOf(last)),
            .detail = tr("%1. %2 The tickets on this screen can be worked on.")
                          .arg(causes.join(u". "_s), PeerWords::advice(worries.ways.first().cause, worries.ways.first().role))};
}

PeerBanner PeerPresenter::silentKioskBanner(const Worries &worries) const
{
    const QList<PeerView> &silent = worries.silentKiosks;
    QStringList names;
    Milliseconds longest{0};
    for (const PeerView &kiosk : silent) {
        names << PeerWords::name(kiosk);
        longest = std::max(longest, m_clock.steadyNow() - kiosk.lastHeard.value_or(m_startedAt));
    }
    const QString span = PeerWords::longSpan(longest, m_language.locale());
    PeerBanner banner{.level = PeerBanner::Level::Alarm};
    banner.sentence = silent.size() == 1 ? tr("%1 silent for %2. Its new orders may be missing here.").arg(names.first(), span)
                                         : tr("%1 silent for up to %2. Their new orders may be missing here.").arg(PeerWords::list(names), span);
    const QString fine = worries.healthy.isEmpty() ? QString() : tr("%1 normal.").arg(PeerWords::list(worries.healthy)) + u' ';
    banner.detail = silent.size() == 1 ? tr("%1Check power and network cable of %2, or send guests to another kiosk.").arg(fine, names.first())
                                       : tr("%1Check their power and network cables.").arg(fine);
    return banner;
}

} // namespace saji
