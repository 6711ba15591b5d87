// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/datatable.h>

#include <widgets/figures.h>
#include <widgets/steps.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include "paint.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QScroller>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 24" reference.
constexpr qreal row24 = 50, head24 = 48, pad24 = 8;

} // namespace

//! Paints cells; sees a column's kind and the roles, never what they are about.
class DataTable::Painter : public QStyledItemDelegate
{
public:
    explicit Painter(DataTable *table) : QStyledItemDelegate(table), m_table(table) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Theme &theme = Theme::of(m_table);
        const Palette &p = theme.palette();
        const Metrics &m = theme.metrics();
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, p.dark ? p.raised : p.tint);
        QRectF box = QRectF(option.rect).adjusted(m.at24(pad24), 0, -m.at24(pad24), 0);
        const QString text = index.data().toString();
        const QVariant own = index.data(Qt::ForegroundRole);
        const auto pen = [&](const QColor &color) { painter->setPen(own.isValid() ? own.value<QColor>() : color); };
        switch (m_table->kind(index.column())) {
        case Column::Text:
            pen(p.ink2);
            drawLine(*painter, box, text, m.font(Type::AdminText), Qt::AlignLeft | Qt::AlignVCenter);
            break;
        case Column::Strong:
            pen(p.ink);
            drawLine(*painter, box, text, m.font(Type::AdminText, QFont::ExtraBold), Qt::AlignLeft | Qt::AlignVCenter);
            break;
        case Column::Figures:
            pen(p.ink);
            drawFigures(*painter, box, text, m.font(Type::AdminText, QFont::Bold), Qt::AlignRight | Qt::AlignVCenter);
            break;
        case Column::State: {
            const Lamp lamp = Lamp(index.data(m_table->lampRole()).toInt());
            const qreal side = m.at24(16);
            drawLamp(*painter, QRectF(box.left(), box.center().y() - side / 2, side, side), lamp, p);
            painter->setPen(lamp == Lamp::Ok ? p.ok : lamp == Lamp::Offline && !p.dark && !p.flat ? p.amber : lampColor(lamp, p));
            drawLine(*painter, box.adjusted(side + m.at24(8), 0, 0, 0), text, m.font(Type::AdminText, QFont::Bold), Qt::AlignLeft | Qt::AlignVCenter);
            break;
        }
        case Column::Steps: {
            const qreal high = m.at24(26);
            drawSteps(*painter, QRectF(box.left(), box.center().y() - high / 2, box.width(), high), m_table->m_signs, index.data(m_table->m_stepsRole).toInt(), theme);
            break;
        }
        case Column::Icon: {
            const qreal side = m.at24(24);
            theme.icons().draw(*painter, QRectF(box.left(), box.top(), side, box.height()), text, p.ink2, 2.2);
            break;
        }
        }
        painter->fillRect(QRectF(option.rect.left(), option.rect.bottom() + 1 - m.stroke(1), option.rect.width(), m.stroke(1)), p.line);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {10, Theme::of(m_table).metrics().rowAt24(row24)};
    }

private:
    DataTable *m_table;
};

//! The head of the columns, in the table's own type.
class DataTable::Head : public QHeaderView
{
public:
    explicit Head(DataTable *table) : QHeaderView(Qt::Horizontal, table), m_table(table)
    {
        setSectionsClickable(false);
        setHighlightSections(false);
        viewport()->setAutoFillBackground(false);
    }

    QSize sizeHint() const override { return {10, Theme::of(m_table).metrics().rowAt24(head24)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::of(m_table);
        const Metrics &m = theme.metrics();
        const bool right = m_table->kind(section) == Column::Figures;
        painter->save();
        painter->setRenderHint(QPainter::TextAntialiasing);
        painter->setPen(theme.palette().ink2);
        drawLine(*painter, QRectF(rect).adjusted(m.at24(pad24), 0, -m.at24(pad24), 0), model()->headerData(section, Qt::Horizontal).toString(), m.font(Type::AdminSmall),
                 (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        painter->fillRect(QRectF(rect.left(), rect.bottom() + 1 - m.stroke(1), rect.width(), m.stroke(1)), theme.palette().line);
        painter->restore();
    }

private:
    DataTable *m_table;
};

DataTable::DataTable(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new Painter(this));
    setHorizontalHeader(new Head(this));
    verticalHeader()->hide();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    viewport()->setAutoFillBackground(false);
    // A finger has no wheel; the mouse keeps its own ways.
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    wear();
}

void DataTable::setColumn(int column, Column kind, int width)
{
    m_columns.insert(column, {kind, width});
    layColumns();
}

void DataTable::setLampRole(int role)
{
    m_lampRole = role;
    viewport()->update();
}

void DataTable::setSteps(const QStringList &signs, int role)
{
    m_signs = signs;
    m_stepsRole = role;
    viewport()->update();
}

void DataTable::wear()
{
    const Theme &theme = Theme::of(this);
    verticalHeader()->setDefaultSectionSize(theme.metrics().rowAt24(row24));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QPalette palette = viewport()->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    setPalette(palette);
    verticalScrollBar()->setStyleSheet(theme.styleSheet());
    layColumns();
    viewport()->update();
}

void DataTable::layColumns()
{
    if (!model())
        return;
    const Metrics &m = Theme::of(this).metrics();
    const int columns = model()->columnCount();
    int fixed = 0;
    int open = 0;
    for (int c = 0; c < columns; ++c) {
        if (isColumnHidden(c))
            continue;
        const int wanted = m_columns.value(c).width;
        fixed += m.rowAt24(wanted);
        open += wanted == 0;
    }
    const int rest = std::max(0, viewport()->width() - fixed);
    for (int c = 0; c < columns; ++c) {
        if (isColumnHidden(c))
            continue;
        const int wanted = m_columns.value(c).width;
        setColumnWidth(c, wanted > 0 ? m.rowAt24(wanted) : rest / std::max(1, open));
    }
}

bool DataTable::event(QEvent *event)
{
    if (event->type() == Theme::changedEvent() || event->type() == QEvent::Polish || event->type() == QEvent::Show)
        wear();
    return QTableView::event(event);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
}

} // namespace saji
