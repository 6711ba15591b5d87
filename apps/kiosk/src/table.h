// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

class Tween;

//! A table of dishes from above: overlapping, cut by the edges, one of them drifting slowly. Nothing on it can be pressed.
class Table : public Themed
{
    Q_OBJECT

public:
    explicit Table(QWidget *parent);

    //! A dish by its picture, its middle and its side in pixels of a 1080-wide scene; back to front.
    struct Dish
    {
        QString art;
        QPointF middle;
        qreal side = 0;
        bool drifts = false;
    };
    //! `scene` is the part of the drawing that fills the widget.
    void lay(const QList<Dish> &dishes, const QRectF &scene);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void themeChanged() override;

private:
    qreal scale() const;
    QRectF boxOf(const Dish &dish) const;
    QRect driftArea() const;
    void drift(bool there);

    QList<Dish> m_dishes;
    QRectF m_scene;
    Tween *m_drift = nullptr;
    qreal m_offset = 0;
    QMetaObject::Connection m_ready;
};

} // namespace saji
