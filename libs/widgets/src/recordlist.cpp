// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/recordlist.h>

#include <widgets/figures.h>
#include <widgets/steps.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include "paint.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
// Pixels at the 21.5" reference.
constexpr qreal row215 = 132, gap215 = 14, side215 = 28, chain215 = 42;
}

RecordList::RecordList(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QAbstractItemModel *RecordList::model() const
{
    return m_model;
}

void RecordList::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_page = 0;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &RecordList::recount);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &RecordList::recount);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RecordList::recount);
        connect(m_model, &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
    }
    recount();
}

void RecordList::setRoles(const RecordRoles &roles)
{
    m_roles = roles;
    update();
}

void RecordList::setSigns(const QStringList &signs)
{
    m_signs = signs;
    update();
}

int RecordList::rowCount() const
{
    return m_model ? m_model->rowCount() : 0;
}

int RecordList::perPage() const
{
    const int row = metrics().rowAt215(row215);
    const int gap = metrics().at215(gap215);
    return std::max(1, (height() + gap) / (row + gap));
}

int RecordList::pageCount() const
{
    return std::max(1, (rowCount() + perPage() - 1) / perPage());
}

void RecordList::setPage(int page)
{
    page = std::clamp(page, 0, pageCount() - 1);
    if (page == m_page)
        return;
    m_page = page;
    targetsChanged();
    emit pageChanged(m_page, pageCount());
}

void RecordList::recount()
{
    m_page = std::clamp(m_page, 0, pageCount() - 1);
    targetsChanged();
    emit pageChanged(m_page, pageCount());
}

QModelIndex RecordList::rowAt(int place) const
{
    return m_model ? m_model->index(m_page * perPage() + place, 0) : QModelIndex();
}

//! Where there are more pages, the rows of one fill it: a hole at its foot would look like the end of the list.
int RecordList::rowHeight() const
{
    const int row = metrics().rowAt215(row215);
    const int gap = metrics().at215(gap215);
    return pageCount() > 1 ? std::max(row, (height() + gap) / perPage() - gap) : row;
}

QRectF RecordList::rowBox(int place) const
{
    const int row = rowHeight();
    return QRectF(0, place * (row + metrics().at215(gap215)), width(), row);
}

QSize RecordList::sizeHint() const
{
    return {metrics().px(200), metrics().rowAt215(row215) * 4};
}

QSize RecordList::minimumSizeHint() const
{
    return {metrics().px(80), metrics().rowAt215(row215)};
}

int RecordList::targetCount() const
{
    return std::clamp(rowCount() - m_page * perPage(), 0, perPage());
}

Control::Target RecordList::target(int index) const
{
    return {rowBox(index), qreal(metrics().radiusPill()), {}, QAccessible::Button, true, false};
}

QString RecordList::targetName(int index) const
{
    const QModelIndex row = rowAt(index);
    QStringList words;
    for (const int role : {m_roles.title, m_roles.state, m_roles.age, m_roles.detail}) {
        if (const QString word = row.data(role).toString(); !word.isEmpty())
            words << word;
    }
    return words.join(u", "_s);
}

void RecordList::press(int index)
{
    if (index >= 0 && index < targetCount())
        emit activated(rowAt(index));
}

void RecordList::paintRow(QPainter &painter, int place)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const QModelIndex row = rowAt(place);
    const QRectF box = rowBox(place);
    drawCell(painter, box, m.radiusPill(), pressedTone(p.surface, p, pressed(place)), p, m);
    const QRectF inner = box.adjusted(m.at215(side215), m.rowAt215(16), -m.at215(side215), -m.rowAt215(16));
    QRectF upper = inner;
    upper.setHeight(inner.height() / 2);
    QRectF lower = inner;
    lower.setTop(upper.bottom());

    const QFont ageFont = m.fontAt215(28, QFont::Bold);
    const QString age = row.data(m_roles.age).toString();
    painter.setPen(p.ink2);
    drawFigures(painter, upper, age, ageFont, Qt::AlignRight | Qt::AlignVCenter);
    upper.setRight(upper.right() - figuresWidth(age, ageFont) - m.at215(20));
    const QFont titleFont = m.fontAt215(36, QFont::ExtraBold);
    const QString title = row.data(m_roles.title).toString();
    painter.setPen(p.ink);
    drawLine(painter, upper, title, titleFont, Qt::AlignLeft | Qt::AlignVCenter);
    upper.setLeft(upper.left() + lineWidth(title, titleFont) + m.at215(22));
    painter.setPen(p.ink2);
    drawLine(painter, upper, row.data(m_roles.detail).toString(), m.font(Type::Caption), Qt::AlignLeft | Qt::AlignVCenter);

    if (!m_signs.isEmpty()) {
        const qreal high = m.rowAt215(chain215);
        const qreal wide = stepsWidth(m_signs.size(), high);
        drawSteps(painter, QRectF(lower.right() - wide, lower.center().y() - high / 2, wide, high), m_signs, row.data(m_roles.steps).toInt(), theme());
        lower.setRight(lower.right() - wide - m.at215(20));
    }
    const Lamp lamp = Lamp(row.data(m_roles.lamp).toInt());
    const qreal side = m.rowAt215(24);
    drawLamp(painter, QRectF(lower.left(), lower.center().y() - side / 2, side, side), lamp, p);
    lower.setLeft(lower.left() + side + m.at215(14));
    painter.setPen(lamp == Lamp::Silent ? (p.dark || p.flat ? p.bad : p.cabai) : p.ink);
    drawText(painter, lower, setText(row.data(m_roles.state).toString(), m.fontAt215(25, QFont::Bold), lower.width(), 1), Qt::AlignLeft | Qt::AlignVCenter);
}

void RecordList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int place = 0; place < targetCount(); ++place)
        paintRow(painter, place);
}

void RecordList::resizeEvent(QResizeEvent *event)
{
    Control::resizeEvent(event);
    recount();
}

void RecordList::themeChanged()
{
    recount();
    Control::themeChanged();
}

void RecordList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool atEdge = (key == Qt::Key_Down || key == Qt::Key_Up) && neighbour(key) < 0;
    if (key == Qt::Key_PageDown || (atEdge && key == Qt::Key_Down && m_page + 1 < pageCount())) {
        nextPage();
        setCurrentTarget(0);
    } else if (key == Qt::Key_PageUp || (atEdge && key == Qt::Key_Up && m_page > 0)) {
        previousPage();
        setCurrentTarget(targetCount() - 1);
    } else {
        Control::keyPressEvent(event);
    }
}

void RecordList::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

} // namespace saji
