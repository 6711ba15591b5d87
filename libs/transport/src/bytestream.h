// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readybytes.h"

#include <QByteArray>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <span>

namespace saji {

using IoError = boost::system::error_code;

//! One accepted connection as bytes in and bytes out; TLS is another kind (tlsstream.h).
//!
//! At most one read and one write at a time. The user stays alive until what it has started has been reported; after `close`
//! nothing more is reported but errors of what was under way.
class ByteStream
{
public:
    class User : public std::enable_shared_from_this<User>
    {
    public:
        virtual ~User() = default;
        virtual void onRead(std::size_t bytes, const IoError &error) = 0;
        //! Some of what is being written has left.
        virtual void onProgress() = 0;
        virtual void onWritten(const IoError &error) = 0;
        //! The peer has begun to agree on a cipher; and then: it has.
        virtual void onHandshake(bool isDone) { (void)isDone; }
    };

    //! What is known of the other end once something was read.
    struct Proof
    {
        bool isEncrypted = false;
        QByteArray certificate = {}; //!< DER; empty = it has shown none. It has the key to this one.
    };

    virtual ~ByteStream() = default;
    virtual void read(User &user, boost::asio::mutable_buffer into) = 0;
    //! Whether nothing is put into the buffer of a read but by the call that ends in onRead: then all such streams may share one.
    virtual bool readsAtOnce() const = 0;
    //! Writes all of it; the bytes, and the span, must stay until onWritten.
    virtual void write(User &user, std::span<const boost::asio::const_buffer> buffers) = 0;
    //! Writes what the system takes at once, and says how many bytes that were; not while a write is under way. Nothing is reported: an
    //! error is met by the next write. On another thread as well, while the I/O thread waits for it (sendcrew.h).
    [[nodiscard]] virtual std::size_t writeNow(boost::asio::const_buffer bytes) = 0;
    //! The same, without copying them where the stream can carry them as they lie.
    [[nodiscard]] virtual std::size_t writeNow(const ReadyBytes &ready) = 0;
    virtual void shutdownSend() = 0;
    virtual void close() = 0;
    virtual Proof proof() const { return {}; }
};

//! What both kinds do with a socket that carries plain bytes.
namespace plainbytes {

//! Begins with the waiting, so that the buffer is touched only when there is something for it.
template<class Done>
void readWhenThere(boost::asio::ip::tcp::socket &socket, boost::asio::mutable_buffer into, Done done)
{
    socket.async_wait(boost::asio::ip::tcp::socket::wait_read, [&socket, into, done = std::move(done)](const IoError &waited) mutable {
        IoError error = waited;
        const auto bytes = error ? 0 : socket.read_some(into, error);
        if (error == boost::asio::error::would_block || error == boost::asio::error::try_again)
            readWhenThere(socket, into, std::move(done));
        else
            done(error, bytes);
    });
}

[[nodiscard]] inline std::size_t writeNow(boost::asio::ip::tcp::socket &socket, boost::asio::const_buffer bytes)
{
    IoError error;
    const auto sent = socket.write_some(boost::asio::const_buffers_1(bytes), error);
    return error ? 0 : sent;
}

[[nodiscard]] std::size_t writeNow(boost::asio::ip::tcp::socket &socket, const ReadyBytes &ready);

} // namespace plainbytes

[[nodiscard]] std::unique_ptr<ByteStream> makePlainStream(boost::asio::ip::tcp::socket socket);

} // namespace saji
