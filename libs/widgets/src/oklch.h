// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace saji {

//! A colour as lightness 0..1, chroma and hue in degrees, in the perceptual space OkLab (B. Ottosson, 2020).
struct OkLch
{
    double lightness = 0;
    double chroma = 0;
    double hue = 0;

    static OkLch fromColor(const QColor &color);
    //! Chroma is given up, in small steps, until the colour lies in sRGB; lightness and hue are kept.
    QColor toColor() const;
};

} // namespace saji
