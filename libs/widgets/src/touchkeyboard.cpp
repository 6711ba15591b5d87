// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/touchkeyboard.h>

#include <widgets/text.h>

#include "keylayout.h"
#include "paint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal margin215 = 20, field215 = 84, fieldGap215 = 14, gap215 = 11, keyHigh215 = 84, largeKeyHigh215 = 116, lip215 = 3, radius215 = 22;
constexpr int largeFrom = 150; // per cent of text scale

} // namespace

TouchKeyboard::TouchKeyboard(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layKeys();
}

void TouchKeyboard::setText(const QString &text)
{
    m_text = text.left(m_maxLength);
    autoShift();
    update();
}

void TouchKeyboard::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    update();
}

void TouchKeyboard::setMaxLength(int characters)
{
    m_maxLength = characters;
    m_text.truncate(characters);
    update();
}

void TouchKeyboard::setNumeric(bool numeric)
{
    m_page = numeric ? KeyPage::Numbers : KeyPage::Letters;
    m_numeric = numeric;
    layKeys();
    updateGeometry();
}

void TouchKeyboard::setCapitalize(bool on)
{
    m_capitalize = on;
    autoShift();
}

bool TouchKeyboard::large() const
{
    return metrics().textScale >= largeFrom;
}

QSize TouchKeyboard::sizeHint() const
{
    const Metrics &m = metrics();
    const int rows = int(keyRows(m_page, large()).size());
    const int key = m.at215(large() ? largeKeyHigh215 : keyHigh215);
    return {m.px(200), m.at215(margin215 + field215 + fieldGap215 + margin215 + 6) + rows * key + (rows - 1) * m.at215(gap215)};
}

QSize TouchKeyboard::minimumSizeHint() const
{
    return {metrics().px(120), sizeHint().height()};
}

QRectF TouchKeyboard::fieldBox() const
{
    const Metrics &m = metrics();
    return {qreal(m.at215(margin215)), qreal(m.at215(margin215)), width() - 2.0 * m.at215(margin215), qreal(m.at215(field215))};
}

void TouchKeyboard::layKeys()
{
    m_keys.clear();
    const Metrics &m = metrics();
    const QRectF field = fieldBox();
    const qreal clear = field.height();
    m_keys.append({{KeyAct::Clear, {}, u"close"_s}, QRectF(field.right() - clear, field.top(), clear, clear)});
    const QList<KeyRow> rows = keyRows(m_page, large());
    const qreal gap = m.at215(gap215);
    const qreal high = m.at215(large() ? largeKeyHigh215 : keyHigh215);
    qreal widest = 0;
    for (const KeyRow &row : rows)
        widest = std::max(widest, row.width());
    // One unit is a letter key with its gap; the widest row fills the board, the others are centred.
    const qreal unit = (field.width() + gap) / std::max(1.0, widest);
    qreal y = field.bottom() + m.at215(fieldGap215);
    for (const KeyRow &row : rows) {
        qreal x = field.left() + (field.width() + gap - row.width() * unit) / 2;
        for (const KeySpec &spec : row.keys) {
            m_keys.append({spec, QRectF(x, y, spec.width * unit - gap, high)});
            x += spec.width * unit;
        }
        y += high + gap;
    }
    targetsChanged();
}

int TouchKeyboard::targetCount() const
{
    return int(m_keys.size());
}

Control::Target TouchKeyboard::target(int index) const
{
    const Key &key = m_keys.at(index);
    QString name = key.spec.text;
    bool useful = isEnabled();
    switch (key.spec.act) {
    case KeyAct::Type: name = m_shift ? name.toUpper() : name; break;
    case KeyAct::Erase:
        name = tr("Erase");
        useful = useful && !m_text.isEmpty();
        break;
    case KeyAct::Clear:
        name = tr("Clear all");
        useful = useful && !m_text.isEmpty();
        break;
    case KeyAct::Shift: name = tr("Capital letters"); break;
    case KeyAct::Space: name = tr("space"); break;
    case KeyAct::Done: name = tr("Done"); break;
    case KeyAct::Switch: break;
    }
    return {key.box, qreal(metrics().at215(radius215)), name, QAccessible::Button, useful, key.spec.act == KeyAct::Shift && m_shift};
}

void TouchKeyboard::press(int index)
{
    const KeySpec spec = m_keys.at(index).spec;
    switch (spec.act) {
    case KeyAct::Type: type(m_shift ? spec.text.toUpper() : spec.text); break;
    case KeyAct::Space: type(u" "_s); break;
    case KeyAct::Erase: erase(); break;
    case KeyAct::Clear:
        m_text.clear();
        autoShift();
        emit textEdited(m_text);
        break;
    case KeyAct::Shift: m_shift = !m_shift; break;
    case KeyAct::Switch:
        m_page = spec.to;
        layKeys();
        updateGeometry();
        break;
    case KeyAct::Done: emit accepted(m_text.trimmed()); break;
    }
    update();
}

void TouchKeyboard::type(const QString &text)
{
    if (m_text.size() + text.size() > m_maxLength)
        return;
    // No name begins with a blank, and two in a row are a slip of the finger.
    if (text == u" " && (m_text.isEmpty() || m_text.endsWith(u' ')))
        return;
    m_text += text;
    autoShift();
    update();
    emit textEdited(m_text);
}

void TouchKeyboard::erase()
{
    if (m_text.isEmpty())
        return;
    m_text.chop(1);
    autoShift();
    update();
    emit textEdited(m_text);
}

void TouchKeyboard::autoShift()
{
    m_shift = m_capitalize && (m_text.isEmpty() || m_text.endsWith(u' '));
}

void TouchKeyboard::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit accepted(m_text.trimmed());
    } else if (event->key() == Qt::Key_Escape) {
        emit cancelled();
    } else if (event->key() == Qt::Key_Backspace) {
        erase();
    } else if (text.size() == 1 && text.at(0).isPrint() && (!m_numeric || text.at(0).isDigit())) {
        type(text);
    } else {
        Control::keyPressEvent(event);
    }
}

void TouchKeyboard::resizeEvent(QResizeEvent *event)
{
    Control::resizeEvent(event);
    layKeys();
}

void TouchKeyboard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    Control::changeEvent(event);
}

void TouchKeyboard::themeChanged()
{
    if (m_page == KeyPage::LettersEnd && !large())
        m_page = KeyPage::Letters;
    layKeys();
    Control::themeChanged();
}

void TouchKeyboard::paintField(QPainter &painter)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const QRectF box = fieldBox();
    fillRound(painter, box, m.at215(26), p.surface);
    strokeRound(painter, box, m.at215(26), p.leafText, m.stroke(4));
    const QRectF words = box.adjusted(m.at215(30), 0, -box.height(), 0);
    // It grows with the guest's letters as far as its frame lets it.
    const QFont font = sajiFont(std::min(m.fontAt215(34, QFont::Bold).pixelSize(), int(box.height() * 0.5)), QFont::Bold);
    const bool empty = m_text.isEmpty();
    painter.setPen(empty ? p.ink2 : p.ink);
    const QFontMetricsF measure(font);
    // The end of what was typed is what one looks at.
    const QString shown = empty ? m_placeholder : measure.elidedText(m_text, Qt::ElideLeft, words.width() - m.at215(8));
    drawText(painter, words, setLine(shown, font, words.width()), Qt::AlignLeft | Qt::AlignVCenter);
    const qreal caret = words.left() + (empty ? -m.at215(8) : measure.horizontalAdvance(shown) + m.at215(3));
    painter.fillRect(QRectF(caret, box.center().y() - box.height() * 0.27, m.stroke(4), box.height() * 0.54), p.leafText);
}

void TouchKeyboard::paintKey(QPainter &painter, int index)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    const Target t = target(index);
    const KeySpec &spec = m_keys.at(index).spec;
    if (spec.act == KeyAct::Clear && m_text.isEmpty())
        return;
    const qreal held = pressed(index);
    const bool plain = spec.act == KeyAct::Type || spec.act == KeyAct::Space;
    const bool done = spec.act == KeyAct::Done;
    const QColor dim = p.flat ? p.surface : mixed(p.sunken, p.ink, p.dark ? 0.06 : 0.14);
    QColor ground = done ? mixed(p.leaf, p.leafPressed, held) : pressedTone(plain ? p.dark ? p.raised : p.surface : dim, p, held);
    QColor ink = done ? p.onLeaf : t.enabled ? p.ink : p.disabled;
    if (spec.act == KeyAct::Shift && m_shift) {
        ground = p.flat ? p.selected : p.tint;
        ink = p.flat ? p.onSelected : p.onTint;
    }
    if (spec.act != KeyAct::Clear) {
        if (!p.flat && held < 1)
            fillRound(painter, t.box.translated(0, m.at215(lip215)), t.radius, mixed(p.sunken, p.ink, p.dark ? 0.02 : 0.22));
        drawCell(painter, t.box, t.radius, ground, p, m);
    }
    const QRectF face = t.box.translated(0, held * m.at215(3));
    if (!spec.icon.isEmpty()) {
        const qreal side = m.at215(36);
        theme().icons().draw(painter, QRectF(face.center().x() - side / 2, face.center().y() - side / 2, side, side), spec.icon, ink, 2.4);
        return;
    }
    painter.setPen(ink);
    const qreal small = done ? 34 : spec.act == KeyAct::Space ? 27 : 30;
    const qreal size = spec.act == KeyAct::Type ? (large() ? 50 : 36) : large() ? small * 1.3 : small;
    drawLine(painter, face.adjusted(m.at215(4), 0, -m.at215(4), 0), t.name, sajiFont(m.at215(size), QFont::Bold), Qt::AlignCenter);
}

void TouchKeyboard::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), p.flat ? p.ground : mixed(p.sunken, p.ink, p.dark ? 0 : 0.05));
    paintField(painter);
    for (int i = 0; i < targetCount(); ++i)
        paintKey(painter, i);
}

} // namespace saji
