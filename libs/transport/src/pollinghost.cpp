// SPDX-License-Identifier: GPL-3.0-or-later
#include "pollinghost.h"

#include "closewords.h"
#include "pollbody.h"
#include "pollsession.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype sessionDigits = 32;

bool isSessionName(const QByteArray &name)
{
    return name.size() == sessionDigits
           && std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

PollingHost::PollingHost(const ListenOptions &options, Scheduler &scheduler, std::function<void(const std::shared_ptr<Link> &)> onLinked)
    : m_options(options), m_scheduler(scheduler), m_onLinked(std::move(onLinked))
{}

PollingHost::~PollingHost() = default;

void PollingHost::handle(const HttpRequest &request, const HttpAnswer &answer)
{
    if (request.method != "POST") {
        auto refusal = HttpResponse::error(405, "method_not_allowed"_L1, u"a link opens by WebSocket or by POST"_s);
        refusal.headers.emplaceBack("Allow", "POST");
        answer(refusal);
        return;
    }
    // Browsers say where a page comes from, and no page may open a native link.
    if (request.headers.contains("origin")) {
        answer(HttpResponse::error(403, "forbidden"_L1, u"native links are not for web pages"_s));
        return;
    }
    const auto name = request.headers.value(poll::sessionHeader);
    const auto sequence = request.headers.value(poll::sequenceHeader).toULongLong();
    if (!isSessionName(name) || sequence == 0) {
        answer(HttpResponse::error(400, "malformed"_L1, u"a polling session has a name and numbers its exchanges"_s));
        return;
    }
    std::optional<CloseReason> goodbye;
    if (request.headers.contains(poll::closeHeaderName))
        goodbye = closeReasonFromHeader(request.headers.value(poll::closeHeaderName));

    auto session = m_sessions.value(name);
    if (!session) {
        if (sequence != 1 || goodbye) {
            answer(PollSession::closedAnswer({CloseCode::GoingAway, u"this node does not know the session; it may have started anew"_s}));
            return;
        }
        if (m_sessions.size() >= m_options.maxConnections) {
            answer(HttpResponse::error(503, "busy"_L1, u"too many polling sessions"_s));
            return;
        }
        session = std::make_shared<PollSession>(m_scheduler, m_options.linkBacklogBytes);
        m_sessions.insert(name, session);
        const auto link = session->makeLink(request.peerAddress);
        link->setProvenPeer(request.device);
        session->setDevice(request.device);
        m_onLinked(link);
    }
    if (session->device() != request.device) {
        answer(HttpResponse::error(403, "forbidden"_L1, u"this session is another device's"_s));
        return;
    }
    session->keepFor(m_options.pollForget, [this, name] {
        if (const auto silent = m_sessions.take(name))
            silent->abandon({CloseCode::Abnormal, u"nothing heard of the polling peer"_s});
    });
    session->take({sequence, request.body, goodbye}, answer);
}

void PollingHost::closeAll(const CloseReason &reason)
{
    for (const auto &session : std::exchange(m_sessions, {}))
        session->retire(reason);
}

} // namespace saji
