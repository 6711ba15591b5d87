// SPDX-License-Identifier: GPL-3.0-or-later
#include <kiosk/kioskwindow.h>

#include "attractscreen.h"
#include "basketscreen.h"
#include "menuscreen.h"
#include "numberscreen.h"
#include "outofservicescreen.h"
#include "overlays.h"
#include "servicescreen.h"
#include "staffscreen.h"

#include <remote/remotecontrol.h>
#include <widgets/control.h>
#include <widgets/pagestack.h>
#include <widgets/productgrid.h>
#include <widgets/toast.h>

#include <QApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

template<class Enum>
QString wordOf(Enum value)
{
    QString word = QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
    word[0] = word.at(0).toLower();
    return word;
}

bool isInput(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease || type == QEvent::TouchBegin || type == QEvent::TouchEnd
        || type == QEvent::KeyPress || type == QEvent::Wheel;
}

} // namespace

KioskWindow::KioskWindow(Journey &journey, Theme &theme, std::optional<double> pxPerMm, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_theme(theme), m_pxPerMm(pxPerMm), m_pages(new PageStack(this)),
      m_overlays(std::make_unique<Overlays>(journey, this)), m_shown(journey.flow().screen())
{
    setObjectName(u"kiosk"_s);
    setWindowTitle(u"Saji"_s);
    m_theme.attach(this);
    qApp->installEventFilter(this);
    auto &flow = journey.flow();
    connect(&flow, &ScreenFlow::screenChanged, this, &KioskWindow::showScreen);
    connect(&flow, &ScreenFlow::overlayChanged, this, &KioskWindow::stateChanged);
    connect(&journey.access(), &AccessSettings::changed, this, &KioskWindow::dress);
    connect(&journey.cart(), &CartModel::changed, this, &KioskWindow::stateChanged);
    connect(&journey.order(), &OrderPresenter::progressed, this, &KioskWindow::stateChanged);
    connect(&journey.menu(), &MenuPresenter::stateChanged, this, [this] { m_theme.art().setFiles(m_journey.menu().state().pictures); });
    connect(&journey.outbox(), &OutboxPresenter::changed, this, &KioskWindow::stateChanged);
    connect(&journey, &Journey::confirmed, this, [this] { mark(u"confirm_tap"_s); });
    connect(&journey, &Journey::added, this, [this](const QString &title, const QString &art) {
        if (!m_toast)
            m_toast = new Toast(this);
        m_toast->showText(tr("%1 added").arg(title), art);
    });
    connect(m_pages, &PageStack::turned, this, &KioskWindow::focusFirst);
    connect(m_pages, &PageStack::turned, this, &KioskWindow::stateChanged);
    connect(m_overlays.get(), &Overlays::movingChanged, this, &KioskWindow::stateChanged);
    Screen *first = screenFor(m_shown);
    m_pages->setCurrentWidget(first);
    dress();
}

KioskWindow::~KioskWindow() = default;

Screen *KioskWindow::screenFor(ScreenFlow::Screen screen)
{
    Screen *&page = m_screens[screen];
    if (page)
        return page;
    switch (screen) {
    case ScreenFlow::Screen::Attract: page = new AttractScreen(m_journey, m_pages); break;
    case ScreenFlow::Screen::Service: page = new ServiceScreen(m_journey, m_pages); break;
    case ScreenFlow::Screen::Menu:
        page = m_menu = new MenuScreen(m_journey, m_pages);
        connect(m_menu, &MenuScreen::sellable, this, &KioskWindow::sellable);
        connect(&m_menu->grid(), &ProductGrid::pageChanged, this, &KioskWindow::stateChanged);
        break;
    case ScreenFlow::Screen::Basket: page = new BasketScreen(m_journey, m_pages); break;
    case ScreenFlow::Screen::Number:
        page = m_number = new NumberScreen(m_journey, m_pages);
        connect(m_number, &NumberScreen::numberPainted, this, [this] { mark(u"number_painted"_s); });
        break;
    case ScreenFlow::Screen::OutOfService: page = new OutOfServiceScreen(m_journey, m_pages); break;
    case ScreenFlow::Screen::Staff: page = new StaffScreen(m_journey, m_pages); break;
    }
    m_pages->addWidget(page);
    return page;
}

void KioskWindow::showScreen()
{
    const auto screen = m_journey.flow().screen();
    const bool forward = int(screen) > int(m_shown);
    m_shown = screen;
    Screen *page = screenFor(screen);
    if (screen == ScreenFlow::Screen::Staff)
        static_cast<StaffScreen *>(page)->begin();
    page->refresh();
    if (m_toast && screen != ScreenFlow::Screen::Menu)
        m_toast->hideNow();
    if (screen == ScreenFlow::Screen::Number) {
        // Nobody waits for a curtain to see their number.
        m_pages->setCurrentWidget(page);
        focusFirst(page);
    } else {
        m_pages->turnTo(page, forward ? PageStack::Way::Forward : PageStack::Way::Back);
    }
    if (screen == ScreenFlow::Screen::Basket)
        QMetaObject::invokeMethod(this, &KioskWindow::prepareNumber, Qt::QueuedConnection);
    emit stateChanged();
}

void KioskWindow::prepareNumber()
{
    // Made while the guest reads the basket, so that confirming has only to show it.
    screenFor(ScreenFlow::Screen::Number);
}

void KioskWindow::dress()
{
    const auto &access = m_journey.access();
    const bool wholeScreen = screen() && windowState().testFlag(Qt::WindowFullScreen);
    Metrics metrics = wholeScreen || m_pxPerMm ? Metrics::forScreen(*screen(), m_pxPerMm) : Metrics::fitted(size());
    metrics.textScale = access.textScale();
    m_theme.setReducedMotion(access.reducedMotion());
    m_theme.setLook(access.highContrast() ? Look::HighContrast : Look::Light);
    m_theme.setMetrics(metrics);
    m_pages->setGeometry(rect());
    for (Screen *page : std::as_const(m_screens))
        page->refresh();
    m_overlays->rearrange();
    emit stateChanged();
}

void KioskWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dress();
}

void KioskWindow::focusFirst(QWidget *page)
{
    if (page->isAncestorOf(focusWidget()))
        return;
    for (QWidget *next = page->nextInFocusChain(); next && next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && next->isVisible() && next->isEnabled() && next->focusPolicy() & Qt::TabFocus) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void KioskWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Back)
        m_journey.flow().back();
    else
        QWidget::keyPressEvent(event);
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()) && watched->isWidgetType())
        m_journey.flow().touched();
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::mark(const QString &what)
{
    m_marks.insert(what, bootMilliseconds());
    emit stateChanged();
}

QJsonObject KioskWindow::state() const
{
    auto &journey = m_journey;
    QJsonObject state{{u"screen"_s, wordOf(journey.flow().screen())},
                      {u"overlay"_s, wordOf(journey.flow().overlay())},
                      {u"turning"_s, m_pages->turning() || m_overlays->moving()},
                      {u"language"_s, journey.language().language()},
                      {u"number"_s, journey.order().number()},
                      {u"order"_s, journey.order().order().id.isNull() ? QString() : journey.order().order().id.toString()},
                      {u"lamp"_s, journey.sync().lampWord()},
                      {u"banner"_s, journey.sync().banner().sentence},
                      {u"banner_detail"_s, journey.sync().banner().detail},
                      {u"idle_warning"_s, journey.flow().warningLeft().has_value()},
                      {u"basket"_s, basketState()},
                      {u"menu"_s, menuState()},
                      {u"staff"_s, staffState()},
                      {u"outage"_s, journey.sync().outageCode()},
                      {u"marks"_s, m_marks}};
    if (journey.order().phase() == OrderPresenter::Phase::Placed) {
        QJsonArray facts;
        for (const OrderFact &fact : journey.order().facts())
            facts.append(QJsonObject{{u"fact"_s, fact.fact}, {u"done"_s, fact.done}, {u"evidence"_s, fact.evidence}, {u"ticks"_s, fact.done ? fact.ticks : 0}});
        state.insert(u"facts"_s, facts);
    }
    return state;
}

QJsonObject KioskWindow::basketState() const
{
    const auto &cart = m_journey.cart();
    return {{u"portions"_s, cart.cart().portions()}, {u"lines"_s, cart.rowCount()}, {u"outlets"_s, cart.groups().size()},
            {u"total"_s, cart.total()}, {u"unavailable"_s, cart.hasUnavailable()}};
}

QJsonObject KioskWindow::staffState() const
{
    const OutboxState &outbox = m_journey.outbox().state();
    return {{u"waiting"_s, qint64(outbox.waitingCount)},
            {u"overdue"_s, qint64(outbox.overdueCount)},
            {u"quarantine"_s, qint64(outbox.flaggedCount)},
            {u"matters"_s, QJsonArray::fromStringList(m_journey.staffMatters())}};
}

QJsonObject KioskWindow::menuState() const
{
    auto &menu = m_journey.menu();
    QJsonObject state{{u"products"_s, menu.menu().products().size()}, {u"version"_s, menu.menu().version()}, {u"title"_s, menu.title()}};
    if (!m_menu)
        return state;
    const ProductGrid &grid = m_menu->grid();
    state.insert(u"page"_s, grid.page());
    state.insert(u"pages"_s, grid.pageCount());
    QJsonArray shown;
    const int first = grid.page() * grid.perPage();
    for (int row = first; row < std::min(first + grid.perPage(), menu.products().rowCount()); ++row) {
        const QModelIndex index = menu.products().index(row);
        shown.append(QJsonObject{{u"id"_s, index.data(MenuRole::Id).toLongLong()},
                                 {u"title"_s, index.data(MenuRole::Title).toString()},
                                 {u"sold_out"_s, index.data(MenuRole::SoldOut).toBool()}});
    }
    state.insert(u"shown"_s, shown);
    return state;
}

} // namespace saji
