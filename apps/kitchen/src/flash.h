// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

class Tween;

//! A frame around the whole window that fades: the sound for a kitchen that is too loud to hear it. Never in the way of a finger.
class Flash : public Themed
{
    Q_OBJECT

public:
    explicit Flash(QWidget *window);

    void flash(ColorRole color);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRegion frame() const;

    ColorRole m_color = &Palette::link;
    qreal m_strength = 0;
    Tween *m_fade;
};

} // namespace saji
