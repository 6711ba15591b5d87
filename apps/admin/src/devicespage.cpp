// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicespage.h"

#include <widgets/card.h>
#include <widgets/datatable.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>

#include <QVBoxLayout>

namespace saji {

DevicesPage::DevicesPage(HealthPresenter &health, QWidget *parent)
    : Ground(Kind::Page, parent), m_presenter(health), m_head(new Label(Type::AdminSentence)), m_count(new Label(Type::AdminText)), m_card(new Card),
      m_table(new DataTable), m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("devices"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    m_count->setColor(&Palette::ink2);
    column->addWidget(m_count);
    m_card->setRadius(27);
    m_card->setPadding(16, 8, 16, 16);
    auto *inner = new QVBoxLayout(m_card);
    inner->addWidget(m_table);
    column->addWidget(m_card, 1);
    column->addWidget(m_empty, 1);
    const Metrics &m = metrics();
    column->setContentsMargins(m.at24(32), m.at24(32), m.at24(32), m.at24(32));
    column->setSpacing(m.at24(16));
    m_table->setModel(&m_presenter.devices());
    m_table->setLampRole(DeviceModel::LampRole);
    m_table->setColumn(DeviceModel::IconColumn, DataTable::Column::Icon, 56);
    m_table->setColumn(DeviceModel::NameColumn, DataTable::Column::Strong, 0);
    m_table->setColumn(DeviceModel::StateColumn, DataTable::Column::State, 260);
    m_table->setColumn(DeviceModel::HeardColumn, DataTable::Column::Figures, 170);
    m_table->setColumn(DeviceModel::PathColumn, DataTable::Column::Text, 220);
    m_table->setColumn(DeviceModel::WaitingColumn, DataTable::Column::Figures, 150);
    m_table->setColumn(DeviceModel::CatalogColumn, DataTable::Column::Figures, 150);
}

void DevicesPage::refresh()
{
    const bool any = m_presenter.devices().rowCount() > 0;
    m_head->setText(tr("Devices"));
    m_count->setText(any ? m_presenter.deviceCount() : QString());
    m_card->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->say(tr("No device heard yet"), tr("Each kiosk, kitchen, hub and server appears here as soon as this panel hears of it."));
}

} // namespace saji
