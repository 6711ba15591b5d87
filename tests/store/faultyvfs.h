// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! A disk that fails on command: a SQLite VFS over the default one. One per process, shared by all databases opened with its name.
class FaultyVfs
{
public:
    enum class Fault { None, DiskFull, ReadOnly, Broken };

    //! Registers it at the first call.
    static QString name();
    //! From now on every write and sync fails this way, after `spared` more of them have gone well.
    static void fail(Fault fault, int spared = 0);
    static void heal() { fail(Fault::None); }
    //! Syncs of files since the last call: what a commit costs.
    static int takeSyncs();
};

//! Restores the disk at the end of a test, however that ends.
struct HealedAtEnd
{
    ~HealedAtEnd() { FaultyVfs::heal(); }
};

} // namespace saji
