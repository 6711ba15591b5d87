// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/dialers.h>

#include <list>

namespace saji {

//! An HTTP client to a node whose address is found, and may change: Unreachable while it is not known.
class MovingClient final : public HttpClient
{
public:
    explicit MovingClient(Scheduler &scheduler) : m_soon(scheduler) {}

    //! Whoever waits for an answer from the old address is told LinkClosed.
    void moveTo(std::unique_ptr<HttpClient> client);

    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) override;
    void abortAll() override;

private:
    void giveUp();

    using Waiting = std::shared_ptr<Answer>; //!< empty when it has been answered

    std::unique_ptr<HttpClient> m_client;
    std::list<Waiting> m_waiting; //!< for the present client
    std::list<std::pair<Waiting, Error>> m_failed;
    Timer m_soon;
};

} // namespace saji
