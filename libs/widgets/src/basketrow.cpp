// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/basketrow.h>

#include <widgets/figures.h>
#include <widgets/monogram.h>
#include <widgets/stepper.h>
#include <widgets/text.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal row215 = 164, side215 = 28, art215 = 128, artNarrow215 = 82, gap215 = 20, priceLine215 = 44;

struct Words
{
    TextBlock title, modifiers, allergy;
    qreal height() const { return title.height() + modifiers.height() + allergy.height(); }
};

} // namespace

//! Everything of the row but the stepper: one target that opens the line for a change.
class BasketRow::Face : public Control
{
public:
    explicit Face(BasketRow *row) : Control(row), m_row(row) {}

    Target target(int) const override
    {
        QStringList words{m_row->m_title, m_row->m_modifiers, m_row->m_allergy, m_row->m_price};
        words.removeAll(QString());
        return {rect(), qreal(metrics().radiusCell()), words.join(u", "_s), QAccessible::Button, true, false};
    }

    void press(int) override { emit m_row->clicked(); }

    Words words(qreal width) const
    {
        const Metrics &m = metrics();
        Words w;
        const bool narrow = m_row->m_narrow;
        w.title = saji::setText(m_row->m_title, m.fontAt215(narrow ? 28 : 31, QFont::Bold), width, 2, 1.2);
        const QFont small = m.fontAt215(24, QFont::DemiBold);
        if (!m_row->m_modifiers.isEmpty())
            w.modifiers = saji::setText(m_row->m_modifiers, small, width, 3, 1.3);
        if (!m_row->m_allergy.isEmpty())
            w.allergy = saji::setText(m_row->m_allergy, m.fontAt215(24, QFont::ExtraBold), width, 2, 1.3);
        return w;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &p = colors();
        const Metrics &m = metrics();
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        if (pressed() > 0) {
            QColor shade = p.ink;
            shade.setAlphaF(float(0.06 * pressed()));
            fillRound(painter, rect(), m.radiusCell(), shade);
        }
        const QRectF art = m_row->artBox();
        painter.setOpacity(m_row->m_soldOut ? 0.45 : 1);
        painter.drawPixmap(art.topLeft(), theme().art().picture(m_row->m_art, art.size().toSize(), devicePixelRatioF(),
                                                                     m_row->m_soldOut ? ArtCache::Tone::Grey : ArtCache::Tone::Full));
        painter.setOpacity(1);
        const Words w = words(m_row->textWidth(width()));
        const qreal left = art.right() + m.at215(gap215);
        const qreal room = m_row->textWidth(width());
        qreal y = m_row->m_narrow ? m.at215(12) : (height() - w.height()) / 2;
        const auto put = [&](const TextBlock &block, const QColor &color) {
            painter.setPen(color);
            drawText(painter, QRectF(left, y, room, block.height()), block, Qt::AlignLeft | Qt::AlignTop);
            y += block.height();
        };
        put(w.title, m_row->m_soldOut ? p.ink2 : p.ink);
        put(w.modifiers, m_row->m_soldOut ? p.cabai : p.ink2);
        put(w.allergy, p.allergen);
        painter.setPen(m_row->m_soldOut ? p.cabai : p.ink);
        drawFigures(painter, m_row->priceBox(), m_row->m_price, m.fontAt215(31, QFont::ExtraBold), (m_row->m_narrow && !m_row->priceStandsAlone(width()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        if (m_row->m_hairline)
            painter.fillRect(QRectF(m.at215(side215), height() - m.stroke(1.5), width() - 2 * m.at215(side215), m.stroke(1.5)), p.line);
    }

private:
    BasketRow *m_row;
};

BasketRow::BasketRow(QWidget *parent) : Themed(parent), m_face(new Face(this)), m_stepper(new Stepper(Stepper::Size::Normal, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_stepper->setRemovable(true);
}

void BasketRow::set(const QString &art, const QString &title, const QString &modifiers, const QString &price, int count)
{
    m_art = art;
    m_title = title;
    m_modifiers = modifiers;
    m_price = price;
    m_stepper->setValue(count);
    m_stepper->setSubject(title);
    themeChanged();
    m_face->update();
}

void BasketRow::setAllergy(const QString &text)
{
    m_allergy = text;
    themeChanged();
    m_face->update();
}

void BasketRow::setSoldOut(bool soldOut)
{
    m_soldOut = soldOut;
    m_face->update();
}

void BasketRow::setNarrow(bool narrow)
{
    m_narrow = narrow;
    themeChanged();
}

void BasketRow::setHairline(bool below)
{
    m_hairline = below;
    m_face->update();
}

void BasketRow::themeChanged()
{
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this](const QString &name) {
        if (name == m_art)
            m_face->update();
    });
    place();
    Themed::themeChanged();
}

QRectF BasketRow::artBox() const
{
    const Metrics &m = metrics();
    const qreal side = m.at215(m_narrow ? artNarrow215 : art215);
    return {qreal(m.at215(m_narrow ? 0 : side215 - 4)), m_narrow ? qreal(m.at215(8)) : std::round((height() - side) / 2), side, side};
}

qreal BasketRow::priceLine() const
{
    return std::max<qreal>(metrics().at215(priceLine215), metrics().fontAt215(31, QFont::ExtraBold).pixelSize() * 1.4);
}

//! Too wide to stand beside the stepper: it gets a line of its own above it.
bool BasketRow::priceStandsAlone(int width) const
{
    const Metrics &m = metrics();
    return m_narrow && figuresWidth(m_price, m.fontAt215(31, QFont::ExtraBold)) + m.at215(6 + 12) + m_stepper->sizeHint().width() > width;
}

QRectF BasketRow::priceBox() const
{
    const Metrics &m = metrics();
    const qreal line = priceLine();
    if (priceStandsAlone(width()))
        return {0, m_stepper->y() - line, qreal(width()), line};
    if (m_narrow)
        return {qreal(m.at215(6)), qreal(m_stepper->y()), width() / 2.0, qreal(m_stepper->height())};
    return {width() / 2.0, m_stepper->y() - line, width() / 2.0 - m.at215(side215), line};
}

qreal BasketRow::textWidth(int width) const
{
    const Metrics &m = metrics();
    const qreal left = artBox().right() + m.at215(gap215);
    const qreal right = m_narrow ? 0 : m.at215(side215 + 16) + std::max<qreal>(m_stepper->sizeHint().width(), figuresWidth(m_price, m.fontAt215(31, QFont::ExtraBold)));
    return std::max<qreal>(m.px(15), width - left - right);
}

QSize BasketRow::sizeHint() const
{
    const int wide = metrics().px(m_narrow ? 100 : 220);
    return {wide, heightForWidth(wide)};
}

QSize BasketRow::minimumSizeHint() const
{
    return {metrics().px(70), metrics().at215(row215)};
}

int BasketRow::heightForWidth(int width) const
{
    const Metrics &m = metrics();
    const qreal words = m_face->words(textWidth(width)).height();
    if (m_narrow) {
        const qreal price = priceStandsAlone(width) ? priceLine() : 0;
        return int(std::ceil(std::max<qreal>(words + m.at215(24), m.at215(artNarrow215 + 12)) + price)) + m_stepper->sizeHint().height() + m.at215(16);
    }
    const qreal right = priceLine() + m_stepper->sizeHint().height() + m.at215(34);
    return int(std::ceil(std::max({qreal(m.at215(row215)), words + m.at215(40), right})));
}

void BasketRow::place()
{
    const Metrics &m = metrics();
    m_face->setGeometry(rect());
    const QSize key = m_stepper->sizeHint();
    if (m_narrow) {
        m_stepper->setGeometry(width() - key.width(), height() - key.height() - m.at215(12), key.width(), key.height());
        return;
    }
    const qreal line = priceLine();
    const int top = int((height() - line - key.height()) / 2 + line);
    m_stepper->setGeometry(width() - m.at215(side215) - key.width(), top, key.width(), key.height());
}

void BasketRow::resizeEvent(QResizeEvent *)
{
    place();
}

OutletHead::OutletHead(QWidget *parent) : Themed(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OutletHead::set(const QString &monogram, const QString &name, QRgb hue, const QString &waiting)
{
    m_monogram = monogram;
    m_name = name;
    m_hue = hue;
    m_waiting = waiting;
    setAccessibleName(waiting.isEmpty() ? name : name + u", "_s + waiting);
    update();
}

void OutletHead::setNarrow(bool narrow)
{
    m_narrow = narrow;
    themeChanged();
}

QSize OutletHead::sizeHint() const
{
    const Metrics &m = metrics();
    return {m.px(120), std::max(m.at215(m_narrow ? 70 : 92), int(m.fontAt215(32, QFont::ExtraBold).pixelSize() * 1.7))};
}

QSize OutletHead::minimumSizeHint() const
{
    return {metrics().px(60), sizeHint().height()};
}

void OutletHead::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const OutletColors outlet = theme().outlet(m_hue);
    const QColor tint = p.dark ? p.raised : outlet.tint;
    const QColor brand = p.flat ? p.ink : p.dark ? outlet.bright : outlet.brand;
    // Alone it is a pill; at the head of a card it shares the card's upper corners.
    const qreal radius = m_narrow ? m.at215(22) : m.radiusTile();
    const QRectF face = m_narrow ? QRectF(rect()) : QRectF(rect()).adjusted(0, 0, 0, radius);
    fillRound(painter, face, radius, tint);
    if (p.flat)
        strokeRound(painter, m_narrow ? face : QRectF(rect()), m_narrow ? radius : 0, p.outline, m.stroke(m_narrow ? 3 : 1));
    const qreal side = m.at215(m_narrow ? 42 : 52);
    const QRectF mark(m.at215(m_narrow ? 14 : 28), (height() - side) / 2, side, side);
    drawMonogram(painter, mark, m_monogram, m_hue, theme());
    const QFont small = m.fontAt215(26, QFont::Bold);
    qreal right = width() - m.at215(28);
    const qreal left = mark.right() + m.at215(m_narrow ? 14 : 18);
    const QFont strong = m.fontAt215(m_narrow ? 27 : 32, QFont::ExtraBold);
    const qreal wide = lineWidth(m_waiting, small) + 1;
    const qreal name = lineWidth(m_name, strong) * smallestShrink + m.at215(8);
    // Whose dishes these are matters more than how long they take.
    if (!m_waiting.isEmpty() && (!m_narrow || right - wide - m.icon215(28) - m.at215(8) - left >= name)) {
        painter.setPen(brand);
        drawLine(painter, QRectF(right - wide, 0, wide, height()), m_waiting, small, Qt::AlignRight | Qt::AlignVCenter);
        const qreal icon = m.icon215(28);
        right -= wide + icon + m.at215(8);
        theme().icons().draw(painter, QRectF(right, 0, icon, height()), u"clock"_s, brand);
    }
    painter.setPen(brand);
    drawLine(painter, QRectF(left, 0, right - left - m.at215(8), height()), m_name, strong, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
