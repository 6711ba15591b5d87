// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpwords.h"
#include "ioserver.h"
#include "visitor.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <optional>

namespace saji {

//! One HTTP/1.x connection: reads a request, asks the owner, writes the answer, and only then reads the next (so pipelined requests
//! are answered in order, and a client cannot pile up work). Becomes a WebSocketConnection where it asks for one and may have it.
class HttpConnection final : public Connection
{
public:
    HttpConnection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream, QString peerAddress, quint16 peerPort);

    void start() override;
    //! Instead of `start`: says that the listener is full, and ends.
    void turnAway();
    void onDeadline() override;
    void wind() override;
    void answer(const HttpResponse &response) override;
    void acceptText() override;

private:
    enum class State { Reading, Inviting, Waiting, Writing, Upgrading, Lingering };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    void onRead(std::size_t bytes, const IoError &error) override;
    void onProgress() override;
    void onWritten(const IoError &error) override;
    void onHandshake(bool isDone) override;

    void beginRequest();
    void awaitRequest();
    void readMore();
    void parse();
    [[nodiscard]] bool acceptHeader();
    [[nodiscard]] bool acceptExpectation(bool hasBody);
    [[nodiscard]] bool acceptPeer();
    void refuseLink();
    [[nodiscard]] bool isUpgrade() const;
    void upgrade();
    void askForText();
    [[nodiscard]] std::optional<HttpRequest> takeRequest();
    void switchProtocols();
    void becomeWebSocket();
    [[nodiscard]] bool answerHere();
    void give(const ReadyBytes &ready);
    void dispatch();
    void refuse(const IoError &error);
    void refuse(int status, QLatin1StringView code, const QString &message, QList<std::pair<QByteArray, QByteArray>> headers = {});
    void respond(const HttpResponse &response);
    void write(QByteArray head, QByteArray body, std::size_t from = 0);
    void linger();
    std::string_view header(boost::beast::http::field field) const;

    Visitor m_visitor;
    State m_state = State::Reading;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    bool m_isHeaderDone = false;
    std::size_t m_headerBytes = 0;
    Reservation m_reservation;

    httpwords::AnswerContext m_context; //!< of the request that is being answered
    httpwords::Outgoing m_outgoing;
    std::array<boost::asio::const_buffer, 2> m_outgoingBuffers;
    qint64 m_lingered = 0;
    QByteArray m_webSocketAccept;             //!< of the upgrade that is under way
    std::optional<HttpRequest> m_textRequest; //!< of the text WebSocket that is asked for
};

} // namespace saji
