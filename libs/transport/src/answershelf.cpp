// SPDX-License-Identifier: GPL-3.0-or-later
#include "answershelf.h"

#include "gzip.h"
#include "tuning.h"

namespace saji {

void AnswerShelf::keep(const std::string &target, const std::string &name, const HttpResponse &response)
{
    if (m_kept.size() >= tuning::maxKeptAnswers) {
        m_kept.clear();
        m_targets.clear();
    }
    if (m_kept.insert_or_assign(target, Kept{response, std::nullopt}).second)
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

const HttpResponse *AnswerShelf::find(std::string_view target, bool acceptsGzip)
{
    const auto found = m_kept.find(target);
    if (found == m_kept.end())
        return nullptr;
    auto &kept = found->second;
    if (!acceptsGzip || kept.response.body.size() < tuning::gzipFrom)
        return &kept.response;
    if (!kept.packed) {
        kept.packed = kept.response;
        kept.packed->body = gzip(kept.response.body);
        kept.packed->headers.emplaceBack("Content-Encoding", "gzip");
        kept.packed->headers.emplaceBack("Vary", "Accept-Encoding");
    }
    return &*kept.packed;
}

} // namespace saji
