// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/soldoutmodel.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

QStringList kiosksStillSelling(const MenuState &menu, const QList<PeerView> &peers)
{
    const quint64 own = soldOutDigest(menu.soldOut);
    QStringList names;
    for (const PeerView &peer : peers) {
        if (peer.role == PeerRole::Kiosk && !menu.soldOut.isEmpty() && peer.soldOut != own)
            names << peer.name;
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

SoldOutModel::SoldOutModel(OutletId outlet, LanguageSwitch &language, QObject *parent)
    : QAbstractListModel(parent), m_outlet(outlet), m_language(language)
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&m_language, &LanguageSwitch::changed, this, &SoldOutModel::show);
}

void SoldOutModel::attach(MenuService &service)
{
    m_service = &service;
}

void SoldOutModel::setState(const MenuState &state)
{
    m_state = state;
    show();
    lookWhoSells();
}

void SoldOutModel::setSync(const SyncStatus &status)
{
    m_peers = status.peers;
    lookWhoSells();
}

void SoldOutModel::lookWhoSells()
{
    const QStringList names = kiosksStillSelling(m_state, m_peers);
    if (names == m_stillSelling)
        return;
    m_stillSelling = names;
    emit stillSellingChanged();
}

void SoldOutModel::show()
{
    const Menu &menu = *m_state.menu;
    QList<Row> rows;
    for (const Product &product : menu.products()) {
        if (product.outlet != m_outlet)
            continue;
        const Category *category = menu.category(product.category);
        rows << Row{.product = product.id, .name = product.name.in(m_language.language()),
                    .category = category ? category->name.in(m_language.language()) : QString(), .art = product.art,
                    .soldOut = m_state.soldOut.contains(product.id), .withdrawn = !product.available, .place = category ? category->sort : 0};
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        if (a.place != b.place)
            return a.place < b.place;
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    const auto sameProduct = [](const Row &a, const Row &b) { return a.product == b.product; };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameProduct)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    // Menu states arrive often, and a mark is one row: the list must not jump under a finger.
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row) == m_rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(row), index(row));
    }
}

int SoldOutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SoldOutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case NameRole: return row.name;
    case ProductRole: return row.product.value();
    case CategoryRole: return row.category;
    case ArtRole: return row.art;
    case SoldOutRole: return row.soldOut;
    case WithdrawnRole: return row.withdrawn;
    default: return {};
    }
}

QHash<int, QByteArray> SoldOutModel::roleNames() const
{
    return {{NameRole, "name"}, {ProductRole, "product"}, {CategoryRole, "category"}, {ArtRole, "art"},
            {SoldOutRole, "soldOut"}, {WithdrawnRole, "withdrawn"}};
}

int SoldOutModel::rowOf(ProductId product) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.product == product; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QStringList SoldOutModel::soldOutNames() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (row.soldOut)
            names << row.name;
    }
    return names;
}

bool SoldOutModel::toggle(int row)
{
    if (!m_service || row < 0 || row >= m_rows.size() || m_rows.at(row).withdrawn)
        return false;
    m_service->setSoldOut(m_rows.at(row).product, !m_rows.at(row).soldOut);
    return true;
}

} // namespace saji
