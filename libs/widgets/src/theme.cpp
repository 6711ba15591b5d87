// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme.h>

#include <widgets/focusring.h>

#include "accessibility.h"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr char themeProperty[] = "_saji_theme";

Theme *themeOf(const QObject *object)
{
    return qobject_cast<Theme *>(object->property(themeProperty).value<QObject *>());
}

QPalette systemPalette(const Palette &p)
{
    QPalette palette;
    palette.setColor(QPalette::Window, p.ground);
    palette.setColor(QPalette::Base, p.surface);
    palette.setColor(QPalette::AlternateBase, p.surface);
    palette.setColor(QPalette::Button, p.sunken);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, p.ink);
    palette.setColor(QPalette::PlaceholderText, p.ink2);
    palette.setColor(QPalette::Highlight, p.leaf);
    palette.setColor(QPalette::HighlightedText, p.onLeaf);
    palette.setColor(QPalette::ToolTipBase, p.toast);
    palette.setColor(QPalette::ToolTipText, p.onToast);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, p.disabled);
    return palette;
}

} // namespace

Theme::Theme(Look look, const Metrics &metrics, QObject *parent)
    : QObject(parent), m_palette(Palette::forLook(look)), m_metrics(metrics), m_icons(std::make_unique<Icons>()),
      m_art(std::make_unique<ArtCache>()), m_shadows(std::make_unique<Shadows>())
{
    installAccessibility();
}

Theme::~Theme()
{
    for (const auto &window : std::as_const(m_windows)) {
        if (window)
            window->setProperty(themeProperty, QVariant());
    }
    if (qApp && themeOf(qApp) == this)
        qApp->setProperty(themeProperty, QVariant());
}

QEvent::Type Theme::changedEvent()
{
    static const int type = QEvent::registerEventType();
    return QEvent::Type(type);
}

void Theme::attach(QWidget *window)
{
    window->setProperty(themeProperty, QVariant::fromValue<QObject *>(this));
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    new FocusRing(*this, window);
    dressAgain();
}

Theme &Theme::of(const QWidget *widget)
{
    for (const QWidget *w = widget; w; w = w->parentWidget()) {
        if (Theme *theme = themeOf(w))
            return *theme;
    }
    if (Theme *theme = themeOf(qApp))
        return *theme;
    auto *plain = new Theme(Look::Light, {}, qApp);
    qApp->setProperty(themeProperty, QVariant::fromValue<QObject *>(plain));
    return *plain;
}

void Theme::dressAgain()
{
    const QPalette palette = systemPalette(m_palette);
    const QFont font = m_metrics.font(Type::Text);
    for (const auto &window : std::as_const(m_windows)) {
        if (!window)
            continue;
        window->setPalette(palette);
        window->setFont(font);
        QEvent event(changedEvent());
        QCoreApplication::sendEvent(window, &event);
        const auto children = window->findChildren<QWidget *>();
        for (QWidget *child : children)
            QCoreApplication::sendEvent(child, &event);
    }
    emit changed();
}

void Theme::setLook(Look look)
{
    if (look == m_palette.look)
        return;
    m_palette = Palette::forLook(look);
    dressAgain();
}

void Theme::setMetrics(const Metrics &metrics)
{
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    // Nothing made for the old size will be asked for again.
    m_art->clear();
    QPixmapCache::clear();
    dressAgain();
}

void Theme::setTextScale(int percent)
{
    Metrics metrics = m_metrics;
    metrics.textScale = std::clamp(percent, 100, 200);
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    dressAgain();
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    dressAgain();
}

OutletColors Theme::outlet(QRgb hue) const
{
    if (m_palette.flat)
        return {m_palette.surface, m_palette.surface, m_palette.surface, m_palette.ink};
    return outletColors(hue);
}

QString Theme::styleSheet() const
{
    const auto hex = [](const QColor &color) { return color.name(); };
    return uR"(
QToolTip { background: %1; color: %2; border: none; padding: %3px; }
QLineEdit { background: transparent; color: %4; border: none; selection-background-color: %5; selection-color: %6; }
QScrollBar:vertical { background: transparent; width: %7px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: %7px; margin: 0; }
QScrollBar::handle { background: %8; border-radius: %9px; min-height: %10px; min-width: %10px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)"_s.arg(hex(m_palette.toast), hex(m_palette.onToast))
        .arg(m_metrics.px(2))
        .arg(hex(m_palette.ink), hex(m_palette.leaf), hex(m_palette.onLeaf))
        .arg(std::max(6, m_metrics.px(2)))
        .arg(hex(m_palette.edge))
        .arg(std::max(3, m_metrics.px(1)))
        .arg(m_metrics.px(10));
}

} // namespace saji
