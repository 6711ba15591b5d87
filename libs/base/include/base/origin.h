// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/hlc.h>
#include <base/id.h>

#include <tuple>

namespace saji {

//! Who wrote an event: a device and the epoch of its store file, so that a re-imaged device cannot reuse old numbers.
struct Origin
{
    DeviceId device;
    quint64 epoch = 0;

    //! 24 bytes: device (16), epoch (8, big endian).
    QByteArray toBytes() const;
    [[nodiscard]] static Result<Origin> fromBytes(const QByteArray &bytes);
    QString toString() const; //!< for logs

    friend bool operator==(const Origin &, const Origin &) = default;
    friend bool operator<(const Origin &a, const Origin &b) { return a.device == b.device ? a.epoch < b.epoch : a.device < b.device; }
    friend size_t qHash(const Origin &o, size_t seed = 0) { return qHashMulti(seed, o.device, o.epoch); }
};

//! The place of an event in the one order that every node folds by: (HLC, origin, seq).
struct EventStamp
{
    Hlc hlc;
    Origin origin;
    quint64 seq = 0; //!< from 1, gapless per origin

    friend bool operator==(const EventStamp &, const EventStamp &) = default;
    friend bool operator<(const EventStamp &a, const EventStamp &b)
    {
        return std::tie(a.hlc, a.origin, a.seq) < std::tie(b.hlc, b.origin, b.seq);
    }
};

} // namespace saji
