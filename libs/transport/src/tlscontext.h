// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ssl/context.hpp>

namespace saji {

class Trust;

//! How a listening node speaks TLS: 1.2 or newer, with its own certificate, asking for one of the other end.
//!
//! Every certificate passes the handshake (which proves the key to it); who it is worth anything to is Trust::check's word, later, where
//! a refusal can be told in words. Nothing is resumed: a resumed session would skip that.
class TlsContext
{
public:
    explicit TlsContext(const Trust &trust);

    bool isGood() const { return m_isGood; }
    boost::asio::ssl::context &native() { return m_context; }

private:
    boost::asio::ssl::context m_context;
    bool m_isGood = false;
};

} // namespace saji
