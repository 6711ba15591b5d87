// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/categoryrail.h>

#include <widgets/text.h>

#include "paint.h"
#include "tuning.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal width215 = 186, shade215 = 12, cellMost215 = 168, cellLeast215 = 126, plainCell215 = 122, plainGap215 = 12;
constexpr qreal art215 = 118, label215 = 24, bar215 = 10, rowHeight215 = 84, rowArt215 = 70, rowLabel215 = 27, rowMargin215 = 14;
constexpr int noPicturesFrom = 150; // per cent of text scale

} // namespace

CategoryRail::CategoryRail(Qt::Orientation orientation, QWidget *parent) : Control(parent), m_orientation(orientation)
{
    setOrientation(orientation);
}

void CategoryRail::setOrientation(Qt::Orientation orientation)
{
    m_orientation = orientation;
    if (orientation == Qt::Vertical)
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    else
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    themeChanged();
}

void CategoryRail::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_first = 0;
    if (model) {
        const auto changed = [this] {
            m_first = 0;
            m_currentRow = std::clamp(m_currentRow, 0, std::max(0, m_model->rowCount() - 1));
            targetsChanged();
        };
        connect(model, &QAbstractItemModel::modelReset, this, changed);
        connect(model, &QAbstractItemModel::rowsInserted, this, changed);
        connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
        connect(model, &QAbstractItemModel::dataChanged, this, [this] { update(); });
        connect(&theme().art(), &ArtCache::ready, this, [this] { update(); });
    }
    targetsChanged();
}

void CategoryRail::setRoles(const TileRoles &roles)
{
    m_roles = roles;
    update();
}

void CategoryRail::setCurrentRow(int row)
{
    if (row == m_currentRow || !m_model || row < 0 || row >= m_model->rowCount())
        return;
    m_currentRow = row;
    const Page shown = page();
    if (row < shown.first || row >= shown.first + shown.count)
        m_first = row;
    targetsChanged();
    emit currentRowChanged(row);
}

QString CategoryRail::text(int row) const
{
    return m_model ? m_model->index(row, 0).data(m_roles.title).toString() : QString();
}

bool CategoryRail::pictures() const
{
    return metrics().textScale < noPicturesFrom && !colors().flat;
}

qreal CategoryRail::horizontalCellWidth(int row) const
{
    const Metrics &m = metrics();
    const qreal words = lineWidth(text(row), m.fontAt215(rowLabel215, QFont::ExtraBold));
    return std::ceil(words) + (pictures() ? m.at215(rowArt215 + 10) : m.at215(plainGap215)) + m.at215(40);
}

int CategoryRail::perPage() const
{
    const Metrics &m = metrics();
    if (m_orientation == Qt::Vertical) {
        const qreal cell = pictures() ? m.at215(cellLeast215) : std::max<qreal>(m.rowAt215(88), m.at215(plainCell215)) + m.at215(plainGap215);
        return std::max(2, int(height() / cell));
    }
    int count = 0;
    qreal room = width() - m.at215(2 * rowMargin215);
    const int rows = m_model ? m_model->rowCount() : 0;
    const qreal more = lineWidth(tr("More"), m.fontAt215(rowLabel215, QFont::ExtraBold)) + m.at215(84);
    for (int row = m_first; row < rows; ++row) {
        room -= horizontalCellWidth(row);
        // "More" leads on, and from the last page back to the first.
        if (room < (row + 1 < rows || m_first > 0 ? more : 0))
            break;
        ++count;
    }
    // The cell that pages on takes a place of its own, unless all fit.
    return std::max(1, m_first + count < rows || m_first > 0 ? count + 1 : count);
}

CategoryRail::Page CategoryRail::page() const
{
    const int rows = m_model ? m_model->rowCount() : 0;
    const int places = perPage();
    if (rows <= places && m_first == 0)
        return {0, rows, false};
    const int first = std::min(m_first, std::max(0, rows - 1));
    return {first, std::min(places - 1, rows - first), true};
}

QRectF CategoryRail::cellBox(int place) const
{
    const Metrics &m = metrics();
    const Page shown = page();
    const int places = shown.count + (shown.more ? 1 : 0);
    if (m_orientation == Qt::Horizontal) {
        qreal x = m.at215(rowMargin215);
        for (int i = 0; i < place; ++i)
            x += horizontalCellWidth(shown.first + i);
        const bool more = place >= shown.count;
        const qreal wide = more ? lineWidth(tr("More"), m.fontAt215(rowLabel215, QFont::ExtraBold)) + m.at215(84) : horizontalCellWidth(shown.first + place);
        // Cells with a ground of their own keep their distance.
        return {x, qreal(m.at215(6)), wide - (pictures() ? 0 : m.at215(plainGap215)), qreal(m.rowAt215(rowHeight215))};
    }
    if (pictures()) {
        const qreal cell = std::min<qreal>(m.at215(cellMost215), height() / qreal(std::max(1, std::max(places, shown.more ? perPage() : places))));
        return {0, std::round(place * cell), qreal(m.at215(width215)), std::round(cell)};
    }
    const qreal cell = std::max<qreal>(m.rowAt215(88), m.at215(plainCell215));
    return {qreal(m.at215(20)), place * (cell + m.at215(plainGap215)) + m.at215(4), qreal(m.at215(width215 + 6)), cell};
}

QSize CategoryRail::sizeHint() const
{
    const Metrics &m = metrics();
    if (m_orientation == Qt::Horizontal)
        return {m.px(200), m.rowAt215(rowHeight215) + m.at215(6 + 18)};
    return {m.at215(pictures() ? width215 + shade215 : 20 + width215 + 6), m.px(200)};
}

QSize CategoryRail::minimumSizeHint() const
{
    const Metrics &m = metrics();
    return m_orientation == Qt::Horizontal ? QSize(m.px(60), sizeHint().height()) : QSize(sizeHint().width(), m.px(60));
}

int CategoryRail::targetCount() const
{
    const Page shown = page();
    return shown.count + (shown.more ? 1 : 0);
}

Control::Target CategoryRail::target(int index) const
{
    const Page shown = page();
    const qreal radius = metrics().radiusCell();
    if (index >= shown.count)
        return {cellBox(index), radius, tr("More"), QAccessible::Button, true, false};
    const int row = shown.first + index;
    return {cellBox(index), radius, text(row), QAccessible::RadioButton, true, row == m_currentRow};
}

void CategoryRail::press(int index)
{
    const Page shown = page();
    if (index < shown.count)
        setCurrentRow(shown.first + index);
    else
        turn(1);
}

void CategoryRail::turn(int pages)
{
    const Page shown = page();
    if (!shown.more)
        return;
    const int rows = m_model->rowCount();
    const int next = shown.first + pages * std::max(1, shown.count);
    m_first = next >= rows ? 0 : std::max(0, next);
    targetsChanged();
}

void CategoryRail::paintEvent(QPaintEvent *)
{
    if (!m_model)
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Page shown = page();
    for (int place = 0; place < shown.count; ++place)
        paintCell(painter, place, shown.first + place);
    if (shown.more)
        paintMore(painter, shown.count);
}

void CategoryRail::paintCell(QPainter &painter, int place, int row)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const QRectF cell = cellBox(place);
    const bool chosen = row == m_currentRow;
    const bool plain = !pictures();
    const bool flat = m_orientation == Qt::Horizontal;
    QColor ink = chosen ? p.ink : p.ink2;
    if (plain) {
        const QColor ground = chosen ? (p.flat ? p.selected : p.surface) : p.flat ? p.surface : p.sunken;
        if (chosen)
            fillRound(painter, cell, m.radiusCell(), ground);
        else
            drawCell(painter, cell, m.radiusCell(), pressedTone(ground, p, pressed(place)), p, m);
        ink = chosen && p.flat ? p.onSelected : p.ink;
    } else if (chosen) {
        const QRectF face = flat ? cell : cell.adjusted(-m.radiusCell(), 0, 0, 0);
        theme().shadows().draw(painter, face, m.radiusCell(), Shadow::Card, p, m);
        fillRound(painter, face, m.radiusCell(), p.surface);
    } else if (pressed(place) > 0) {
        fillRound(painter, cell.adjusted(m.at215(8), 0, -m.at215(8), 0), m.radiusCell(), mixed(p.ground, p.sunken, pressed(place)));
    }
    if (chosen && !flat && !plain) {
        const qreal bar = m.at215(bar215);
        fillRound(painter, QRectF(cell.left() - bar, cell.top() + cell.height() * 0.18, 2 * bar, cell.height() * 0.64), bar * 0.7, p.leaf);
    }
    const QFont font = m.fontAt215(flat ? rowLabel215 : label215, chosen || plain ? QFont::ExtraBold : QFont::Bold);
    painter.setPen(ink);
    const QString art = m_model->index(row, 0).data(m_roles.art).toString();
    if (plain) {
        drawText(painter, cell.adjusted(m.at215(8), 0, -m.at215(8), 0), setText(text(row), font, cell.width() - m.at215(16), 2, 1.1), Qt::AlignCenter);
        return;
    }
    const qreal side = flat ? m.at215(rowArt215) : std::min<qreal>(m.at215(art215), cell.height() - m.rowAt215(label215) * 1.6);
    const QPixmap picture = theme().art().picture(art, QSize(int(side), int(side)), devicePixelRatioF());
    if (flat) {
        painter.drawPixmap(QPointF(cell.left() + m.at215(12), std::round(cell.center().y() - side / 2)), picture);
        drawLine(painter, cell.adjusted(m.at215(20) + side, 0, -m.at215(10), 0), text(row), font, Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    const qreal line = font.pixelSize() * 1.3;
    const qreal top = cell.center().y() - (side + line) / 2;
    painter.drawPixmap(QPointF(std::round(cell.center().x() + m.at215(4) - side / 2), std::round(top)), picture);
    drawLine(painter, QRectF(cell.left() + m.at215(12), top + side - m.at215(4), cell.width() - m.at215(16), line), text(row), font, Qt::AlignCenter);
}

void CategoryRail::paintMore(QPainter &painter, int place)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const QRectF cell = cellBox(place);
    const bool flat = m_orientation == Qt::Horizontal;
    const QFont font = m.fontAt215(flat ? rowLabel215 : label215, QFont::ExtraBold);
    if (!pictures())
        drawCell(painter, cell, m.radiusCell(), pressedTone(p.flat ? p.surface : p.sunken, p, pressed(place)), p, m);
    else if (pressed(place) > 0)
        fillRound(painter, cell, m.radiusCell(), mixed(p.ground, p.sunken, pressed(place)));
    const qreal icon = m.icon215(32);
    const qreal words = lineWidth(tr("More"), font);
    const qreal left = cell.center().x() - (icon + m.at215(10) + words) / 2;
    theme().icons().draw(painter, QRectF(left, cell.top(), icon, cell.height()), flat ? u"next"_s : u"down"_s, p.ink, 2.6);
    painter.setPen(p.ink);
    drawLine(painter, QRectF(left + icon + m.at215(10), cell.top(), words + 2, cell.height()), tr("More"), font, Qt::AlignLeft | Qt::AlignVCenter);
}

void CategoryRail::themeChanged()
{
    m_first = 0;
    targetsChanged();
    Control::themeChanged();
}

void CategoryRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        targetsChanged();
    Control::changeEvent(event);
}

bool CategoryRail::dragStarted(const QPointF &from, const QPointF &)
{
    m_dragFrom = from;
    return page().more;
}

void CategoryRail::dragMoved(const QPointF &)
{
}

void CategoryRail::dragEnded(const QPointF &to, const QPointF &)
{
    const QPointF way = to - m_dragFrom;
    const qreal along = m_orientation == Qt::Vertical ? way.y() : way.x();
    if (std::fabs(along) >= metrics().px(tuning::swipeMm))
        turn(along < 0 ? 1 : -1);
}

} // namespace saji
