// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QPointer>
#include <QWidget>

namespace saji {

//! A widget that paints itself in the theme of its window, and again when the theme changes.
//!
//! It may cast a shadow; the Ground below paints that.
class Themed : public QWidget
{
    Q_OBJECT
public:
    explicit Themed(QWidget *parent = nullptr);

    virtual Shadow shadow() const { return Shadow::None; }
    //! The shape the shadow belongs to, in own coordinates.
    virtual QRectF shadowBox() const { return rect(); }
    virtual qreal shadowRadius() const { return 0; }

protected:
    Theme &theme() const;
    const Palette &colors() const { return theme().palette(); }
    const Metrics &metrics() const { return theme().metrics(); }

    //! Colours, sizes or motion are others now, or the widget has found its theme. Default: measures and paints again.
    virtual void themeChanged();
    bool event(QEvent *event) override;

private:
    mutable QPointer<Theme> m_theme;
};

} // namespace saji
