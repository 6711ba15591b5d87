// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/lunch.h>

namespace saji {

template<class Condition>
Box *Lunch::choose(quint64 number, Condition condition)
{
    QList<Box *> fit;
    for (const auto &box : m_boxes) {
        if (condition(*box))
            fit.append(box.get());
    }
    return fit.isEmpty() ? nullptr : fit.at(qsizetype(number % quint64(fit.size())));
}

} // namespace saji
