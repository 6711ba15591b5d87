// SPDX-License-Identifier: GPL-3.0-or-later
//
// What LD_PRELOAD brings into a program before its main().

#include "powercut.h"

#include <cstdio>
#include <cstdlib>

namespace {

[[gnu::constructor]] void unplugged()
{
    if (!saji::losePowerWhenKilled()) {
        std::fputs("saji-powercut: SQLite does not take the disk that loses what is not synced\n", stderr);
        std::abort();
    }
}

} // namespace
