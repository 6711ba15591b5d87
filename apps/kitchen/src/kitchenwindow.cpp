// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchen/kitchenwindow.h>

#include "alldaypanel.h"
#include "boardview.h"
#include "emptyboard.h"
#include "flash.h"
#include "keyrow.h"
#include "soldoutsheet.h"
#include "soundsheet.h"
#include "sourcesheet.h"
#include "stationheader.h"
#include "tuning.h"

#include <presentation/ticketwords.h>
#include <widgets/banner.h>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

KitchenWindow::KitchenWindow(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_refusalStays(parts.scheduler), m_newcomerStays(parts.scheduler)
{
    setObjectName(u"kitchen"_s);
    m_parts.theme.attach(this);
    build();
    connectParts();
    // The bump bar is a keyboard: its keys work wherever the focus is.
    qApp->installEventFilter(this);
    refreshKeys();
    refreshBoard();
    showBanner(m_parts.peers.banner());
}

KitchenWindow::~KitchenWindow() = default;

void KitchenWindow::build()
{
    m_header = new StationHeader(m_parts.tickets, m_parts.peers);
    m_banner = new Banner;
    m_banner->setObjectName(u"banner"_s);
    m_body = new QWidget;
    m_board = new BoardView(m_parts.tickets, m_parts.clock, m_parts.scheduler);
    m_empty = new EmptyBoard(m_parts.peers);
    m_allDay = new AllDayPanel(m_parts.tickets, m_parts.soldOut, m_parts.language, {});
    m_allDay->hide();
    m_keys = new KeyRow;

    auto *stack = new QStackedLayout;
    stack->addWidget(m_board);
    stack->addWidget(m_empty);
    auto *across = new QHBoxLayout(m_body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addLayout(stack, 1);
    across->addWidget(m_allDay);
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_header);
    down->addWidget(m_banner);
    down->addWidget(m_body, 1);
    down->addWidget(m_keys);

    m_soldOutSheet = new SoldOutSheet(m_parts.soldOut, this);
    m_sourceSheet = new SourceSheet(m_parts.peers, this);
    m_soundSheet = new SoundSheet(m_parts.chime, this);
    m_flash = new Flash(this);
}

void KitchenWindow::connectParts()
{
    TicketPresenter &tickets = m_parts.tickets;
    connect(&tickets, &TicketPresenter::changed, this, &KitchenWindow::refreshBoard);
    connect(&tickets, &TicketPresenter::ticked, this, &KitchenWindow::refreshLast);
    connect(&tickets, &TicketPresenter::alerted, this, &KitchenWindow::onAlert);
    connect(&tickets, &TicketPresenter::refused, this, &KitchenWindow::say);
    connect(&m_parts.peers, &PeerPresenter::bannerChanged, this, &KitchenWindow::showBanner);
    connect(&m_parts.peers, &PeerPresenter::alarmed, this, [this] { m_parts.chime.ring(Chime::Sound::SourceSilent); });
    connect(&m_parts.chime, &Chime::changed, this, &KitchenWindow::refreshKeys);
    connect(&m_parts.chime, &Chime::rang, this, &KitchenWindow::onRang);
    connect(m_banner, &Banner::actionClicked, &m_parts.peers, &PeerPresenter::acknowledge);
    connect(m_header, &StationHeader::lampsPressed, this, [this] { toggleSheet(m_sourceSheet); });
    connect(m_keys, &KeyRow::chosen, this, &KitchenWindow::onKeyRow);
    connect(m_keys, &KeyRow::paged, m_board, &BoardView::turn);
    connect(m_keys, &KeyRow::newcomerPainted, this, [this](const QString &number) {
        if (!m_newcomer.isNull() && number == m_board->numberOf(m_newcomer))
            m_board->counted(m_newcomer);
    });
    connect(m_board, &BoardView::pagesChanged, this, &KitchenWindow::refreshPages);
    connect(m_board, &BoardView::painted, this, &KitchenWindow::painted);
    for (Sheet *sheet : std::initializer_list<Sheet *>{m_soldOutSheet, m_sourceSheet, m_soundSheet}) {
        connect(sheet, &Sheet::opened, this, &KitchenWindow::refreshKeys);
        connect(sheet, &Sheet::closed, this, &KitchenWindow::refreshKeys);
    }
}

void KitchenWindow::setOutlet(const QString &name, const QString &monogram, QRgb hue)
{
    m_header->setOutlet(name, monogram, hue);
}

void KitchenWindow::setStation(const QString &name)
{
    m_header->setStation(name);
}

void KitchenWindow::setLimits(const TicketLimits &limits)
{
    m_allDay->setLimits(limits);
}

void KitchenWindow::setFitted(bool fitted)
{
    m_fitted = fitted;
    if (m_fitted)
        m_parts.theme.setMetrics(Metrics::fitted(size()));
}

bool KitchenWindow::isAllDayShown() const
{
    return !m_allDay->isHidden();
}

bool KitchenWindow::isSheetOpen() const
{
    return m_soldOutSheet->isOpen() || m_sourceSheet->isOpen() || m_soundSheet->isOpen();
}

void KitchenWindow::resizeEvent(QResizeEvent *event)
{
    if (m_fitted)
        m_parts.theme.setMetrics(Metrics::fitted(event->size()));
    QWidget::resizeEvent(event);
}

void KitchenWindow::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_parts.theme.palette().ground);
}

void KitchenWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refreshKeys();
        refreshBoard();
        showBanner(m_parts.peers.banner());
    }
    QWidget::changeEvent(event);
}

bool KitchenWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != this)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    if (!plain || key->isAutoRepeat())
        return QWidget::eventFilter(watched, event);
    return onKey(key->key()) || QWidget::eventFilter(watched, event);
}

bool KitchenWindow::onKey(int key)
{
    switch (key) {
    case Qt::Key_H: toggleSheet(m_soldOutSheet); return true;
    case Qt::Key_L: m_parts.language.toggle(); return true;
    case Qt::Key_M: m_parts.chime.setMuted(!m_parts.chime.isMuted()); return true;
    case Qt::Key_Plus: m_parts.chime.setVolume(m_parts.chime.volume() + 10); return true;
    case Qt::Key_Minus: m_parts.chime.setVolume(m_parts.chime.volume() - 10); return true;
    default: break;
    }
    // Behind a sheet nobody sees what a key would bump.
    if (isSheetOpen())
        return false;
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        m_board->bump(key - Qt::Key_0);
        return true;
    }
    switch (key) {
    case Qt::Key_R: m_parts.tickets.recallLast(); return true;
    case Qt::Key_S: toggleAllDay(); return true;
    case Qt::Key_Left:
    case Qt::Key_PageUp: m_board->turn(-1); return true;
    case Qt::Key_Right:
    case Qt::Key_PageDown: m_board->turn(1); return true;
    case Qt::Key_Escape:
        if (isAllDayShown())
            toggleAllDay();
        return true;
    default: return false;
    }
}

void KitchenWindow::onKeyRow(int place)
{
    switch (KeyRow::Place(place)) {
    case KeyRow::Recall: m_parts.tickets.recallLast(); break;
    case KeyRow::AllDay: toggleAllDay(); break;
    case KeyRow::SoldOut: toggleSheet(m_soldOutSheet); break;
    case KeyRow::Language: m_parts.language.toggle(); break;
    case KeyRow::Sound: toggleSheet(m_soundSheet); break;
    case KeyRow::Bump:
    case KeyRow::Last:
    case KeyRow::Pages:
    case KeyRow::PlaceCount: break;
    }
}

void KitchenWindow::onAlert(TicketAlert alert)
{
    switch (alert) {
    case TicketAlert::New: m_parts.chime.ring(Chime::Sound::New); break;
    case TicketAlert::Late: m_parts.chime.ring(Chime::Sound::Late); break;
    case TicketAlert::Recalled: m_parts.chime.ring(Chime::Sound::Recalled); break;
    case TicketAlert::Cancelled: m_parts.chime.ring(Chime::Sound::Cancelled); break;
    }
}

void KitchenWindow::onRang(Chime::Sound sound)
{
    switch (sound) {
    case Chime::Sound::New: m_flash->flash(&Palette::link); break;
    case Chime::Sound::Recalled: m_flash->flash(&Palette::ink); break;
    case Chime::Sound::Late:
    case Chime::Sound::Cancelled:
    case Chime::Sound::SourceSilent: m_flash->flash(&Palette::bad); break;
    }
}

void KitchenWindow::showBanner(const PeerBanner &banner)
{
    const bool alarm = banner.level == PeerBanner::Level::Alarm;
    if (banner.level == PeerBanner::Level::None || (!alarm && banner.quiet)) {
        m_banner->clear();
        return;
    }
    if (alarm && !banner.quiet) {
        m_banner->setAction(tr("Silence"), u"sound"_s);
        m_banner->say(Banner::Kind::Silence, u"alert"_s, banner.sentence, banner.detail);
    } else {
        m_banner->setAction(alarm ? QString() : tr("Understood"));
        m_banner->say(alarm ? Banner::Kind::Bad : Banner::Kind::Hint, u"alert"_s, banner.sentence, alarm ? QString() : banner.detail);
    }
}

void KitchenWindow::toggleAllDay()
{
    m_allDay->setVisible(m_allDay->isHidden());
    refreshKeys();
}

void KitchenWindow::toggleSheet(Sheet *sheet)
{
    const bool open = sheet->isOpen();
    closeSheets();
    if (!open)
        sheet->open();
    refreshKeys();
}

void KitchenWindow::closeSheets()
{
    for (Sheet *sheet : std::initializer_list<Sheet *>{m_soldOutSheet, m_sourceSheet, m_soundSheet})
        sheet->close();
}

void KitchenWindow::say(const QString &refusal)
{
    m_refusal = refusal;
    m_keys->setRefusal(m_refusal);
    m_refusalStays.start(tuning::refusalStays, [this] {
        m_refusal.clear();
        m_keys->setRefusal({});
    });
}

void KitchenWindow::refreshBoard()
{
    const bool open = m_parts.tickets.isOpen();
    const bool empty = m_parts.tickets.model().rowCount() == 0;
    auto *stack = static_cast<QStackedLayout *>(m_body->layout()->itemAt(0)->layout());
    stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_board);
    m_empty->setOpening(!open);
    refreshLast();
}

void KitchenWindow::refreshLast()
{
    const std::optional<TicketBump> last = m_parts.tickets.lastBump();
    QString words;
    if (last) {
        words = tr("Last: %1 %2, %3 ago")
                    .arg(last->number, ticketStateWords(last->to), ticketAge(m_parts.tickets.second() - last->at));
    }
    m_keys->setLast(words);
    m_keys->setKey(KeyRow::Recall, u"R"_s, tr("Recall"), false, last.has_value());
    m_empty->setFacts(words.isEmpty() ? QStringList{m_parts.peers.menuAge()} : QStringList{words, m_parts.peers.menuAge()});
}

void KitchenWindow::refreshKeys()
{
    m_keys->setKey(KeyRow::Bump, u"1–0"_s, tr("Next step"));
    m_keys->setKey(KeyRow::AllDay, u"S"_s, tr("All day"), isAllDayShown());
    m_keys->setKey(KeyRow::SoldOut, u"H"_s, tr("Sold out"), m_soldOutSheet->isOpen());
    m_keys->setKey(KeyRow::Language, u"L"_s, LanguageSwitch::shortNameOf(m_parts.language.other()));
    m_keys->setSound(m_parts.chime.isAudible(), m_parts.chime.isAudible() ? tr("%1%").arg(m_parts.chime.volume()) : tr("Muted"));
    refreshLast();
    refreshPages();
}

void KitchenWindow::refreshPages()
{
    if (m_newcomer.isNull() || m_board->numberOf(m_newcomer).isEmpty())
        nextNewcomer();
    const int elsewhere = m_board->elsewhere();
    const QString newcomer = m_newcomer.isNull() ? QString() : m_board->numberOf(m_newcomer);
    m_keys->setKey(KeyRow::Pages, {}, tr("Page %1 / %2").arg(m_board->page() + 1).arg(m_board->pages()), false, m_board->pages() > 1);
    m_keys->setPages(tr("Page %1 / %2").arg(m_board->page() + 1).arg(m_board->pages()),
                     elsewhere > 0 ? tr("+%n more", nullptr, elsewhere) : QString(), newcomer);
}

// Each newcomer on another page stands in the counter for half a second, one after the other: only then has its number been seen.
void KitchenWindow::nextNewcomer()
{
    m_newcomer = m_board->nextUnseen();
    if (m_newcomer.isNull())
        return m_newcomerStays.stop();
    m_newcomerStays.start(tuning::countEach, [this] {
        m_newcomer = OrderId();
        refreshPages();
    });
}

} // namespace saji
