// SPDX-License-Identifier: GPL-3.0-or-later
#include "lamplegend.h"

#include <widgets/synclamp.h>
#include <widgets/text.h>

#include <QPainter>

#include <cmath>

namespace saji {

namespace {

constexpr qreal lampSide = 16; // pixels of the 24" screen
constexpr qreal lampGap = 10;
constexpr qreal wordGap = 26;

QList<std::pair<Lamp, QString>> entries()
{
    return {{Lamp::Ok, LampLegend::tr("normal")}, {Lamp::Offline, LampLegend::tr("needs a look")}, {Lamp::Silent, LampLegend::tr("silent")}};
}

} // namespace

QSize LampLegend::sizeHint() const
{
    qreal width = 0;
    for (const auto &[lamp, word] : entries())
        width += metrics().at24(lampSide + lampGap + wordGap) + lineWidth(word, metrics().font(Type::AdminText));
    return {int(std::ceil(width)), metrics().at24(40)};
}

void LampLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QFont font = metrics().font(Type::AdminText);
    qreal x = metrics().at24(wordGap);
    for (const auto &[lamp, word] : entries()) {
        const qreal side = metrics().at24(lampSide);
        drawLamp(painter, QRectF(x, (height() - side) / 2, side, side), lamp, colors());
        x += side + metrics().at24(lampGap);
        painter.setPen(colors().ink2);
        drawLine(painter, QRectF(x, 0, width(), height()), word, font, Qt::AlignLeft | Qt::AlignVCenter);
        x += lineWidth(word, font) + metrics().at24(wordGap);
    }
}

} // namespace saji
