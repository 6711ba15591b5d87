// SPDX-License-Identifier: GPL-3.0-or-later
#include "soldoutsheet.h"

#include "strokes.h"

#include <widgets/card.h>
#include <widgets/label.h>
#include <widgets/scrollarea.h>
#include <widgets/text.h>
#include <widgets/touchbutton.h>

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qreal cellHeight = 84; // pixels of the 24" screen: 23 mm
constexpr qreal cellGap = 14;
constexpr qreal narrowestCell = 400;

} // namespace

SoldOutGrid::SoldOutGrid(SoldOutModel &model, QWidget *parent) : Control(parent), m_model(model)
{
    setObjectName(u"soldOut"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        updateGeometry();
        targetsChanged();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SoldOutGrid::targetsChanged);
}

int SoldOutGrid::columns(int width) const
{
    return std::max(1, int((width + at24(theme(), cellGap)) / (at24(theme(), narrowestCell) + at24(theme(), cellGap))));
}

QRectF SoldOutGrid::cell(int index) const
{
    const int count = columns(width());
    const qreal gap = at24(theme(), cellGap);
    const qreal wide = (width() - gap * (count - 1)) / count;
    return QRectF((index % count) * (wide + gap), (index / count) * (at24(theme(), cellHeight) + gap), wide, at24(theme(), cellHeight));
}

int SoldOutGrid::heightForWidth(int width) const
{
    const int count = columns(width);
    const int rows = (m_model.rowCount() + count - 1) / count;
    return int(rows * at24(theme(), cellHeight) + std::max(0, rows - 1) * at24(theme(), cellGap)) + 1;
}

QSize SoldOutGrid::sizeHint() const
{
    return {metrics().at24(narrowestCell), metrics().at24(cellHeight)};
}

Control::Target SoldOutGrid::target(int index) const
{
    const QModelIndex row = m_model.index(index);
    const bool soldOut = row.data(SoldOutModel::SoldOutRole).toBool();
    const QString name = row.data(SoldOutModel::NameRole).toString();
    return {cell(index), at24(theme(), 20), soldOut ? tr("%1, sold out. Tap to sell again").arg(name) : tr("%1. Tap when it has run out").arg(name),
            QAccessible::CheckBox, !row.data(SoldOutModel::WithdrawnRole).toBool(), soldOut};
}

void SoldOutGrid::press(int index)
{
    m_model.toggle(index);
}

void SoldOutGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const Palette &p = colors();
    for (int index = 0; index < m_model.rowCount(); ++index) {
        const QRectF box = cell(index);
        if (!event->region().intersects(box.toAlignedRect()))
            continue;
        const QModelIndex row = m_model.index(index);
        const bool soldOut = row.data(SoldOutModel::SoldOutRole).toBool();
        const bool withdrawn = row.data(SoldOutModel::WithdrawnRole).toBool();
        QColor ground = soldOut ? p.ticketLate.ground : p.raised;
        if (pressed(index) > 0)
            ground = blended(ground, QColor(0, 0, 0, 60));
        fillCell(painter, box, at24(theme(), 20), ground);
        const QColor ink = withdrawn ? p.disabled : soldOut ? p.ticketLate.text : p.ink;
        const QRectF inner = box.adjusted(at24(theme(), 22), 0, -at24(theme(), 18), 0);
        QString word = soldOut ? tr("SOLD OUT") : withdrawn ? tr("not on the menu") : tr("on sale");
        const QFont small = metrics().fontAt24(21, soldOut ? QFont::ExtraBold : QFont::DemiBold);
        const qreal wide = lineWidth(word, small) + (soldOut ? at24(theme(), 36) : 0);
        painter.setPen(ink);
        drawLine(painter, inner.adjusted(0, 0, -wide - at24(theme(), 14), 0), row.data().toString(), metrics().fontAt24(27, QFont::Bold),
                 Qt::AlignLeft | Qt::AlignVCenter);
        if (soldOut)
            theme().icons().draw(painter, QRectF(inner.right() - wide, inner.top(), at24(theme(), 28), inner.height()), u"soldout"_s, ink, 2.6);
        painter.setPen(soldOut ? ink : withdrawn ? p.disabled : p.ok);
        drawLine(painter, inner, word, small, Qt::AlignRight | Qt::AlignVCenter);
    }
}

SoldOutSheet::SoldOutSheet(SoldOutModel &model, QWidget *host)
    : Sheet(host, Place::Bottom), m_model(model), m_title(new Label(Type::Title)), m_help(new Label(Type::Text)),
      m_done(new TouchButton({}, TouchButton::Kind::Primary)), m_area(new ScrollArea), m_grid(new SoldOutGrid(model))
{
    setObjectName(u"soldOutSheet"_s);
    setTopGap(110);
    setFitted(true);
    auto *column = new QVBoxLayout(panel());
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    m_title->setSize(44, QFont::ExtraBold, true);
    m_help->setSize(25, QFont::DemiBold, true);
    m_help->setColor(&Palette::ink2);
    words->addWidget(m_title);
    words->addWidget(m_help);
    head->addLayout(words, 1);
    m_done->setObjectName(u"soldOutDone"_s);
    m_done->setSize(TouchButton::Size::Compact);
    head->addWidget(m_done, 0, Qt::AlignVCenter);
    column->addLayout(head);
    column->addSpacing(12);
    auto *inside = new QVBoxLayout(m_area->content());
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_grid);
    column->addWidget(m_area);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SoldOutSheet::fit);
    connect(&m_model, &SoldOutModel::stillSellingChanged, this, &SoldOutSheet::retranslate);
    connect(m_done, &TouchButton::clicked, this, &Sheet::close);
    connect(this, &Sheet::dismissRequested, this, &Sheet::close);
    retranslate();
}

// As high as the dishes need, but never more than the window can give: then they scroll.
void SoldOutSheet::fit()
{
    const Metrics &m = Theme::of(this).metrics();
    const int wide = width() - 2 * m.cardPadding();
    const int most = std::max(m.at24(cellHeight), height() - m.at24(360));
    m_area->setFixedHeight(std::min(m_grid->heightForWidth(wide), most));
}

void SoldOutSheet::showEvent(QShowEvent *event)
{
    fit();
    Sheet::showEvent(event);
}

void SoldOutSheet::resizeEvent(QResizeEvent *event)
{
    fit();
    Sheet::resizeEvent(event);
}

void SoldOutSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

void SoldOutSheet::retranslate()
{
    m_title->setText(tr("What has run out?"));
    const QStringList &selling = m_model.stillSelling();
    m_help->setText(selling.isEmpty() ? tr("Tap a dish: every kiosk stops selling it. Tap again when there is more.")
                                      //: %1 are names of kiosks
                                      : tr("Not stopped yet: %1").arg(selling.join(u", "_s)));
    m_done->setText(tr("Done"));
}

} // namespace saji
