// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/roles.h>

#include <QAbstractListModel>
#include <QHash>

//! As many products as a test wants; counts which rows were looked at.
class TileModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TileModel(int rows, QObject *parent = nullptr) : QAbstractListModel(parent)
    {
        for (int i = 0; i < rows; ++i)
            m_products.append(m_next++);
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_products.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        using namespace Qt::StringLiterals;
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == saji::TitleRole || role == saji::CountRole)
            m_asked.insert(index.row(), m_asked.value(index.row()) + 1);
        switch (role) {
        case saji::TitleRole: return u"Produk %1"_s.arg(m_products.at(index.row()));
        case saji::PriceRole: return u"Rp %1.000"_s.arg(m_products.at(index.row()) + 1);
        case saji::CountRole: return m_counts.value(index.row());
        case saji::SoldOutRole: return m_soldOut == index.row();
        case saji::SoldOutTextRole: return u"Habis"_s;
        case saji::HueRole: return 0x0D4F8Bu;
        default: return {};
        }
    }

    void setRows(int rows)
    {
        beginResetModel();
        m_products.clear();
        for (int i = 0; i < rows; ++i)
            m_products.append(m_next++);
        endResetModel();
    }

    void setCount(int row, int count)
    {
        m_counts.insert(row, count);
        emit dataChanged(index(row), index(row), {saji::CountRole});
    }

    void setSoldOut(int row)
    {
        m_soldOut = row;
        emit dataChanged(index(row), index(row), {saji::SoldOutRole});
    }

    void insert(int row, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        for (int i = 0; i < count; ++i)
            m_products.insert(row, m_next++);
        endInsertRows();
    }

    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_products.remove(row, count);
        endRemoveRows();
    }

    mutable QHash<int, int> m_asked;

private:
    QList<int> m_products;
    int m_next = 0;
    int m_soldOut = -1;
    QHash<int, int> m_counts;
};
