// SPDX-License-Identifier: GPL-3.0-or-later
#include "way.h"

#include "closeerror.h"

namespace saji {

Way::Way(const SyncContext &context, Reach reach, std::unique_ptr<Dialer> dialer, Listener listener)
    : m_context(context), m_reach(reach), m_dialer(std::move(dialer)), m_listener(std::move(listener)), m_graveTimer(context.scheduler)
{
}

Way::~Way()
{
    if (m_session)
        m_session->disconnect();
}

void Way::dial()
{
    if (!m_dialer || !isIdle())
        return;
    m_isDialing = true;
    m_dialer->dial([this](Result<std::shared_ptr<Link>> answer) { onAnswer(std::move(answer)); });
}

void Way::drop(const CloseReason &reason)
{
    if (m_isDialing) {
        m_dialer->abort();
        m_isDialing = false;
    }
    if (!m_session)
        return;
    m_session->disconnect();
    m_session->close(reason);
    bury();
}

void Way::onAnswer(Result<std::shared_ptr<Link>> answer)
{
    m_isDialing = false;
    if (!answer) {
        m_listener.failed(answer.error(), isRefusal(answer.error().code));
        return;
    }
    m_session = std::make_unique<SyncSession>(m_context, *answer, nullptr, m_reach);
    QObject::connect(m_session.get(), &SyncSession::identified, m_session.get(), [this] {
        m_isOpen = true;
        m_listener.opened(*m_session);
    });
    QObject::connect(m_session.get(), &SyncSession::ended, m_session.get(), [this](const CloseReason &reason) { onEnded(reason); });
}

void Way::onEnded(const CloseReason &reason)
{
    const bool wasOpen = m_isOpen;
    bury();
    if (wasOpen)
        m_listener.ended(reason);
    else
        m_listener.failed(errorFromClose(reason), isRefusal(reason.code));
}

void Way::bury()
{
    m_isOpen = false;
    m_graves.push_back(std::move(m_session));
    m_graveTimer.start(Milliseconds(0), [this] { m_graves.clear(); });
}

} // namespace saji
