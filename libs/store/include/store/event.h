// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/origin.h>

#include <QByteArray>
#include <QList>
#include <QString>

namespace saji {

//! A fact, written once, on the device where it happened, never changed. The store and the post office do not look inside `payload`.
//!
//! (origin, seq) names its place. After a device was restored from a backup the same fact can be in the log twice, under two epochs of
//! that device; both then carry the same HLC stamp, which a device draws only once: who folds takes the second for the first.
struct Event
{
    EventStamp stamp;
    QString kind;       //!< "order.placed", at most 64 characters
    QByteArray payload; //!< CBOR; at most 64 KiB
    //! When it was born, on this device's own timeline (EventLog::now()): arrival minus the intervals of monotonic clocks along
    //! the hops. Ages are now() - bornAt, never negative.
    Milliseconds bornAt{0};
};

//! An event in its place in this device's log: the order of arrival is the order of shipping, so "ready" never overtakes "placed".
struct LoggedEvent
{
    Event event;
    qint64 arrival = 0; //!< from 1, grows by arrival at this device
};

} // namespace saji
