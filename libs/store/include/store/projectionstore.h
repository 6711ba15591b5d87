// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/database.h>

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace saji {

//! One row of a projection; the store does not look inside `body`.
struct ProjectionRow
{
    QByteArray key;
    QByteArray body;
    bool open = false; //!< rows that a screen needs at start
};

//! Keeps one projection of the log on disk: rows, and how far it has read, changed together in one transaction.
//!
//! Commits are atomic but not forced to the disk one by one: after a power cut a projection may stand a little behind the log, never
//! before it, and folds the rest again. Lives on the thread of its database.
class ProjectionStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ProjectionStore>> open(Database &database, const QString &name, int formatVersion);
    ~ProjectionStore();

    //! The arrival up to which the log has been folded; 0 for a new one, or one of another formatVersion (it is rebuilt).
    qint64 cursor() const;
    [[nodiscard]] Result<void> commit(qint64 cursor, const QList<ProjectionRow> &changed);
    [[nodiscard]] Result<std::optional<QByteArray>> body(const QByteArray &key) const;
    //! By last change, oldest first.
    [[nodiscard]] Result<QList<ProjectionRow>> openRows() const;
    //! The newest rows by last change, newest first.
    [[nodiscard]] Result<QList<ProjectionRow>> latest(int limit) const;
    [[nodiscard]] Result<qint64> count() const;
    [[nodiscard]] Result<qint64> openCount() const;

private:
    ProjectionStore();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
