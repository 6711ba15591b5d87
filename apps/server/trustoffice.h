// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controlsocket.h"

#include <base/clock.h>

namespace saji {

class Authority;

//! What the server's own user asks of the authority: codes, devices, tokens ("pair.create", "devices.list" …), over the back door or the folder.
class TrustOffice
{
public:
    TrustOffice(Authority &authority, const Clock &clock) : m_authority(authority), m_clock(clock) {}

    [[nodiscard]] static bool answers(const QString &verb);
    [[nodiscard]] Result<ControlReply> answer(const ControlRequest &request);

private:
    [[nodiscard]] Result<ControlReply> createCode(const QByteArray &body);
    [[nodiscard]] Result<ControlReply> listDevices() const;
    [[nodiscard]] Result<ControlReply> revokeDevice(const QByteArray &body);
    [[nodiscard]] Result<ControlReply> createToken(const QByteArray &body);
    [[nodiscard]] Result<ControlReply> listTokens() const;
    [[nodiscard]] Result<ControlReply> revokeToken(const QByteArray &id);
    qint64 now() const;

    Authority &m_authority;
    const Clock &m_clock;
};

} // namespace saji
