// SPDX-License-Identifier: GPL-3.0-or-later
#include "closeerror.h"

namespace saji {

Error errorFromClose(const CloseReason &reason)
{
    using enum CloseCode;
    const auto as = [&reason](ErrorCode code) { return Error{code, reason.text}; };
    switch (reason.code) {
    case Normal:
    case GoingAway:
    case Abnormal:
    case NotNeeded: return as(ErrorCode::LinkClosed);
    case TooLarge: return as(ErrorCode::TooLarge);
    case Protocol: return as(ErrorCode::Malformed);
    case Version: return as(ErrorCode::UnsupportedVersion);
    case WrongStore: return as(ErrorCode::WrongStore);
    case Unauthorized: return as(ErrorCode::Unauthorized);
    case Silent: return as(ErrorCode::TimedOut);
    case Superseded: return as(ErrorCode::Conflict);
    case SamePeer: return as(ErrorCode::Duplicate);
    }
    // A code that a newer peer may have sent.
    return as(ErrorCode::LinkClosed);
}

bool isRefusal(CloseCode code)
{
    using enum CloseCode;
    return code == Version || code == WrongStore || code == Unauthorized || code == SamePeer;
}

bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::Unauthorized || code == ErrorCode::WrongStore;
}

} // namespace saji
