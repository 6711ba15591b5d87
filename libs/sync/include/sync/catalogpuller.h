// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <base/scheduler.h>
#include <store/catalogstore.h>
#include <transport/dialers.h>
#include <transport/http.h>

#include <QObject>

#include <memory>

namespace saji {

//! Keeps this node's catalog as new as the newest it can reach: at start, on a hint, on reconnect, every hour.
//!
//! One pull in flight; sources are asked in the order they were added (server first, then hub); what is not newer is not taken.
//! Never fails for good: errors are reported by `failed` and tried again with backoff. Lives on the thread of the catalog.
class CatalogPuller : public QObject
{
    Q_OBJECT

public:
    CatalogPuller(CatalogStore &catalog, const Clock &clock, Scheduler &scheduler, Random &random, QObject *parent = nullptr);
    ~CatalogPuller() override;

    //! Whose catalog is wanted: a source of another store then refuses, instead of handing out a stranger's menu.
    void setStore(const QString &store);
    void addSource(const QString &name, std::unique_ptr<HttpClient> client);
    //! A peer says that it has this version; pulls when that is news. Of the writer, less than we have is news as well.
    void hint(const CatalogVersion &version, bool isWriter = false);
    //! Asks now, whatever is known.
    void refresh();
    bool isPulling() const;

signals:
    //! A complete newer catalog is visible.
    void changed();
    //! Asked, and nothing newer: the catalog is current as of now.
    void confirmed();
    void failed(const saji::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! The answer of GET /api/catalog/?since_version=N&limit=M (docs/protocol.md section 1), the same on every node.
[[nodiscard]] HttpResponse serveCatalog(const CatalogStore &catalog, const HttpRequest &request);

} // namespace saji
