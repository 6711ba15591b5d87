// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/ground.h>

#include <optional>

namespace saji {

//! A rounded surface that holds other widgets (give it a layout); its padding is the theme's unless set.
class Card : public Ground
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    //! Default `surface`. Text on tints is the caller's choice.
    void setFill(ColorRole role);
    //! An outlet's tint, following the look.
    void setOutletFill(QRgb hue);
    //! Rounded corners in pixels at the 21.5" reference; default 32.
    void setRadius(qreal reference215);
    void setShadow(Shadow level);
    //! Inner margins in pixels at the 21.5" reference; -1 = the card padding on that side.
    void setPadding(qreal left, qreal top, qreal right, qreal bottom);
    void setOutline(std::optional<ColorRole> role, bool dashed = false);
    //! A band at the top in an outlet's tint, within the card's corners: pixels at the 21.5" reference. `glow` lightens it under a picture at the right.
    void setBand(QRgb hue, qreal height, bool glow = false);
    void clearBand();
    //! Square corners at the bottom: a sheet that ends at the screen's edge.
    void setFlatBottom(bool flat);
    //! Leaf gradient with weave instead of a fill.
    void setWoven(bool woven);

    Shadow shadow() const override { return m_shadow; }
    qreal shadowRadius() const override { return radius(); }
    qreal radius() const;

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void pad();
    void paintBand(QPainter &painter, const QRectF &face);

    ColorRole m_fill = &Palette::surface;
    std::optional<QRgb> m_hue;
    std::optional<ColorRole> m_outline;
    bool m_dashed = false;
    std::optional<QRgb> m_band;
    qreal m_bandHeight = 0;
    bool m_glow = false;
    bool m_flatBottom = false;
    bool m_woven = false;
    qreal m_radius = 32;
    Shadow m_shadow = Shadow::Card;
    qreal m_padding[4] = {-1, -1, -1, -1};
};

} // namespace saji
