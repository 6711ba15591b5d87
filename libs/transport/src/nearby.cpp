// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/nearby.h>

#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

bool isNearby(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.endsWith(".local"_L1, Qt::CaseInsensitive))
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    // RFC 1918 and 4193; shared addresses of providers (100.64/10) are not ours.
    static const QList<QPair<QHostAddress, int>> own{QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
                                                     QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"fc00::/7"_s)};
    return address.isLoopback() || address.isLinkLocal() ||
           std::any_of(own.cbegin(), own.cend(), [&address](const auto &subnet) { return address.isInSubnet(subnet); });
}

bool isThisMachine(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool hasNetwork()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.cbegin(), interfaces.cend(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

} // namespace saji
