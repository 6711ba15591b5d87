// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace saji {

//! What went wrong, in a word that programs decide by and screens translate.
enum class ErrorCode {
    // The caller or the person in front of the screen
    InvalidArgument, //!< a value out of its range; detail names it
    NotFound,
    Conflict, //!< not legal in the present state
    Duplicate,
    // What came in by wire or file
    Malformed, //!< not the format it should be; detail names the place
    TooLarge,
    UnsupportedVersion, //!< written by a newer Saji
    WrongStore, //!< the peer or the folder belongs to another restaurant
    Unauthorized,
    RateLimited,
    // Links
    Unreachable, //!< nobody answered: no route, refused, DNS
    Refused, //!< a host answered, but not with our service
    TimedOut,
    LinkClosed,
    // Disk
    DiskFull,
    ReadOnly,
    Corrupt,
    Busy, //!< another program holds it
    Io,
    // Us
    Cancelled,
    Internal,
};

//! When trying the same thing again makes sense.
enum class Retry { Never, Later, WhenOnline };

//! One failure: the code for programs and translated words, the detail for the log and for engineers.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
};

//! The one place that says what may be done about an error.
[[nodiscard]] Retry retryFor(ErrorCode code);

//! A stable machine word in snake case ("disk_full"), as used in JSON errors and logs.
[[nodiscard]] QLatin1StringView errorWord(ErrorCode code);

} // namespace saji
