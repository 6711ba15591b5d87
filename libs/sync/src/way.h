// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sync/syncsession.h>
#include <transport/dialer.h>

#include <vector>

namespace saji {

//! One means of reaching a peer, socket or polling: dials when told, makes the session, and says how it went. Knows no timetable.
class Way
{
public:
    struct Listener
    {
        std::function<void(SyncSession &session)> opened;               //!< the peer has said hello
        std::function<void(const Error &error, bool isRefusal)> failed; //!< no link, or it ended before the peer had said hello
        std::function<void(const CloseReason &reason)> ended;           //!< after `opened`
    };

    //! A way without a dialer is never open.
    Way(const SyncContext &context, Reach reach, std::unique_ptr<Dialer> dialer, Listener listener);
    ~Way();
    Way(const Way &) = delete;
    Way &operator=(const Way &) = delete;

    bool exists() const { return m_dialer != nullptr; }
    bool isIdle() const { return !m_isDialing && !m_session; }
    bool isOpen() const { return m_isOpen; }
    SyncSession *session() const { return m_isOpen ? m_session.get() : nullptr; }

    //! Does nothing unless idle.
    void dial();
    //! Forgets a dial, closes a session; no word follows.
    void drop(const CloseReason &reason);

private:
    void onAnswer(Result<std::shared_ptr<Link>> answer);
    void onEnded(const CloseReason &reason);
    void bury();

    const SyncContext m_context;
    Reach m_reach;
    std::unique_ptr<Dialer> m_dialer;
    Listener m_listener;
    std::unique_ptr<SyncSession> m_session;
    //! Sessions that have ended while their own signal was on its way; deleted from the scheduler.
    std::vector<std::unique_ptr<SyncSession>> m_graves;
    Timer m_graveTimer;
    bool m_isDialing = false;
    bool m_isOpen = false;
};

} // namespace saji
