// SPDX-License-Identifier: GPL-3.0-or-later
#include <admin/adminwindow.h>

#include "devicespage.h"
#include "healthpage.h"

#include <widgets/brandmark.h>
#include <widgets/ground.h>
#include <widgets/navlist.h>
#include <widgets/pagestack.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

AdminWindow::AdminWindow(const Parts &parts, std::optional<double> pxPerMm, QWidget *parent) : QWidget(parent), m_parts(parts), m_pxPerMm(pxPerMm)
{
    setObjectName(u"admin"_s);
    m_parts.theme.attach(this);
    connect(&m_parts.health, &HealthPresenter::changed, this, &AdminWindow::refresh);
    connect(&m_parts.language, &LanguageSwitch::changed, this, &AdminWindow::refresh);
    connect(&m_parts.theme, &Theme::changed, this, &AdminWindow::furnish);
    furnish();
}

AdminWindow::~AdminWindow() = default;

void AdminWindow::furnish()
{
    // Margins are set by hand, so another size is another set of furniture; a panel changes its size once, when it opens.
    delete m_whole;
    const Metrics &m = m_parts.theme.metrics();
    m_whole = new Ground(Ground::Kind::Page, this);
    auto *whole = new QHBoxLayout(m_whole);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *side = new Ground(Ground::Kind::Side, m_whole);
    side->setFixedWidth(m.at24(264));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(m.at24(20), m.at24(24), m.at24(20), m.at24(24));
    column->setSpacing(m.at24(20));
    m_mark = new BrandMark;
    m_mark->setSide(58);
    m_places = new NavList;
    m_places->setObjectName(u"places"_s);
    connect(m_places, &NavList::chosen, this, &AdminWindow::turnTo);
    m_language = new TouchButton({}, TouchButton::Kind::Quiet);
    m_language->setSize(TouchButton::Size::Small);
    m_language->setObjectName(u"language"_s);
    m_language->setIcon(u"globe"_s);
    connect(m_language, &TouchButton::clicked, this, [this] { m_parts.language.toggle(); });
    column->addWidget(m_mark);
    column->addWidget(m_places);
    column->addStretch();
    column->addWidget(m_language);
    whole->addWidget(side);
    m_pages = new PageStack;
    whole->addWidget(m_pages, 1);
    m_whole->setGeometry(rect());
    m_whole->show();
    // Made under the window, so that they measure with its theme.
    m_health = new HealthPage(m_parts.health, m_parts.language, m_pages);
    m_devices = new DevicesPage(m_parts.health, m_pages);
    m_pages->addWidget(m_health);
    m_pages->addWidget(m_devices);
    m_pages->setCurrentIndex(m_place);
    refresh();
}

void AdminWindow::refresh()
{
    const QString store = m_parts.health.storeName();
    m_mark->set(store.isEmpty() ? u"Saji"_s : store, m_parts.health.storePlace().isEmpty() ? tr("Store panel") : m_parts.health.storePlace());
    m_places->setItems({{u"pulse"_s, tr("Health"), m_parts.health.problemCount()}, {u"kiosk"_s, tr("Devices"), 0}});
    m_places->setCurrent(m_place);
    m_language->setText(LanguageSwitch::nameOf(m_parts.language.other()));
    m_health->refresh();
    m_devices->refresh();
    emit stateChanged();
}

void AdminWindow::turnTo(int place)
{
    m_place = place;
    m_places->setCurrent(place);
    m_pages->turnTo(m_pages->widget(place), PageStack::Way::Fade);
    emit stateChanged();
}

QJsonObject AdminWindow::state() const
{
    const HealthWords words = m_parts.health.words();
    QJsonArray devices;
    for (const DeviceRow &row : m_parts.health.devices().rows())
        devices << QJsonObject{{u"name"_s, row.name()}, {u"word"_s, row.word()}, {u"waiting"_s, row.waiting()}};
    return {{u"program"_s, u"admin"_s},       {u"screen"_s, m_place == 0 ? u"health"_s : u"devices"_s}, {u"language"_s, m_parts.language.language()},
            {u"sentence"_s, words.sentence},  {u"evidence"_s, words.evidence},                          {u"problems"_s, m_parts.health.problemCount()},
            {u"devices"_s, devices}};
}

void AdminWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_whole->setGeometry(rect());
    Metrics metrics = m_parts.theme.metrics();
    metrics.pxPerMm = m_pxPerMm ? *m_pxPerMm : Metrics::fitted(size()).pxPerMm;
    m_parts.theme.setMetrics(metrics);
    refresh();
}

void AdminWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_L)
        m_parts.language.toggle();
    else if (event->key() == Qt::Key_1 || event->key() == Qt::Key_2)
        turnTo(event->key() - Qt::Key_1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace saji
