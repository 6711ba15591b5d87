// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! The logo with the restaurant's name and a line below it, at the head of a screen.
class BrandMark : public Themed
{
    Q_OBJECT
public:
    explicit BrandMark(const QString &name = {}, const QString &line = {}, QWidget *parent = nullptr);

    void set(const QString &name, const QString &line = {});
    //! White words and a white logo ground, for leaf grounds.
    void setOnLeaf(bool onLeaf);
    //! The logo's side in pixels at the 21.5" reference; default 76; the admin's is 46.
    void setSide(qreal reference215);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont nameFont() const;
    QFont lineFont() const;

    QString m_name, m_line;
    bool m_onLeaf = false;
    qreal m_side = 76;
};

} // namespace saji
