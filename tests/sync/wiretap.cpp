// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiretap.h"

namespace saji {

Wiretap::Wiretap(Link &link)
{
    QObject::connect(&link, &Link::received, &link, [this](const QByteArray &frame) {
        bytes += frame.size();
        largest = qMax(largest, frame.size());
        if (const auto decoded = decodeFrame(frame))
            frames.append(*decoded);
    });
}

int Wiretap::events() const
{
    int count = 0;
    for (const auto &exchange : all<ExchangeFrame>())
        count += int(exchange.events.size());
    return count;
}

} // namespace saji
