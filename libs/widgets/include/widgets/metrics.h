// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>

#include <optional>

class QScreen;

namespace saji {

//! What a text is for; its size follows from the height its capitals need at the distance it is read from.
enum class Type {
    Number, Attract, Display, Title, Section, Product, Text, Caption, Small,
    KitchenNumber, KitchenAge, KitchenState, KitchenItem, KitchenModifier, KitchenHeader, AllDayCount,
    AdminSentence, AdminFigure, AdminHead, AdminText, AdminSmall
};

//! Turns millimetres into pixels: every size on a screen comes from here, so the whole program scales by one number.
//!
//! A target is at least 15 mm, a gap at least 3 mm, whatever the panel. A window smaller than its panel hands in a
//! pixel density of its own (`fitted`), and everything in it shrinks alike.
struct Metrics
{
    qreal pxPerMm = 4.03;    //!< device-independent pixels
    int textScale = 100;     //!< per cent, 100 to 200; multiplies type and row heights, not chrome

    static constexpr qreal portrait215 = 4.03; //!< 21.5", 1080 x 1920: kiosk-*.png
    static constexpr qreal portrait27 = 3.21;  //!< 27", 1080 x 1920
    static constexpr qreal landscape24 = 3.61; //!< 24", 1920 x 1080: kitchen-*.png, admin-*.png, kiosk-13

    //! From the screen's physical size, unless an installer measured it (`calibrated`, px/mm). An impossible physical size counts as 96 dpi.
    static Metrics forScreen(const QScreen &screen, std::optional<qreal> calibrated = {});
    //! The density at which a reference layout (portrait 268 mm wide, landscape 532 x 299 mm) fits the window.
    static Metrics fitted(const QSize &window);

    //! Chrome: never scaled by the text scale. `px(2)` is one step of the grid.
    int px(qreal mm) const;
    //! A length that look.md gives in pixels of the 21.5" kiosk (`at215(76)` = 19 mm) or of the 24" screen.
    int at215(qreal reference) const;
    int at24(qreal reference) const;
    //! Row heights and whatever else must grow with the text.
    int row(qreal mm) const;
    int rowAt215(qreal reference) const;
    int rowAt24(qreal reference) const;
    //! Icons beside words grow half as fast as the words.
    int icon215(qreal reference) const;
    //! Lines: at least one pixel, for hairlines and outlines.
    qreal stroke(qreal reference215) const;

    //! A capital's height at this text scale. Up to the size of a product's name it is multiplied; what is larger grows by as many
    //! millimetres as a product's name does, for it is read from further away already.
    qreal grownMm(qreal mm) const;
    qreal capMm(Type type) const;
    int fontPx(Type type) const;
    //! Sets weight and letter spacing as the type calls for; weight by default what the role asks for.
    QFont font(Type type, std::optional<QFont::Weight> weight = {}) const;
    //! For sizes between the roles, given in pixels of the 21.5" kiosk or the 24" screen.
    QFont fontAt215(qreal reference, QFont::Weight weight) const;
    QFont fontAt24(qreal reference, QFont::Weight weight) const;

    // The rhythm of section 4, in pixels.
    int grid() const { return px(2); }
    int margin() const { return px(8); }
    int cardPadding() const { return px(6); }
    int gap() const { return px(5); }
    int listGap() const { return px(4); }
    int targetGap() const { return px(3); }
    int target() const { return px(19); }        //!< 76 px at 21.5": the usual button, never under 15 mm
    int radiusPill() const { return at215(28); }
    int radiusTile() const { return at215(32); }
    int radiusSheet() const { return at215(52); }
    int radiusPrimary() const { return at215(38); }
    int radiusCell() const { return at215(26); }
    int radiusBadge() const { return at215(14); }
    int radiusMonogram() const { return at215(16); }
    int radiusTicket() const { return at24(20); }
    int radiusAdmin() const { return at24(24); }

    friend bool operator==(const Metrics &, const Metrics &) = default;
};

//! Manrope at a pixel size, with the letter spacing its size calls for (60 px and more at the 21.5" reference -2.5 %, 35 to 59 -1.5 %).
//! `spacingPx` is the size at the reference, so that a shrunk window spaces alike; 0 means `pixels`.
QFont sajiFont(qreal pixels, QFont::Weight weight, qreal spacingPx = 0);

} // namespace saji
