// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <store/catalogstore.h>
#include <sync/catalogpuller.h>

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace saji {
class Menu;
}

namespace saji::bench {

//! A server's catalog of many products, and what it answers to a reader, made before anything is measured.
class CatalogPages
{
public:
    explicit CatalogPages(int products);
    ~CatalogPages();

    //! The answer to a request for changes since a version.
    HttpReply answer(const QString &pathAndQuery);
    //! Every page of a first pull, in order.
    const QList<QByteArray> &bodies() const { return m_bodies; }
    qsizetype bytes() const;
    //! Gives `count` products another price, and makes the page that says so.
    void edit(int count, int round);

private:
    struct Store;
    std::unique_ptr<Store> m_store;
    QHash<QString, HttpReply> m_answers; //!< by query
    QList<QByteArray> m_bodies;
};

//! A kiosk's catalog in a folder of its own, which pulls from such pages without a network between.
class CatalogReader
{
public:
    explicit CatalogReader(CatalogPages &pages);
    ~CatalogReader();

    //! Milliseconds for one whole pull: parsed, stored, visible.
    double pull();
    //! Milliseconds from rows on the disk to the menu that screens and prices use.
    double load(std::shared_ptr<const Menu> &menu);
    qint64 version() const;

private:
    struct Kiosk;
    std::unique_ptr<Kiosk> m_kiosk;
};

} // namespace saji::bench
