// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/ground.h>

#include <widgets/weave.h>

#include <QLinearGradient>
#include <QPaintEvent>
#include <QPainter>

namespace saji {

Ground::Ground(Kind kind, QWidget *parent) : Themed(parent), m_kind(kind)
{
    setAttribute(Qt::WA_OpaquePaintEvent, kind != Kind::Clear);
}

void Ground::setKind(Kind kind)
{
    m_kind = kind;
    setAttribute(Qt::WA_OpaquePaintEvent, kind != Kind::Clear);
    update();
}

Ground *Ground::under(const QWidget *widget)
{
    for (QWidget *w = widget ? widget->parentWidget() : nullptr; w; w = w->parentWidget()) {
        if (auto *ground = qobject_cast<Ground *>(w))
            return ground;
    }
    return nullptr;
}

void Ground::updateShadow(const Themed *owner, const QPoint &movedFrom)
{
    const QMarginsF reach = Shadows::reach(owner->shadow(), metrics());
    const QRect box = owner->shadowBox().marginsAdded(reach).toAlignedRect().adjusted(-1, -1, 1, 1);
    const QRect here(owner->mapTo(this, box.topLeft()), box.size());
    update(here);
    if (!movedFrom.isNull())
        update(here.translated(movedFrom));
}

void Ground::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Palette &p = colors();
    switch (m_kind) {
    case Kind::Page: painter.fillRect(event->rect(), p.ground); break;
    case Kind::Surface: painter.fillRect(event->rect(), p.surface); break;
    case Kind::Sunken: painter.fillRect(event->rect(), p.sunken); break;
    case Kind::Side: painter.fillRect(event->rect(), p.side); break;
    case Kind::Leaf:
        painter.fillRect(event->rect(), p.deep);
        drawLeafGround(painter, rect(), 0, theme());
        break;
    case Kind::Rest: {
        QLinearGradient fall(0, 0, 0, height());
        fall.setColorAt(0, p.ground);
        fall.setColorAt(1, p.sunken);
        painter.fillRect(event->rect(), fall);
        break;
    }
    case Kind::Clear: break;
    }
    paintShadows(painter, event->region());
}

void Ground::paintShadows(QPainter &painter, const QRegion &region)
{
    if (!colors().dark && !colors().flat)
        paintShadowsOf(painter, this, region);
}

void Ground::paintShadowsOf(QPainter &painter, const QWidget *container, const QRegion &region)
{
    const auto children = container->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (!child->isVisible() || child->isWindow())
            continue;
        const auto *themed = qobject_cast<const Themed *>(child);
        if (themed && themed->shadow() != Shadow::None) {
            const QRectF box = themed->shadowBox().translated(child->mapTo(this, QPoint(0, 0)));
            if (region.intersects(box.marginsAdded(Shadows::reach(themed->shadow(), metrics())).toAlignedRect()))
                theme().shadows().draw(painter, box, themed->shadowRadius(), themed->shadow(), colors(), metrics());
        }
        if (!qobject_cast<const Ground *>(child))
            paintShadowsOf(painter, child, region);
    }
}

} // namespace saji
