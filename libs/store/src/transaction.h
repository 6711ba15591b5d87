// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>

namespace saji {

//! All or nothing, by scope: what is not committed is rolled back.
class Transaction
{
public:
    enum class Durability {
        Full, //!< on the disk when commit() returns
        //! Atomic and in order, but a power cut may take the last ones back: for what can be derived or fetched again.
        Lazy,
        //! The same, and the write-ahead log is not copied home on the way: for many pages at once, with a Database::Private::settle() after.
        Bulk,
    };

    explicit Transaction(Database::Private &database, Durability durability = Durability::Full);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    //! Internal when one is open already: they do not nest.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

private:
    void end();

    Database::Private &m_database;
    Durability m_durability;
    bool m_open = false;
};

} // namespace saji
