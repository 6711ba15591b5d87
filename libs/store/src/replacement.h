// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datafolder.h"
#include "storefiles.h"

#include <base/clock.h>

#include <QStringList>

namespace saji {

//! Another database takes the place of a folder's own, which is set aside, never deleted.
//!
//! The new one is built beside the old one. From the moment that it is declared complete the change will happen, whatever happens to
//! power or process in between: who opens the folder next finishes it first (finishReplacement).
class Replacement
{
public:
    //! `asideName`: a folder in the data folder that is not there yet.
    Replacement(const DataFolder &folder, const StoreFiles &files, const QString &asideName);
    //! What is not installed is removed.
    ~Replacement();
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;

    //! Where to build the new database.
    QString building() const;
    //! Forgets what has been built so far.
    [[nodiscard]] Result<void> startOver();
    //! Another file or folder of the data folder that leaves with the old database; fine when there is none.
    void setAsideToo(const QString &path) { m_others.append(path); }
    //! The new database is complete and closed.
    [[nodiscard]] Result<void> install();
    QString aside() const;

private:
    const DataFolder &m_folder;
    StoreFiles m_files;
    QString m_asideName;
    QStringList m_others;
};

//! Finishes a change that was cut short after its new database was complete; forgets one that was cut short before.
[[nodiscard]] Result<void> finishReplacement(const DataFolder &folder, const StoreFiles &files);

//! "damaged-20250615T100000Z", with a number behind it when there is one already.
[[nodiscard]] QString freeAsideName(const DataFolder &folder, QLatin1StringView prefix, Milliseconds wall);
//! 20250615T100000Z: what wall times look like in names of files.
[[nodiscard]] QString timeInNames(Milliseconds wall);

} // namespace saji
