// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicepage.h"

#include "devicepanel.h"
#include "devicetable.h"

#include <widgets/emptystate.h>
#include <widgets/label.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr int panelWidth = 440; // pixels of the 24" screen
}

DevicePage::DevicePage(HealthPresenter &health, QWidget *parent)
    : Ground(Kind::Page, parent)
    , m_health(health)
    , m_title(new Label(Type::AdminSentence, {}, this))
    , m_count(new Label(Type::AdminText, {}, this))
    , m_menu(new Label(Type::AdminText, {}, this))
    , m_table(new DeviceTable(health.devices(), DeviceTable::Kind::Full, this))
    , m_panel(new DevicePanel(this))
    , m_empty(new EmptyState(this))
{
    setObjectName(u"devicePage"_s);
    m_count->setColor(&Palette::ink2);
    m_menu->setColor(&Palette::ink2);
    m_menu->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(&m_health, &HealthPresenter::changed, this, &DevicePage::refresh);
    connect(m_table, &DeviceTable::chosen, this, &DevicePage::refreshPanel);
    connect(m_panel, &DevicePanel::retryWanted, &m_health, &HealthPresenter::retry);
    connect(m_empty, &EmptyState::actionClicked, &m_health, &HealthPresenter::retry);
    refresh();
}

void DevicePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Ground::changeEvent(event);
}

void DevicePage::themeChanged()
{
    Ground::themeChanged();
    place();
}

void DevicePage::resizeEvent(QResizeEvent *)
{
    place();
}

void DevicePage::refresh()
{
    const bool empty = m_health.devices().rowCount() == 0;
    m_title->setText(tr("Devices"));
    m_count->setText(empty ? QString() : m_health.deviceCount());
    m_menu->setText(m_health.menuAge());
    m_empty->say(tr("No device known yet"), tr("Kiosks, kitchens, hub and server appear here as soon as this panel hears of them."));
    m_empty->setAction(tr("Try now"));
    m_empty->setVisible(empty);
    m_table->setVisible(!empty);
    refreshPanel();
    place();
}

void DevicePage::refreshPanel()
{
    m_panel->show(m_health.facts(m_table->currentKey()));
}

void DevicePage::choose(const QString &key)
{
    m_table->choose(key);
}

void DevicePage::place()
{
    const Metrics &m = metrics();
    const int edge = m.at24(32);
    const QRect area = rect().adjusted(edge, edge, -edge, -edge);
    const int head = m.at24(72);
    const int title = m_title->sizeHint().width();
    m_title->setGeometry(area.left(), area.top(), title, head);
    const int menu = std::min(area.width() / 2, m_menu->sizeHint().width());
    m_menu->setGeometry(area.right() + 1 - menu, area.top(), menu, head);
    const int left = area.left() + title + m.at24(20);
    m_count->setGeometry(left, area.top() + m.at24(6), std::max(0, m_menu->x() - left - m.at24(16)), head - m.at24(6));
    const QRect below = area.adjusted(0, head + m.at24(16), 0, 0);
    const int panel = m.at24(panelWidth);
    m_panel->setGeometry(below.right() + 1 - panel, below.top(), panel, below.height());
    m_table->setGeometry(below.adjusted(0, 0, -(panel + m.at24(16)), 0));
    m_empty->setGeometry(below);
}

} // namespace saji
