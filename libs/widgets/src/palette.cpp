// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/palette.h>

#include "oklch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace saji {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value | 0xff000000u);
}

QColor alpha(QRgb value, int percent)
{
    QColor color = rgb(value);
    color.setAlphaF(float(percent) / 100.0f);
    return color;
}

void setTickets(Palette &p)
{
    p.ticketNew = {rgb(0x0D47A1), rgb(0xFFFFFF)};
    p.ticketCooking = {rgb(0x0B6E4F), rgb(0xFFFFFF)};
    p.ticketSoon = {rgb(0xFFC107), rgb(0x16211A)};
    p.ticketLate = {rgb(0xB00020), rgb(0xFFFFFF)};
    p.ticketWaiting = {rgb(0x38423D), rgb(0xFFFFFF)};
    p.ticketReady = {rgb(0xDDF5E6), rgb(0x084A30)};
    p.ticketRecalled = {rgb(0xF3F6F1), rgb(0x0D47A1)};
    p.ticketCancelled = {rgb(0x3A2326), rgb(0xFFD0D0)};
    p.tagAllergy = {rgb(0x8A2BB0), rgb(0xFFFFFF)};
    p.tagWithout = {rgb(0x7D0016), rgb(0xFFFFFF)};
    p.tagExtra = {rgb(0x7EE0A8), rgb(0x0B100E)};
}

Palette light()
{
    Palette p;
    p.look = Look::Light;
    p.ground = rgb(0xF4F5EF);
    p.surface = p.side = rgb(0xFFFFFF);
    p.raised = p.sunken = p.disabledGround = rgb(0xE8EBE2);
    p.ink = rgb(0x16211A);
    p.ink2 = p.inkOnRaised = rgb(0x47564C);
    p.line = rgb(0xCFD6C9);
    p.edge = rgb(0x7E8B82);
    p.outline = Qt::transparent;
    p.leaf = p.leafText = rgb(0x0A5C3C);
    p.leafBright = rgb(0x0C6E47);
    p.deep = p.leafPressed = rgb(0x063D28);
    p.onLeaf = p.onDeep = rgb(0xFFFFFF);
    p.onDeep2 = rgb(0xCFE6D6);
    p.tint = rgb(0xDCEFE2);
    p.onTint = rgb(0x084A30);
    p.kunyit = rgb(0xFFB714);
    p.kunyitPressed = rgb(0xE09A00);
    p.onKunyit = p.ink;
    p.kunyitTint = rgb(0xFFF1CF);
    p.onKunyitTint = rgb(0x4A3300);
    p.onKunyitTint2 = rgb(0x6B4700);
    p.cabai = rgb(0xB3141E);
    p.cabaiDeep = p.onCabaiTint = rgb(0x8E0F18);
    p.cabaiTint = rgb(0xFCE4E2);
    p.allergen = rgb(0x5A1A78);
    p.allergenTint = rgb(0xF1E6F7);
    p.focus = rgb(0x0D47A1);
    p.focusGap = rgb(0xFFFFFF);
    p.disabled = rgb(0x8C978F);
    p.selected = p.ink;
    p.onSelected = rgb(0xFFFFFF);
    p.amber = rgb(0x8A5A00);
    p.ok = p.lampOk = rgb(0x0A7A4B);
    p.bad = p.lampSilent = p.cabai;
    p.link = p.lampPolling = rgb(0x0D47A1);
    p.lampOffline = rgb(0xC98200);
    p.done = p.voided = rgb(0x68756D);
    p.scrim = alpha(0x0C1610, 62);
    p.scrimDeep = alpha(0x0C1610, 72);
    p.toast = p.ink;
    p.onToast = rgb(0xFFFFFF);
    setTickets(p);
    return p;
}

Palette highContrast()
{
    Palette p = light();
    p.look = Look::HighContrast;
    p.flat = true;
    const QColor black = rgb(0x000000);
    const QColor white = rgb(0xFFFFFF);
    const QColor yellow = rgb(0xFFE100);
    p.ground = p.surface = p.raised = p.sunken = p.side = p.deep = p.tint = p.kunyitTint = p.cabaiTint = p.allergenTint = black;
    p.disabledGround = p.focusGap = p.toast = black;
    p.ink = p.ink2 = p.inkOnRaised = p.edge = p.outline = p.onDeep = p.onDeep2 = p.onToast = p.link = p.lampPolling = white;
    p.onKunyitTint = p.onKunyitTint2 = p.allergen = white;
    p.line = p.disabled = p.done = p.voided = rgb(0x9A9A9A);
    p.leaf = p.leafBright = p.leafText = p.onTint = p.kunyit = p.focus = p.selected = p.amber = p.lampOffline = yellow;
    p.leafPressed = p.kunyitPressed = rgb(0xD6BC00);
    p.onLeaf = p.onKunyit = p.onSelected = black;
    p.cabai = p.cabaiDeep = p.onCabaiTint = p.bad = p.lampSilent = rgb(0xFF8A80);
    p.ok = p.lampOk = rgb(0x7CFFB2);
    p.scrim = alpha(0x000000, 78);
    p.scrimDeep = alpha(0x000000, 84);
    return p;
}

//! What the kitchen's and the admin's dark looks share.
Palette dark()
{
    Palette p;
    p.dark = true;
    p.inkOnRaised = rgb(0xD5DED8);
    p.ink2 = rgb(0xA9B6AD);
    p.outline = Qt::transparent;
    p.edge = rgb(0x7F8D85);
    p.leaf = rgb(0x0B6E4F);
    p.leafBright = rgb(0x0E8A63);
    p.leafPressed = p.deep = rgb(0x084A36);
    p.onLeaf = p.onDeep = rgb(0xFFFFFF);
    p.onDeep2 = rgb(0xCFE6D6);
    p.leafText = p.ok = p.lampOk = rgb(0x3DDC84);
    p.tint = rgb(0x14321F);
    p.onTint = rgb(0x7EE0A8);
    p.kunyit = p.amber = p.lampOffline = rgb(0xFFC107);
    p.kunyitPressed = rgb(0xD9A300);
    p.onKunyit = rgb(0x16211A);
    p.kunyitTint = rgb(0x3B2E08);
    p.onKunyitTint = rgb(0xFFE7A8);
    p.onKunyitTint2 = rgb(0xFFD760);
    p.cabai = p.cabaiDeep = p.bad = p.lampSilent = rgb(0xFF6B6B);
    p.cabaiTint = rgb(0x3A2326);
    p.onCabaiTint = rgb(0xFFD0D0);
    p.allergen = rgb(0xE3C2F2);
    p.allergenTint = rgb(0x3A1A4A);
    p.focus = p.link = p.lampPolling = rgb(0x5E9EFF);
    p.disabled = p.done = rgb(0x7F8D85);
    p.voided = rgb(0x8E9B93);
    p.scrim = alpha(0x000000, 62);
    p.scrimDeep = alpha(0x000000, 72);
    setTickets(p);
    return p;
}

Palette kitchen()
{
    Palette p = dark();
    p.look = Look::Kitchen;
    p.ground = p.focusGap = p.onSelected = rgb(0x0B100E);
    p.surface = p.side = rgb(0x1A211E);
    p.raised = p.sunken = p.disabledGround = p.toast = rgb(0x232C28);
    p.line = rgb(0x2C3632);
    p.ink = p.selected = p.onToast = rgb(0xF3F6F1);
    return p;
}

Palette adminDark()
{
    Palette p = dark();
    p.look = Look::AdminDark;
    p.ground = p.focusGap = p.onSelected = rgb(0x0E1412);
    p.side = rgb(0x131A17);
    p.surface = rgb(0x171F1B);
    p.raised = p.sunken = p.disabledGround = p.toast = rgb(0x212A26);
    p.line = rgb(0x27312C);
    p.ink = p.selected = p.onToast = rgb(0xF1F5F2);
    return p;
}

double linear(float channel)
{
    const double c = double(channel);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

struct Row { QRgb brand, tint, bright; };

// Hand-picked for hues that food courts like; each holds the ratios that derived colours are stepped to.
constexpr std::array rows = {
    Row{0x8A5A00, 0xFFF0C9, 0xF5B52E}, Row{0xA3281B, 0xFDE4DA, 0xE4572E}, Row{0x8C1D3F, 0xFBE1E7, 0xE0708F}, Row{0x0D4F8B, 0xDFECF8, 0x3E8FD6},
    Row{0x1F6B2A, 0xE2F1DC, 0x57A846}, Row{0x9A4300, 0xFFE7D1, 0xF08A24}, Row{0x5B3A8C, 0xECE5F7, 0xA98BD8},
};

constexpr double whiteOnBrand = 5.9;
constexpr double brandOnTint = 5.2;
constexpr double inkOnTint = 13.4;
constexpr double inkOnBright = 4.5;
constexpr double nearestRow = 8.0; // degrees
constexpr double lightnessStep = 0.005;

double hueDistance(double a, double b)
{
    const double d = std::fabs(a - b);
    return std::min(d, 360.0 - d);
}

QColor textOnBright(const QColor &bright)
{
    const QColor ink = rgb(0x16211A);
    return contrastRatio(ink, bright) >= inkOnBright ? ink : rgb(0xFFFFFF);
}

OutletColors derived(double hue)
{
    const QColor ink = rgb(0x16211A);
    const QColor white = rgb(0xFFFFFF);
    OutletColors colors;
    double l = 0.94;
    do {
        colors.tint = OkLch{l, 0.03, hue}.toColor();
        l += lightnessStep;
    } while (contrastRatio(ink, colors.tint) < inkOnTint && l < 1.0);
    l = 0.46;
    do {
        colors.brand = OkLch{l, 0.13, hue}.toColor();
        l -= lightnessStep;
    } while ((contrastRatio(white, colors.brand) < whiteOnBrand || contrastRatio(colors.brand, colors.tint) < brandOnTint) && l > 0.1);
    colors.bright = OkLch{0.70, 0.15, hue}.toColor();
    colors.onBright = textOnBright(colors.bright);
    return colors;
}

} // namespace

Palette Palette::forLook(Look look)
{
    switch (look) {
    case Look::Light: return light();
    case Look::HighContrast: return highContrast();
    case Look::Kitchen: return kitchen();
    case Look::AdminDark: return adminDark();
    }
    return light();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor blended(const QColor &ground, const QColor &over)
{
    const float a = over.alphaF();
    return QColor::fromRgbF(ground.redF() * (1 - a) + over.redF() * a, ground.greenF() * (1 - a) + over.greenF() * a,
                            ground.blueF() * (1 - a) + over.blueF() * a);
}

double okHue(const QColor &color)
{
    return OkLch::fromColor(color).hue;
}

OutletColors outletColors(QRgb hue)
{
    const double wanted = okHue(rgb(hue));
    const auto nearest = std::min_element(rows.begin(), rows.end(), [wanted](const Row &a, const Row &b) {
        return hueDistance(okHue(rgb(a.brand)), wanted) < hueDistance(okHue(rgb(b.brand)), wanted);
    });
    if (hueDistance(okHue(rgb(nearest->brand)), wanted) > nearestRow)
        return derived(wanted);
    const QColor bright = rgb(nearest->bright);
    return {rgb(nearest->brand), rgb(nearest->tint), bright, textOnBright(bright)};
}

} // namespace saji
