// SPDX-License-Identifier: GPL-3.0-or-later
#include "tuning.h"

#include <transport/listener.h>

#include <QHostAddress>

namespace saji {
using namespace Qt::StringLiterals;

Result<ListenAddress> ListenAddress::fromString(const QString &text)
{
    const auto refuse = [&](QStringView why) {
        return Error{ErrorCode::InvalidArgument, u"'%1' is no address to listen on: %2; write for example 127.0.0.1:8000"_s.arg(text.left(80), why)};
    };
    const auto colon = text.lastIndexOf(u':');
    if (colon < 0)
        return refuse(u"the port is missing");
    bool isNumber = false;
    const auto port = text.sliced(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return refuse(u"the port is a number from 0 to 65535");
    auto host = text.first(colon);
    if (host.isEmpty())
        return ListenAddress{ListenAddress().host, port};
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    QHostAddress address;
    // QHostAddress takes "1" and "127.1" as well, which nobody means.
    const bool isV4 = !isBracketed && host.count(u'.') == 3 && address.setAddress(host) && address.protocol() == QAbstractSocket::IPv4Protocol;
    const bool isV6 = isBracketed && address.setAddress(host) && address.protocol() == QAbstractSocket::IPv6Protocol;
    if (!isV4 && !isV6)
        return refuse(u"the host is a numeric address, IPv6 in brackets");
    return ListenAddress{host, port};
}

QString ListenAddress::toString() const
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

bool ListenAddress::isLoopback() const
{
    return QHostAddress(host).isLoopback();
}

ListenOptions::ListenOptions()
    : maxBodyBytes(tuning::maxBodyBytes), maxHeaderBytes(tuning::maxHeaderBytes), slowSender(tuning::slowSender), idle(tuning::idle),
      stalledReader(tuning::stalledReader), answerWithin(tuning::answerWithin), maxConnections(tuning::maxConnections),
      maxConnectionsPerAddress(tuning::maxConnectionsPerAddress), maxBufferedBytes(tuning::maxBufferedBytes),
      linkBacklogBytes(tuning::linkBacklogBytes), pollForget(tuning::pollForget)
{}

} // namespace saji
