// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/menuindex.h>
#include <presentation/menuroles.h>
#include <services/menuservice.h>

#include <QAbstractListModel>

namespace saji {

//! Row 0 is "all outlets", then the outlets in the menu's order. Without outlets it is empty.
class MenuOutletModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MenuOutletModel(QObject *parent = nullptr);

    void setMenu(std::shared_ptr<const Menu> menu);
    void setLanguage(const QString &language);
    OutletId outletAt(int row) const; //!< null for "all outlets"
    int rowOf(OutletId outlet) const; //!< -1 = not there

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const Menu> m_menu;
    QString m_language;
};

//! The categories of one outlet (or of all), best sellers first.
class MenuCategoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MenuCategoryModel(QObject *parent = nullptr);

    void show(std::shared_ptr<const MenuIndex> index, OutletId outlet);
    void setLanguage(const QString &language);
    CategoryId categoryAt(int row) const;
    int rowOf(CategoryId category) const;
    QString titleOf(CategoryId category) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const MenuIndex> m_index;
    OutletId m_outlet;
    QString m_language;
};

//! The products of one outlet and category, out of as many as the catalog has: a list of positions, no copies.
class MenuProductModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MenuProductModel(QObject *parent = nullptr);

    void show(std::shared_ptr<const MenuIndex> index, OutletId outlet, CategoryId category);
    void setSoldOut(const QSet<ProductId> &soldOut);
    //! Portions in the basket by product.
    void setCounts(const QHash<ProductId, int> &counts);
    void setLanguage(const QString &language);
    const Product *productAt(int row) const;
    int rowOf(ProductId product) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isSoldOut(const Product &product) const { return !product.available || m_soldOut.contains(product.id); }
    MenuBadge badgeOf(int row) const;
    QString badgeText(MenuBadge badge) const;

    std::shared_ptr<const MenuIndex> m_index;
    QList<qint32> m_rows; // shared with the index
    CategoryId m_category;
    QSet<ProductId> m_soldOut;
    QHash<ProductId, int> m_counts;
    QString m_language;
};

} // namespace saji
