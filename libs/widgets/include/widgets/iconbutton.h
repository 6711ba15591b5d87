// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! A square button with an icon and no words; the name is for assistive technology and must say what it does.
class IconButton : public Control
{
    Q_OBJECT
public:
    enum class Kind { Surface, Quiet, Primary, Glass, Clear };

    IconButton(const QString &icon, const QString &name, Kind kind = Kind::Surface, QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setName(const QString &name);
    void setKind(Kind kind);
    //! The side in pixels at the 21.5" reference; default 76 (19 mm).
    void setSide(qreal reference215);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    Target target(int index) const override;
    void press(int index = 0) override;
    Shadow shadow() const override;
    qreal shadowRadius() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon, m_name;
    Kind m_kind;
    qreal m_side = 76;
};

} // namespace saji
