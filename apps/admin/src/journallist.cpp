// SPDX-License-Identifier: GPL-3.0-or-later
#include "journallist.h"

#include <widgets/figures.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qreal padding = 26; // pixels of the 24" screen
constexpr qreal timeWidth = 74;
constexpr qreal lampRoom = 28;

} // namespace

JournalList::JournalList(HealthPresenter &health, QWidget *parent) : Themed(parent), m_health(health)
{
    setObjectName(u"journal"_s);
    connect(&m_health.journal(), &QAbstractItemModel::rowsInserted, this, qOverload<>(&QWidget::update));
    connect(&m_health.journal(), &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
}

// Paints an entry at the top of `room` and says how high it is; 0 = it does not fit.
qreal JournalList::paintEntry(QPainter &painter, const QRectF &room, int row) const
{
    const Metrics &m = metrics();
    const QModelIndex entry = m_health.journal().index(row);
    const QRectF words = room.adjusted(m.at24(timeWidth + lampRoom), m.at24(13), 0, 0);
    const TextBlock title = setText(entry.data(HealthJournal::TitleRole).toString(), m.font(Type::AdminText, QFont::ExtraBold), words.width(), 2, 1.25);
    const TextBlock detail = setText(entry.data(HealthJournal::DetailRole).toString(), m.font(Type::AdminSmall), words.width(), 2, 1.3);
    const qreal high = m.at24(13) + title.height() + detail.height() + m.at24(13);
    if (high > room.height())
        return 0;
    painter.setPen(colors().ink2);
    const QString hour = m_health.hourOf(Milliseconds(entry.data(HealthJournal::AtRole).toLongLong()));
    drawFigures(painter, QRectF(room.left(), words.top(), m.at24(timeWidth), title.lineHeight), hour, m.font(Type::AdminText), Qt::AlignLeft | Qt::AlignVCenter);
    const qreal lamp = m.at24(15);
    drawLamp(painter, QRectF(room.left() + m.at24(timeWidth), words.top() + (title.lineHeight - lamp) / 2, lamp, lamp),
             Lamp(entry.data(HealthJournal::LampRole).toInt()), colors());
    painter.setPen(colors().ink);
    drawText(painter, QRectF(words.left(), words.top(), words.width(), title.height()), title, Qt::AlignLeft | Qt::AlignTop);
    painter.setPen(colors().ink2);
    drawText(painter, QRectF(words.left(), words.top() + title.height(), words.width(), detail.height()), detail, Qt::AlignLeft | Qt::AlignTop);
    return high;
}

void JournalList::paintEvent(QPaintEvent *)
{
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().surface);
    painter.drawRoundedRect(rect(), m.radiusAdmin(), m.radiusAdmin());
    QRectF room = QRectF(rect()).adjusted(m.at24(padding), m.at24(22), -m.at24(padding), -m.at24(14));
    painter.setPen(colors().ink);
    drawLine(painter, QRectF(room.left(), room.top(), room.width(), m.at24(32)), tr("Latest events"), m.font(Type::AdminHead), Qt::AlignLeft | Qt::AlignVCenter);
    room.setTop(room.top() + m.at24(42));
    const int entries = m_health.journal().rowCount();
    if (entries == 0) {
        painter.setPen(colors().ink2);
        drawText(painter, room, setText(tr("What changes from now on is written here: who falls silent, who is heard again, which menu has arrived."),
                                        m.font(Type::AdminText), room.width(), 5), Qt::AlignLeft | Qt::AlignTop);
        return;
    }
    for (int row = 0; row < entries; ++row) {
        const qreal high = paintEntry(painter, room, row);
        if (high <= 0)
            return;
        room.setTop(room.top() + high);
        if (row + 1 < entries)
            painter.fillRect(QRectF(room.left(), room.top(), room.width(), m.stroke(1)), colors().line);
    }
}

} // namespace saji
