// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/enginehost.h>

#include "log.h"
#include "tuning.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

// The refusals of Engine.IO, as published: clients know them by their code.
HttpResponse refused(int code, const char *message)
{
    return HttpResponse::json("{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + message + "\"}", 400);
}

QString parameter(const HttpRequest &request, const QString &name)
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

EngineHost::EngineHost(const World &world, Gatekeeper gatekeeper, QObject *parent)
    : QObject(parent), m_world(world), m_gatekeeper(std::move(gatekeeper)), m_sweep(world.scheduler)
{
}

EngineHost::~EngineHost()
{
    closeAll(u"the hub ends"_s);
}

void EngineHost::attach(Router &router, const QString &path)
{
    router.add("GET", path, [this](const HttpRequest &request, const QStringList &, const HttpAnswer &answer) { get(request, answer); });
    router.add("POST", path, [this](const HttpRequest &request, const QStringList &, const HttpAnswer &answer) { post(request, answer); });
}

TextSocketRoute EngineHost::textRoute()
{
    return {[this](const HttpRequest &request) { return refusal(request); },
            [this](const HttpRequest &request, const std::shared_ptr<TextSocket> &socket) { openSocket(request, socket); }};
}

std::optional<HttpResponse> EngineHost::refusal(const HttpRequest &request) const
{
    if (auto no = m_gatekeeper(request))
        return no;
    const auto transport = parameter(request, u"transport"_s);
    if (transport != "polling"_L1 && transport != "websocket"_L1)
        return refused(0, "Transport unknown");
    if (parameter(request, u"EIO"_s) != "4"_L1)
        return refused(5, "Unsupported protocol version");
    if (request.query.hasQueryItem(u"sid"_s)) {
        if (!sessionOf(request))
            return refused(1, "Session ID unknown");
    } else if (request.method != "GET") {
        return refused(2, "Bad handshake method");
    } else if (m_sessions.size() >= tuning::maxSessions) {
        return HttpResponse::error(503, errorWord(ErrorCode::Busy), u"too many web clients; try again later"_s);
    }
    return std::nullopt;
}

void EngineHost::get(const HttpRequest &request, const HttpAnswer &answer)
{
    if (const auto no = refusal(request)) {
        answer(*no);
    } else if (parameter(request, u"transport"_s) != "polling"_L1) {
        answer(refused(3, "Bad request")); // a WebSocket comes as an upgrade
    } else if (const auto session = sessionOf(request)) {
        session->poll(answer);
    } else {
        const auto fresh = makeSession(request);
        answer({200, "text/plain; charset=UTF-8", '0' + handshake(*fresh, true), {{"Cache-Control", "no-store"}}});
        emit opened(fresh);
    }
}

void EngineHost::post(const HttpRequest &request, const HttpAnswer &answer)
{
    const auto no = refusal(request);
    const auto session = no ? nullptr : sessionOf(request);
    if (no)
        answer(*no);
    else if (session)
        session->post(request.body, answer);
    else
        answer(refused(2, "Bad handshake method"));
}

void EngineHost::openSocket(const HttpRequest &request, const std::shared_ptr<TextSocket> &socket)
{
    const auto session = sessionOf(request);
    if (session) {
        session->probe(socket);
    } else if (request.query.hasQueryItem(u"sid"_s)) {
        socket->close({CloseCode::Normal, u"the session has ended"_s});
    } else {
        const auto fresh = makeSession(request);
        fresh->open(socket);
        emit opened(fresh);
    }
}

std::shared_ptr<EngineSession> EngineHost::makeSession(const HttpRequest &first)
{
    QByteArray sid;
    for (int i = 0; i < 2; ++i)
        sid += QByteArray::number(m_world.random.next(), 36).rightJustified(13, '0');
    const auto session = std::make_shared<EngineSession>(*this, sid, first);
    m_sessions.insert(sid, session);
    if (!m_sweep.isActive())
        m_sweep.start(tuning::sweepEvery, [this] { sweep(); });
    return session;
}

std::shared_ptr<EngineSession> EngineHost::sessionOf(const HttpRequest &request) const
{
    return m_sessions.value(parameter(request, u"sid"_s).toLatin1());
}

QByteArray EngineHost::handshake(const EngineSession &session, bool mayUpgrade) const
{
    return R"({"sid":")" + session.sid() + R"(","upgrades":[)" + (mayUpgrade ? R"("websocket")" : "") + R"(],"pingInterval":)" +
           QByteArray::number(tuning::pingEvery.count()) + R"(,"pingTimeout":)" + QByteArray::number(tuning::pingTimeout.count()) +
           R"(,"maxPayload":)" + QByteArray::number(tuning::maxPayloadBytes) + '}';
}

int EngineHost::pollingSessions() const
{
    return int(std::ranges::count_if(m_sessions, [](const auto &session) { return session->isPolling(); }));
}

void EngineHost::forget(const QByteArray &sid)
{
    m_sessions.remove(sid);
}

void EngineHost::closeAll(const QString &why)
{
    const auto all = m_sessions.values();
    for (const auto &session : all)
        session->close(why);
}

void EngineHost::sweep()
{
    const auto now = m_world.clock.steadyNow();
    const auto all = m_sessions.values();
    for (const auto &session : all)
        session->sweep(now);
    if (!m_sessions.isEmpty())
        m_sweep.start(tuning::sweepEvery, [this] { sweep(); });
}

} // namespace saji
