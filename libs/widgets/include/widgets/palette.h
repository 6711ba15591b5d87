// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace saji {

//! Which of the four sets of colours a window wears.
enum class Look { Light, HighContrast, Kitchen, AdminDark };

//! A ground and the text that may stand on it.
struct ColorPair
{
    QColor ground;
    QColor text;
};

//! The colours of one look, by role; code names the role, never the colour.
//!
//! Every pair that the comments join (text on its ground) holds the contrast that tst_palette lists, by WCAG 2.x.
struct Palette
{
    Look look = Look::Light;
    bool flat = false;       //!< no tints, shadows, gradients or weave: shapes are told by outlines (high contrast)
    bool dark = false;       //!< light text on dark grounds: depth is told by stepping surfaces, never by shadows

    QColor ground;           //!< the page
    QColor surface;          //!< cards
    QColor raised;           //!< a step above a card; equals sunken where the look is light
    QColor sunken;           //!< wells and quiet buttons
    QColor side;             //!< the side bar of the admin panel
    QColor ink, ink2;        //!< text, secondary text: on ground, surface and sunken
    QColor inkOnRaised;      //!< quieter text that lies a step above a card
    QColor line;             //!< decorative hairlines only
    QColor edge;             //!< the edge of a control
    QColor outline;          //!< around cards and quiet buttons where the look is flat, else transparent
    QColor leaf, onLeaf;     //!< primary, selection
    QColor leafPressed;      //!< under a finger; onLeaf reads on it, too
    QColor leafText;         //!< prices and words in leaf, on surface, ground and tint
    QColor leafBright;       //!< upper end of the leaf gradient
    QColor deep, onDeep, onDeep2; //!< basket bar, pressed leaf
    QColor tint, onTint;     //!< selected option, good chips
    QColor kunyit, kunyitPressed, onKunyit; //!< "go to basket", counts, badges
    QColor kunyitTint, onKunyitTint, onKunyitTint2; //!< offline banner, hints
    QColor cabai, cabaiDeep; //!< error and spice on surface; the deep one on ground and sunken
    QColor cabaiTint, onCabaiTint;
    QColor allergen, allergenTint;
    QColor focus, focusGap;  //!< the ring of the keyboard focus and the gap within
    QColor disabled, disabledGround;
    QColor selected, onSelected; //!< a chosen chip
    QColor amber, ok, bad, link; //!< words and lamps on surface
    QColor lampOk, lampPolling, lampOffline, lampSilent; //!< on surface
    QColor done, voided;     //!< text of what is finished or struck out
    QColor scrim, scrimDeep; //!< behind a sheet; behind the idle dialog (with alpha)
    QColor toast, onToast;

    ColorPair ticketNew, ticketCooking, ticketSoon, ticketLate, ticketWaiting, ticketReady, ticketRecalled, ticketCancelled;
    ColorPair tagAllergy, tagWithout, tagExtra;

    static Palette forLook(Look look);
};

//! A role of the palette, as controls take it: `label->setColor(&Palette::ink2)` follows every change of look.
using ColorRole = QColor Palette::*;

//! The contrast ratio of two opaque colours by WCAG 2.x, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

//! What `over` (with alpha) looks like on an opaque ground.
QColor blended(const QColor &ground, const QColor &over);

//! The three colours of one outlet; on monogram, tile zone and outlet header only.
struct OutletColors
{
    QColor brand;            //!< carries white at 5.9 or more, reads on its own tint at 5.2 or more
    QColor tint;             //!< carries ink at 13.4 or more
    QColor bright;           //!< a monogram's ground on dark
    QColor onBright;         //!< ink where it reads at 4.5 or more, else white
};

//! Derives an outlet's colours from the hue of its colour (0xRRGGBB; its lightness does not matter): the nearest hand-picked row when there is
//! one within 8 degrees, else OkLCH with the hue kept and the lightness stepped until the ratios hold.
OutletColors outletColors(QRgb hue);

//! The OkLCH hue of a colour in degrees, 0 to 360.
double okHue(const QColor &color);

} // namespace saji
