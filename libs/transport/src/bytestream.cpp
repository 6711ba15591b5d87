// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytestream.h"

#include <boost/asio/write.hpp>

#include <limits>

#include <sys/sendfile.h>

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
        m_socket.non_blocking(true, ignored);
    }

    void read(User &user, asio::mutable_buffer into) override
    {
        plainbytes::readWhenThere(m_socket, into, [this, self = user.shared_from_this()](const IoError &error, std::size_t bytes) {
            self->onRead(bytes, outcome(error));
        });
    }

    bool readsAtOnce() const override { return true; }

    std::size_t writeNow(asio::const_buffer bytes) override { return plainbytes::writeNow(m_socket, bytes); }

    std::size_t writeNow(const ReadyBytes &ready) override { return plainbytes::writeNow(m_socket, ready); }

    void write(User &user, std::span<const asio::const_buffer> buffers) override
    {
        const auto self = user.shared_from_this();
        const auto condition = [self](const IoError &error, std::size_t) -> std::size_t {
            if (error)
                return 0;
            self->onProgress();
            return std::numeric_limits<std::size_t>::max();
        };
        asio::async_write(m_socket, buffers, condition, [this, self](const IoError &error, std::size_t) { self->onWritten(outcome(error)); });
    }

    void shutdownSend() override
    {
        IoError ignored;
        m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        m_isClosed = true;
        IoError ignored;
        m_socket.close(ignored);
    }

private:
    //! What had succeeded just before `close` is reported after it; to the user it is an error like the rest.
    IoError outcome(const IoError &error) const { return m_isClosed ? IoError(asio::error::operation_aborted) : error; }

    asio::ip::tcp::socket m_socket;
    bool m_isClosed = false;
};

} // namespace

std::size_t plainbytes::writeNow(asio::ip::tcp::socket &socket, const ReadyBytes &ready)
{
    if (ready.file() < 0)
        return writeNow(socket, asio::const_buffer(ready.bytes().constData(), std::size_t(ready.bytes().size())));
    off_t from = 0;
    const auto sent = sendfile(socket.native_handle(), ready.file(), &from, std::size_t(ready.bytes().size()));
    return sent < 0 ? 0 : std::size_t(sent);
}

std::unique_ptr<ByteStream> makePlainStream(asio::ip::tcp::socket socket)
{
    return std::make_unique<PlainStream>(std::move(socket));
}

} // namespace saji
