// SPDX-License-Identifier: GPL-3.0-or-later
#include <admin/adminwindow.h>

#include "devicepage.h"
#include "healthpage.h"
#include "outboxpage.h"
#include "settledialog.h"

#include <widgets/brandmark.h>
#include <widgets/label.h>
#include <widgets/navlist.h>
#include <widgets/pagestack.h>
#include <widgets/touchbutton.h>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr int sideWidth = 264; // pixels of the 24" screen

} // namespace

AdminWindow::AdminWindow(HealthPresenter &health, OutboxPresenter &outbox, LanguageSwitch &language, Theme &theme, QWidget *parent)
    : QWidget(parent), m_health(health), m_outbox(outbox), m_language(language), m_theme(theme)
{
    setObjectName(u"admin"_s);
    m_theme.attach(this);
    build();
    qApp->installEventFilter(this);
    connect(&m_health, &HealthPresenter::changed, this, &AdminWindow::refresh);
    connect(&m_outbox, &OutboxPresenter::changed, this, &AdminWindow::refresh);
    connect(&m_theme, &Theme::changed, this, &AdminWindow::place);
    retranslate();
}

AdminWindow::~AdminWindow() = default;

void AdminWindow::build()
{
    m_side = new Ground(Ground::Kind::Side, this);
    m_brand = new BrandMark(u"saji"_s, {}, m_side);
    m_brand->setSide(58);
    m_store = new Label(Type::AdminText, {}, m_side);
    m_store->setWeight(QFont::ExtraBold);
    m_place = new Label(Type::AdminSmall, {}, m_side);
    m_place->setColor(&Palette::ink2);
    m_nav = new NavList(m_side);
    m_nav->setObjectName(u"places"_s);
    m_device = new Label(Type::AdminSmall, {}, m_side);
    m_device->setColor(&Palette::ink2);
    m_device->setMaxLines(2);
    m_languageButton = new TouchButton({}, TouchButton::Kind::Quiet, m_side);
    m_languageButton->setObjectName(u"language"_s);
    m_lookButton = new TouchButton({}, TouchButton::Kind::Quiet, m_side);
    m_lookButton->setObjectName(u"look"_s);
    for (TouchButton *button : {m_languageButton, m_lookButton})
        button->setSize(TouchButton::Size::Small);
    m_languageButton->setIcon(u"globe"_s);
    m_pages = new PageStack(this);
    m_healthPage = new HealthPage(m_health);
    m_devicePage = new DevicePage(m_health);
    m_pages->addWidget(m_healthPage);
    m_pages->addWidget(m_devicePage);
    m_outboxPage = new OutboxPage(m_outbox);
    m_pages->addWidget(m_outboxPage);
    connect(m_healthPage, &HealthPage::outboxWanted, this, [this] {
        // Overdue ones wait; else it is the quarantine that somebody should look at.
        m_outboxPage->showList(m_outbox.state().overdueCount > 0 ? OutboxPage::Waiting : OutboxPage::Quarantine);
        turnTo(Outbox);
    });
    m_settle = new SettleDialog(this);
    connect(m_outboxPage, &OutboxPage::settleWanted, this, [this](const OrderId &order) { m_settle->ask(order, m_outbox.sheet(order).number); });
    connect(m_settle, &SettleDialog::settled, &m_outbox, &OutboxPresenter::settle);
    connect(m_nav, &NavList::chosen, this, [this](int place) { turnTo(Page(place)); });
    connect(m_healthPage, &HealthPage::devicesWanted, this, [this](const QString &key) {
        if (!key.isEmpty())
            m_devicePage->choose(key);
        turnTo(Devices);
    });
    connect(m_languageButton, &TouchButton::clicked, &m_language, &LanguageSwitch::toggle);
    connect(m_lookButton, &TouchButton::clicked, this, &AdminWindow::toggleLook);
}

AdminWindow::Page AdminWindow::page() const
{
    return Page(m_nav->current());
}

void AdminWindow::turnTo(Page page)
{
    m_nav->setCurrent(page);
    QWidget *pages[] = {m_healthPage, m_devicePage, m_outboxPage};
    m_pages->turnTo(pages[page], PageStack::Way::Fade);
}

void AdminWindow::setFitted(bool fitted)
{
    m_fitted = fitted;
    if (m_fitted)
        m_theme.setMetrics(Metrics::fitted(size()));
}

void AdminWindow::setDeviceName(const QString &name)
{
    m_deviceName = name;
    refresh();
}

void AdminWindow::toggleLook()
{
    const Look look = m_theme.palette().dark ? Look::Light : Look::AdminDark;
    m_theme.setLook(look);
    retranslate();
    emit lookChanged(look);
}

bool AdminWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = event->type() == QEvent::KeyPress ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget || widget->window() != this)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->isAutoRepeat() || (key->modifiers() & ~Qt::KeypadModifier) != 0)
        return QWidget::eventFilter(watched, event);
    // Who writes a note means letters.
    if (m_settle->isOpen())
        return QWidget::eventFilter(watched, event);
    return onKey(key->key()) || QWidget::eventFilter(watched, event);
}

bool AdminWindow::onKey(int key)
{
    switch (key) {
    case Qt::Key_1: turnTo(Health); return true;
    case Qt::Key_2: turnTo(Devices); return true;
    case Qt::Key_3: turnTo(Outbox); return true;
    case Qt::Key_T: m_health.retry(); return true;
    case Qt::Key_L: m_language.toggle(); return true;
    case Qt::Key_D: toggleLook(); return true;
    default: return false;
    }
}

void AdminWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AdminWindow::resizeEvent(QResizeEvent *event)
{
    if (m_fitted)
        m_theme.setMetrics(Metrics::fitted(event->size()));
    place();
}

void AdminWindow::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.palette().ground);
}

void AdminWindow::place()
{
    const Metrics &m = m_theme.metrics();
    const int side = m.at24(sideWidth);
    const int edge = m.at24(20);
    const int inner = side - 2 * edge;
    m_side->setGeometry(0, 0, side, height());
    m_pages->setGeometry(side, 0, width() - side, height());
    m_brand->setGeometry(edge, m.at24(24), inner, m_brand->sizeHint().height());
    const int store = m.at24(24) + m_brand->height() + m.at24(26);
    m_store->setGeometry(edge + m.at24(14), store, inner - m.at24(14), m.at24(28));
    m_place->setGeometry(edge + m.at24(14), store + m.at24(27), inner - m.at24(14), m.at24(24));
    m_nav->setGeometry(edge, store + m.at24(78), inner, m_nav->sizeHint().height());
    const int high = m_languageButton->sizeHint().height();
    int bottom = height() - m.at24(24);
    m_lookButton->setGeometry(edge, bottom - high, inner, high);
    bottom -= high + m.at24(12);
    m_languageButton->setGeometry(edge, bottom - high, inner, high);
    bottom -= high + m.at24(16);
    m_device->setGeometry(edge + m.at24(4), bottom - m.at24(48), inner - m.at24(4), m.at24(48));
}

void AdminWindow::retranslate()
{
    m_brand->set(u"saji"_s, tr("Restaurant panel"));
    m_nav->setItems({{u"pulse"_s, tr("Health"), 0}, {u"kiosk"_s, tr("Devices"), 0}, {u"note"_s, tr("Outbox"), 0}});
    m_languageButton->setText(LanguageSwitch::shortNameOf(m_language.other()));
    m_lookButton->setText(m_theme.palette().dark ? tr("Day colours") : tr("Night colours"));
    refresh();
    place();
}

void AdminWindow::refresh()
{
    m_store->setText(m_health.storeName());
    m_place->setText(m_health.storePlace());
    m_nav->setCount(Health, m_health.problemCount());
    m_nav->setCount(Outbox, m_outbox.needed());
    m_device->setText(m_deviceName);
}

} // namespace saji
