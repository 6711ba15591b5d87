// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenercase.h"

#include <QTest>

namespace saji {
using namespace Qt::StringLiterals;

void ListenerCase::init()
{
    m_listener = std::make_unique<Listener>();
    m_listener->route(u"/echo"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
        m_requests.append(request);
        answer({200, "text/plain", request.method + ' ' + request.path.toUtf8() + ' ' + request.body, {}});
    });
    m_listener->route(u"/held"_s, [this](const HttpRequest &, const HttpAnswer &answer) { m_held.append(answer); });
    m_listener->route(u"/forgotten"_s, [](const HttpRequest &, const HttpAnswer &) {});
    m_listener->route(u"/big"_s, [this](const HttpRequest &, const HttpAnswer &answer) { answer({200, m_bigType, m_big, {}}); });
    m_listener->route(u"/echo/deeper"_s, [](const HttpRequest &, const HttpAnswer &answer) { answer({200, "text/plain", "deeper", {}}); });
    const auto address = m_listener->listen({});
    QVERIFY(address.has_value());
    m_port = address->port;
    m_requests.clear();
    m_big = QByteArray("{\"name\":\"nasi goreng\"}").repeated(1000);
    m_bigType = "application/json; charset=utf-8";
}

void ListenerCase::cleanup()
{
    m_held.clear();
    m_listener.reset();
}

} // namespace saji
