// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/error.h>

namespace saji {

Retry retryFor(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case InvalidArgument:
    case NotFound:
    case Conflict:
    case Duplicate:
    case Malformed:
    case TooLarge:
    case UnsupportedVersion:
    case WrongStore:
    case Unauthorized:
    case Cancelled:
        return Retry::Never;
    case Unreachable:
    case Refused:
    case LinkClosed:
        return Retry::WhenOnline;
    case RateLimited:
    case TimedOut:
    case DiskFull:
    case ReadOnly:
    case Corrupt:
    case Busy:
    case Io:
    case Internal:
        return Retry::Later;
    }
    Q_UNREACHABLE();
}

QLatin1StringView errorWord(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case InvalidArgument: return QLatin1StringView("invalid_argument");
    case NotFound: return QLatin1StringView("not_found");
    case Conflict: return QLatin1StringView("conflict");
    case Duplicate: return QLatin1StringView("duplicate");
    case Malformed: return QLatin1StringView("malformed");
    case TooLarge: return QLatin1StringView("too_large");
    case UnsupportedVersion: return QLatin1StringView("unsupported_version");
    case WrongStore: return QLatin1StringView("wrong_store");
    case Unauthorized: return QLatin1StringView("unauthorized");
    case RateLimited: return QLatin1StringView("rate_limited");
    case Unreachable: return QLatin1StringView("unreachable");
    case Refused: return QLatin1StringView("refused");
    case TimedOut: return QLatin1StringView("timed_out");
    case LinkClosed: return QLatin1StringView("link_closed");
    case DiskFull: return QLatin1StringView("disk_full");
    case ReadOnly: return QLatin1StringView("read_only");
    case Corrupt: return QLatin1StringView("corrupt");
    case Busy: return QLatin1StringView("busy");
    case Io: return QLatin1StringView("io");
    case Cancelled: return QLatin1StringView("cancelled");
    case Internal: return QLatin1StringView("internal");
    }
    Q_UNREACHABLE();
}

} // namespace saji
