// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sync/frames.h>
#include <transport/link.h>

#include <QList>

namespace saji {

//! Notes what arrives at one end of a link.
class Wiretap
{
public:
    explicit Wiretap(Link &link);

    template<class Kind>
    QList<Kind> all() const
    {
        QList<Kind> found;
        for (const auto &frame : frames) {
            if (const auto *kind = std::get_if<Kind>(&frame))
                found.append(*kind);
        }
        return found;
    }
    //! Events that have arrived, copies included.
    int events() const;

    QList<Frame> frames;
    qint64 bytes = 0;
    qsizetype largest = 0;
};

} // namespace saji
