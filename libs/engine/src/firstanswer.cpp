// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/firstanswer.h>

namespace saji {
namespace {

bool isAnswer(const Result<HttpReply> &reply)
{
    return reply && reply->status < 500 && reply->status != 429;
}

} // namespace

void FirstAnswer::get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer)
{
    ask(0, pathAndQuery, headers, answer);
}

void FirstAnswer::ask(size_t place, const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, const Answer &answer)
{
    m_clients.at(place)->get(pathAndQuery, headers, [this, place, pathAndQuery, headers, answer](const Result<HttpReply> &reply) {
        if (isAnswer(reply) || place + 1 == m_clients.size())
            answer(reply);
        else
            ask(place + 1, pathAndQuery, headers, answer);
    });
}

void FirstAnswer::abortAll()
{
    for (const auto &client : m_clients)
        client->abortAll();
}

} // namespace saji
