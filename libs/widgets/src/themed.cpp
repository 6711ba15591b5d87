// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/themed.h>

#include <widgets/ground.h>

#include <QEvent>
#include <QMoveEvent>

namespace saji {

Themed::Themed(QWidget *parent) : QWidget(parent)
{
}

Theme &Themed::theme() const
{
    if (!m_theme)
        m_theme = &Theme::of(this);
    return *m_theme;
}

void Themed::themeChanged()
{
    updateGeometry();
    update();
}

bool Themed::event(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == Theme::changedEvent()) {
        m_theme = &Theme::of(this);
        themeChanged();
        return true;
    }
    // A page is often built before it gets a window, so the theme found first may be the wrong one.
    if (type == QEvent::ParentChange || type == QEvent::Polish || type == QEvent::Show) {
        Theme *now = &Theme::of(this);
        if (now != m_theme) {
            m_theme = now;
            themeChanged();
        }
    }
    if (shadow() != Shadow::None && (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide)) {
        if (Ground *ground = Ground::under(this))
            ground->updateShadow(this, type == QEvent::Move ? static_cast<QMoveEvent *>(event)->oldPos() - pos() : QPoint());
    }
    return QWidget::event(event);
}

} // namespace saji
