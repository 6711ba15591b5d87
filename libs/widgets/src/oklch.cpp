// SPDX-License-Identifier: GPL-3.0-or-later
#include "oklch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace saji {

namespace {

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double toGamma(double c)
{
    return c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

std::array<double, 3> linearRgb(const OkLch &color)
{
    const double radians = color.hue * std::numbers::pi / 180;
    const double a = color.chroma * std::cos(radians);
    const double b = color.chroma * std::sin(radians);
    const double l = std::pow(color.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(color.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(color.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool inGamut(const std::array<double, 3> &rgb)
{
    constexpr double slack = 1e-4;
    return std::all_of(rgb.begin(), rgb.end(), [](double c) { return c >= -slack && c <= 1 + slack; });
}

} // namespace

OkLch OkLch::fromColor(const QColor &color)
{
    const double r = toLinear(double(color.redF()));
    const double g = toLinear(double(color.greenF()));
    const double b = toLinear(double(color.blueF()));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = std::atan2(bb, a) * 180 / std::numbers::pi;
    if (hue < 0)
        hue += 360;
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, std::hypot(a, bb), hue};
}

QColor OkLch::toColor() const
{
    OkLch color = *this;
    auto rgb = linearRgb(color);
    while (!inGamut(rgb) && color.chroma > 0) {
        color.chroma = std::max(0.0, color.chroma - 0.005);
        rgb = linearRgb(color);
    }
    const auto channel = [&rgb](size_t i) { return float(std::clamp(toGamma(std::clamp(rgb[i], 0.0, 1.0)), 0.0, 1.0)); };
    return QColor::fromRgbF(channel(0), channel(1), channel(2)).toRgb();
}

} // namespace saji
