// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! What the shapes and colours of the lamps mean.
class LampLegend : public Themed
{
    Q_OBJECT

public:
    explicit LampLegend(QWidget *parent = nullptr) : Themed(parent) {}

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace saji
