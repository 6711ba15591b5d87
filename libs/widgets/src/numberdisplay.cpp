// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/numberdisplay.h>

#include <widgets/motion.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

constexpr qreal roundLetters = 0.78; // how high a nought is, of the type's size
constexpr qreal hyphenAir = 0.035; // of the type's size, on either side

} // namespace

NumberDisplay::NumberDisplay(QWidget *parent) : Themed(parent), m_motion(new Tween(this, [this](qreal in) {
    m_in = in;
    update();
}))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NumberDisplay::setNumber(const QString &number)
{
    if (number == m_number)
        return;
    m_number = number;
    setAccessibleName(number);
    m_motion->start(0, 1, theme().duration(motion::numberIn));
    update();
}

void NumberDisplay::setTypeSize(qreal reference215)
{
    m_size = reference215;
    themeChanged();
}

void NumberDisplay::setInk(bool ink)
{
    m_ink = ink;
    update();
}

QSize NumberDisplay::sizeHint() const
{
    const int high = int(std::ceil(metrics().at215(m_size) * 0.95));
    return {metrics().px(200), high};
}

QSize NumberDisplay::minimumSizeHint() const
{
    return {metrics().px(40), sizeHint().height()};
}

void NumberDisplay::paintNumber(QPainter &painter, const QRectF &box) const
{
    // Chrome, not text: it is as large as the screen is wide at any text scale.
    // Where large text leaves it less height, it is whole before it is large.
    const qreal most = std::min(qreal(metrics().at215(m_size)), box.height() / roundLetters);
    QFont font = sajiFont(std::floor(most), QFont::ExtraBold, 100);
    const auto widthOf = [this](const QFont &face) {
        const QFontMetricsF measure(face);
        qreal width = 0;
        for (const QChar c : m_number)
            width += measure.horizontalAdvance(c) + (c == u'-' ? 2 * hyphenAir * face.pixelSize() : 0);
        return width;
    };
    if (const qreal width = widthOf(font); width > box.width())
        font = sajiFont(std::floor(font.pixelSize() * box.width() / width), QFont::ExtraBold, 100);
    const QFontMetricsF measure(font);
    const qreal baseline = std::round(box.center().y() + measure.capHeight() / 2);
    qreal x = box.center().x() - widthOf(font) / 2;
    const Palette &p = colors();
    const QColor ink = m_ink ? p.ink : p.onDeep;
    painter.setFont(font);
    for (const QChar c : m_number) {
        const bool hyphen = c == u'-';
        if (hyphen)
            x += hyphenAir * font.pixelSize();
        painter.setPen(hyphen ? p.kunyit : ink);
        painter.drawText(QPointF(x, baseline), c);
        x += measure.horizontalAdvance(c) + (hyphen ? hyphenAir * font.pixelSize() : 0);
    }
}

void NumberDisplay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    if (m_in < 1) {
        const qreal scale = 0.92 + 0.08 * m_in;
        painter.setOpacity(std::clamp(m_in * 1.5, 0.0, 1.0));
        painter.translate(rect().center());
        painter.scale(scale, scale);
        painter.translate(-rect().center());
    }
    paintNumber(painter, rect());
}

} // namespace saji
