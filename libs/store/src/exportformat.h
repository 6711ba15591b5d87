// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/exportfile.h>

#include <QCryptographicHash>
#include <QFile>

namespace saji {

//! How an exported file ends, behind the pages of the database: the manifest (JSON, UTF-8), its length (4 bytes, big endian), the SHA-256 of
//! everything before the hash itself, and eight letters. SQLite reads such a file as it is: its header says how many pages there are.
[[nodiscard]] QByteArray manifestBytes(const ExportManifest &manifest);

//! Hashes and closes a file a piece at a time.
class ExportSeal
{
public:
    //! `pages`: a complete copy of the database.
    ExportSeal(const QString &pages, const ExportManifest &manifest);
    //! True: sealed, and on the disk.
    [[nodiscard]] Result<bool> step();

private:
    [[nodiscard]] Result<void> close();

    QFile m_file;
    QByteArray m_manifest;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_isClosed = false;
};

//! Who a database says it is, and what is in it. Corrupt when it says nothing.
[[nodiscard]] Result<ExportManifest> manifestOf(Database::Private &database, const Clock &clock);

} // namespace saji
