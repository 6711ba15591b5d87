// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitor.h"

#include <trust/trust.h>

#include <boost/asio/ip/address.hpp>

namespace saji {
using namespace Qt::StringLiterals;

QString Visitor::name() const
{
    return (m_address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(m_address).arg(m_port);
}

void Visitor::recognize(const Trust &trust, const ByteStream &stream)
{
    if (!m_isRecognized) {
        m_isRecognized = true;
        const auto proof = stream.proof();
        m_isEncrypted = proof.isEncrypted;
        m_isFromHere = boost::asio::ip::make_address(m_address.toStdString()).is_loopback();
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
        const auto judged = proof.certificate.isEmpty()
                                ? Result<Subject>(ErrorCode::Unauthorized, u"is not paired with the store \"%1\""_s.arg(trust.self().store))
                                : trust.check(proof.certificate, now);
        if (judged)
            m_device = *judged;
        else
            m_linkRefusal = CloseReason{judged.error().code == ErrorCode::WrongStore ? CloseCode::WrongStore : CloseCode::Unauthorized,
                                        u"this device "_s + judged.error().detail};
    }
    if (m_device && trust.isRevoked(m_device->device)) {
        m_device.reset();
        m_linkRefusal = CloseReason{CloseCode::Unauthorized, u"this device was revoked by the restaurant"_s};
    }
}

} // namespace saji
