// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/text.h>
#include <widgets/themed.h>

#include <optional>

namespace saji {

//! A text in one of the type roles and one of the colour roles; follows the theme, wraps, shrinks and elides by the rules of text.h.
class Label : public Themed
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    explicit Label(Type type, const QString &text = {}, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setType(Type type);
    //! A size between the roles, in pixels of the 21.5" kiosk (or 24" when `wide`).
    void setSize(qreal reference, QFont::Weight weight, bool wide = false);
    void setWeight(QFont::Weight weight);
    void setColor(ColorRole role);
    //! An outlet's brand colour, as this look shows it.
    void setOutletColor(QRgb hue);
    //! A colour that is no role.
    void setFixedColor(const QColor &color);
    void setAlignment(Qt::Alignment alignment);
    //! 1 (default) keeps the label to one line.
    void setMaxLines(int lines);
    void setLineFactor(qreal factor);
    //! Prices, ages, clocks: digits in cells.
    void setFigures(bool figures);
    void setStrikeOut(bool strike);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_maxLines > 1; }
    int heightForWidth(int width) const override;

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    QFont font() const;
    QFont figuresFont() const;
    qreal lineFactor() const;
    const TextBlock &block(int width) const;
    void measureAgain();

    QString m_text;
    Type m_type;
    std::optional<QFont::Weight> m_weight;
    qreal m_size = 0;
    bool m_wide = false;
    ColorRole m_color = &Palette::ink;
    std::optional<QColor> m_fixed;
    std::optional<QRgb> m_hue;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    int m_maxLines = 1;
    qreal m_lineFactor = 0;
    bool m_figures = false;
    bool m_strike = false;
    mutable TextBlock m_block;
    mutable int m_blockWidth = -1;
};

} // namespace saji
