// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QList>
#include <QString>

namespace saji {

//! What may happen in a simulated restaurant.
enum class Happening : quint8 {
    // Guests, cooks, managers
    Order,
    OrderAgain, //!< a basket that was confirmed, refused or never answered is confirmed once more
    Advance,
    Recall,
    Cancel,
    Rush, //!< every screen that shows one ticket does something with it in the same moment
    SoldOut,
    EditPrice,
    Withdraw, //!< a product leaves the menu, or comes back
    // Lines between two devices
    CutLine,
    LineDown,
    FreezeLine, //!< half-open
    FreezeOneWay,
    SlowLine,
    RefuseSocket, //!< a proxy that knows no WebSocket: polling only
    ResendFrame,
    TearFrame,
    HoldFrame, //!< a frame comes up after the reconnect
    HealLine,
    // Processes and power
    Stop, //!< SIGSTOP
    GoOn,
    SwitchOff,
    Kill,
    PowerCut,
    KillAtWrite,
    PowerCutAtWrite,
    SwitchOn,
    // Disks
    DiskFull,
    DiskReadOnly,
    DiskError,
    DiskWell,
    CorruptPage,
    KeepImage, //!< somebody copies the disk …
    RestoreImage, //!< … and puts the copy back, later
    Reimage, //!< a fresh device under the old letter
    // Clocks
    JumpClock,
    Count,
};

[[nodiscard]] QLatin1StringView happeningWord(Happening happening);

//! One thing that happens. Its numbers are made into a device, a product, a duration … where it happens, so that a plan stays valid when
//! others are taken out of it.
struct Step
{
    Milliseconds at{0}; //!< since opening time
    Happening what = Happening::Order;
    quint64 a = 0, b = 0, c = 0;
};

using Plan = QList<Step>;

//! A lunch: everything that happens within `length`, drawn from `seed` alone. Each kind of fault has a rate of its own, drawn from the
//! seed: absent in about a third of the lunches, up to three times the usual in others, so that no fault hides another for ever.
//! `storminess` scales all of them; 0 = a quiet day.
[[nodiscard]] Plan drawPlan(quint64 seed, Milliseconds length, double storminess = 1.0);

} // namespace saji
