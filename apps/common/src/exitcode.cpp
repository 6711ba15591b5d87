// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/exitcode.h>

namespace saji {

ExitCode exitCodeForFolder(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case InvalidArgument:
        return ExitUsage;
    case NotFound:
    case Conflict:
    case Duplicate:
    case Malformed:
    case TooLarge:
    case UnsupportedVersion:
    case WrongStore:
    case Unauthorized:
    case DiskFull:
    case ReadOnly:
    case Corrupt:
    case Busy:
    case Io:
        return ExitDataFolder;
    case RateLimited:
    case Unreachable:
    case Refused:
    case TimedOut:
    case LinkClosed:
    case Cancelled:
    case Internal:
        return ExitInternal;
    }
    Q_UNREACHABLE();
}

} // namespace saji
