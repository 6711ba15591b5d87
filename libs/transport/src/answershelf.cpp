// SPDX-License-Identifier: GPL-3.0-or-later
#include "answershelf.h"

#include "gzip.h"
#include "httpwords.h"
#include "tuning.h"

namespace saji {

void AnswerShelf::keep(const std::string &target, const std::string &name, const HttpResponse &response)
{
    if (m_kept.size() >= tuning::maxKeptAnswers) {
        m_kept.clear();
        m_targets.clear();
    }
    if (m_kept.insert_or_assign(target, Kept{Form{response, {}, {}}, std::nullopt}).second)
        m_targets[name].push_back(target);
}

void AnswerShelf::forget(const std::string &name)
{
    const auto found = m_targets.find(name);
    if (found == m_targets.end())
        return;
    for (const auto &target : found->second)
        m_kept.erase(target);
    m_targets.erase(found);
}

AnswerShelf::Form *AnswerShelf::form(std::string_view target, bool acceptsGzip)
{
    const auto found = m_kept.find(target);
    if (found == m_kept.end())
        return nullptr;
    auto &kept = found->second;
    const auto &whole = kept.whole.response;
    if (!acceptsGzip || whole.body.size() < tuning::gzipFrom)
        return &kept.whole;
    if (!kept.packed) {
        auto packed = whole;
        packed.body = gzip(whole.body);
        packed.headers.emplaceBack("Content-Encoding", "gzip");
        packed.headers.emplaceBack("Vary", "Accept-Encoding");
        kept.packed.emplace(Form{std::move(packed), {}, {}});
    }
    return &*kept.packed;
}

const HttpResponse *AnswerShelf::find(std::string_view target, bool acceptsGzip)
{
    const auto *found = form(target, acceptsGzip);
    return found ? &found->response : nullptr;
}

const ReadyBytes *AnswerShelf::ready(std::string_view target, bool acceptsGzip, const QByteArray &date)
{
    auto *found = form(target, acceptsGzip);
    if (!found)
        return nullptr;
    if (found->date == date) {
        found->ready.lend(); // asked for a second time within a second: it will be again
        return &found->ready;
    }
    const auto outgoing = httpwords::render(found->response, {.date = date});
    found->ready = ReadyBytes(outgoing.head + outgoing.body);
    found->date = date;
    return &found->ready;
}

} // namespace saji
