// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <pairkit/pairingstep.h>

namespace saji {

//! --pair CODE and --unpaired. `onlyFor` as in ProgramOption.
void addPairOption(ProgramOptions &options, const QStringList &onlyFor = {});
//! The code that was given; nullopt = none.
[[nodiscard]] std::optional<PairCode> pairCodeOf(const ProgramOptions &options);

//! Pairs, when a code was given and the device is not paired yet. Needs a QCoreApplication, runs its loop. nullopt = go on; else all has
//! been said, and this is why.
[[nodiscard]] std::optional<Error> pairBeforeStart(const ProgramOptions &options, const PairingOrder &order);

} // namespace saji
