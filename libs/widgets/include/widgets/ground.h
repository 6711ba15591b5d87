// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! A page or panel: paints its ground, and the shadows of the cards and controls that lie on it.
//!
//! Shadows reach beyond their widgets, so whoever lies below must paint them: put controls with shadows on a Ground (or Card, or
//! ScrollArea), directly or inside plain containers.
class Ground : public Themed
{
    Q_OBJECT
public:
    enum class Kind {
        Page,        //!< palette.ground
        Surface,     //!< palette.surface
        Sunken,
        Side,        //!< side bar of the admin panel
        Leaf,        //!< leaf gradient with weave
        Rest,        //!< page colour falling to sunken: out of service
        Clear        //!< paints shadows only
    };

    explicit Ground(Kind kind = Kind::Page, QWidget *parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    //! The nearest ground below a widget, or null.
    static Ground *under(const QWidget *widget);
    //! Repaints a shadow's area; called by whatever has one when it moves, appears or goes.
    void updateShadow(const Themed *owner, const QPoint &movedFrom = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintShadows(QPainter &painter, const QRegion &region);

private:
    void paintShadowsOf(QPainter &painter, const QWidget *container, const QRegion &region);

    Kind m_kind;
};

} // namespace saji
