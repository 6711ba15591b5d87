// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsstream.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <limits>
#include <optional>

namespace saji {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

//! The content type of a handshake record (RFC 8446 section 5.1); no HTTP method begins with it.
constexpr unsigned char tlsHandshake = 0x16;

class DoorStream final : public ByteStream
{
public:
    DoorStream(tcp::socket socket, asio::ssl::context &context) : m_socket(std::move(socket)), m_context(context)
    {
        IoError ignored;
        m_socket.set_option(tcp::no_delay(true), ignored);
        m_socket.non_blocking(true, ignored);
    }

    void read(User &user, asio::mutable_buffer into) override
    {
        const auto self = user.shared_from_this();
        if (m_tls)
            m_tls->async_read_some(into, [this, self](const IoError &error, std::size_t bytes) { self->onRead(bytes, outcome(error)); });
        else if (m_isPlain)
            plainbytes::readWhenThere(m_socket, into,
                                      [this, self](const IoError &error, std::size_t bytes) { self->onRead(bytes, outcome(error)); });
        else
            lookAtFirstByte(self, into);
    }

    void write(User &user, std::span<const asio::const_buffer> buffers) override
    {
        const auto self = user.shared_from_this();
        const auto condition = [self](const IoError &error, std::size_t) -> std::size_t {
            if (error)
                return 0;
            self->onProgress();
            return std::numeric_limits<std::size_t>::max();
        };
        const auto done = [this, self](const IoError &error, std::size_t) { self->onWritten(outcome(error)); };
        if (m_tls)
            asio::async_write(*m_tls, buffers, condition, done);
        else
            asio::async_write(m_socket, buffers, condition, done);
    }

    bool readsAtOnce() const override { return m_isPlain; }

    std::size_t writeNow(asio::const_buffer bytes) override { return m_isPlain ? plainbytes::writeNow(m_socket, bytes) : 0; }

    std::size_t writeNow(const ReadyBytes &ready) override { return m_isPlain ? plainbytes::writeNow(m_socket, ready) : 0; }

    void shutdownSend() override
    {
        // Whole answers and close frames have their own ends, so nobody needs TLS's word for it.
        IoError ignored;
        m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        m_isClosed = true;
        IoError ignored;
        m_socket.close(ignored);
    }

    Proof proof() const override
    {
        if (!m_tls)
            return {};
        Proof proof{true};
        auto *certificate = SSL_get1_peer_certificate(const_cast<asio::ssl::stream<tcp::socket &> &>(*m_tls).native_handle());
        unsigned char *der = nullptr;
        if (const int size = certificate ? i2d_X509(certificate, &der) : 0; size > 0)
            proof.certificate = QByteArray(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        X509_free(certificate);
        return proof;
    }

private:
    void lookAtFirstByte(const std::shared_ptr<User> &self, asio::mutable_buffer into)
    {
        m_socket.async_wait(tcp::socket::wait_read, [this, self, into](const IoError &waited) {
            IoError error = outcome(waited);
            unsigned char first = 0;
            if (!error)
                m_socket.receive(asio::buffer(&first, 1), tcp::socket::message_peek, error);
            if (error == asio::error::would_block || error == asio::error::try_again) {
                lookAtFirstByte(self, into);
            } else if (error) {
                self->onRead(0, error);
            } else if (first == tlsHandshake) {
                shakeHands(self, into);
            } else {
                m_isPlain = true;
                read(*self, into);
            }
        });
    }

    void shakeHands(const std::shared_ptr<User> &self, asio::mutable_buffer into)
    {
        self->onHandshake(false);
        m_tls.emplace(m_socket, m_context);
        m_tls->async_handshake(asio::ssl::stream_base::server, [this, self, into](const IoError &error) {
            if (outcome(error)) {
                self->onRead(0, outcome(error));
                return;
            }
            self->onHandshake(true);
            read(*self, into);
        });
    }

    IoError outcome(const IoError &error) const { return m_isClosed ? IoError(asio::error::operation_aborted) : error; }

    tcp::socket m_socket;
    asio::ssl::context &m_context;
    std::optional<asio::ssl::stream<tcp::socket &>> m_tls;
    bool m_isPlain = false;
    bool m_isClosed = false;
};

} // namespace

std::unique_ptr<ByteStream> makeDoorStream(tcp::socket socket, asio::ssl::context &context)
{
    return std::make_unique<DoorStream>(std::move(socket), context);
}

} // namespace saji
