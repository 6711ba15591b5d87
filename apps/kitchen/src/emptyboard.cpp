// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptyboard.h"

#include "strokes.h"

#include <widgets/figures.h>
#include <widgets/synclamp.h>
#include <widgets/text.h>

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

const QString coverArt = u"tudung"_s;
constexpr qreal coverSide = 320; // pixels of the 24" screen
constexpr qreal cardWidth = 330;
constexpr qreal cardHeight = 124;
constexpr qreal cardGap = 20;

QString iconOf(PeerRole role)
{
    switch (role) {
    case PeerRole::Server: return u"server"_s;
    case PeerRole::Hub: return u"hub"_s;
    case PeerRole::Kiosk: return u"kiosk"_s;
    case PeerRole::Kitchen: return u"screen"_s;
    case PeerRole::Admin: return u"pulse"_s;
    }
    return {};
}

} // namespace

EmptyBoard::EmptyBoard(PeerPresenter &peers, QWidget *parent) : Themed(parent), m_peers(peers)
{
    setObjectName(u"empty"_s);
    connect(&m_peers, &PeerPresenter::ticked, this, qOverload<>(&QWidget::update));
}

void EmptyBoard::setOpening(bool opening)
{
    if (opening == m_opening)
        return;
    m_opening = opening;
    update();
}

void EmptyBoard::setFacts(const QStringList &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    update();
}

void EmptyBoard::themeChanged()
{
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this](const QString &name) {
        if (name == coverArt)
            update();
    });
    Themed::themeChanged();
}

void EmptyBoard::paintCover(QPainter &painter, const QRectF &box) const
{
    const int side = int(box.height());
    const QPixmap cover = theme().art().picture(coverArt, QSize(side, side), devicePixelRatioF());
    painter.drawPixmap(QPointF(box.center().x() - side / 2.0, box.top()), cover);
}

void EmptyBoard::paintSource(QPainter &painter, const QRectF &card, const PeerLamp &lamp) const
{
    const Palette &p = colors();
    fillCell(painter, card, at24(theme(), 24), p.surface);
    QColor tint = p.onTint;
    QColor ground = p.tint;
    if (lamp.kind == PeerLampKind::Offline) {
        tint = p.onKunyitTint2;
        ground = p.kunyitTint;
    } else if (lamp.kind == PeerLampKind::Polling) {
        tint = p.link;
        ground = blended(p.surface, QColor(p.link.red(), p.link.green(), p.link.blue(), 50));
    } else if (lamp.kind == PeerLampKind::Silent) {
        tint = p.bad;
        ground = p.cabaiTint;
    }
    const qreal side = at24(theme(), 72);
    const QRectF tile(card.left() + at24(theme(), 26), card.center().y() - side / 2, side, side);
    fillCell(painter, tile, at24(theme(), 18), ground);
    theme().icons().draw(painter, tile.adjusted(side * 0.24, side * 0.24, -side * 0.24, -side * 0.24), iconOf(lamp.role), tint, 2);
    const QRectF words(tile.right() + at24(theme(), 20), card.top(), card.right() - tile.right() - at24(theme(), 36), card.height());
    painter.setPen(p.ink);
    drawLine(painter, words.adjusted(0, at24(theme(), 22), 0, -card.height() / 2 + at24(theme(), 2)), lamp.name, metrics().fontAt24(29, QFont::ExtraBold),
             Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(tint);
    const QRectF below = words.adjusted(0, card.height() / 2 + at24(theme(), 1), 0, -at24(theme(), 20));
    const QFont small = metrics().fontAt24(23, QFont::DemiBold);
    if (figuresWidth(lamp.brief, small) <= below.width())
        drawFigures(painter, below, lamp.brief, small, Qt::AlignLeft | Qt::AlignVCenter);
    else
        drawLine(painter, below, lamp.brief, small, Qt::AlignLeft | Qt::AlignVCenter);
}

void EmptyBoard::paintSources(QPainter &painter, const QRectF &box) const
{
    QList<PeerLamp> lamps = m_peers.lamps();
    const qreal gap = at24(theme(), cardGap);
    const int perRow = std::max(1, int((box.width() + gap) / (at24(theme(), 250) + gap)));
    if (lamps.size() > perRow)
        lamps = m_peers.fewLamps();
    const int count = int(std::min<qsizetype>(lamps.size(), perRow));
    if (count == 0)
        return;
    const qreal wide = std::min(at24(theme(), cardWidth), (box.width() - gap * (count - 1)) / count);
    qreal x = box.center().x() - (wide * count + gap * (count - 1)) / 2;
    for (int i = 0; i < count; ++i) {
        paintSource(painter, QRectF(x, box.top(), wide, box.height()), lamps.at(i));
        x += wide + gap;
    }
}

void EmptyBoard::paintFacts(QPainter &painter, const QRectF &box) const
{
    const QFont font = metrics().fontAt24(26, QFont::DemiBold);
    painter.setPen(colors().ink2);
    drawLine(painter, box, m_facts.join(u"     "_s), font, Qt::AlignHCenter | Qt::AlignVCenter);
}

void EmptyBoard::paintEvent(QPaintEvent *)
{
    if (!m_ready)
        themeChanged();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const bool complete = m_peers.isComplete() && !m_opening;
    QRadialGradient glow(width() / 2.0, height() * 0.42, width() * 0.4);
    const QColor tint = complete ? colors().tint : colors().ground;
    glow.setColorAt(0, blended(colors().ground, QColor(tint.red(), tint.green(), tint.blue(), 170)));
    glow.setColorAt(1, colors().ground);
    painter.fillRect(rect(), glow);

    const qreal cover = complete ? at24(theme(), coverSide) : at24(theme(), 150);
    const qreal all = cover + at24(theme(), 24 + 84 + 66 + 48 + cardHeight + 50 + 40);
    QRectF row(at24(theme(), 60), std::max(at24(theme(), 20), (height() - all) / 2), width() - at24(theme(), 120), cover);
    if (complete)
        paintCover(painter, row);
    else
        theme().icons().draw(painter, row.adjusted(0, cover * 0.12, 0, -cover * 0.12), m_opening ? u"clock"_s : u"alert"_s,
                             m_opening ? colors().ink2 : colors().amber, 1.8);
    row = QRectF(row.left(), row.bottom() + at24(theme(), 24), row.width(), at24(theme(), 84));
    painter.setPen(colors().ink);
    drawLine(painter, row, m_opening ? tr("Opening …") : tr("No tickets"), metrics().fontAt24(76, QFont::ExtraBold), Qt::AlignHCenter | Qt::AlignVCenter);
    row = QRectF(row.left(), row.bottom(), row.width(), at24(theme(), 66));
    painter.setPen(complete || m_opening ? colors().ink2 : colors().amber);
    const QString sentence = m_opening ? tr("Reading the tickets of this screen.") : m_peers.proof();
    drawLine(painter, row, sentence, metrics().fontAt24(32, QFont::DemiBold), Qt::AlignHCenter | Qt::AlignVCenter);
    row = QRectF(row.left(), row.bottom() + at24(theme(), 48), row.width(), at24(theme(), cardHeight));
    paintSources(painter, row);
    paintFacts(painter, QRectF(row.left(), row.bottom() + at24(theme(), 50), row.width(), at24(theme(), 40)));
}

} // namespace saji
