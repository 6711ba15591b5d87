// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicedoor.h"

#include <engine/node.h>
#include <engine/servenode.h>
#include <sync/sessionhost.h>

namespace saji {
using namespace Qt::StringLiterals;

DeviceDoor::DeviceDoor(Node &node, const std::shared_ptr<const Trust> &trust, QObject *parent) : QObject(parent), m_node(node), m_isTls(trust != nullptr)
{
    if (trust)
        m_listener.setTrust(trust, false);
    connect(&m_listener, &Listener::linked, &node.host(), &SessionHost::accept);
    m_listener.route(u"/api/catalog"_s,
                     [&node](const HttpRequest &request, const HttpAnswer &answer) { answer(serveNodeCatalog(node, request)); });
}

DeviceDoor::~DeviceDoor() = default;

Result<ListenAddress> DeviceDoor::open(const ListenAddress &address)
{
    const auto opened = m_listener.listen(address);
    if (opened)
        m_node.setDoor(opened->port, m_isTls);
    return opened;
}

} // namespace saji
