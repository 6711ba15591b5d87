// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

#include <QPixmap>

namespace saji {

class Tween;

//! The guest's number, as large as it goes, with a turmeric hyphen. Comes in once; never moves afterwards.
class NumberDisplay : public Themed
{
    Q_OBJECT
public:
    explicit NumberDisplay(QWidget *parent = nullptr);

    //! Plays the entrance when the number is a new one.
    void setNumber(const QString &number);
    QString number() const { return m_number; }
    //! Height of the digits in pixels of type at the 21.5" reference; default 296.
    void setTypeSize(qreal reference215);
    //! Ink on a light ground instead of white on leaf.
    void setInk(bool ink);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintNumber(QPainter &painter, const QRectF &box) const;

    QString m_number;
    qreal m_size = 296;
    bool m_ink = false;
    qreal m_in = 1;
    Tween *m_motion = nullptr;
};

} // namespace saji
