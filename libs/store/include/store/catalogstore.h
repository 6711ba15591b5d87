// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <store/database.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace saji {

class Random;

//! One row of master data; the store does not look inside `doc` (JSON). A deleted row is a tombstone: it has a version and no doc.
struct CatalogRow
{
    QString kind;       //!< "store", "outlet", "station", "category", "modifier_group", "product" …
    QString id;         //!< "17", or a code
    qint64 version = 0; //!< the number of the change in the ONE counter of the store
    bool deleted = false;
    QByteArray doc;
    qint64 changedMs = 0; //!< wall time of the change at the writer, a label; 0 = not known

    friend bool operator==(const CatalogRow &a, const CatalogRow &b)
    {
        return a.kind == b.kind && a.id == b.id && a.version == b.version && a.deleted == b.deleted && a.doc == b.doc;
    }
};

//! A version counts only together with its epoch, which the server draws anew when its catalog is created or restored.
struct CatalogVersion
{
    QString epoch; //!< empty = no catalog yet
    qint64 version = 0;

    friend bool operator==(const CatalogVersion &, const CatalogVersion &) = default;
};

//! The catalog of one store: versioned rows with tombstones. The server writes them; every other node keeps a copy by pulling.
//!
//! Lives on the thread of its database.
class CatalogStore
{
public:
    struct Page
    {
        CatalogVersion current;
        QList<CatalogRow> changes; //!< in version order
        bool hasMore = false;
        Milliseconds checkedAgo{0}; //!< when the source itself was last known to be current; 0 at the writer
        std::optional<quint64> digest = {}; //!< of the whole catalog at `current`; nullopt = the source does not say
    };

    [[nodiscard]] static Result<std::unique_ptr<CatalogStore>> open(Database &database, const Clock &clock);
    ~CatalogStore();

    //! What screens may show: only complete pulls count.
    CatalogVersion version() const;
    //! Of all rows of version(), tombstones too: two nodes with one epoch, version and digest have the same catalog.
    quint64 digest() const;
    //! Wall time of the last completed pull or version check that found us current; 0 = never.
    qint64 checkedAtMs() const;
    //! A source that was itself current `ago` says that we are; never takes a later check back.
    [[nodiscard]] Result<void> markChecked(Milliseconds ago = Milliseconds(0));
    //! How long ago that was by this device's wall clock; 0 at the writer, nullopt = never.
    std::optional<Milliseconds> checkedAgo() const;
    //! True where replaceAll() has written the rows: such a catalog is current by definition.
    bool isWriter() const;

    //! --- writing, on the server: makes the catalog equal to `rows` (kind, id, doc), giving each change the next version and
    //! withdrawing what is absent, in one transaction. Unchanged rows keep their version. Returns the number of changes.
    [[nodiscard]] Result<int> replaceAll(const QList<CatalogRow> &rows, Random &random);
    //! Writes some rows (a deleted one withdraws) and leaves the others; numbered and counted likewise.
    [[nodiscard]] Result<int> change(const QList<CatalogRow> &rows, Random &random);
    //! Gives every live row of a kind (empty = of all kinds) a new version, so that every device pulls it again. Conflict: not the writer.
    [[nodiscard]] Result<int> invalidate(const QString &kind, Random &random);
    //! Somebody has more of our history than we do: this file was restored from a backup. All readers start over. Conflict: not the writer.
    [[nodiscard]] Result<void> renewEpoch(Random &random);

    //! --- serving: rows changed since `version`, at most `limit`; a reader of another epoch asks from 0.
    [[nodiscard]] Result<Page> changesSince(qint64 version, int limit) const;

    //! --- pulling: one page, one transaction, kept aside until the page without hasMore is in, then visible at once.
    //! Conflict: an older source, or a page for the writer itself. A page of another epoch than pulled() starts from 0 and replaces
    //! everything when its pull completes. Malformed: not in version order, or not the continuation of pulled(). A complete pull that
    //! does not come to the digest of its source is dropped and starts over from 0 (pulled() says so); Malformed when it did already.
    [[nodiscard]] Result<void> applyPage(const Page &page);
    //! The next page starts from 0 and replaces everything when its pull completes: our copy is of another history.
    [[nodiscard]] Result<void> startOver(const QString &epoch);
    //! Where the pull stands (it resumes after a cut).
    CatalogVersion pulled() const;
    //! After a pull, when nobody waits: puts in its place on the disk what was only written aside.
    [[nodiscard]] Result<void> settle();

    //! Calls `visit` for each live row of a kind, in id order (as text), without copying the table.
    [[nodiscard]] Result<void> forEach(const QString &kind,
                                       const std::function<void(const QString &id, const QByteArray &doc)> &visit) const;
    //! Calls `visit` for each live row of every kind, in no order, without a copy of anything: the views hold during the call.
    using Visit = std::function<void(QByteArrayView kind, QByteArrayView id, QByteArrayView doc)>;
    [[nodiscard]] Result<void> forEach(const Visit &visit) const;
    //! How many rows there are, withdrawn ones too.
    [[nodiscard]] Result<qsizetype> size() const;
    //! Rows of one kind changed since `version`, tombstones too, at most `limit`, in version order.
    [[nodiscard]] Result<QList<CatalogRow>> changesOf(const QString &kind, qint64 version, int limit) const;

private:
    CatalogStore();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
