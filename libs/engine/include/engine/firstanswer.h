// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transport/dialers.h>

#include <memory>
#include <vector>

namespace saji {

//! Asks several nodes for the same thing, one after the other, until one of them has it: the server, else the hub.
//!
//! What the last one says counts, when nobody has it. A server that says 404 knows; of the others one that fails is passed over as well.
class FirstAnswer final : public HttpClient
{
public:
    explicit FirstAnswer(std::vector<std::unique_ptr<HttpClient>> clients) : m_clients(std::move(clients)) {}

    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) override;
    void abortAll() override;

private:
    void ask(size_t place, const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, const Answer &answer);

    std::vector<std::unique_ptr<HttpClient>> m_clients;
};

} // namespace saji
