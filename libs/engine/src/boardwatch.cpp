// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/boardwatch.h>

#include "logging.h"
#include "tuning.h"

#include <engine/orderbook.h>
#include <store/eventlog.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! The same for equal vectors on every machine, whatever the order of their entries.
quint64 hashOf(const VersionVector &have)
{
    quint64 sum = 0;
    for (auto it = have.entries().cbegin(); it != have.entries().cend(); ++it) {
        quint64 mixed = it.value() * 0x9e3779b97f4a7c15;
        for (const auto byte : it.key().toBytes())
            mixed = (mixed ^ quint8(byte)) * 0x100000001b3;
        sum += mixed ^ (mixed >> 29);
    }
    return sum;
}

} // namespace

BoardWatch::BoardWatch(const Rooms &rooms, QObject *parent) : QObject(parent), m_rooms(rooms) {}

std::optional<BoardDigest> BoardWatch::own() const
{
    if (m_rooms.book.cursor() != m_rooms.log.lastArrival())
        return std::nullopt;
    const auto board = m_rooms.book.digest();
    if (!board)
        return std::nullopt;
    if (m_hashedAt != m_rooms.log.lastArrival()) {
        m_hashedAt = m_rooms.log.lastArrival();
        m_haveHash = hashOf(m_rooms.log.have());
    }
    return BoardDigest{m_haveHash, *board};
}

void BoardWatch::heard(const DeviceId &peer, const QString &name, const BoardDigest &theirs)
{
    auto ours = own();
    if (!ours || ours->have != theirs.have)
        return; // one of us is about to hear something
    if (ours->board == theirs.board) {
        agree(peer, name);
        return;
    }
    auto &doubt = m_doubts[peer];
    if (doubt.ours != *ours || doubt.theirs != theirs)
        doubt = {*ours, theirs, 0, doubt.isTold};
    ++doubt.times;
    if (doubt.isTold)
        return;
    const auto now = m_rooms.clock.steadyNow();
    const bool mayRepair = !m_repairedAt || now - *m_repairedAt >= tuning::repairAtMostEvery;
    if (mayRepair && doubt.times >= tuning::differsUntilRepaired) {
        m_repairedAt = now;
        repair(name);
        doubt.times = 0;
        ours = own();
        if (ours && *ours == theirs)
            agree(peer, name);
    } else if (!mayRepair && doubt.times >= tuning::differsUntilTold) {
        doubt.isTold = true;
        qCWarning(lcEngine).noquote() << m_rooms.log.identity().name << "and" << name
                                      << "know the same facts and show different boards; folding ours again did not help";
        emit changed();
    }
}

void BoardWatch::agree(const DeviceId &peer, const QString &name)
{
    const auto doubt = m_doubts.take(peer);
    if (!doubt.isTold)
        return;
    qCInfo(lcEngine).noquote() << m_rooms.log.identity().name << "and" << name << "show the same board again";
    emit changed();
}

void BoardWatch::repair(const QString &name)
{
    const auto repaired = m_rooms.book.repair(m_rooms.log);
    const auto who = m_rooms.log.identity().name;
    if (!repaired)
        qCWarning(lcEngine).noquote() << who << "cannot fold its board again:" << repaired.error().detail;
    else if (*repaired > 0)
        qCWarning(lcEngine).noquote() << who << "showed another board than" << name << "and has folded" << *repaired << "orders again from its log";
    else
        qCInfo(lcEngine).noquote() << who << "shows another board than" << name << "and has found its own as its log says";
}

bool BoardWatch::differs(const DeviceId &peer) const
{
    const auto doubt = m_doubts.constFind(peer);
    return doubt != m_doubts.cend() && doubt->isTold;
}

} // namespace saji
