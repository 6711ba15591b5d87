// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytestream.h"

#include <boost/asio/write.hpp>

#include <limits>

namespace saji {
namespace {

namespace asio = boost::asio;

class PlainStream final : public ByteStream
{
public:
    explicit PlainStream(asio::ip::tcp::socket socket) : m_socket(std::move(socket))
    {
        IoError ignored;
        m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    }

    void read(User &user, asio::mutable_buffer into) override
    {
        m_socket.async_read_some(into, [self = user.shared_from_this()](const IoError &error, std::size_t bytes) { self->onRead(bytes, error); });
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
        asio::async_write(m_socket, buffers, condition, [self](const IoError &error, std::size_t) { self->onWritten(error); });
    }

    void shutdownSend() override
    {
        IoError ignored;
        m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        IoError ignored;
        m_socket.close(ignored);
    }

private:
    asio::ip::tcp::socket m_socket;
};

} // namespace

std::unique_ptr<ByteStream> makePlainStream(asio::ip::tcp::socket socket)
{
    return std::make_unique<PlainStream>(std::move(socket));
}

} // namespace saji
