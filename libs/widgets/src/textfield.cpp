// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/textfield.h>

#include <widgets/text.h>

#include "paint.h"

#include <QEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 24" reference: this is the admin's field.
constexpr qreal field24 = 56, label24 = 34, hint24 = 30, icon24 = 24, side24 = 20, radius24 = 18;

} // namespace

TextField::TextField(const QString &label, QWidget *parent) : Themed(parent), m_edit(new QLineEdit(this)), m_label(label)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(label);
    m_edit->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &TextField::textEdited);
    connect(m_edit, &QLineEdit::returnPressed, this, &TextField::accepted);
    themeChanged();
}

QString TextField::text() const
{
    return m_edit->text();
}

void TextField::setText(const QString &text)
{
    if (text != m_edit->text())
        m_edit->setText(text);
}

void TextField::setLabel(const QString &label)
{
    m_label = label;
    m_edit->setAccessibleName(label);
    themeChanged();
}

void TextField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void TextField::setIcon(const QString &icon)
{
    m_icon = icon;
    themeChanged();
}

void TextField::setChangedHint(const QString &hint)
{
    m_hint = hint;
    themeChanged();
}

void TextField::setError(const QString &error)
{
    m_error = error;
    themeChanged();
}

QRectF TextField::frame() const
{
    const Metrics &m = metrics();
    return {0, qreal(m_label.isEmpty() ? 0 : m.rowAt24(label24)), qreal(width()), qreal(m.rowAt24(field24))};
}

QSize TextField::sizeHint() const
{
    const Metrics &m = metrics();
    const bool below = !m_hint.isEmpty() || !m_error.isEmpty();
    return {m.at24(300), m.rowAt24(field24) + (m_label.isEmpty() ? 0 : m.rowAt24(label24)) + (below ? m.rowAt24(hint24) : 0)};
}

QSize TextField::minimumSizeHint() const
{
    return {metrics().at24(100), sizeHint().height()};
}

void TextField::themeChanged()
{
    const Palette &p = colors();
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    palette.setColor(QPalette::Text, p.ink);
    palette.setColor(QPalette::PlaceholderText, p.ink2);
    palette.setColor(QPalette::Highlight, p.leaf);
    palette.setColor(QPalette::HighlightedText, p.onLeaf);
    m_edit->setPalette(palette);
    m_edit->setFont(metrics().fontAt24(20, QFont::Bold));
    resizeEvent(nullptr);
    Themed::themeChanged();
}

void TextField::resizeEvent(QResizeEvent *)
{
    const Metrics &m = metrics();
    const int left = m.at24(side24) + (m_icon.isEmpty() ? 0 : m.at24(icon24 + 10));
    m_edit->setGeometry(frame().toRect().adjusted(left, 2, -m.at24(side24) / 2, -2));
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return Themed::eventFilter(watched, event);
}

void TextField::paintEvent(QPaintEvent *)
{
    const Palette &p = colors();
    const Metrics &m = metrics();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(p.ink2);
    if (!m_label.isEmpty())
        drawLine(painter, QRectF(0, 0, width(), m.rowAt24(28)), m_label, m.font(Type::AdminSmall), Qt::AlignLeft | Qt::AlignVCenter);
    const QRectF box = frame();
    const bool changed = !m_hint.isEmpty();
    const bool wrong = !m_error.isEmpty();
    const qreal radius = m.at24(radius24);
    fillRound(painter, box, radius, wrong ? p.cabaiTint : changed ? mixed(p.surface, p.kunyitTint, 0.5) : p.dark ? p.raised : p.surface);
    const QColor edge = wrong ? p.cabai : m_edit->hasFocus() ? p.leafText : changed ? p.lampOffline : p.flat ? p.outline : p.dark ? p.line : mixed(p.line, p.edge, 0.35);
    strokeRound(painter, box, radius, edge, m.stroke(m_edit->hasFocus() || changed || wrong ? 3 : 2));
    if (!m_icon.isEmpty())
        theme().icons().draw(painter, QRectF(m.at24(side24), box.top(), m.at24(icon24), box.height()), m_icon, p.ink2);
    if (!changed && !wrong)
        return;
    painter.setPen(wrong ? p.cabaiDeep : p.onKunyitTint2);
    drawLine(painter, QRectF(0, box.bottom(), width(), m.rowAt24(hint24)), wrong ? m_error : m_hint, m.font(Type::AdminSmall, QFont::Bold), Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace saji
