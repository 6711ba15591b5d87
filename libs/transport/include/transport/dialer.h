// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <transport/link.h>

#include <QUrl>

#include <functional>
#include <memory>

namespace saji {

//! Opens links to one address by one means (WebSocket, polling, loopback).
//!
//! `dial` answers exactly once, later, on the same thread: a link that is open, or an Error that says why not
//! (Unreachable = nobody there, NotFound = the host is there and nothing listens, Refused = something there but not Saji, TimedOut,
//! Unauthorized).
//! Destroying the dialer or calling `abort` forgets a dial in progress, without an answer.
class Dialer
{
public:
    using Answer = std::function<void(Result<std::shared_ptr<Link>>)>;

    virtual ~Dialer() = default;
    virtual LinkKind kind() const = 0;
    virtual void dial(Answer answer) = 0;
    virtual void abort() = 0;
};

} // namespace saji
