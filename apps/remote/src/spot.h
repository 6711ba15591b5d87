// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QJsonArray>
#include <QPointF>
#include <QWidget>

namespace saji {

//! A place on a window that a finger could press, and what it would press there.
struct Spot
{
    QWidget *widget = nullptr;
    QPointF inWindow;
    QString says; //!< what assistive technology calls it
};

//! Finds what a name means in this window right now: NotFound, or Conflict when it is there but cannot be pressed.
[[nodiscard]] Result<Spot> findSpot(QWidget &window, const QString &name);
//! Everything that can be pressed now: {name, says, x, y}.
[[nodiscard]] QJsonArray allSpots(QWidget &window);

} // namespace saji
