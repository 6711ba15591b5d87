// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardview.h"

#include "ticketfaces.h"
#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr int keys = 10;

QString keyCapOf(int place)
{
    return place < keys ? QString::number((place + 1) % keys) : QString();
}

} // namespace

BoardView::BoardView(TicketPresenter &presenter, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_clock(clock), m_board(new TicketBoard(this)), m_fresh(scheduler), m_home(scheduler)
{
    m_board->setObjectName(u"board"_s);
    connect(&m_presenter, &TicketPresenter::changed, this, &BoardView::soon);
    connect(&m_presenter, &TicketPresenter::ticked, this, &BoardView::soon);
    connect(&m_presenter, &TicketPresenter::locksChanged, this, &BoardView::soon);
    connect(&m_presenter, &TicketPresenter::alerted, this, &BoardView::onAlert);
    connect(m_board, &TicketBoard::tapped, this, [this](const QString &id) {
        emit touched();
        rest();
        if (const auto order = OrderId::fromString(id))
            m_presenter.tap(*order);
    });
    connect(m_board, &TicketBoard::painted, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            const auto order = OrderId::fromString(id);
            if (!order)
                continue;
            m_unseen.removeAll(*order);
            m_presenter.painted(*order);
            emit painted(*order);
        }
    });
}

OrderId BoardView::orderOf(const TicketFace &face)
{
    return OrderId::fromString(face.id).value_or(OrderId());
}

QString BoardView::numberOf(OrderId order) const
{
    const int row = m_presenter.model().rowOf(order);
    return row < 0 ? QString() : m_presenter.model().at(row).number.toString();
}

void BoardView::soon()
{
    if (m_dirty)
        return;
    m_dirty = true;
    // Behind everything that has already arrived: a burst of a hundred tickets is laid out once.
    QMetaObject::invokeMethod(this, &BoardView::lay, Qt::QueuedConnection);
}

QRect BoardView::boardArea() const
{
    const Metrics &m = Theme::of(this).metrics();
    return rect().adjusted(m.at24(20), m.at24(16), -m.at24(20), -m.at24(16));
}

int BoardView::columns(int width) const
{
    // A card narrower than 91 mm breaks its number.
    const Metrics &m = Theme::of(this).metrics();
    return std::max(1, (width + m.at24(16)) / (m.at24(330) + m.at24(16)));
}

const TicketMeasure &BoardView::measured(const TicketCard &card, bool compact, int width)
{
    if (width != m_measuredWidth)
        forgetMeasures();
    m_measuredWidth = width;
    QHash<OrderId, Measured> &measures = m_measured[compact ? 1 : 0];
    const TicketFace face = faceOf(card);
    const bool late = card.mood == TicketMood::Late;
    const auto known = measures.constFind(card.order);
    if (known != measures.constEnd() && known->late == late && known->foot == face.foot.isEmpty() && known->rows == face.rows)
        return known->measure;
    const TicketPainter painter(Theme::of(this), compact);
    return measures.insert(card.order, {face.rows, face.foot.isEmpty(), late, painter.measure(face, width)})->measure;
}

void BoardView::forgetMeasures()
{
    for (auto &measures : m_measured)
        measures.clear();
}

BoardView::Laid BoardView::layAt(const QList<TicketCard> &cards, bool compact)
{
    const int gap = Theme::of(this).metrics().at24(16);
    Laid laid;
    laid.compact = compact;
    const int count = columns(m_area.width());
    laid.columnWidth = (m_area.width() - gap * (count - 1)) / count;
    QList<BoardTicket> tickets;
    for (const TicketCard &card : cards) {
        const TicketMeasure &measure = measured(card, compact, laid.columnWidth);
        BoardTicket ticket{.head = measure.head, .rows = {}, .foot = measure.foot, .continuedFoot = measure.continuedFoot};
        for (qsizetype row = 0; row < measure.rows.size(); ++row)
            ticket.rows << BoardTicket::Row{.height = measure.rows.at(row), .starts = card.rows.at(row).kind == TicketRow::Kind::Item};
        tickets << ticket;
    }
    laid.layout = BoardLayout({.columns = count, .height = m_area.height(), .gap = gap}, tickets);
    return laid;
}

void BoardView::lay()
{
    m_dirty = false;
    m_area = boardArea();
    if (m_area.width() <= 0 || m_area.height() <= 0)
        return;
    QList<TicketCard> cards;
    for (int row = 0; row < m_presenter.model().rowCount(); ++row)
        cards << m_presenter.card(row);
    Laid laid = layAt(cards, false);
    // A tenth smaller reads better than a ticket that does not show. Only the step from one page to two changes the size.
    if (laid.layout.pages() > 1)
        laid = layAt(cards, true);
    m_layout = laid.layout;
    m_columnWidth = laid.columnWidth;
    m_compact = laid.compact;
    m_page = std::clamp(m_page, 0, m_layout.pages() - 1);
    m_board->setGeometry(rect());
    show(cards, m_page == m_shownPage);
    m_shownPage = m_page;
    collectUnseen();
    emit pagesChanged();
}

TicketCell BoardView::cellOf(const BoardCard &place, const TicketCard &card, const QString &keyCap) const
{
    const int gap = Theme::of(this).metrics().at24(16);
    TicketCell cell;
    cell.face = faceOf(card);
    cell.face.who = card.whoOfPart(place.part, place.parts);
    if (place.part > 0)
        cell.face.next.clear(); // said once, on the first card
    cell.face.keyCap = keyCap;
    cell.face.locked = m_presenter.isLocked(card.order);
    cell.face.fresh = m_freshUntil.value(card.order) > m_clock.steadyNow();
    cell.part = {.firstRow = place.firstRow, .rowCount = place.rowCount, .goesOn = place.goesOn() ? tr("Continued on the next card") : QString()};
    cell.box = QRect(m_area.left() + place.column * (m_columnWidth + gap), m_area.top() + place.top, m_columnWidth, place.height);
    cell.index = place.part;
    return cell;
}

void BoardView::show(const QList<TicketCard> &cards, bool samePage)
{
    const QList<int> here = m_layout.ticketsOn(m_page);
    QList<TicketCell> cells;
    for (const BoardCard &place : m_layout.cards()) {
        if (place.page == m_page)
            cells << cellOf(place, cards.at(place.ticket), keyCapOf(int(here.indexOf(place.ticket))));
    }
    const QList<TicketCell> before = m_board->cells();
    m_board->setCells(cells, m_compact, samePage);
    lockMoved(before, cells);
}

// A finger on its way down cannot know that the card below it has changed: whoever stands where another stood, or answers to a key that
// was another's, waits for a moment.
void BoardView::lockMoved(const QList<TicketCell> &before, const QList<TicketCell> &after)
{
    for (const TicketCell &cell : after) {
        const bool taken = std::any_of(before.begin(), before.end(), [&](const TicketCell &old) {
            const bool sameKey = !old.face.keyCap.isEmpty() && old.face.keyCap == cell.face.keyCap;
            return old.face.id != cell.face.id && (sameKey || old.box.intersects(cell.box));
        });
        if (taken)
            m_presenter.moved(orderOf(cell.face));
    }
}

void BoardView::collectUnseen()
{
    m_unseen.clear();
    const QList<TicketView> &tickets = m_presenter.model().tickets();
    QSet<OrderId> here;
    for (int index = 0; index < tickets.size(); ++index) {
        const TicketView &ticket = tickets.at(index);
        here << ticket.order;
        if (m_layout.pageOf(index) != m_page && !ticket.seenHere && !m_told.contains(ticket.order))
            m_unseen << ticket.order;
    }
    m_told.intersect(here);
    for (auto &measures : m_measured)
        measures.removeIf([&](const auto &known) { return !here.contains(known.key()); });
    m_freshUntil.removeIf([&](const auto &fresh) { return !here.contains(fresh.key()); });
}

void BoardView::counted(OrderId order)
{
    m_told << order;
    m_unseen.removeAll(order);
    m_presenter.painted(order);
    emit painted(order);
}

int BoardView::elsewhere() const
{
    int count = 0;
    for (int index = 0; index < m_presenter.model().rowCount(); ++index)
        count += m_layout.pageOf(index) != m_page ? 1 : 0;
    return count;
}

void BoardView::turn(int by)
{
    const int page = std::clamp(m_page + by, 0, pages() - 1);
    emit touched();
    if (page == m_page)
        return;
    m_page = page;
    rest();
    lay();
}

bool BoardView::bump(int key)
{
    const QString cap = QString::number(key);
    for (const TicketCell &cell : m_board->cells()) {
        if (cell.face.keyCap != cap)
            continue;
        rest();
        m_presenter.tap(orderOf(cell.face));
        return true;
    }
    return false;
}

void BoardView::onAlert(TicketAlert alert, OrderId order)
{
    if (alert != TicketAlert::New)
        return;
    m_freshUntil.insert(order, m_clock.steadyNow() + tuning::freshFor);
    freshen();
    soon();
}

void BoardView::freshen()
{
    m_fresh.start(tuning::freshFor, [this] {
        m_freshUntil.removeIf([now = m_clock.steadyNow()](const auto &fresh) { return fresh.value() <= now; });
        soon();
    });
}

// The oldest tickets hang on the first page; a cook who has looked further comes back to it by doing nothing.
void BoardView::rest()
{
    if (m_page == 0)
        return m_home.stop();
    m_home.start(tuning::backToFirstPage, [this] { turn(-m_page); });
}

void BoardView::resizeEvent(QResizeEvent *)
{
    m_shownPage = -1;
    lay();
}

void BoardView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        soon();
    QWidget::changeEvent(event);
}

bool BoardView::event(QEvent *event)
{
    if (event->type() == Theme::changedEvent()) {
        forgetMeasures();
        m_shownPage = -1;
        soon();
    }
    return QWidget::event(event);
}

} // namespace saji
