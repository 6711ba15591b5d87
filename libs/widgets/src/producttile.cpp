// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/producttile.h>

#include <widgets/figures.h>
#include <widgets/monogram.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal footer215 = 150, side215 = 22, add215 = 76, corner215 = 16, type215 = 30, overhang215 = 22, badge215 = 40, wideAdd215 = 92;
constexpr qreal artShare = 1.15; // of the zone's height: a dish reaches over its zone
constexpr float soldOutOpacity = 0.45f;

struct BadgeLook
{
    QColor ground, text;
    QString icon;
};

BadgeLook badgeLook(Badge kind, const Palette &p)
{
    const QColor paper = p.flat ? p.surface : p.dark ? p.raised : QColor(Qt::white);
    switch (kind) {
    case Badge::None: return {paper, p.ink, {}};
    case Badge::Best: return {p.flat ? paper : p.kunyit, p.flat ? p.ink : p.onKunyit, u"star"_s};
    case Badge::Spicy: return {paper, p.flat ? p.ink : p.cabai, u"chili"_s};
    case Badge::Vegetarian: return {paper, p.flat ? p.ink : p.leafText, u"leaf"_s};
    case Badge::Promo: return {paper, p.flat ? p.ink : p.cabai, u"tag"_s};
    }
    return {paper, p.ink, {}};
}

int nameLines(const Metrics &m, bool wide)
{
    return wide || m.textScale >= 125 ? 3 : 2;
}

QFont nameFont(const Metrics &m, bool wide)
{
    return wide ? m.fontAt215(38, QFont::ExtraBold) : m.fontAt215(type215, QFont::Bold);
}

QFont priceFont(const Metrics &m, bool wide)
{
    return m.fontAt215(wide ? 38 : type215, QFont::ExtraBold);
}

void paintZone(QPainter &painter, const producttile::Parts &parts, const TileContent &content, const Theme &theme)
{
    const Palette &p = theme.palette();
    if (p.flat)
        return;
    const QColor tint = p.dark ? p.raised : theme.outlet(content.hue).tint;
    QRadialGradient glow(parts.zone.center(), std::max(parts.zone.width(), parts.zone.height()) * 0.5);
    glow.setColorAt(0, p.dark ? mixed(tint, p.ink, 0.08) : QColor(Qt::white));
    glow.setColorAt(0.78, tint);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawRoundedRect(parts.zone, theme.metrics().radiusTile(), theme.metrics().radiusTile());
}

QFont badgeFont(const Metrics &m)
{
    return m.fontAt215(21, QFont::ExtraBold);
}

//! As wide as its words, at the right end of its place; empty where there is no badge.
QRectF badgeBox(const producttile::Parts &parts, const TileContent &content, const Metrics &m)
{
    if (content.badge.isEmpty())
        return {parts.badge.right(), parts.badge.top(), 0, parts.badge.height()};
    const qreal icon = content.badgeKind == Badge::None ? 0 : parts.badge.height() * 0.55;
    const qreal width = std::min(parts.badge.width(), lineWidth(content.badge, badgeFont(m)) + icon + 2.5 * m.at215(13));
    return {parts.badge.right() - width, parts.badge.top(), width, parts.badge.height()};
}

void paintBadge(QPainter &painter, const producttile::Parts &parts, const TileContent &content, Theme &theme)
{
    if (content.badge.isEmpty())
        return;
    const Metrics &m = theme.metrics();
    const BadgeLook look = badgeLook(content.badgeKind, theme.palette());
    const QRectF box = badgeBox(parts, content, m);
    const qreal height = box.height();
    const qreal icon = look.icon.isEmpty() ? 0 : height * 0.55;
    const qreal padding = m.at215(13);
    if (!theme.palette().flat)
        fillRound(painter, box, m.radiusBadge(), look.ground);
    if (icon > 0)
        theme.icons().draw(painter, QRectF(box.left() + padding, box.top(), icon, height), look.icon, look.text, 2.6);
    painter.setPen(look.text);
    const qreal left = box.left() + padding + icon + padding / 2;
    drawLine(painter, QRectF(left, box.top(), box.right() - padding - left + 1, height), content.badge, badgeFont(m), Qt::AlignLeft | Qt::AlignVCenter);
}

void paintSoldOut(QPainter &painter, const QRectF &zone, const TileContent &content, const Theme &theme)
{
    const Metrics &m = theme.metrics();
    const Palette &p = theme.palette();
    const QFont font = m.fontAt215(24, QFont::ExtraBold);
    const qreal height = std::max<qreal>(m.at215(52), font.pixelSize() * 1.7);
    const qreal width = std::min(zone.width() - m.at215(16), lineWidth(content.soldOutText, font) + m.at215(44));
    const QRectF pill(zone.center().x() - width / 2, zone.center().y() - height / 2, width, height);
    drawCell(painter, pill, m.radiusBadge(), p.toast, p, m);
    painter.setPen(p.onToast);
    drawLine(painter, pill, content.soldOutText, font, Qt::AlignCenter);
}

void paintWords(QPainter &painter, const producttile::Parts &parts, const TileContent &content, const Theme &theme)
{
    const Metrics &m = theme.metrics();
    const Palette &p = theme.palette();
    const QFont font = nameFont(m, parts.wide);
    QRectF name = parts.name;
    if (parts.wide && !content.subtitle.isEmpty()) {
        const QFont small = m.fontAt215(25, QFont::DemiBold);
        painter.setPen(p.ink2);
        const QRectF line(name.left(), name.top(), badgeBox(parts, content, m).left() - name.left() - m.at215(8), small.pixelSize() * 1.3);
        drawLine(painter, line, content.subtitle, small, Qt::AlignLeft | Qt::AlignVCenter);
        name.setTop(line.bottom());
    }
    const int lines = std::clamp(int((name.height() + 1) / std::ceil(font.pixelSize() * 1.13)), 1, nameLines(m, parts.wide));
    painter.setPen(p.ink);
    drawText(painter, name, setText(content.title, font, name.width(), lines, 1.13), Qt::AlignLeft | (parts.wide ? Qt::AlignTop : Qt::AlignBottom));
    painter.setPen(content.soldOut ? p.ink2 : p.leafText);
    drawFigures(painter, parts.price, content.price, priceFont(m, parts.wide), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

TileContent TileContent::read(const QModelIndex &index, const TileRoles &roles)
{
    TileContent content;
    content.title = index.data(roles.title).toString();
    content.art = index.data(roles.art).toString();
    content.subtitle = index.data(roles.subtitle).toString();
    content.price = index.data(roles.price).toString();
    content.monogram = index.data(roles.monogram).toString();
    content.badge = index.data(roles.badge).toString();
    content.soldOutText = index.data(roles.soldOutText).toString();
    content.hue = index.data(roles.hue).toUInt();
    content.badgeKind = Badge(index.data(roles.badgeKind).toInt());
    content.count = index.data(roles.count).toInt();
    content.soldOut = index.data(roles.soldOut).toBool();
    return content;
}

QString TileContent::spoken() const
{
    QStringList words{title};
    for (const QString &word : {subtitle, price, badge, soldOut ? soldOutText : QString()}) {
        if (!word.isEmpty())
            words.append(word);
    }
    if (count > 0)
        words.append(QString::number(count));
    return words.join(u", "_s);
}

int producttile::overhang(const Metrics &metrics)
{
    return metrics.at215(overhang215);
}

producttile::Parts producttile::parts(const QSizeF &size, bool wide, const Metrics &m)
{
    Parts parts;
    parts.wide = wide;
    parts.card = QRectF(QPointF(0, 0), size);
    const qreal corner = m.at215(corner215);
    const qreal add = m.at215(wide ? wideAdd215 : add215);
    parts.add = QRectF(size.width() - corner - add, size.height() - corner - add, add, add);
    const qreal priceLine = priceFont(m, wide).pixelSize() * 1.3;
    const qreal badgeHeight = std::max<qreal>(m.at215(badge215), badgeFont(m).pixelSize() * 1.5);
    if (wide) {
        const qreal zone = std::min(size.height(), size.width() * 0.36);
        const qreal left = zone + m.at215(28);
        parts.zone = QRectF(0, 0, zone, size.height());
        const qreal art = zone * 0.96;
        parts.art = QRectF(zone / 2 - art / 2, size.height() / 2 - art / 2, art, art);
        const qreal bottom = size.height() - m.at215(24);
        parts.price = QRectF(left, bottom - priceLine, parts.add.left() - left, priceLine);
        parts.name = QRectF(left, m.at215(26), size.width() - left - m.at215(26), parts.price.top() - m.at215(26));
        parts.badge = QRectF(size.width() * 0.6 - m.at215(24), m.at215(20), size.width() * 0.4, badgeHeight);
        parts.monogram = QRectF(m.at215(14), m.at215(14), m.at215(50), m.at215(40));
        return parts;
    }
    const qreal grown = nameFont(m, false).pixelSize() * 1.13 * nameLines(m, false) + priceLine + m.at215(44);
    const qreal footer = std::min(size.height() * 0.66, std::max<qreal>(m.at215(footer215), grown));
    parts.zone = QRectF(0, 0, size.width(), size.height() - footer);
    const qreal art = std::min(parts.zone.height() * artShare, size.width() * 0.9);
    // A little above the middle: the dish's own shadow weighs down its lower half.
    parts.art = QRectF(size.width() / 2 - art / 2, parts.zone.center().y() - art / 2 - m.at215(4), art, art);
    const qreal left = m.at215(side215);
    const qreal textRight = parts.add.left() - m.at215(10);
    parts.price = QRectF(left, size.height() - m.at215(20) - priceLine, textRight - left, priceLine);
    parts.name = QRectF(left, parts.zone.bottom() + m.at215(4), textRight - left, parts.price.top() - parts.zone.bottom() - m.at215(10));
    const qreal inset = m.at215(14);
    parts.monogram = QRectF(inset, inset, m.at215(50), m.at215(40));
    parts.badge = QRectF(parts.monogram.right() + inset, inset, size.width() - parts.monogram.right() - 2 * inset, badgeHeight);
    return parts;
}

QSize producttile::artSize(const QSizeF &size, bool wide, const Metrics &metrics)
{
    const int side = int(std::lround(parts(size, wide, metrics).art.width()));
    return {side, side};
}

bool producttile::paint(QPainter &painter, const QSizeF &size, bool wide, const TileContent &content, Theme &theme, qreal devicePixelRatio)
{
    const Palette &p = theme.palette();
    const Metrics &m = theme.metrics();
    const Parts where = parts(size, wide, m);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    drawCell(painter, where.card, m.radiusTile(), p.surface, p, m);
    paintZone(painter, where, content, theme);
    const auto tone = content.soldOut ? ArtCache::Tone::Grey : ArtCache::Tone::Full;
    const QPixmap art = theme.art().picture(content.art, artSize(size, wide, m), devicePixelRatio, tone);
    if (content.soldOut)
        painter.setOpacity(soldOutOpacity);
    if (!art.isNull())
        painter.drawPixmap(where.art.topLeft(), art);
    painter.setOpacity(1);
    if (!content.monogram.isEmpty() && !(wide && p.flat))
        drawMonogram(painter, where.monogram, content.monogram, content.hue, theme);
    paintBadge(painter, where, content, theme);
    if (content.soldOut)
        paintSoldOut(painter, where.zone, content, theme);
    paintWords(painter, where, content, theme);
    return !art.isNull() || content.art.isEmpty();
}

void producttile::paintAdd(QPainter &painter, const QSizeF &size, bool wide, const TileContent &content, Theme &theme, qreal pop)
{
    if (content.soldOut)
        return;
    const Palette &p = theme.palette();
    const Metrics &m = theme.metrics();
    QRectF box = parts(size, wide, m).add;
    const qreal grow = box.width() * (pop - 1) / 2;
    box.adjust(-grow, -grow, grow, grow);
    const bool some = content.count > 0;
    const QColor counted = p.flat ? p.ink : p.kunyit;
    fillRound(painter, box, m.radiusCell(), some ? counted : p.leaf);
    if (!some) {
        const qreal side = box.width() * 0.46;
        theme.icons().draw(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side), u"plus"_s, p.onLeaf, 2.8);
        return;
    }
    painter.setPen(p.onKunyit);
    drawFigures(painter, box, QString::number(content.count), sajiFont(m.at215(36) * pop, QFont::ExtraBold), Qt::AlignCenter);
}

void producttile::paintPressed(QPainter &painter, const QSizeF &size, const Theme &theme, qreal pressed)
{
    if (pressed <= 0)
        return;
    QColor shade = theme.palette().ink;
    shade.setAlphaF(float((theme.palette().flat ? 0.25 : 0.08) * pressed));
    fillRound(painter, QRectF(QPointF(0, 0), size), theme.metrics().radiusTile(), shade);
}

} // namespace saji
