// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/healthpresenter.h>

#include <presentation/menuwords.h>
#include <presentation/peerwords.h>
#include <presentation/soldoutmodel.h>
#include <presentation/storagewords.h>

#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

struct HealthPresenter::Totals
{
    int devices = 0;
    int normal = 0;
    int silent = 0;
    int heard = 0;
    int queuesKnown = 0;
    quint64 pending = 0;
    Milliseconds oldestPending{0};
    Milliseconds oldestHeard{0}; // of those that are heard
    std::optional<DeviceRow> quietest;
    std::optional<DeviceRow> server;
    int behind = 0; // with an old menu
};

HealthPresenter::HealthPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_language(language)
    , m_devices(language)
    , m_journal(language)
    , m_startedAt(clock.steadyNow())
    , m_tick(scheduler)
{
    m_menu.menu = std::make_shared<const Menu>();
    connect(&m_language, &LanguageSwitch::changed, this, &HealthPresenter::changed);
    m_tick.start(tuning::lampsEvery, [this] { tick(); });
}

void HealthPresenter::attach(SyncService &sync, MenuService &menu)
{
    Q_ASSERT(!m_sync);
    m_sync = &sync;
    m_menuService = &menu;
    connect(m_sync, &SyncService::changed, this, [this](const SyncStatus &status) {
        m_status = status;
        m_heardStatus = true;
        look();
    });
    connect(m_menuService, &MenuService::changed, this, [this](const MenuState &state) {
        m_menu = state;
        look();
    });
    m_sync->announce();
    m_menuService->announce();
}

void HealthPresenter::setOutbox(const OutboxSummary &summary, int needed)
{
    if (summary == m_outbox && needed == m_outboxNeeded)
        return;
    m_outbox = summary;
    m_outboxNeeded = needed;
    emit changed();
}

void HealthPresenter::retry()
{
    if (!m_sync)
        return;
    m_sync->syncNow();
    m_menuService->refresh();
}

bool HealthPresenter::isStarting() const
{
    return !m_heardStatus || m_clock.steadyNow() - m_startedAt < tuning::peerStartGrace;
}

qint64 HealthPresenter::newestCatalog() const
{
    qint64 newest = m_menu.menu->version();
    for (const PeerView &peer : m_status.peers)
        newest = std::max(newest, peer.catalogVersion);
    return newest;
}

void HealthPresenter::look()
{
    const Milliseconds now = m_clock.steadyNow();
    m_devices.setRows(describeDevices(m_status.peers, newestCatalog(), now));
    // What a link says in its first moments is no news of the restaurant.
    if (!isStarting())
        m_journal.witness(m_devices.rows(), newestCatalog(), totals().pending, now);
    emit changed();
}

void HealthPresenter::tick()
{
    if (m_heardStatus && m_clock.steadyNow() - m_sampledAt >= tuning::trendEvery)
        sample();
    look();
    m_tick.start(tuning::lampsEvery, [this] { tick(); });
}

void HealthPresenter::sample()
{
    m_sampledAt = m_clock.steadyNow();
    const Totals now = totals();
    const auto keep = [](QList<double> &trend, double value) {
        trend << value;
        if (trend.size() > tuning::trendPoints)
            trend.removeFirst();
    };
    keep(m_orderTrend, double(m_status.ordersToday));
    keep(m_silenceTrend, now.quietest ? double(now.quietest->heardAgo.value_or(Milliseconds(0)).count()) : 0.0);
    for (const PeerView &peer : m_status.peers) {
        if (peer.direct && peer.roundTrip.count() > 0 && peer.mode == SyncMode::Connected) {
            keep(m_tripTrend, double(peer.roundTrip.count()));
            break;
        }
    }
}

HealthPresenter::Totals HealthPresenter::totals() const
{
    Totals totals;
    totals.pending = m_status.pending;
    totals.oldestPending = m_status.oldestPendingAge.value_or(Milliseconds(0));
    for (const DeviceRow &row : m_devices.rows()) {
        ++totals.devices;
        totals.normal += row.severity() == DeviceSeverity::Normal ? 1 : 0;
        totals.silent += row.severity() == DeviceSeverity::Silent ? 1 : 0;
        totals.behind += row.trouble == DeviceTrouble::OldCatalog ? 1 : 0;
        if (row.peer.role == PeerRole::Server)
            totals.server = row;
        const bool heard = row.lamp == PeerLampKind::Ok || row.lamp == PeerLampKind::Polling;
        if (heard) {
            ++totals.heard;
            totals.oldestHeard = std::max(totals.oldestHeard, row.heardAgo.value_or(Milliseconds(0)));
        }
        // A server that is offline is told of in its own words; silence is about devices in the house.
        const bool inHouse = row.peer.role != PeerRole::Server;
        if (inHouse && row.heardAgo && (!totals.quietest || *row.heardAgo > *totals.quietest->heardAgo))
            totals.quietest = row;
        if (row.peer.pending) {
            ++totals.queuesKnown;
            totals.pending += *row.peer.pending;
            totals.oldestPending = std::max(totals.oldestPending, row.peer.oldestPendingAge.value_or(Milliseconds(0)));
        }
    }
    return totals;
}

bool HealthPresenter::hasProblems() const
{
    return problemCount() > 0;
}

int HealthPresenter::problemCount() const
{
    return int(m_devices.rows().size()) - m_devices.count(DeviceSeverity::Normal) + int(ownAdvice().size());
}

QString HealthPresenter::hourOf(Milliseconds steady) const
{
    const Milliseconds wall = m_clock.wallNow() - (m_clock.steadyNow() - steady);
    return MenuWords::hour(wall, m_menu.menu->store().timeZone, m_language.locale());
}

QString HealthPresenter::removalWords(const Removal &removal) const
{
    const QString at = removal.at ? MenuWords::moment(*removal.at, m_clock.wallNow(), m_menu.menu->store().timeZone, m_language.locale()) : QString();
    return removal == Removal() ? QString() : PeerWords::removed(removal, at);
}

QString HealthPresenter::removalOf(const PeerView &peer) const
{
    return removalWords(peer.removal.value_or(Removal()));
}

QString HealthPresenter::since(const PeerView &peer) const
{
    return hourOf(peer.since.value_or(m_startedAt));
}

QString HealthPresenter::storeName() const
{
    const QString name = m_menu.menu->store().name.in(m_language.language());
    return name.isEmpty() ? tr("Restaurant") : name;
}

QString HealthPresenter::storePlace() const
{
    return m_menu.menu->store().place.in(m_language.language());
}

QString HealthPresenter::menuAge() const
{
    const auto age = PeerWords::menuAge(m_menu, m_clock.steadyNow(), m_language.locale());
    const auto selling = kiosksStillSelling(m_menu, m_status.peers);
    return selling.isEmpty() ? age : age + u' ' + tr("Sold out, but not stopped yet: %1.").arg(selling.join(u", "_s));
}

HealthWords HealthPresenter::words() const
{
    const Totals now = totals();
    if (m_status.removed)
        return removedWords();
    if (isStarting() && now.heard == 0)
        return {.mood = HealthMood::Look, .icon = u"pulse"_s, .sentence = tr("Connecting …"), .evidence = tr("No device has been heard yet.")};
    if (m_status.storageError) {
        return {.mood = HealthMood::Bad, .icon = u"alert"_s, .sentence = tr("This panel cannot write its disk."),
                .evidence = tr("It shows what it hears, but remembers nothing. The other devices are not affected.")};
    }
    if (now.heard == 0) {
        return {.mood = HealthMood::Bad, .icon = u"plug"_s, .sentence = tr("This panel hears nobody."),
                .evidence = m_status.peers.isEmpty() ? tr("It was given neither a hub nor a server. The restaurant may be fine.")
                                                     : tr("The restaurant may be fine: check this panel's network cable."),
                .canRetry = true};
    }
    if (now.silent > 0)
        return silentWords(now);
    if (now.normal < now.devices || now.oldestPending > tuning::pendingIsLateAfter)
        return lookWords(now);
    if (const QList<HealthAdvice> own = ownAdvice(); !own.isEmpty())
        return {.mood = own.first().mood, .icon = own.first().icon, .sentence = own.first().cause, .evidence = own.first().effect};
    return goodWords(now);
}

//! Whatever else it shows is what it heard before.
HealthWords HealthPresenter::removedWords() const
{
    const QString how = removalWords(*m_status.removed);
    const QString advice = PeerWords::advice(SyncCause::SelfRevoked, PeerRole::Server);
    return {.mood = HealthMood::Bad, .icon = u"plug"_s, .sentence = tr("This panel was removed from the restaurant."),
            .evidence = how.isEmpty() ? advice : u"%1. %2"_s.arg(how.left(1).toUpper() + how.mid(1), advice)};
}

QString HealthPresenter::hearing(const Totals &totals) const
{
    const int seconds = std::max(1, int(std::chrono::ceil<std::chrono::seconds>(totals.oldestHeard).count()));
    const QString devices = tr("%n device(s)", nullptr, totals.heard);
    return tr("%1 heard within the last %n second(s), checked at %2.", nullptr, seconds).arg(devices, hourOf(m_clock.steadyNow()));
}

HealthWords HealthPresenter::goodWords(const Totals &totals) const
{
    HealthWords words{.mood = HealthMood::Good, .icon = u"check"_s, .evidence = hearing(totals)};
    const QString orders = tr("%n order(s) today", nullptr, int(m_status.ordersToday));
    if (totals.pending > 0)
        words.sentence = tr("All well. %1, %n record(s) on the way to the server.", nullptr, int(totals.pending)).arg(orders);
    else if (totals.server)
        words.sentence = tr("All well. %1, everything is at the server.").arg(orders);
    else
        words.sentence = tr("All well. %1.").arg(orders);
    return words;
}

HealthWords HealthPresenter::silentWords(const Totals &totals) const
{
    HealthWords words{.mood = HealthMood::Bad, .icon = u"alert"_s};
    const DeviceRow &worst = m_devices.rows().first();
    const QString span = PeerWords::longSpan(worst.heardAgo.value_or(Milliseconds(0)), m_language.locale());
    words.sentence = totals.silent == 1 ? tr("%1 silent for %2.").arg(worst.name(), span) : tr("%n devices are silent.", nullptr, totals.silent);
    const QString rest = tr("%1 of %2 devices are normal.").arg(totals.normal).arg(totals.devices);
    words.evidence = totals.server && totals.server->trouble == DeviceTrouble::Offline
        ? tr("%1 The server is offline since %2; sales go on.").arg(rest, since(totals.server->peer))
        : tr("%1 Sales go on at the others.").arg(rest);
    return words;
}

HealthWords HealthPresenter::lookWords(const Totals &totals) const
{
    HealthWords words{.mood = HealthMood::Look, .icon = u"alert"_s};
    const QString waiting = totals.pending == 0 ? tr("No record is waiting.") : tr("%n record(s) wait to be sent; none is lost.", nullptr, int(totals.pending));
    if (totals.server && totals.server->trouble == DeviceTrouble::Offline) {
        words.icon = u"cloudoff"_s;
        words.sentence = tr("Server offline since %1. Sales go on.").arg(since(totals.server->peer));
        words.evidence = waiting;
        words.canRetry = true;
    } else if (totals.normal < totals.devices) {
        const DeviceRow &worst = m_devices.rows().first();
        const int look = totals.devices - totals.normal;
        words.sentence = look == 1 ? tr("%1 needs a look: %2.").arg(worst.name(), worst.word().toLower()) : tr("%n devices need a look.", nullptr, look);
        words.evidence = tr("%1 of %2 devices are normal. %3").arg(totals.normal).arg(totals.devices).arg(waiting);
        words.canRetry = true;
        // It is as somebody wished it to be.
        if (const QString how = removalOf(worst.peer); look == 1 && !how.isEmpty()) {
            words.sentence = u"%1: %2."_s.arg(worst.name(), how);
            words.canRetry = false;
        }
    } else {
        words.sentence = tr("%n record(s) wait for the server.", nullptr, int(totals.pending));
        words.evidence = tr("The oldest has waited for %1. None is lost.").arg(PeerWords::longSpan(totals.oldestPending, m_language.locale()));
        words.canRetry = true;
    }
    return words;
}

HealthAdvice HealthPresenter::adviceFor(const DeviceRow &row) const
{
    const QLocale locale = m_language.locale();
    HealthAdvice advice{.mood = row.trouble == DeviceTrouble::Silent || row.trouble == DeviceTrouble::DiskStopped ? HealthMood::Bad : HealthMood::Look, .icon = row.icon(),
                        .device = row.key()};
    const QString ago = PeerWords::longSpan(row.heardAgo.value_or(Milliseconds(0)), locale);
    const QString what = PeerWords::advice(row.peer.cause, row.peer.role);
    switch (row.trouble) {
    case DeviceTrouble::Silent:
        advice.cause = tr("%1 silent for %2").arg(row.name(), ago);
        advice.effect = row.peer.role == PeerRole::Kiosk ? tr("Its new orders may be missing elsewhere. %1").arg(what)
                                                         : tr("It may not show new orders. %1").arg(what);
        break;
    case DeviceTrouble::Offline: {
        if (row.peer.cause == SyncCause::Revoked) {
            const QString how = removalOf(row.peer);
            advice.cause = how.isEmpty() ? tr("%1 was removed from the restaurant at %2").arg(row.name(), since(row.peer)) : u"%1: %2"_s.arg(row.name(), how);
            advice.effect = what;
            break;
        }
        const QString why = PeerWords::cause(row.peer.cause);
        advice.cause = tr("%1 offline since %2").arg(row.name(), since(row.peer));
        advice.effect = why.isEmpty() ? what : u"%1. %2"_s.arg(why.left(1).toUpper() + why.mid(1), what);
        advice.canRetry = row.peer.cause != SyncCause::SelfRevoked;
        break;
    }
    case DeviceTrouble::Polling:
        advice.cause = tr("%1 has no live connection").arg(row.name());
        advice.effect = tr("News arrive a few seconds late; nothing is lost. A proxy or firewall may refuse WebSocket.");
        advice.canRetry = true;
        break;
    case DeviceTrouble::OldCatalog:
        advice.cause = tr("%1 still sells from menu %2").arg(row.name(), locale.toString(row.peer.catalogVersion));
        advice.effect = tr("The newest is %1. It fetches it as soon as it is reached.").arg(locale.toString(newestCatalog()));
        advice.canRetry = true;
        break;
    case DeviceTrouble::LateQueue:
        advice.cause = tr("%1: %n record(s) wait for the server", nullptr, int(row.peer.pending.value_or(0))).arg(row.name());
        advice.effect = tr("The oldest has waited for %1. None is lost.")
                            .arg(PeerWords::longSpan(row.peer.oldestPendingAge.value_or(Milliseconds(0)), locale));
        advice.canRetry = true;
        break;
    case DeviceTrouble::DiskLow:
    case DeviceTrouble::DiskStopped: {
        const StorageState state = row.peer.storage.value_or(StorageState::Fine);
        const QString room = row.peer.freeBytes ? tr(" (%1 free)").arg(StorageWords::bytes(*row.peer.freeBytes, locale)) : QString();
        advice.cause = tr("%1: %2%3").arg(row.name(), StorageWords::word(state).toLower(), room);
        advice.effect = StorageWords::advice(state);
        break;
    }
    case DeviceTrouble::BoardDiffers:
        advice.cause = tr("%1 shows another board than the others").arg(row.name());
        advice.effect = tr("It knows the same orders and was asked to add them up again, which did not help. Compare its tickets with another screen, "
                           "start it again, and tell a technician.");
        break;
    case DeviceTrouble::Healed:
        advice.cause = tr("%1: its store was damaged and has been restored").arg(row.name());
        advice.effect = tr("It works again. The damaged files are kept on it; let a technician look at its disk.");
        break;
    case DeviceTrouble::None: break;
    }
    return advice;
}

DeviceFacts HealthPresenter::facts(const QString &key) const
{
    const int place = m_devices.rowOf(key);
    if (place < 0)
        return {};
    const DeviceRow &row = m_devices.rows().at(place);
    const QString station = row.peer.role == PeerRole::Kiosk ? row.peer.station : QString();
    DeviceFacts facts{.icon = row.icon(), .name = row.name(), .what = PeerWords::role(row.peer.role), .lamp = DeviceModel::lampOf(row), .word = row.word(),
                      .trouble = {}, .advice = {}, .facts = {}, .detail = row.peer.cause == SyncCause::None ? QString() : row.peer.detail};
    if (!station.isEmpty())
        facts.what += u" · "_s + station;
    if (row.severity() != DeviceSeverity::Normal) {
        const HealthAdvice what = adviceFor(row);
        facts.trouble = what.cause;
        facts.advice = what.effect;
        facts.canRetry = what.canRetry;
    }
    facts.facts = describeDevice(row, newestCatalog(), row.peer.since ? hourOf(*row.peer.since) : QString(), m_language.locale());
    return facts;
}

QList<HealthAdvice> HealthPresenter::ownAdvice() const
{
    QList<HealthAdvice> advice;
    if (m_status.storageError) {
        advice << HealthAdvice{.mood = HealthMood::Bad, .icon = u"alert"_s, .cause = tr("The disk of this panel cannot be written"),
                               .effect = tr("Make room on it, or call a technician.")};
    } else if (const StorageNotice own = StorageWords::notice(m_status.storage, m_language.locale()); own.mood != HealthMood::Good) {
        advice << HealthAdvice{.mood = own.mood, .icon = own.icon, .cause = tr("This panel: %1").arg(own.sentence), .effect = own.detail};
    }
    if (m_outboxNeeded > 0) {
        advice << HealthAdvice{.mood = m_outbox.mood, .icon = m_outbox.icon, .cause = m_outbox.sentence, .effect = m_outbox.evidence,
                               .outbox = true};
    }
    if (m_status.storage.recovery) {
        const StorageRecovery &recovery = *m_status.storage.recovery;
        const StorageNotice healed = StorageWords::healed(recovery, hourOf(recovery.healedAt), m_language.locale());
        advice << HealthAdvice{.mood = healed.mood, .icon = healed.icon, .cause = healed.sentence, .effect = healed.detail};
    }
    return advice;
}

QList<HealthAdvice> HealthPresenter::advice() const
{
    QList<HealthAdvice> advice = ownAdvice();
    for (const DeviceRow &row : m_devices.rows()) {
        if (row.severity() != DeviceSeverity::Normal)
            advice << adviceFor(row);
    }
    return advice;
}

HealthFigure HealthPresenter::tripFigure() const
{
    HealthFigure figure{.caption = tr("Round trip"), .figure = u"–"_s, .evidence = tr("no live connection")};
    for (const PeerView &peer : m_status.peers) {
        if (!peer.direct || peer.roundTrip.count() <= 0 || peer.mode != SyncMode::Connected)
            continue;
        figure.figure = tr("%1 ms").arg(peer.roundTrip.count());
        figure.evidence = tr("to %1 and back").arg(PeerWords::name(peer));
        figure.trend = m_tripTrend;
        break;
    }
    return figure;
}

HealthFigure HealthPresenter::silenceFigure(const Totals &totals) const
{
    HealthFigure figure{.caption = tr("Longest silence"), .figure = u"–"_s, .evidence = tr("nobody heard yet"), .plain = false, .trend = m_silenceTrend};
    if (!totals.quietest)
        return figure;
    figure.figure = PeerWords::span(*totals.quietest->heardAgo, m_language.locale());
    figure.evidence = totals.quietest->name();
    if (totals.quietest->severity() == DeviceSeverity::Silent) {
        figure.mood = HealthMood::Bad;
        figure.trend.clear();
    } else {
        figure.plain = true;
    }
    return figure;
}

QList<HealthFigure> HealthPresenter::figures() const
{
    const Totals now = totals();
    HealthFigure orders{.caption = tr("Orders today"), .figure = m_language.locale().toString(m_status.ordersToday),
                        .evidence = newestCatalog() > 0 ? tr("menu %1").arg(m_language.locale().toString(newestCatalog())) : tr("no menu yet"),
                        .trend = m_orderTrend};
    HealthFigure pending{.caption = tr("Waiting to be sent"), .figure = m_language.locale().toString(now.pending),
                         .plain = now.pending > 0};
    const bool stuck = now.oldestPending > tuning::pendingIsLateAfter || (now.server && now.server->trouble == DeviceTrouble::Offline);
    if (now.pending > 0 && stuck) {
        pending.mood = HealthMood::Look;
        pending.plain = false;
    }
    if (now.heard == 0) {
        // What was said before is no evidence that nothing waits.
        pending.plain = true;
        pending.evidence = tr("last known");
    } else if (now.pending > 0) {
        pending.evidence = tr("oldest %1").arg(PeerWords::longSpan(now.oldestPending, m_language.locale()));
    } else {
        pending.evidence = tr("on %n device(s) that tell", nullptr, now.queuesKnown);
    }
    return {orders, pending, tripFigure(), silenceFigure(now)};
}

QString HealthPresenter::deviceCount() const
{
    const int all = int(m_devices.rows().size());
    const int normal = m_devices.count(DeviceSeverity::Normal);
    if (normal == all)
        return tr("%1 of %2 connected").arg(normal).arg(all);
    QStringList words{tr("%n normal", nullptr, normal)};
    if (const int look = m_devices.count(DeviceSeverity::Look); look > 0)
        words << tr("%n to look at", nullptr, look);
    if (const int silent = m_devices.count(DeviceSeverity::Silent); silent > 0)
        words << tr("%n silent", nullptr, silent);
    return words.join(u", "_s);
}

} // namespace saji
