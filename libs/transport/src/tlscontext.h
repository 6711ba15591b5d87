// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <boost/asio/ssl/context.hpp>

namespace saji {

class Trust;

//! How a listening node speaks TLS: 1.2 or newer, with its own certificate, asking for one of the other end.
//!
//! Every certificate passes the handshake (which proves the key to it); who it is worth anything to is Trust::check's word, later, where
//! a refusal can be told in words. Nothing is resumed: a resumed session would skip that.
//!
//! A certificate that was renewed is shown from the next connection on; those that stand keep what they were opened with. The Trust must outlive it.
class TlsContext
{
public:
    explicit TlsContext(const Trust &trust);

    bool isGood() const { return m_isGood; }
    //! With the certificate of this moment.
    boost::asio::ssl::context &forNext();

private:
    void showCertificate();

    const Trust &m_trust;
    quint64 m_shown = 0; //!< Trust::renewals() of the certificate
    boost::asio::ssl::context m_context;
    bool m_isGood = false;
};

} // namespace saji
