// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! The basket bar at the bottom of the menu: what is in the basket, the sum, and the one way forward.
//!
//! The whole bar is the target. With nothing in it, it says so in words and cannot be pressed.
class PrimaryBar : public Control
{
    Q_OBJECT
public:
    explicit PrimaryBar(QWidget *parent = nullptr);

    void setContent(int count, const QString &summary, const QString &sum);
    void setAction(const QString &text);
    //! What it says while the basket is empty.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    Target target(int index) const override;
    void press(int index = 0) override;
    Shadow shadow() const override { return Shadow::Bar; }
    qreal shadowRadius() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBasket(QPainter &painter, const QRectF &box);

    int m_count = 0;
    QString m_summary, m_sum, m_action, m_empty;
    qreal m_pop = 1;
    Tween *m_popping = nullptr;
};

} // namespace saji
