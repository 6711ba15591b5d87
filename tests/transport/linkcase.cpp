// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkcase.h"

#include <QTest>

namespace saji {
using namespace Qt::StringLiterals;

QUrl urlOf(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

CloseReason closeReason(const QSignalSpy &spy)
{
    return spy.at(0).at(0).value<CloseReason>();
}

void LinkCase::listen(const ListenOptions &options)
{
    m_linked = 0;
    m_answer.reset();
    m_listener = std::make_unique<Listener>(options);
    connect(m_listener.get(), &Listener::linked, this, [this](const auto &link) {
        m_there = link;
        ++m_linked;
    });
    const auto address = m_listener->listen({});
    QVERIFY(address.has_value());
    m_port = address->port;
    m_scheduler = std::make_unique<QtScheduler>();
}

void LinkCase::letGo()
{
    m_answer.reset();
    m_there.reset();
    m_dialer.reset();
    m_listener.reset();
}

std::shared_ptr<Link> LinkCase::dial()
{
    m_answer.reset();
    m_dialer->dial([this](auto result) { m_answer = std::move(result); });
    if (!QTest::qWaitFor([this] { return m_answer.has_value(); }))
        return nullptr;
    return *m_answer ? **m_answer : nullptr;
}

std::shared_ptr<Link> LinkCase::dialBoth()
{
    m_there.reset();
    auto here = dial();
    return QTest::qWaitFor([this] { return m_there != nullptr; }) ? here : nullptr;
}

ErrorCode LinkCase::dialError()
{
    const auto link = dial();
    return m_answer && !*m_answer ? m_answer->error().code : ErrorCode::Internal;
}

} // namespace saji
