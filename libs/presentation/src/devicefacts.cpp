// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/devicefacts.h>

#include <presentation/peerwords.h>
#include <presentation/storagewords.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::DeviceFacts)
};

QString queue(const DeviceRow &row, const QLocale &locale)
{
    if (!row.peer.pending)
        return FactWords::tr("not told");
    // Of a silent device it is no fact of now.
    const QString told = locale.toString(*row.peer.pending);
    return row.lamp == PeerLampKind::Silent ? FactWords::tr("last told: %1").arg(told) : told;
}

QString menu(const PeerView &peer, qint64 newest, const QLocale &locale)
{
    if (peer.catalogVersion <= 0)
        return FactWords::tr("none yet");
    const QString own = locale.toString(peer.catalogVersion);
    return peer.catalogVersion < newest ? FactWords::tr("%1, newest %2").arg(own, locale.toString(newest)) : own;
}

//! What was measured on our own way to it.
void addFigures(QList<DeviceFact> &facts, const WayFigures &figures, const QLocale &locale)
{
    const auto milliseconds = [&locale](Milliseconds span) { return FactWords::tr("%1 ms").arg(locale.toString(qint64(span.count()))); };
    if (figures.connects > 0) {
        facts << DeviceFact{FactWords::tr("Connected"), FactWords::tr("%n time(s)", nullptr, figures.connects)};
        facts << DeviceFact{FactWords::tr("Connecting took"),
                            FactWords::tr("%1, slowest %2").arg(milliseconds(figures.connectTime), milliseconds(figures.slowestConnect))};
    }
    facts << DeviceFact{FactWords::tr("Errors"), locale.toString(figures.errors)};
    facts << DeviceFact{FactWords::tr("Messages"),
                        figures.messagesPerMinute > 0 ? FactWords::tr("%1, %2 a minute")
                                                            .arg(locale.toString(figures.messages), locale.toString(qRound(figures.messagesPerMinute)))
                                                      : locale.toString(figures.messages)};
    if (figures.pollEvery.count() > 0)
        facts << DeviceFact{FactWords::tr("Asks every"), PeerWords::span(figures.pollEvery, locale)};
}

} // namespace

QList<DeviceFact> describeDevice(const DeviceRow &row, qint64 newestCatalog, const QString &since, const QLocale &locale)
{
    const PeerView &peer = row.peer;
    QList<DeviceFact> facts;
    facts << DeviceFact{FactWords::tr("Last heard"), row.heardAgo ? FactWords::tr("%1 ago").arg(PeerWords::span(*row.heardAgo, locale)) : row.heard(locale)};
    if (!since.isEmpty())
        facts << DeviceFact{FactWords::tr("So since"), since};
    facts << DeviceFact{FactWords::tr("Path"), row.path()};
    if (peer.direct && peer.roundTrip.count() > 0)
        facts << DeviceFact{FactWords::tr("There and back"), FactWords::tr("%1 ms").arg(locale.toString(qint64(peer.roundTrip.count())))};
    if (peer.direct)
        facts << DeviceFact{FactWords::tr("Lacks of ours"), locale.toString(peer.lacks)};
    if (peer.figures)
        addFigures(facts, *peer.figures, locale);
    if (peer.role != PeerRole::Server) {
        facts << DeviceFact{FactWords::tr("Waiting for the server"), queue(row, locale)};
        if (peer.pending.value_or(0) > 0 && peer.oldestPendingAge)
            facts << DeviceFact{FactWords::tr("The oldest waits"), PeerWords::span(*peer.oldestPendingAge, locale)};
    }
    if (peer.storage) {
        const QString word = StorageWords::word(*peer.storage);
        facts << DeviceFact{FactWords::tr("Disk"), peer.freeBytes ? FactWords::tr("%1 free").arg(StorageWords::bytes(*peer.freeBytes, locale)) : word};
    }
    facts << DeviceFact{FactWords::tr("Menu"), menu(peer, newestCatalog, locale)};
    if (peer.ordersToday)
        facts << DeviceFact{FactWords::tr("Orders today"), locale.toString(*peer.ordersToday)};
    if (!peer.appVersion.isEmpty())
        facts << DeviceFact{FactWords::tr("Saji"), peer.appVersion};
    if (!peer.id.isEmpty())
        facts << DeviceFact{FactWords::tr("Device"), peer.id.right(8)};
    return facts;
}

} // namespace saji
