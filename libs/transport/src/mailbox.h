// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <functional>

namespace saji {

//! Carries tasks to the thread it was made on, in order, with one wake-up for a burst of them.
//!
//! Lock-free: senders push onto a list, the receiver takes the whole list. A busy listener posts 100,000 tasks a second; a Qt event
//! for each would cost more than the tasks.
class Mailbox : public QObject
{
public:
    Mailbox() = default;
    ~Mailbox() override;

    //! From any thread. Tasks that are still waiting when the mailbox closes or goes are forgotten.
    void post(std::function<void()> task);
    //! On its own thread: nothing is run any more.
    void close() { m_isClosed = true; }

protected:
    void customEvent(QEvent *event) override;

private:
    struct Letter
    {
        std::function<void()> task;
        Letter *next = nullptr;
    };

    static void drop(Letter *letters);

    std::atomic<Letter *> m_letters{nullptr}; //!< the newest first
    bool m_isClosed = false;
};

} // namespace saji
