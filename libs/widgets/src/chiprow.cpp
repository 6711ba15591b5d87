// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/chip.h>
#include <widgets/motion.h>

#include "chippaint.h"
#include "paint.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference: room for the shadow, between chips, the arrow and its fade.
constexpr qreal above215 = 6, below215 = 18, between215 = 14, arrow215 = 76, fade215 = 64;

ChipContent contentOf(const QAbstractItemModel &model, int row, const TileRoles &roles)
{
    const QModelIndex index = model.index(row, 0);
    return {index.data(roles.title).toString(), index.data(roles.icon).toString(), index.data(roles.monogram).toString(), index.data(roles.hue).toUInt()};
}

} // namespace

ChipRow::ChipRow(QWidget *parent) : Control(parent), m_scroll(new Tween(this, [this](qreal offset) {
    m_offset = offset;
    targetsChanged();
}))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChipRow::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    wearModel();
}

void ChipRow::wearModel()
{
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &ChipRow::measure);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &ChipRow::measure);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ChipRow::measure);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &ChipRow::measure);
    }
    measure();
}

void ChipRow::setRoles(const TileRoles &roles)
{
    m_roles = roles;
    measure();
}

void ChipRow::setEdge(int pixels)
{
    m_edge = pixels;
    measure();
}

void ChipRow::setCurrentRow(int row)
{
    if (row == m_currentRow || !m_model || row < 0 || row >= m_model->rowCount())
        return;
    m_currentRow = row;
    update();
    const QRectF box = chipBox(row);
    const qreal arrow = metrics().at215(arrow215 + fade215);
    if (box.left() < arrow)
        scrollTo(m_offset + box.left() - arrow, isVisible());
    else if (box.right() > width() - arrow)
        scrollTo(m_offset + box.right() - width() + arrow, isVisible());
    emit currentRowChanged(row);
}

void ChipRow::measure()
{
    m_lefts.clear();
    m_widths.clear();
    qreal x = m_edge;
    const int rows = m_model ? m_model->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        m_lefts.append(x);
        m_widths.append(chipWidth(contentOf(*m_model, row, m_roles), metrics()));
        x += m_widths.last() + metrics().at215(between215);
    }
    m_currentRow = std::clamp(m_currentRow, 0, std::max(0, rows - 1));
    m_offset = std::clamp(m_offset, 0.0, maxOffset());
    updateGeometry();
    targetsChanged();
}

qreal ChipRow::maxOffset() const
{
    return m_lefts.isEmpty() ? 0 : std::max(0.0, m_lefts.last() + m_widths.last() + m_edge - width());
}

bool ChipRow::overflows() const
{
    return maxOffset() > 0;
}

void ChipRow::scrollTo(qreal offset, bool animated)
{
    m_scroll->start(m_offset, std::clamp(offset, 0.0, maxOffset()), animated ? theme().duration(motion::sheetUp) : 0);
}

QSize ChipRow::sizeHint() const
{
    const qreal all = m_lefts.isEmpty() ? 0 : m_lefts.last() + m_widths.last() + m_edge;
    return {int(std::ceil(all)), metrics().at215(above215) + chipHeight(metrics()) + metrics().at215(below215)};
}

QSize ChipRow::minimumSizeHint() const
{
    return {metrics().px(60), sizeHint().height()};
}

QRectF ChipRow::chipBox(int row) const
{
    return {m_lefts.at(row) - m_offset, qreal(metrics().at215(above215)), m_widths.at(row), qreal(chipHeight(metrics()))};
}

QRectF ChipRow::arrowBox(bool next) const
{
    const qreal side = metrics().at215(arrow215);
    const qreal y = metrics().at215(above215) + (chipHeight(metrics()) - side) / 2;
    return {next ? width() - m_edge - side : qreal(m_edge), y, side, side};
}

int ChipRow::targetCount() const
{
    // The arrows come first: they lie over the chips.
    return overflows() ? int(m_lefts.size()) + 2 : int(m_lefts.size());
}

Control::Target ChipRow::target(int index) const
{
    const qreal radius = metrics().radiusPill();
    if (overflows() && index < 2) {
        const bool next = index == 1;
        const bool useful = next ? m_offset < maxOffset() - 1 : m_offset > 1;
        return {useful ? arrowBox(next) : QRectF(), arrowBox(next).height() * 0.32, next ? tr("More to the right") : tr("More to the left"), QAccessible::Button, useful, false};
    }
    const int row = overflows() ? index - 2 : index;
    const QString name = m_model ? m_model->index(row, 0).data(m_roles.title).toString() : QString();
    return {chipBox(row).intersected(QRectF(rect())), radius, name, QAccessible::RadioButton, true, row == m_currentRow};
}

void ChipRow::press(int index)
{
    if (overflows() && index < 2) {
        const qreal page = width() - 2 * metrics().at215(arrow215 + fade215);
        scrollTo(m_offset + (index == 1 ? page : -page), true);
        return;
    }
    setCurrentRow(overflows() ? index - 2 : index);
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int row = 0; row < m_lefts.size(); ++row) {
        if (chipBox(row).right() >= 0 && chipBox(row).left() <= width())
            paintChip(painter, row);
    }
    if (m_offset > 1)
        paintArrow(painter, false);
    if (m_offset < maxOffset() - 1)
        paintArrow(painter, true);
}

void ChipRow::paintChip(QPainter &painter, int row)
{
    const QRectF box = chipBox(row);
    const bool checked = row == m_currentRow;
    if (!checked)
        theme().shadows().draw(painter, box, metrics().radiusPill(), Shadow::Card, colors(), metrics());
    drawChip(painter, box, contentOf(*m_model, row, m_roles), checked, pressed(overflows() ? row + 2 : row), theme());
}

void ChipRow::paintArrow(QPainter &painter, bool next)
{
    const Palette &p = colors();
    const QRectF box = arrowBox(next);
    const qreal fade = metrics().at215(fade215);
    const qreal gap = metrics().at215(12);
    QColor clear = p.ground;
    clear.setAlpha(0);
    const QRectF veil = next ? QRectF(box.left() - gap - fade, 0, fade, height()) : QRectF(box.right() + gap, 0, fade, height());
    QLinearGradient gradient(next ? veil.topLeft() : veil.topRight(), next ? veil.topRight() : veil.topLeft());
    gradient.setColorAt(0, clear);
    gradient.setColorAt(1, p.ground);
    painter.fillRect(veil, gradient);
    painter.fillRect(next ? QRectF(veil.right(), 0, width() - veil.right(), height()) : QRectF(0, 0, veil.left(), height()), p.ground);
    theme().shadows().draw(painter, box, box.height() * 0.32, Shadow::Card, p, metrics());
    const qreal held = pressed(next ? 1 : 0);
    drawCell(painter, box, box.height() * 0.32, pressedTone(p.surface, p, held), p, metrics());
    const qreal side = box.width() * 0.47;
    theme().icons().draw(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2 + held * metrics().at215(3), side, side), next ? u"next"_s : u"back"_s, p.ink, 2.6);
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    Control::resizeEvent(event);
    measure();
}

void ChipRow::themeChanged()
{
    measure();
    Control::themeChanged();
}

void ChipRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        measure();
    Control::changeEvent(event);
}

bool ChipRow::dragStarted(const QPointF &from, const QPointF &to)
{
    if (!overflows() || std::fabs(to.x() - from.x()) < std::fabs(to.y() - from.y()))
        return false;
    m_scroll->stop();
    m_dragFrom = from;
    m_dragOffset = m_offset;
    dragMoved(to);
    return true;
}

void ChipRow::dragMoved(const QPointF &to)
{
    m_offset = std::clamp(m_dragOffset - (to.x() - m_dragFrom.x()), 0.0, maxOffset());
    update();
}

void ChipRow::dragEnded(const QPointF &to, const QPointF &velocity)
{
    dragMoved(to);
    constexpr qreal glideSeconds = 0.18;
    scrollTo(m_offset - velocity.x() * glideSeconds, true);
}

} // namespace saji
