// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes wrong in a simulated lunch: lines, processes, disks, clocks.

#include <simulation/lunch.h>

#include "choose.h"
#include "tuning.h"

namespace saji {
using namespace Qt::StringLiterals;

void Lunch::performOnLine(const Step &step)
{
    const auto line = m_lines.at(qsizetype(step.a % quint64(m_lines.size())));
    const auto &[a, b] = line;
    note(u"%1 %2 - %3"_s.arg(happeningWord(step.what), a, b));
    Switchboard &network = m_restaurant.network();
    const bool forth = step.b % 2 == 0;
    const auto &from = forth ? a : b;
    const auto &to = forth ? b : a;
    switch (step.what) {
    case Happening::CutLine: return network.cut(a, b);
    case Happening::LineDown: return network.setDown(a, b);
    case Happening::FreezeLine: return network.freeze(a, b);
    case Happening::FreezeOneWay: return network.freezeOneWay(from, to);
    case Happening::SlowLine: return network.setDelay(a, b, Milliseconds(50 + step.c % 1500));
    case Happening::RefuseSocket: return network.refuse(a, b, LinkKind::WebSocket);
    case Happening::ResendFrame: return network.resendNext(from, to);
    case Happening::TearFrame: return network.tearNext(from, to);
    case Happening::HoldFrame: return network.holdNext(from, to);
    default: return healLine(line);
    }
}

void Lunch::healLine(const std::pair<QString, QString> &line)
{
    const auto &[a, b] = line;
    Switchboard &network = m_restaurant.network();
    network.setDown(a, b, false);
    network.freezeOneWay(a, b, false);
    network.freezeOneWay(b, a, false);
    network.setDelay(a, b, Milliseconds(0));
    network.refuse(a, b, LinkKind::WebSocket, false);
}

void Lunch::performOnProcess(const Step &step)
{
    using enum Happening;
    auto *box = choose(step.a, [&step](Box &candidate) {
        switch (step.what) {
        case SwitchOn: return !candidate.device().isOn();
        case GoOn: return candidate.device().isStopped();
        case JumpClock: return true;
        default: return candidate.isUsable();
        }
    });
    if (!box)
        return;
    note(u"%1: %2"_s.arg(box->name(), happeningWord(step.what)));
    switch (step.what) {
    case Stop: return box->device().setStopped(true);
    case GoOn: return box->device().setStopped(false);
    case SwitchOff: return box->switchOff();
    case Kill: return kill(*box, false);
    case PowerCut: return kill(*box, true);
    case KillAtWrite: return box->disk().dieAtOperation(1 + step.b % tuning::writesUntilDeath, false);
    case PowerCutAtWrite: return box->disk().dieAtOperation(1 + step.b % tuning::writesUntilDeath, true);
    case SwitchOn: return switchOn(*box);
    default: break;
    }
    const auto by = Milliseconds(qint64(step.b % quint64(2 * tuning::clockSkew.count())) - tuning::clockSkew.count());
    box->device().clock.jumpWall(by);
    for (const auto &any : m_boxes)
        any->clockWasSet = true;
}

void Lunch::kill(Box &box, bool powerCut)
{
    ++m_outcome.deaths;
    if (powerCut)
        box.disk().cutPower();
    else
        box.disk().killProcess();
    box.switchOff();
}

void Lunch::switchOn(Box &box)
{
    if (!box.switchOn())
        note(u"  it does not start: "_s + box.device().openError->detail);
}

void Lunch::performOnDisk(const Step &step)
{
    using enum Happening;
    auto *box = choose(step.a, [&step](Box &candidate) {
        switch (step.what) {
        case DiskWell: return candidate.fault() != FaultyDisk::Fault::None;
        case DiskFull:
        case DiskReadOnly:
        case DiskError: return true;
        // The server's disk is backed up by those who run it, under an epoch of its own; see README.md.
        default: return !candidate.isServer();
        }
    });
    if (!box)
        return;
    note(u"%1: %2"_s.arg(box->name(), happeningWord(step.what)));
    switch (step.what) {
    case DiskFull: return box->setFault(FaultyDisk::Fault::Full);
    case DiskReadOnly: return box->setFault(FaultyDisk::Fault::ReadOnly);
    case DiskError: return box->setFault(FaultyDisk::Fault::IoError);
    case DiskWell: return box->setFault(FaultyDisk::Fault::None);
    case CorruptPage: return box->corruptPage();
    case KeepImage: return box->keepImage();
    case Reimage: return box->reimage();
    default: box->restoreImage();
    }
}

} // namespace saji
