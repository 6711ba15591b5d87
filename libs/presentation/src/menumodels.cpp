// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/menumodels.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// A dish a little hot is what most people expect; the badge warns from the second chilli on.
constexpr int spicyFrom = 2;
// Among nothing but favourites the word says nothing; only the first ones keep it.
constexpr int favouritesNamed = 2;

void allChanged(QAbstractListModel *model, const QList<int> &roles)
{
    if (const int rows = model->rowCount())
        emit model->dataChanged(model->index(0), model->index(rows - 1), roles);
}

} // namespace

MenuOutletModel::MenuOutletModel(QObject *parent) : QAbstractListModel(parent), m_menu(std::make_shared<const Menu>()) {}

void MenuOutletModel::setMenu(std::shared_ptr<const Menu> menu)
{
    beginResetModel();
    m_menu = std::move(menu);
    endResetModel();
}

void MenuOutletModel::setLanguage(const QString &language)
{
    m_language = language;
    allChanged(this, {MenuRole::Title, MenuRole::Subtitle});
}

OutletId MenuOutletModel::outletAt(int row) const
{
    return row >= 1 && row < rowCount() ? m_menu->outlets().at(row - 1).id : OutletId();
}

int MenuOutletModel::rowOf(OutletId outlet) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (outletAt(row) == outlet)
            return row;
    }
    return -1;
}

int MenuOutletModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_menu->outlets().isEmpty() ? 0 : int(m_menu->outlets().size()) + 1;
}

QVariant MenuOutletModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == 0) {
        switch (role) {
        case MenuRole::Title: return tr("All outlets");
        case MenuRole::Id: return qint64(0);
        case MenuRole::Icon: return u"grid"_s;
        default: return {};
        }
    }
    const Outlet &outlet = m_menu->outlets().at(index.row() - 1);
    switch (role) {
    case MenuRole::Title: return outlet.name;
    case MenuRole::Id: return outlet.id.value();
    case MenuRole::Subtitle: return outlet.tagline.in(m_language);
    case MenuRole::Monogram: return outlet.monogram;
    case MenuRole::Hue: return outlet.hue;
    default: return {};
    }
}

MenuCategoryModel::MenuCategoryModel(QObject *parent) : QAbstractListModel(parent), m_index(std::make_shared<const MenuIndex>()) {}

void MenuCategoryModel::show(std::shared_ptr<const MenuIndex> index, OutletId outlet)
{
    beginResetModel();
    m_index = std::move(index);
    m_outlet = outlet;
    endResetModel();
}

void MenuCategoryModel::setLanguage(const QString &language)
{
    m_language = language;
    allChanged(this, {MenuRole::Title});
}

CategoryId MenuCategoryModel::categoryAt(int row) const
{
    return m_index->categories(m_outlet).value(row);
}

int MenuCategoryModel::rowOf(CategoryId category) const
{
    return int(m_index->categories(m_outlet).indexOf(category));
}

QString MenuCategoryModel::titleOf(CategoryId category) const
{
    if (category == MenuIndex::bestSellers)
        return tr("Favourites");
    const Category *known = m_index->menu().category(category);
    return known ? known->name.in(m_language) : QString();
}

int MenuCategoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_index->categories(m_outlet).size());
}

QVariant MenuCategoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CategoryId id = categoryAt(index.row());
    switch (role) {
    case MenuRole::Title: return titleOf(id);
    case MenuRole::Id: return id.value();
    case MenuRole::Art: {
        const Category *category = m_index->menu().category(id);
        if (category && !category->art.isEmpty())
            return category->art;
        const auto &products = m_index->products(m_outlet, id);
        return products.isEmpty() ? QString() : m_index->menu().products().at(products.first()).art;
    }
    default: return {};
    }
}

MenuProductModel::MenuProductModel(QObject *parent) : QAbstractListModel(parent), m_index(std::make_shared<const MenuIndex>()) {}

void MenuProductModel::show(std::shared_ptr<const MenuIndex> index, OutletId outlet, CategoryId category)
{
    beginResetModel();
    m_index = std::move(index);
    m_rows = m_index->products(outlet, category);
    m_category = category;
    endResetModel();
}

void MenuProductModel::setSoldOut(const QSet<ProductId> &soldOut)
{
    if (m_soldOut == soldOut)
        return;
    const QSet<ProductId> before = std::exchange(m_soldOut, soldOut);
    for (int row = 0; row < rowCount(); ++row) {
        const ProductId id = productAt(row)->id;
        if (before.contains(id) != m_soldOut.contains(id))
            emit dataChanged(index(row), index(row), {MenuRole::SoldOut, MenuRole::SoldOutText});
    }
}

void MenuProductModel::setLanguage(const QString &language)
{
    m_language = language;
    allChanged(this, {MenuRole::Title, MenuRole::Price, MenuRole::Badge, MenuRole::SoldOutText});
}

void MenuProductModel::setCounts(const QHash<ProductId, int> &counts)
{
    // Row by row: what the basket did not touch must not even blink.
    const auto before = std::exchange(m_counts, counts);
    for (int row = 0; row < rowCount() && (!before.isEmpty() || !counts.isEmpty()); ++row) {
        const ProductId id = productAt(row)->id;
        if (before.value(id) != m_counts.value(id))
            emit dataChanged(index(row), index(row), {MenuRole::Count});
    }
}

const Product *MenuProductModel::productAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_index->menu().products().at(m_rows.at(row)) : nullptr;
}

int MenuProductModel::rowOf(ProductId product) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (productAt(row)->id == product)
            return row;
    }
    return -1;
}

int MenuProductModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MenuProductModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Product &product = *productAt(index.row());
    const Outlet *outlet = m_index->menu().outlet(product.outlet);
    switch (role) {
    case MenuRole::Title: return product.name.in(m_language);
    case MenuRole::Id: return product.id.value();
    case MenuRole::Art: {
        if (!product.art.isEmpty())
            return product.art;
        const Category *category = m_index->menu().category(product.category);
        return category ? category->art : QString();
    }
    case MenuRole::Subtitle: return outlet ? outlet->name : QString();
    case MenuRole::Price: return displayMoney(product.price, m_language);
    case MenuRole::Monogram: return outlet ? outlet->monogram : QString();
    case MenuRole::Hue: return outlet ? outlet->hue : 0u;
    case MenuRole::Badge: return badgeText(badgeOf(index.row()));
    case MenuRole::BadgeKind: return int(badgeOf(index.row()));
    case MenuRole::Count: return m_counts.value(product.id);
    case MenuRole::SoldOut: return isSoldOut(product);
    case MenuRole::SoldOutText: return tr("Sold out today");
    default: return {};
    }
}

MenuBadge MenuProductModel::badgeOf(int row) const
{
    const Product &product = *productAt(row);
    if (product.bestSeller && (m_category != MenuIndex::bestSellers || row < favouritesNamed))
        return MenuBadge::BestSeller;
    if (product.spice >= spicyFrom)
        return MenuBadge::Spicy;
    return product.vegetarian ? MenuBadge::Vegetarian : MenuBadge::None;
}

QString MenuProductModel::badgeText(MenuBadge badge) const
{
    switch (badge) {
    case MenuBadge::None: return QString();
    case MenuBadge::BestSeller: return tr("Favourite");
    case MenuBadge::Spicy: return tr("Spicy");
    case MenuBadge::Vegetarian: return tr("Vegetarian");
    }
    return {};
}

} // namespace saji
