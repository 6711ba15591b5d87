// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/steps.h>

#include <widgets/text.h>
#include <widgets/theme.h>

#include <QPainter>

namespace saji {

namespace {
constexpr qreal between = 0.42; // of a disc's side
}

qreal stepsWidth(qsizetype steps, qreal height)
{
    return steps > 0 ? height * (qreal(steps) * (1 + between) - between) : 0;
}

void drawSteps(QPainter &painter, const QRectF &box, const QStringList &signs, int done, Theme &theme)
{
    const Palette &p = theme.palette();
    const qreal side = box.height();
    const qreal line = std::max(1.5, side * 0.08);
    const QColor good = p.dark || p.flat ? p.ok : p.leaf;
    const QColor onGood = p.dark || p.flat ? p.ground : p.onLeaf;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < signs.size(); ++i) {
        const QRectF disc(box.left() + i * side * (1 + between), box.top(), side, side);
        const bool has = done & (1 << i);
        if (i > 0) {
            painter.setPen(QPen(has && (done & (1 << (i - 1))) ? good : p.line, line));
            painter.drawLine(QPointF(disc.left() - side * between, disc.center().y()), QPointF(disc.left(), disc.center().y()));
        }
        painter.setPen(has ? Qt::NoPen : QPen(p.edge, line));
        painter.setBrush(has ? QBrush(good) : Qt::NoBrush);
        const qreal inset = has ? 0 : line / 2;
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset));
        const QColor ink = has ? onGood : p.ink2;
        if (signs.at(i).size() == 1) {
            painter.setPen(ink);
            drawLine(painter, disc, signs.at(i), sajiFont(side * 0.55, QFont::ExtraBold), Qt::AlignCenter);
        } else {
            const qreal icon = side * 0.6;
            theme.icons().draw(painter, QRectF(disc.center().x() - icon / 2, disc.center().y() - icon / 2, icon, icon), signs.at(i), ink, 2.6);
        }
    }
    painter.restore();
}

} // namespace saji
