// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/peerwords.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

qint64 secondsOf(Milliseconds span)
{
    return qMax<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(span).count());
}

// Below ten seconds a tenth tells a live source from a dying one.
QString tenths(Milliseconds span, const QLocale &locale)
{
    return locale.toString(double(qMax<qint64>(0, span.count()) / 100) / 10.0, 'f', 1);
}

} // namespace

QString PeerWords::span(Milliseconds span, const QLocale &locale)
{
    const qint64 seconds = secondsOf(span);
    if (seconds < 10)
        return tr("%1 s").arg(tenths(span, locale));
    if (seconds < minute)
        return tr("%1 s").arg(seconds);
    if (seconds < 10 * minute)
        return tr("%1 m %2 s").arg(seconds / minute).arg(seconds % minute);
    if (seconds < hour)
        return tr("%1 m").arg(seconds / minute);
    if (seconds < day)
        return tr("%1 h %2 m").arg(seconds / hour).arg(seconds % hour / minute);
    return tr("%n day(s)", nullptr, int(seconds / day));
}

QString PeerWords::longSpan(Milliseconds span, const QLocale &locale)
{
    const qint64 seconds = secondsOf(span);
    if (seconds < 10)
        return tr("%1 seconds").arg(tenths(span, locale));
    if (seconds < minute)
        return tr("%n second(s)", nullptr, int(seconds));
    if (seconds < 10 * minute && seconds % minute != 0)
        return u"%1 %2"_s.arg(tr("%n minute(s)", nullptr, int(seconds / minute)), tr("%n second(s)", nullptr, int(seconds % minute)));
    if (seconds < hour)
        return tr("%n minute(s)", nullptr, int(seconds / minute));
    if (seconds < day)
        return u"%1 %2"_s.arg(tr("%n hour(s)", nullptr, int(seconds / hour)), tr("%n minute(s)", nullptr, int(seconds % hour / minute)));
    return tr("%n day(s)", nullptr, int(seconds / day));
}

QString PeerWords::cause(SyncCause cause)
{
    switch (cause) {
    case SyncCause::None: return {};
    case SyncCause::NeverTried: return tr("not connected yet");
    case SyncCause::NoAnswer: return tr("no answer");
    case SyncCause::NotSaji: return tr("something else answers at its address");
    case SyncCause::WrongStore: return tr("it belongs to another restaurant");
    case SyncCause::OtherVersion: return tr("it runs another version of Saji");
    case SyncCause::Unauthorized: return tr("it does not accept this device");
    case SyncCause::Silent: return tr("connected but silent");
    case SyncCause::SamePeer: return tr("it is this device itself");
    case SyncCause::NotRunning: return tr("its program is not running");
    case SyncCause::NoNetwork: return tr("this device has no network");
    case SyncCause::NoInternet: return tr("the internet is away");
    case SyncCause::Revoked: return tr("the restaurant has removed it");
    case SyncCause::SelfRevoked: return tr("the restaurant has removed this device");
    }
    return {};
}

QString PeerWords::advice(SyncCause cause, PeerRole role)
{
    switch (cause) {
    case SyncCause::NotSaji:
    case SyncCause::SamePeer: return tr("Check the address in the settings.");
    case SyncCause::WrongStore: return tr("Check the store code in the settings.");
    case SyncCause::OtherVersion: return tr("Update both devices.");
    case SyncCause::Unauthorized: return tr("Pair this device again.");
    case SyncCause::NotRunning: return tr("Its machine is on: start Saji there, or start the machine again.");
    case SyncCause::NoNetwork: return tr("Check the network cable or Wi-Fi of this device.");
    case SyncCause::NoInternet: return tr("Check the internet connection.");
    case SyncCause::Revoked: return tr("Nobody lets it in any more. To use it again, empty its data folder and pair it with a new code.");
    case SyncCause::SelfRevoked: return tr("Ask the manager. To use it again, empty its data folder and pair it with a new code.");
    case SyncCause::Silent:
        if (role != PeerRole::Server)
            return tr("Check its network cable; if that is well, start it again.");
        break;
    case SyncCause::None:
    case SyncCause::NeverTried:
    case SyncCause::NoAnswer: break;
    }
    return role == PeerRole::Server ? tr("Check the internet connection.") : tr("Check its power and network cable.");
}

QString PeerWords::removed(const Removal &removal, const QString &moment)
{
    if (removal.by.isEmpty())
        return moment.isEmpty() ? tr("removed from the restaurant") : tr("removed from the restaurant, %1").arg(moment);
    return moment.isEmpty() ? tr("removed by %1").arg(removal.by) : tr("removed by %1, %2").arg(removal.by, moment);
}

QString PeerWords::role(PeerRole role)
{
    switch (role) {
    case PeerRole::Server: return tr("Server");
    case PeerRole::Hub: return tr("Hub");
    case PeerRole::Kiosk: return tr("Kiosk");
    case PeerRole::Kitchen: return tr("Kitchen");
    case PeerRole::Admin: return tr("Panel");
    }
    return {};
}

QString PeerWords::name(const PeerView &peer)
{
    // There is one server and one hub: what they are says more to a cook than what their box is called.
    if (peer.role == PeerRole::Server || peer.role == PeerRole::Hub || peer.name.isEmpty())
        return role(peer.role);
    return peer.name;
}

QString PeerWords::menuAge(const MenuState &menu, Milliseconds now, const QLocale &locale)
{
    if (!menu.menu || menu.menu->isEmpty())
        return tr("No menu received yet.");
    if (!menu.checkedAt)
        return tr("Menu version %1, not checked since the start.").arg(locale.toString(menu.menu->version()));
    // Seconds matter for a source that is heard, not for a menu.
    const Milliseconds ago = now - *menu.checkedAt;
    const Milliseconds whole = ago < std::chrono::minutes(1) ? ago : std::chrono::floor<std::chrono::minutes>(ago);
    const auto age = tr("Menu version %1, checked %2 ago.").arg(locale.toString(menu.menu->version()), longSpan(whole, locale));
    return menu.menu->skipped() == 0 ? age : age + u' ' + tr("%n part(s) of it cannot be used and are left out.", nullptr, menu.menu->skipped());
}

QString PeerWords::list(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(u", "_s), names.last());
}

} // namespace saji
