// SPDX-License-Identifier: GPL-3.0-or-later
#include "limitscase.h"

#include <QTest>
#include <QtEndian>

namespace saji {
using namespace Qt::StringLiterals;

const QByteArray upgradeToSync = "GET /sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

QByteArray maskedFrame(quint64 length, qsizetype present)
{
    const auto big = qToBigEndian(length);
    return QByteArray::fromHex("82ff") + QByteArray(reinterpret_cast<const char *>(&big), sizeof big) + QByteArray(4, '\0') + QByteArray(present, 'x');
}

void LimitsCase::cleanup()
{
    m_links.clear();
    m_held.clear();
    m_listener.reset();
}

void LimitsCase::listen(const ListenOptions &options)
{
    m_requests = 0;
    m_frames = 0;
    m_closes.clear();
    m_huge = QByteArray(50'000'000, 'x');
    m_listener = std::make_unique<Listener>(options);
    m_listener->route(u"/"_s, [this](const HttpRequest &request, const HttpAnswer &answer) {
        if (request.path == "/alive"_L1) {
            answer({});
            return;
        }
        ++m_requests;
        if (request.path == "/held"_L1)
            m_held.append(answer);
        else if (request.path == "/huge"_L1)
            answer({200, "image/png", m_huge, {}});
        else
            answer({200, "text/plain", QByteArray::number(request.body.size()), {}});
    });
    connect(m_listener.get(), &Listener::linked, this, [this](const std::shared_ptr<Link> &link) {
        m_links.append(link);
        connect(link.get(), &Link::received, this, [this] { ++m_frames; });
        connect(link.get(), &Link::closed, this, [this](const CloseReason &reason) { m_closes.append(reason); });
    });
    const auto address = m_listener->listen({});
    QVERIFY(address.has_value());
    m_port = address->port;
}

bool LimitsCase::stillServes() const
{
    RawSocket raw(m_port);
    raw.send("GET /alive HTTP/1.1\r\nHost: x\r\n\r\n");
    RawSocket::Reply reply;
    return take(raw, reply) && reply.status == 200;
}

} // namespace saji
