// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/syncpresenter.h>

#include <presentation/menuwords.h>
#include <presentation/peerlamp.h>
#include <presentation/peerwords.h>

#include "tuning.h"

using namespace Qt::StringLiterals;

namespace saji {

namespace {

void follow(std::optional<Milliseconds> &since, bool holds, Milliseconds now)
{
    if (!holds)
        since.reset();
    else if (!since)
        since = now;
}

ErrorCode codeOf(StorageState state)
{
    switch (state) {
    case StorageState::Fine:
    case StorageState::Low:
    case StorageState::Full: return ErrorCode::DiskFull;
    case StorageState::ReadOnly: return ErrorCode::ReadOnly;
    case StorageState::Failing: return ErrorCode::Io;
    }
    return ErrorCode::Io;
}

StorageState stateOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull: return StorageState::Full;
    case ErrorCode::ReadOnly: return StorageState::ReadOnly;
    default: return StorageState::Failing;
    }
}

} // namespace

SyncPresenter::SyncPresenter(LanguageSwitch &language, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_language(language), m_clock(clock), m_timer(scheduler), m_started(clock.steadyNow())
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&language, &LanguageSwitch::changed, this, &SyncPresenter::changed);
    tick();
}

void SyncPresenter::setStatus(const SyncStatus &status)
{
    m_status = status;
    m_known = true;
    const Milliseconds now = m_clock.steadyNow();
    follow(m_offlineSince, !status.centralConnected, now);
    follow(m_aloneSince, !status.centralConnected && !status.localConnected, now);
    follow(m_pollingSince, status.mode == SyncMode::Polling, now);
    tick();
}

void SyncPresenter::setMenuState(const MenuState &state)
{
    m_state = state;
    m_menuKnown = true;
    emit changed();
}

void SyncPresenter::tick()
{
    emit changed();
    // Soon after a change a grace period may end; later only the ages move.
    const Milliseconds now = m_clock.steadyNow();
    Milliseconds next = tuning::agesEvery;
    for (const auto &since : {m_offlineSince, m_aloneSince, m_pollingSince}) {
        if (!since)
            continue;
        for (const Milliseconds end : {*since + tuning::bannerAfter, *since + tuning::slowBannerAfter, m_started + tuning::bannerAfterStart}) {
            if (end > now)
                next = std::min(next, end - now);
        }
    }
    m_timer.start(next, [this] { tick(); });
}

bool SyncPresenter::lasts(std::optional<Milliseconds> since) const
{
    const Milliseconds now = m_clock.steadyNow();
    if (!since || now - *since < tuning::bannerAfter)
        return false;
    return m_status.lastConnected.has_value() || now - m_started >= tuning::bannerAfterStart;
}

bool SyncPresenter::menuIsOld() const
{
    return !m_state.menu->isEmpty() && m_menuKnown
        && (m_state.checkedAt ? m_clock.steadyNow() - *m_state.checkedAt >= std::chrono::hours(m_state.menu->settings().menuIsOldAfterHours) : lasts(m_offlineSince));
}

SyncBanner SyncPresenter::banner() const
{
    using Kind = SyncBanner::Kind;
    QStringList more;
    if (!m_known)
        return {};
    if (lasts(m_aloneSince)) {
        more << tr("Your order is kept here and sent as soon as there is a connection.") << oldPrices() << menuAge();
        return {Kind::Alone, u"cloudoff"_s, tr("No connection. You can still order."), more.join(u' ').simplified()};
    }
    if (lasts(m_offlineSince)) {
        more << tr("Orders go straight to the kitchen. Pay at the counter.") << oldPrices() << menuAge();
        return {Kind::NoInternet, u"cloudoff"_s, tr("The internet is down. You can still order."), more.join(u' ').simplified()};
    }
    if (menuIsOld())
        return {Kind::OldMenu, u"clock"_s, oldPrices(), menuAge()};
    if (m_pollingSince && m_clock.steadyNow() - *m_pollingSince >= tuning::slowBannerAfter)
        return {Kind::Slow, u"cloud"_s, tr("The connection is slow. You can order as usual."), tr("Orders may take a few seconds longer.")};
    return {};
}

SyncPresenter::Lamp SyncPresenter::lamp() const
{
    switch (m_status.mode) {
    case SyncMode::Connected: return m_status.centralConnected || m_status.localConnected ? Lamp::Connected : Lamp::Offline;
    case SyncMode::Polling: return Lamp::Polling;
    case SyncMode::Disconnected: return Lamp::Offline;
    }
    return Lamp::Offline;
}

QString SyncPresenter::lampWord() const
{
    switch (lamp()) {
    case Lamp::Connected: return m_status.centralConnected ? tr("Connected") : tr("Connected in the house");
    case Lamp::Polling: return tr("By polling");
    case Lamp::Offline: return tr("Offline, safe");
    }
    return {};
}

QString SyncPresenter::lampAge() const
{
    const auto since = lamp() == Lamp::Offline ? m_aloneSince : lamp() == Lamp::Polling ? m_pollingSince : std::nullopt;
    return since ? tr("since %1").arg(ago(*since)) : QString();
}

QString SyncPresenter::ago(Milliseconds then) const
{
    const auto age = std::max(Milliseconds(0), m_clock.steadyNow() - then);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
    if (minutes < 1)
        return tr("a moment");
    if (minutes < 60)
        return tr("%n minute(s)", nullptr, int(minutes));
    if (minutes < 48 * 60)
        return tr("%n hour(s)", nullptr, int(minutes / 60));
    return tr("%n day(s)", nullptr, int(minutes / (24 * 60)));
}

QString SyncPresenter::menuAge() const
{
    if (m_state.menu->isEmpty())
        return {};
    if (!m_state.checkedAt)
        return lasts(m_offlineSince) ? tr("The menu could not be checked yet.") : QString();
    if (m_clock.steadyNow() - *m_state.checkedAt < tuning::menuAgeShown)
        return {};
    return tr("Menu last checked %1 ago.").arg(ago(*m_state.checkedAt));
}

QString SyncPresenter::oldPrices() const
{
    return menuIsOld() ? tr("Prices may have changed.") : QString();
}

QString SyncPresenter::menuFaults() const
{
    const int faults = m_state.menu->skipped();
    return faults > 0 ? tr("%n part(s) of the menu cannot be used and are left out.", nullptr, faults) : QString();
}

QString SyncPresenter::pictures() const
{
    const CacheFigures &kept = m_state.pictureCache;
    if (kept.entries == 0)
        return {};
    const QLocale locale = m_language.locale();
    const auto words = tr("%n picture(s) kept, %1, %2 % of them at hand.", nullptr, kept.entries)
                           .arg(locale.formattedDataSize(kept.bytes, 1), locale.toString(kept.hitRatePercent));
    return kept.isLow ? words + u' ' + tr("Below 70 %: give the cache more room (picture-cache).") : words;
}

QString SyncPresenter::cause(const PeerView &peer) const
{
    switch (peer.cause) {
    case SyncCause::None: return {};
    case SyncCause::NeverTried: return tr("not tried yet");
    case SyncCause::NoAnswer: return tr("no answer");
    case SyncCause::NotSaji: return tr("something else answers there");
    case SyncCause::WrongStore: return tr("belongs to another restaurant");
    case SyncCause::OtherVersion: return tr("runs another version");
    case SyncCause::Unauthorized: return tr("does not know this kiosk");
    case SyncCause::Silent: return tr("has gone silent");
    case SyncCause::SamePeer: return tr("already connected another way");
    case SyncCause::NotRunning: return tr("its program is not running");
    case SyncCause::NoNetwork: return tr("this kiosk has no network");
    case SyncCause::NoInternet: return tr("the internet is away");
    case SyncCause::Revoked: return tr("was removed from the restaurant");
    case SyncCause::SelfRevoked: return tr("the restaurant has removed this kiosk");
    }
    return {};
}

QStringList SyncPresenter::reasons() const
{
    QStringList lines;
    for (const PeerView &peer : m_status.peers) {
        if (!peer.direct || (peer.role != PeerRole::Server && peer.role != PeerRole::Hub))
            continue;
        const QString who = peer.role == PeerRole::Server ? tr("Central server") : tr("Hub of this house");
        QString how;
        switch (peer.mode) {
        case SyncMode::Connected: how = tr("connected"); break;
        case SyncMode::Polling: how = tr("by polling"); break;
        case SyncMode::Disconnected: how = cause(peer).isEmpty() ? tr("not connected") : cause(peer); break;
        }
        if (peer.mode != SyncMode::Disconnected && peer.lastHeard)
            how = tr("%1, heard %2 ago").arg(how, PeerWords::span(m_clock.steadyNow() - *peer.lastHeard, m_language.locale()));
        else if (peer.since && peer.mode != SyncMode::Connected)
            how = tr("%1, since %2").arg(how, ago(*peer.since));
        lines << u"%1: %2"_s.arg(who, how);
    }
    return lines;
}

QStringList SyncPresenter::kitchens() const
{
    QStringList lines;
    const Milliseconds now = m_clock.steadyNow();
    for (const PeerView &peer : m_status.peers) {
        if (peer.role != PeerRole::Kitchen || !isPeerPresent(peer, now))
            continue;
        const auto kind = peerLampKind(peer, now);
        const QString how = kind == PeerLampKind::Ok        ? tr("there")
                            : kind == PeerLampKind::Polling ? tr("there, by polling")
                            : peer.lastHeard                ? tr("not heard for %1").arg(ago(*peer.lastHeard))
                                                            : tr("not heard");
        lines << u"%1: %2"_s.arg(peer.name, how);
    }
    lines.sort();
    return lines;
}

QString SyncPresenter::pending() const
{
    return m_status.pending > 0 ? tr("%n fact(s) waiting for the server", nullptr, int(m_status.pending)) : QString();
}

SyncPresenter::Outage SyncPresenter::outage() const
{
    // Nobody takes its orders any more: what guests paid for would never be cooked.
    if (m_status.removed)
        return Outage::Removed;
    if (m_status.storageError || !m_status.storage.takesOrders())
        return Outage::Storage;
    return m_menuKnown && m_state.menu->isEmpty() ? Outage::NoMenuYet : Outage::None;
}

QString SyncPresenter::outageCode() const
{
    switch (outage()) {
    case Outage::None: return {};
    case Outage::NoMenuYet: return u"NO-MENU"_s;
    case Outage::Removed: return u"REMOVED"_s;
    case Outage::Storage: break;
    }
    const auto code = m_status.storageError ? m_status.storageError->code : codeOf(m_status.storage.state);
    return QString(errorWord(code)).toUpper().replace(u'_', u'-');
}

QString SyncPresenter::outageReason() const
{
    if (outage() == Outage::NoMenuYet) {
        return m_state.pulling ? tr("The menu is being fetched. This takes a moment.")
                               : tr("There is no menu on this kiosk yet. It comes by itself as soon as the server can be reached.");
    }
    if (outage() == Outage::Removed)
        return tr("Please order at the counter. Staff: to use this kiosk again, empty its data folder and pair it with a new code.");
    if (outage() == Outage::None)
        return {};
    // An error without a state yet: nothing is known but that orders cannot be kept.
    return StorageWords::forGuests(m_status.storage.takesOrders() ? stateOf(m_status.storageError->code) : m_status.storage.state);
}

StorageNotice SyncPresenter::storage() const
{
    return StorageWords::notice(m_status.storage, m_language.locale());
}

StorageNotice SyncPresenter::healed() const
{
    if (!m_status.storage.recovery)
        return {};
    const StorageRecovery &recovery = *m_status.storage.recovery;
    const Milliseconds wall = m_clock.wallNow() - (m_clock.steadyNow() - recovery.healedAt);
    return StorageWords::healed(recovery, MenuWords::hour(wall, m_state.menu->store().timeZone, m_language.locale()), m_language.locale());
}

} // namespace saji
