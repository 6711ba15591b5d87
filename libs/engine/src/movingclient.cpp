// SPDX-License-Identifier: GPL-3.0-or-later
#include "movingclient.h"

#include <utility>

namespace saji {
using namespace Qt::StringLiterals;

void MovingClient::moveTo(std::unique_ptr<HttpClient> client)
{
    for (auto &waiting : std::exchange(m_waiting, {})) {
        if (*waiting)
            m_failed.emplace_back(std::move(waiting), Error{ErrorCode::LinkClosed, u"the node has moved"_s});
    }
    m_client = std::move(client);
    giveUp();
}

void MovingClient::get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer)
{
    const auto waiting = std::make_shared<Answer>(std::move(answer));
    if (!m_client) {
        m_failed.emplace_back(waiting, Error{ErrorCode::Unreachable, u"it was not found on the network yet"_s});
        giveUp();
        return;
    }
    m_waiting.remove_if([](const Waiting &other) { return !*other; });
    m_waiting.push_back(waiting);
    m_client->get(pathAndQuery, headers, [waiting](Result<HttpReply> reply) {
        if (const auto then = std::exchange(*waiting, {}))
            then(std::move(reply));
    });
}

void MovingClient::abortAll()
{
    if (m_client)
        m_client->abortAll();
    m_waiting.clear();
    m_failed.clear();
    m_soon.stop();
}

//! Answers come later, never from the call that asks.
void MovingClient::giveUp()
{
    if (m_failed.empty())
        return;
    m_soon.start(Milliseconds(0), [this] {
        for (const auto &[waiting, error] : std::exchange(m_failed, {})) {
            if (const auto then = std::exchange(*waiting, {}))
                then(error);
        }
    });
}

} // namespace saji
