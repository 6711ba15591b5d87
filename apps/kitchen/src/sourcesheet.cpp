// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcesheet.h"

#include "strokes.h"

#include <widgets/card.h>
#include <widgets/figures.h>
#include <widgets/label.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>
#include <widgets/touchbutton.h>

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr qreal lineHeight = 62; // pixels of the 24" screen

Lamp lampOf(PeerLampKind kind)
{
    switch (kind) {
    case PeerLampKind::Ok: return Lamp::Ok;
    case PeerLampKind::Polling: return Lamp::Polling;
    case PeerLampKind::Offline: return Lamp::Offline;
    case PeerLampKind::Silent: return Lamp::Silent;
    }
    return Lamp::Silent;
}

} // namespace

SourceList::SourceList(PeerPresenter &peers, QWidget *parent) : Themed(parent), m_peers(peers)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_peers, &PeerPresenter::ticked, this, [this] {
        if (std::exchange(m_count, m_peers.lamps().size()) != m_peers.lamps().size())
            updateGeometry();
        update();
    });
}

QSize SourceList::sizeHint() const
{
    return {metrics().at24(600), int(at24(theme(), lineHeight) * qreal(std::max<qsizetype>(1, m_peers.lamps().size())))};
}

void SourceList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal high = at24(theme(), lineHeight);
    QRectF line(0, 0, width(), high);
    const QFont name = metrics().fontAt24(27, QFont::ExtraBold);
    const QFont words = metrics().fontAt24(25, QFont::DemiBold);
    const auto lamps = m_peers.lamps();
    for (const PeerLamp &lamp : lamps) {
        const qreal side = at24(theme(), 20);
        drawLamp(painter, QRectF(line.left(), line.center().y() - side / 2, side, side), lampOf(lamp.kind), colors());
        painter.setPen(colors().ink);
        const QRectF left(line.left() + side + at24(theme(), 18), line.top(), at24(theme(), 190), high);
        drawLine(painter, left, lamp.name, name, Qt::AlignLeft | Qt::AlignVCenter);
        painter.setPen(lamp.kind == PeerLampKind::Silent ? colors().bad : lamp.kind == PeerLampKind::Ok ? colors().ink2 : colors().amber);
        const QRectF right(left.right() + at24(theme(), 12), line.top(), line.right() - left.right() - at24(theme(), 12), high);
        if (figuresWidth(lamp.sentence, words) <= right.width())
            drawFigures(painter, right, lamp.sentence, words, Qt::AlignLeft | Qt::AlignVCenter);
        else
            drawLine(painter, right, lamp.sentence, words, Qt::AlignLeft | Qt::AlignVCenter);
        line.translate(0, high);
        painter.fillRect(QRectF(0, line.top() - metrics().stroke(1), width(), metrics().stroke(1)), colors().line);
    }
}

SourceSheet::SourceSheet(PeerPresenter &peers, QWidget *host)
    : Sheet(host, Place::Dialog), m_peers(peers), m_title(new Label(Type::Title)), m_menu(new Label(Type::Text)),
      m_done(new TouchButton({}, TouchButton::Kind::Primary))
{
    setObjectName(u"sourceSheet"_s);
    setDialogWidth(1160);
    auto *column = new QVBoxLayout(panel());
    m_title->setSize(44, QFont::ExtraBold, true);
    m_menu->setSize(25, QFont::DemiBold, true);
    m_menu->setColor(&Palette::ink2);
    m_menu->setMaxLines(2);
    column->addWidget(m_title);
    column->addSpacing(8);
    column->addWidget(new SourceList(peers));
    column->addSpacing(8);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_menu, 1);
    m_done->setObjectName(u"sourceDone"_s);
    m_done->setSize(TouchButton::Size::Compact);
    foot->addWidget(m_done, 0, Qt::AlignVCenter);
    column->addLayout(foot);
    connect(m_done, &TouchButton::clicked, this, &Sheet::close);
    connect(this, &Sheet::dismissRequested, this, &Sheet::close);
    connect(&m_peers, &PeerPresenter::ticked, this, &SourceSheet::refresh);
    retranslate();
}

void SourceSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

void SourceSheet::refresh()
{
    if (isOpen())
        m_menu->setText(m_peers.menuAge());
}

void SourceSheet::retranslate()
{
    m_title->setText(tr("Where tickets come from"));
    m_done->setText(tr("Done"));
    m_menu->setText(m_peers.menuAge());
}

} // namespace saji
