// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxtable.h"

#include <presentation/outboxwords.h>
#include <widgets/datatable.h>

#include <QItemSelectionModel>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

OutboxTable::OutboxTable(OutboxModel &model, Kind kind, QWidget *parent) : Themed(parent), m_model(model), m_table(new DataTable(this))
{
    const bool waiting = kind == Kind::Waiting;
    m_table->setObjectName(waiting ? u"waiting"_s : u"quarantine"_s);
    m_table->setModel(&model);
    m_table->setLampRole(OutboxModel::LampRole);
    m_table->setSteps(OutboxWords::signsOfAll(), OutboxModel::StepsRole);
    m_table->setColumn(OutboxModel::NumberColumn, DataTable::Column::Strong, 110);
    m_table->setColumn(OutboxModel::DeviceColumn, DataTable::Column::Text, 130);
    m_table->setColumn(OutboxModel::PlacedColumn, DataTable::Column::Text, 110);
    m_table->setColumn(OutboxModel::AgeColumn, DataTable::Column::Figures, 120);
    m_table->setColumn(OutboxModel::StepsColumn, DataTable::Column::Steps, 200);
    m_table->setColumn(OutboxModel::StateColumn, DataTable::Column::State);
    m_table->setColumn(OutboxModel::TotalColumn, DataTable::Column::Figures, 130);
    m_table->setColumnHidden(OutboxModel::TotalColumn, waiting);
    m_table->setColumnHidden(OutboxModel::StepsColumn, !waiting);
    connect(&model, &QAbstractItemModel::modelReset, this, &OutboxTable::followModel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        // While the rows are laid anew nobody has chosen anything.
        if (m_following || !current.isValid())
            return;
        m_order = m_model.orders().at(current.row()).id;
        emit chosen();
    });
    followModel();
}

OrderId OutboxTable::currentOrder() const
{
    return m_model.orders().isEmpty() ? OrderId() : m_model.orders().at(std::max(0, m_model.rowOf(m_order))).id;
}

void OutboxTable::followModel()
{
    if (m_model.rowCount() == 0)
        return;
    {
        const QScopedValueRollback following(m_following, true);
        const QModelIndex row = m_model.index(std::max(0, m_model.rowOf(m_order)), OutboxModel::NumberColumn);
        m_table->setCurrentIndex(row);
        m_table->scrollTo(row);
    }
    emit chosen();
}

void OutboxTable::place()
{
    const Metrics &m = metrics();
    m_table->setGeometry(rect().adjusted(m.at24(20), m.at24(6), -m.at24(20), -m.at24(10)));
    update();
}

void OutboxTable::resizeEvent(QResizeEvent *)
{
    place();
}

void OutboxTable::themeChanged()
{
    place();
    Themed::themeChanged();
}

void OutboxTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().surface);
    painter.drawRoundedRect(rect(), metrics().radiusAdmin(), metrics().radiusAdmin());
}

} // namespace saji
