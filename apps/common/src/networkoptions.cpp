// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/networkoptions.h>

#include <appkit/checks.h>

namespace saji {
using namespace Qt::StringLiterals;

void addDiscoveryOptions(ProgramOptions &options, const QStringList &onlyFor)
{
    options.add({.name = u"discovery"_s,
                 .valueName = u"WHERE"_s,
                 .fallback = u"auto"_s,
                 .help = u"Where devices of this restaurant find each other without typed addresses: lan, loopback (this machine only), off; "
                         "auto is lan for who listens to the network, else loopback."_s,
                 .check = checkOneOf({u"auto"_s, u"lan"_s, u"loopback"_s, u"off"_s}),
                 .onlyFor = onlyFor});
    options.add({.name = u"discovery-port"_s,
                 .valueName = u"N"_s,
                 .fallback = QString::number(DiscoveryOptions::usualPort),
                 .help = u"The UDP port of their beacons, the same on all devices."_s,
                 .check = checkNumber(1, 65535),
                 .onlyFor = onlyFor});
}

DiscoveryOptions discoveryOptions(const ProgramOptions &options, const ListenAddress &listen)
{
    using enum DiscoveryOptions::Where;
    DiscoveryOptions discovery;
    discovery.port = quint16(options.number(u"discovery-port"_s));
    const auto where = options.value(u"discovery"_s);
    if (where == u"auto"_s)
        discovery.where = listen.isLoopback() ? Loopback : Lan;
    else
        discovery.where = where == u"lan"_s ? Lan : where == u"loopback"_s ? Loopback : Off;
    // Others can reach it by that one address only.
    const bool isEverywhere = listen.host == u"0.0.0.0"_s || listen.host == u"::"_s;
    if (discovery.where == Lan && !listen.isLoopback() && !isEverywhere)
        discovery.address = listen.host;
    return discovery;
}

void addDoorOptions(ProgramOptions &options)
{
    options.add({.name = u"listen"_s,
                 .valueName = u"ADDR:PORT"_s,
                 .fallback = u"127.0.0.1:0"_s,
                 .help = u"Where other devices reach this one when there is no hub. Port 0 takes any free one."_s,
                 .check = checkListenAddress()});
    addDiscoveryOptions(options);
}

ListenAddress doorAddress(const ProgramOptions &options)
{
    return ListenAddress::fromString(options.value(u"listen"_s)).value_or(ListenAddress());
}

void addHubOptions(ProgramOptions &options, const QString &help)
{
    options.add({.name = u"hub"_s, .valueName = u"URL"_s, .fallback = {}, .help = help, .check = checkHttpUrl()});
    options.add({.name = u"hub-kind"_s,
                 .valueName = u"KIND"_s,
                 .fallback = u"saji"_s,
                 .help = u"What that hub is: saji, or socketio for a hub of the published web system."_s,
                 .check = checkOneOf({u"saji"_s, u"socketio"_s})});
}

QUrl sajiHub(const ProgramOptions &options)
{
    return options.value(u"hub-kind"_s) == u"saji"_s ? options.url(u"hub"_s) : QUrl();
}

QUrl socketIoHub(const ProgramOptions &options)
{
    return options.value(u"hub-kind"_s) == u"socketio"_s ? options.url(u"hub"_s) : QUrl();
}

} // namespace saji
