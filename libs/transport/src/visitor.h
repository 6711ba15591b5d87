// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytestream.h"

#include <transport/link.h>
#include <trust/subject.h>

#include <optional>

namespace saji {

class Trust;

//! Who is at the other end of a connection, and what that entitles it to.
class Visitor
{
public:
    Visitor(QString address, quint16 port) : m_address(std::move(address)), m_port(port) {}

    //! To be called with every request: TLS has shown once who it is, and that does not change, but what is revoked does.
    void recognize(const Trust &trust, const ByteStream &stream);

    //! "127.0.0.1"
    const QString &address() const { return m_address; }
    //! With its port: "127.0.0.1:40312", "[::1]:40312".
    QString name() const;
    bool isEncrypted() const { return m_isEncrypted; }
    //! From this machine.
    bool isFromHere() const { return m_isFromHere; }
    //! By its certificate; nullopt = it has shown none that is good.
    const std::optional<Subject> &device() const { return m_device; }
    //! Why it may not have a native link; nullopt = it may.
    const std::optional<CloseReason> &linkRefusal() const { return m_linkRefusal; }

private:
    QString m_address;
    quint16 m_port;
    bool m_isRecognized = false;
    bool m_isEncrypted = false;
    bool m_isFromHere = false;
    std::optional<Subject> m_device;
    std::optional<CloseReason> m_linkRefusal;
};

} // namespace saji
