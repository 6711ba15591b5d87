// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytestream.h"

namespace boost::asio::ssl {
class context;
}

namespace saji {

//! A connection whose first byte says whether it is TLS or plain; from then on it is that. The context must outlive it.
[[nodiscard]] std::unique_ptr<ByteStream> makeDoorStream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &context);

} // namespace saji
