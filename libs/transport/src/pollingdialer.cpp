// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollinglink.h"

#include <transport/dialers.h>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

class PollingDialer final : public Dialer
{
public:
    PollingDialer(const QUrl &base, Scheduler &scheduler, const PollPace &pace, std::shared_ptr<const Trust> trust)
        : m_url(base.resolved(QUrl(u"/sync"_s))), m_scheduler(scheduler), m_pace(pace), m_trust(std::move(trust)), m_start(scheduler)
    {}

    LinkKind kind() const override { return LinkKind::Polling; }

    void dial(Answer answer) override
    {
        m_answer = std::move(answer);
        m_link = std::make_shared<PollingLink>(m_url, m_scheduler, m_pace, m_trust);
        m_start.start(Milliseconds(0), [this] { m_link->open([this](const Result<void> &opened) { finish(opened); }); });
    }

    void abort() override
    {
        m_start.stop();
        m_answer = {};
        m_link.reset();
    }

private:
    void finish(const Result<void> &opened)
    {
        const auto link = std::exchange(m_link, nullptr);
        // The one who dialed may destroy this dialer in the answer.
        const auto answer = std::exchange(m_answer, {});
        if (opened)
            answer(std::shared_ptr<Link>(link));
        else
            answer(opened.error());
    }

    QUrl m_url;
    Scheduler &m_scheduler;
    PollPace m_pace;
    std::shared_ptr<const Trust> m_trust;
    Timer m_start;
    Answer m_answer;
    std::shared_ptr<PollingLink> m_link;
};

} // namespace

std::unique_ptr<Dialer> makePollingDialer(const QUrl &base, Scheduler &scheduler, const PollPace &pace,
                                          const std::shared_ptr<const Trust> &trust)
{
    return std::make_unique<PollingDialer>(base, scheduler, pace, trust);
}

} // namespace saji
