// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/keyvaluerow.h>

#include <widgets/figures.h>
#include <widgets/text.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

KeyValueRow::KeyValueRow(const QString &key, const QString &value, Kind kind, QWidget *parent) : Themed(parent), m_key(key), m_value(value), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyValueRow::set(const QString &key, const QString &value)
{
    m_key = key;
    m_value = value;
    setAccessibleName(key + u' ' + value);
    themeChanged();
}

void KeyValueRow::setKind(Kind kind)
{
    m_kind = kind;
    themeChanged();
}

void KeyValueRow::setWide(bool wide)
{
    m_wide = wide;
    themeChanged();
}

QFont KeyValueRow::keyFont() const
{
    const Metrics &m = metrics();
    if (m_kind == Kind::Total)
        return m_wide ? m.fontAt24(28, QFont::ExtraBold) : m.fontAt215(38, QFont::ExtraBold);
    if (m_kind == Kind::Fact)
        return m.font(Type::AdminText);
    return m_wide ? m.fontAt24(22, QFont::DemiBold) : m.fontAt215(30, QFont::DemiBold);
}

QFont KeyValueRow::valueFont() const
{
    const Metrics &m = metrics();
    if (m_kind == Kind::Total)
        return m_wide ? m.fontAt24(48, QFont::ExtraBold) : m.fontAt215(56, QFont::ExtraBold);
    if (m_kind == Kind::Fact)
        return metrics().font(Type::AdminText, QFont::Bold);
    return keyFont();
}

QSize KeyValueRow::sizeHint() const
{
    const qreal width = lineWidth(m_key, keyFont()) + figuresWidth(m_value, valueFont()) + metrics().px(6);
    const int factor = m_kind == Kind::Total ? 150 : m_kind == Kind::Fact ? 200 : 176;
    return {int(std::ceil(width)), valueFont().pixelSize() * factor / 100};
}

QSize KeyValueRow::minimumSizeHint() const
{
    return {metrics().px(50), sizeHint().height()};
}

void KeyValueRow::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const QColor quiet = m_kind == Kind::Good ? p.leafText : p.ink2;
    QFont value = valueFont();
    const qreal most = width() * (m_kind == Kind::Total ? 0.72 : 0.6);
    if (const qreal wanted = figuresWidth(m_value, value); wanted > most)
        value = sajiFont(std::floor(value.pixelSize() * most / wanted), QFont::ExtraBold);
    const qreal figures = figuresWidth(m_value, value);
    painter.setPen(m_kind == Kind::Total || m_kind == Kind::Fact ? p.ink : quiet);
    drawFigures(painter, QRectF(width() - figures, 0, figures, height()), m_value, value, Qt::AlignRight | Qt::AlignVCenter);
    const QRectF words(0, 0, width() - figures - metrics().px(3), height());
    painter.setPen(m_kind == Kind::Total ? p.ink : quiet);
    if (m_kind == Kind::Total) {
        // Key and sum stand on one baseline.
        const qreal shift = (capHeight(value) - capHeight(keyFont())) / 2;
        drawLine(painter, words.translated(0, shift), m_key, keyFont(), Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    drawLine(painter, words, m_key, keyFont(), Qt::AlignLeft | Qt::AlignVCenter);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : Themed(parent), m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize Hairline::sizeHint() const
{
    const int thick = int(std::ceil(metrics().stroke(2)));
    return {thick, thick};
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().line);
}

} // namespace saji
