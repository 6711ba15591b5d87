// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/http.h>
#include <transport/link.h>
#include <transport/listener.h>

#include <QHash>

#include <memory>

namespace saji {

class PollSession;

//! The answering end of polling (src/pollbody.h has the rules): turns POST /sync into links. Knows no socket.
class PollingHost
{
public:
    PollingHost(const ListenOptions &options, Scheduler &scheduler, std::function<void(const std::shared_ptr<Link> &)> onLinked);
    ~PollingHost();

    void handle(const HttpRequest &request, const HttpAnswer &answer);
    //! Ends all links and forgets all sessions.
    void closeAll(const CloseReason &reason);

private:
    ListenOptions m_options;
    Scheduler &m_scheduler;
    std::function<void(const std::shared_ptr<Link> &)> m_onLinked;
    QHash<QByteArray, std::shared_ptr<PollSession>> m_sessions;
};

} // namespace saji
