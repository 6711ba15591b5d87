// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>

#include "log.h"
#include "tuning.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Up to here an icon needs a bolder stroke to weigh as much as the text beside it.
constexpr int smallIcon = 32;
constexpr qreal smallStroke = 2.4;

QString path(const QString &name)
{
    return u":/saji/icons/"_s + name + u".svg"_s;
}

bool coloured(const QString &name)
{
    return name == u"logo" || name == u"logo_paper";
}

//! The logo on white instead of on leaf: its two colours change places.
QByteArray onPaper(QByteArray svg)
{
    svg.replace("#fff", "#?");
    svg.replace("#0A5C3C", "#fff");
    return svg.replace("#?", "#0A5C3C");
}

QByteArray withStroke(QByteArray svg, qreal stroke)
{
    return svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(stroke, 'f', 2) + '"');
}

QPixmap render(const QString &name, int size, const QColor &color, qreal ratio, qreal stroke)
{
    const bool paper = name == u"logo_paper";
    QFile file(path(paper ? u"logo"_s : name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(widgetsLog).noquote() << "There is no icon named" << name;
        return {};
    }
    QSvgRenderer renderer(paper ? onPaper(file.readAll()) : withStroke(file.readAll(), stroke));
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
        if (!coloured(name)) {
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(pixmap.rect(), color);
        }
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

Icons::Icons() : m_cache(tuning::iconBytes)
{
}

bool Icons::exists(const QString &name)
{
    return QFile::exists(path(name));
}

QPixmap Icons::pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio, qreal stroke)
{
    if (name.isEmpty() || size <= 0)
        return {};
    const qreal weight = stroke > 0 ? stroke : size < smallIcon ? smallStroke : 2.0;
    const QString key = u"%1 %2 %3 %4 %5"_s.arg(name).arg(size).arg(color.rgba(), 0, 16).arg(devicePixelRatio).arg(weight);
    if (const QPixmap *known = m_cache.object(key))
        return *known;
    const QPixmap pixmap = render(name, size, color, devicePixelRatio, weight);
    m_cache.insert(key, new QPixmap(pixmap), qsizetype(pixmap.width()) * pixmap.height() * 4 + 1);
    return pixmap;
}

void Icons::draw(QPainter &painter, const QRectF &box, const QString &name, const QColor &color, qreal stroke)
{
    const int size = int(std::lround(std::min(box.width(), box.height())));
    const QPixmap icon = pixmap(name, size, color, painter.device()->devicePixelRatioF(), stroke);
    painter.drawPixmap(QPointF(std::round(box.center().x() - size / 2.0), std::round(box.center().y() - size / 2.0)), icon);
}

} // namespace saji
