// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QColor>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace saji {

//! Tints and keeps the line icons of `:/saji/icons/<name>.svg`; each (name, size, colour, weight, device pixel ratio) is rendered once.
//!
//! GUI thread. An unknown name gives a null pixmap and one warning. `logo` keeps its own colours; `logo_paper` is
//! the same on white, for leaf grounds.
class Icons
{
public:
    Icons();

    //! `size` in device-independent pixels; `stroke` in units of the 24 grid, 0 = 2 for icons of 32 px and more at the reference, else 2.4.
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio, qreal stroke = 0);
    //! Draws the icon centred in `box`, as large as the smaller side.
    void draw(QPainter &painter, const QRectF &box, const QString &name, const QColor &color, qreal stroke = 0);

    static bool exists(const QString &name);

private:
    QCache<QString, QPixmap> m_cache;
};

} // namespace saji
