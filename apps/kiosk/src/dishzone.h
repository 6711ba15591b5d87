// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! The coloured head of a dish's sheet: the outlet's tint, lit from where the dish stands, with the sheet's own round corners.
class DishZone : public Themed
{
    Q_OBJECT

public:
    explicit DishZone(QWidget *parent = nullptr);

    void setHue(QRgb hue);
    //! The dish, and its box in own coordinates; it may reach over the lower edge into whatever lies there.
    void setDish(const QString &art, const QRectF &box, bool grey);
    //! The colour ends this far above the widget's lower edge: there the dish stands out over it.
    void setOverhang(int pixels);
    //! As high as its sheet, with the sheet's edge at the left.
    void setWholeColumn(bool column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    QRgb m_hue = 0;
    QString m_art;
    QRectF m_box;
    int m_overhang = 0;
    bool m_grey = false;
    bool m_column = false;
    QMetaObject::Connection m_ready;
};

} // namespace saji
