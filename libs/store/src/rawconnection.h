// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

struct sqlite3;

namespace saji {

//! A connection beside Qt's, straight to SQLite: to copies and to damaged files, which nobody else has open.
class RawConnection
{
public:
    enum class Mode {
        Create, //!< a new file, written without a journal and without syncs: whoever wants it kept does that at the end
        Immutable, //!< read only, and nothing is made beside the file
        Damaged, //!< reads what a store's file and its write-ahead log still say, and leaves both as they are
    };

    RawConnection() = default;
    ~RawConnection() { close(); }
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    [[nodiscard]] Result<void> open(const QString &file, Mode mode, const QString &vfs = {});
    void close();
    [[nodiscard]] Result<void> exec(const char *sql);
    [[nodiscard]] Result<qint64> number(const char *sql);
    [[nodiscard]] Result<QString> text(const char *sql);
    sqlite3 *handle() const { return m_connection; }

private:
    sqlite3 *m_connection = nullptr;
};

//! By URI, because that is the only way to name a VFS through Qt's driver, and to call a file immutable.
[[nodiscard]] QString sqliteUri(const QString &file, const QString &vfs, bool isImmutable = false);

} // namespace saji
