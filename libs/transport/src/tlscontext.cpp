// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlscontext.h"

#include <trust/trust.h>

#include <openssl/ssl.h>

namespace saji {
namespace {

int passes(X509_STORE_CTX *, void *)
{
    return 1;
}

boost::asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

TlsContext::TlsContext(const Trust &trust) : m_trust(trust), m_context(boost::asio::ssl::context::tls_server)
{
    auto *native = m_context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(native, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_num_tickets(native, 0);
    // Idle connections keep no buffers of 16 KiB each way.
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_verify(native, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(native, passes, nullptr);
    showCertificate();
}

void TlsContext::showCertificate()
{
    m_shown = m_trust.renewals();
    const auto own = m_trust.credentials();
    boost::system::error_code error;
    m_context.use_certificate(bufferOf(own.certificate), boost::asio::ssl::context::pem, error);
    if (!error)
        m_context.use_private_key(bufferOf(own.key), boost::asio::ssl::context::pem, error);
    m_isGood = !error;
}

boost::asio::ssl::context &TlsContext::forNext()
{
    // What a connection shows is copied when its handshake begins, so that others are not touched by this.
    if (m_shown != m_trust.renewals())
        showCertificate();
    return m_context;
}

} // namespace saji
