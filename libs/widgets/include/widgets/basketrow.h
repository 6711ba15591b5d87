// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

class Stepper;

//! One line of a basket: picture, name, what was chosen, an allergy in bold, the line's price over its stepper.
class BasketRow : public Themed
{
    Q_OBJECT
public:
    explicit BasketRow(QWidget *parent = nullptr);

    void set(const QString &art, const QString &title, const QString &modifiers, const QString &price, int count);
    //! A note that must not be overlooked ("alergi: udang"); empty = none.
    void setAllergy(const QString &text);
    //! Not sold any more: greyed, and its price in warning red says so.
    void setSoldOut(bool soldOut);
    //! For the narrow basket beside a landscape menu: price and stepper below the name.
    void setNarrow(bool narrow);
    void setHairline(bool below);
    Stepper *stepper() const { return m_stepper; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    //! The row was tapped outside the stepper: change it.
    void clicked();

protected:
    void themeChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Face;
    void place();
    QRectF artBox() const;
    QRectF priceBox() const;
    qreal priceLine() const;
    bool priceStandsAlone(int width) const;
    qreal textWidth(int width) const;

    Face *m_face;
    Stepper *m_stepper;
    QString m_art, m_title, m_modifiers, m_price, m_allergy;
    bool m_narrow = false;
    bool m_hairline = false;
    bool m_soldOut = false;
    QMetaObject::Connection m_ready;
};

//! The head of one outlet's lines in a basket: monogram, name, waiting time, on the outlet's tint.
class OutletHead : public Themed
{
    Q_OBJECT
public:
    explicit OutletHead(QWidget *parent = nullptr);

    void set(const QString &monogram, const QString &name, QRgb hue, const QString &waiting = {});
    //! 62 high and rounded on all corners, beside a landscape menu.
    void setNarrow(bool narrow);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_monogram, m_name, m_waiting;
    QRgb m_hue = 0;
    bool m_narrow = false;
};

} // namespace saji
