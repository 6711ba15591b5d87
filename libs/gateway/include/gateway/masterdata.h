// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/router.h>
#include <services/menuservice.h>
#include <store/catalogstore.h>

#include <QObject>

#include <map>
#include <set>

namespace saji {

class Node;

//! Answers what web clients ask of the menu (docs/protocol.md section 2.3): products, categories, promotions, outlets and stores, whole or
//! as changes since a version, from JSON that was made once, when its row changed.
//!
//! Lives on the node's thread; the node must outlive it.
class MasterData : public QObject
{
    Q_OBJECT

public:
    explicit MasterData(Node &node, QObject *parent = nullptr);

    void addRoutes(Router &router);

private:
    //! One thing as web clients see it. Its version is the highest of the rows that it is made from.
    struct Entry
    {
        qint64 version = 0;
        std::set<OutletId> outlets; //!< it concerns these; empty = all
        QByteArray json;
    };
    struct List
    {
        QString key; //!< "products"
        QString kind;
        std::map<qint64, Entry> entries; //!< by id
        std::multimap<qint64, qint64> byVersion; //!< version -> ids, live and withdrawn; those who share a part share its version
    };
    struct Row
    {
        qint64 version = 0;
        qint64 changedMs = 0;
        bool deleted = false;
    };

    void takeMenu(const MenuState &state);
    [[nodiscard]] Result<void> readRows();
    void refreshEntries();
    template<class Thing, class Make>
    void refresh(List &list, const QList<Thing> &things, Make make);
    //! Of the row itself, and of others that its JSON is made from.
    Row rowOf(const QString &kind, const QString &id) const { return m_rows.value({kind, id}); }

    HttpResponse list(const List &list, const HttpRequest &request) const;
    HttpResponse store(const HttpRequest &request) const;
    QByteArray page(const List &list, qint64 since, int limit, OutletId outlet) const;
    QByteArray soldOutList() const;
    QByteArray tag() const;
    std::optional<HttpResponse> refusal(const QString &store) const;

    Node &m_node;
    MenuState m_state;
    CatalogVersion m_version; //!< of what is kept here
    quint64 m_digest = 0;
    QHash<std::pair<QString, QString>, Row> m_rows;
    List m_products{QStringLiteral("products"), QStringLiteral("product"), {}, {}};
    List m_categories{QStringLiteral("categories"), QStringLiteral("category"), {}, {}};
    List m_promotions{QStringLiteral("promotions"), QStringLiteral("promotion"), {}, {}};
    List m_outlets{QStringLiteral("outlets"), QStringLiteral("outlet"), {}, {}};
    QByteArray m_store;
};

} // namespace saji
