// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

class QPainter;

namespace saji {

//! An outlet's two letters on its brand colour (bright on dark looks; outlined in high contrast).
void drawMonogram(QPainter &painter, const QRectF &box, const QString &letters, QRgb hue, const Theme &theme);

class Monogram : public Themed
{
    Q_OBJECT
public:
    explicit Monogram(const QString &letters = {}, QRgb hue = 0, QWidget *parent = nullptr);

    void set(const QString &letters, QRgb hue);
    //! The side in pixels at the 21.5" reference; default 52.
    void setSide(qreal reference215);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    QRgb m_hue = 0;
    qreal m_side = 52;
};

//! An icon of the set, as a picture in a layout; with `tile` on a rounded tint of its own.
class IconView : public Themed
{
    Q_OBJECT
public:
    explicit IconView(const QString &icon = {}, QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setColor(ColorRole role);
    //! A rounded tile behind it; empty = none.
    void setTile(ColorRole ground);
    //! Pixels at the 21.5" reference: the icon, and the tile around it.
    void setSides(qreal icon, qreal tile = 0);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    ColorRole m_color = &Palette::ink;
    ColorRole m_ground = nullptr;
    qreal m_side = 40;
    qreal m_tile = 0;
};

} // namespace saji
