// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a log does when it may not be the only one that remembers its past: goes on under a new epoch.

#include "eventlogprivate.h"
#include "identityrow.h"
#include "logging.h"

#include <base/random.h>

#include <QCryptographicHash>
#include <QtEndian>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! An epoch that nobody has drawn before: the boot is another one than that of the old epoch, and of any other disk that was put back.
quint64 epochAfter(const Origin &old, const Clock &clock)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(old.toString().toUtf8());
    hash.addData(clock.bootId());
    hash.addData(QByteArray::number(qint64(clock.wallNow().count())) + ' ' + QByteArray::number(qint64(clock.steadyNow().count())));
    return (qFromBigEndian<quint64>(hash.result().constData()) >> 1) | 1;
}

} // namespace

Result<void> EventLog::Private::goOnAs(const Origin &fresh, quint64 kept)
{
    const auto old = identity.origin;
    const auto freshId = table.nextId(0);
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto done = storeEpoch(database, fresh.epoch); !done)
        return done;
    if (const auto done = table.insertOrigin(freshId, fresh); !done)
        return done;
    if (const auto done = table.move(table.idOf(old), kept, freshId); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    table.noteOrigin(freshId, fresh);
    identity.origin = fresh;
    VersionVector have;
    for (auto it = state.have.entries().cbegin(); it != state.have.entries().cend(); ++it)
        have.raise(it.key(), it.key() == old ? kept : it.value());
    have.raise(fresh, state.have.upTo(old) - kept);
    state.have = have;
    return {};
}

Result<void> EventLog::adoptOwnPast(quint64 sharedUpTo, Random &random)
{
    // What has been trimmed, and the one above it that stayed, had reached the server: nobody knows another past up to there.
    const auto trimmed = d->state.floor.upTo(d->identity.origin);
    const auto kept = qMax(qMin(ownSeq(), sharedUpTo), trimmed > 0 ? trimmed + 1 : 0);
    const Origin fresh{d->identity.origin.device, drawEpoch(random)};
    if (const auto done = d->goOnAs(fresh, kept); !done) {
        d->hasFailed(*this, done.error());
        return done;
    }
    d->isPastCertain = true;
    qCWarning(lcStore).noquote() << d->identity.name << "was restored from a backup: going on as" << fresh.toString() << "after event" << kept;
    emit originChanged(fresh);
    return {};
}

bool EventLog::isPastCertain() const
{
    return d->isPastCertain;
}

void EventLog::confirmOwnPast()
{
    d->isPastCertain = true;
}

Result<void> EventLog::leavePastBehind()
{
    if (d->isPastCertain)
        return {};
    const Origin fresh{d->identity.origin.device, epochAfter(d->identity.origin, d->clock)};
    if (const auto done = d->goOnAs(fresh, ownSeq()); !done) {
        d->hasFailed(*this, done.error());
        return done;
    }
    d->isPastCertain = true;
    qCInfo(lcStore).noquote() << d->identity.name << "has booted and nobody could say yet whether its past is whole: going on as" << fresh.toString();
    emit originChanged(fresh);
    return {};
}

} // namespace saji
