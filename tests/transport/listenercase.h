// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replies.h"

#include <transport/listener.h>

#include <QObject>

#include <memory>

namespace saji {

//! What every test of the listener begins with: one that echoes (/echo), keeps whom it should answer (/held), forgets (/forgotten), and
//! has much to say (/big).
class ListenerCase : public QObject
{
    Q_OBJECT

protected slots:
    void init();
    void cleanup();

protected:
    std::unique_ptr<Listener> m_listener;
    QList<HttpRequest> m_requests; //!< of /echo
    QList<HttpAnswer> m_held;
    QByteArray m_big, m_bigType;
    quint16 m_port = 0;
};

} // namespace saji
