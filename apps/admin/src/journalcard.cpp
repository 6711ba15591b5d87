// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalcard.h"

#include <widgets/figures.h>
#include <widgets/label.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include <QPainter>
#include <QVBoxLayout>

namespace saji {
namespace {

Lamp lampOf(int kind)
{
    switch (PeerLampKind(kind)) {
    case PeerLampKind::Ok: return Lamp::Ok;
    case PeerLampKind::Polling: return Lamp::Polling;
    case PeerLampKind::Offline: return Lamp::Offline;
    case PeerLampKind::Silent: return Lamp::Silent;
    }
    return Lamp::Silent;
}

} // namespace

JournalCard::JournalCard(HealthPresenter &health, QWidget *parent) : Card(parent), m_presenter(health), m_head(new Label(Type::AdminHead))
{
    setObjectName(QStringLiteral("journal"));
    setRadius(27);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addStretch();
}

void JournalCard::refresh()
{
    m_head->setText(tr("Latest events"));
    update();
}

void JournalCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    const Metrics &m = metrics();
    const QFont title = m.font(Type::AdminSmall, QFont::Bold);
    const QFont small = m.font(Type::AdminSmall);
    const QFontMetrics titleSize(title), smallSize(small);
    const int left = contentsRect().left() + m.cardPadding();
    const int right = width() - m.cardPadding();
    const int hourWidth = m.at24(64);
    const int lamp = m.at24(12);
    const int words = left + hourWidth + m.at24(30);
    int y = m_head->geometry().bottom() + m.at24(20);
    const HealthJournal &journal = m_presenter.journal();
    for (int row = 0; row < journal.rowCount(); ++row) {
        const QModelIndex index = journal.index(row);
        const QString headline = index.data(HealthJournal::TitleRole).toString();
        const QString detail = index.data(HealthJournal::DetailRole).toString();
        const QRect box(words, y, right - words, 2 * titleSize.height());
        const QRect used = titleSize.boundingRect(box, Qt::TextWordWrap, headline);
        const int height = used.height() + (detail.isEmpty() ? 0 : smallSize.height() + m.at24(2));
        if (y + height > this->height() - m.cardPadding())
            return;
        painter.setPen(colors().ink2);
        painter.setFont(small);
        painter.drawText(QRect(left, y, hourWidth, titleSize.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         m_presenter.hourOf(Milliseconds(index.data(HealthJournal::AtRole).toLongLong())));
        drawLamp(painter, QRectF(left + hourWidth, y + (titleSize.height() - lamp) / 2.0, lamp, lamp), lampOf(index.data(HealthJournal::LampRole).toInt()),
                 colors());
        painter.setPen(colors().ink);
        painter.setFont(title);
        painter.drawText(box, Qt::TextWordWrap, headline);
        painter.setPen(colors().ink2);
        painter.setFont(small);
        painter.drawText(QRect(words, y + used.height() + m.at24(2), right - words, smallSize.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         smallSize.elidedText(detail, Qt::ElideRight, right - words));
        y += height + m.at24(12);
        painter.fillRect(QRectF(left, y, right - left, m.stroke(1)), colors().line);
        y += m.at24(14);
    }
}

} // namespace saji
