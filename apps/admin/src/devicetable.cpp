// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicetable.h"

#include <widgets/datatable.h>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace saji {

DeviceTable::DeviceTable(DeviceModel &model, Kind kind, QWidget *parent) : Themed(parent), m_table(new DataTable(this))
{
    const bool full = kind == Kind::Full;
    m_table->setObjectName(full ? u"devices"_s : u"devicesBrief"_s);
    m_table->setModel(&model);
    m_table->setLampRole(DeviceModel::LampRole);
    m_table->setColumn(DeviceModel::IconColumn, DataTable::Column::Icon, 44);
    m_table->setColumn(DeviceModel::NameColumn, DataTable::Column::Strong);
    m_table->setColumn(DeviceModel::StateColumn, DataTable::Column::State, full ? 240 : 190);
    m_table->setColumn(DeviceModel::HeardColumn, DataTable::Column::Figures, full ? 170 : 120);
    m_table->setColumn(DeviceModel::PathColumn, DataTable::Column::Text, full ? 260 : 150);
    m_table->setColumn(DeviceModel::WaitingColumn, DataTable::Column::Figures, full ? 170 : 120);
    m_table->setColumn(DeviceModel::CatalogColumn, DataTable::Column::Figures, 150);
    m_table->setColumnHidden(DeviceModel::CatalogColumn, !full);
}

void DeviceTable::place()
{
    const int side = metrics().at24(20);
    m_table->setGeometry(rect().adjusted(side, metrics().at24(6), -side, -metrics().at24(10)));
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
}

} // namespace saji
