// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <base/scheduler.h>
#include <transport/textsocket.h>

#include <QUrl>

namespace saji {

//! Opens text WebSockets to other people's servers; handed in, so that tests replace it.
//!
//! `open` answers exactly once, later, on the same thread: a socket that is open, or why not (Unreachable, Refused, TimedOut).
//! Destroying the client or opening again forgets an attempt in progress, without an answer.
class TextClient
{
public:
    using Answer = std::function<void(Result<std::shared_ptr<TextSocket>>)>;

    virtual ~TextClient() = default;
    virtual void open(Answer answer) = 0;
};

//! To `url` (http, https, ws or wss; path and query as they are), within 5 s. Connect to the socket's signals in the answer itself.
[[nodiscard]] std::unique_ptr<TextClient> makeTextClient(const QUrl &url, Scheduler &scheduler);

} // namespace saji
