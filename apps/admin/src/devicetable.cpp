// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicetable.h"

#include <widgets/datatable.h>
#include <widgets/text.h>

#include <QItemSelectionModel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen: a row of the table, its head, and the line below it.
constexpr int rowHeight = 50;
constexpr int headHeight = 48;
constexpr int restHeight = 40;

} // namespace

//! The first rows, without the column that needs room.
class BriefDevices : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    int rows() const { return m_rows; }
    void setRows(int rows)
    {
        if (rows == m_rows)
            return;
        m_rows = rows;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override { return row < m_rows; }
    bool filterAcceptsColumn(int column, const QModelIndex &) const override
    {
        return column != DeviceModel::CatalogColumn && column != DeviceModel::OldestColumn;
    }

private:
    int m_rows = 0;
};

DeviceTable::DeviceTable(DeviceModel &model, Kind kind, QWidget *parent) : Themed(parent), m_model(model), m_table(new DataTable(this))
{
    const bool full = kind == Kind::Full;
    m_table->setObjectName(full ? u"devices"_s : u"devicesBrief"_s);
    if (!full) {
        m_brief = new BriefDevices(this);
        m_brief->setSourceModel(&model);
        connect(&model, &QAbstractItemModel::modelReset, this, &DeviceTable::place);
    }
    m_table->setModel(full ? static_cast<QAbstractItemModel *>(&model) : m_brief);
    m_table->setLampRole(DeviceModel::LampRole);
    m_table->setColumn(DeviceModel::IconColumn, DataTable::Column::Icon, 44);
    m_table->setColumn(DeviceModel::NameColumn, DataTable::Column::Strong);
    m_table->setColumn(DeviceModel::StateColumn, DataTable::Column::State, full ? 210 : 212);
    m_table->setColumn(DeviceModel::HeardColumn, DataTable::Column::Figures, full ? 116 : 100);
    m_table->setColumn(DeviceModel::PathColumn, DataTable::Column::Text, full ? 130 : 112);
    m_table->setColumn(DeviceModel::WaitingColumn, DataTable::Column::Figures, full ? 112 : 100);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (m_brief)
            emit chosen(index.data(DeviceModel::KeyRole).toString());
    });
    if (!full)
        return;
    m_table->setColumn(DeviceModel::OldestColumn, DataTable::Column::Figures, 120);
    m_table->setColumn(DeviceModel::CatalogColumn, DataTable::Column::Figures, 100);
    connect(&model, &QAbstractItemModel::modelReset, this, &DeviceTable::followModel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        // While the rows are laid anew nobody has chosen anything.
        if (m_following || !current.isValid())
            return;
        m_key = current.data(DeviceModel::KeyRole).toString();
        emit chosen(m_key);
    });
    followModel();
}

QString DeviceTable::currentKey() const
{
    return m_model.rows().isEmpty() ? QString() : m_model.rows().at(std::max(0, m_model.rowOf(m_key))).key();
}

void DeviceTable::choose(const QString &key)
{
    m_key = key;
    followModel();
    emit chosen(m_key);
}

void DeviceTable::followModel()
{
    const QScopedValueRollback following(m_following, true);
    const int row = std::max(0, m_model.rowOf(m_key));
    if (m_model.rowCount() == 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, DeviceModel::NameColumn));
    m_table->scrollTo(m_model.index(row, DeviceModel::NameColumn));
}

QString DeviceTable::rest() const
{
    const int hidden = m_brief ? m_model.rowCount() - m_brief->rowCount() : 0;
    return hidden > 0 ? tr("%n more in the list of all devices", nullptr, hidden) : QString();
}

void DeviceTable::place()
{
    const Metrics &m = metrics();
    const int side = m.at24(20);
    QRect box = rect().adjusted(side, m.at24(6), -side, -m.at24(10));
    if (m_brief) {
        const int room = box.height() - m.at24(headHeight);
        const int fit = std::max(1, room / m.at24(rowHeight));
        const bool cut = m_model.rowCount() > fit;
        m_brief->setRows(cut ? std::max(1, (room - m.at24(restHeight)) / m.at24(rowHeight)) : fit);
        if (cut)
            box.setBottom(box.top() + m.at24(headHeight) + m_brief->rows() * m.at24(rowHeight) + m.at24(4));
    }
    m_table->setGeometry(box);
    update();
}

void DeviceTable::resizeEvent(QResizeEvent *)
{
    place();
}

void DeviceTable::themeChanged()
{
    place();
    Themed::themeChanged();
}

void DeviceTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().surface);
    painter.drawRoundedRect(rect(), metrics().radiusAdmin(), metrics().radiusAdmin());
    painter.setPen(colors().ink2);
    const QRectF below(m_table->x() + metrics().at24(8), m_table->geometry().bottom(), m_table->width(), height() - m_table->geometry().bottom());
    drawLine(painter, below, rest(), metrics().font(Type::AdminSmall), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
