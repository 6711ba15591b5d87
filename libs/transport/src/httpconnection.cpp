// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpconnection.h"

#include "closewords.h"
#include "log.h"
#include "pollsession.h"
#include "tuning.h"
#include "websocketconnection.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

constexpr std::string_view nativePath = "/sync";

QByteArray toBytes(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

std::string_view pathOf(boost::beast::string_view target)
{
    const std::string_view text(target.data(), target.size());
    return text.substr(0, text.find('?'));
}

HttpRequest toRequest(http::request<http::string_body> &message)
{
    HttpRequest request;
    request.method = message.method() == http::verb::head ? QByteArray("GET") : toBytes(message.method_string());
    for (const auto &field : message) {
        const auto name = toBytes(field.name_string()).toLower();
        const auto value = toBytes(field.value());
        const auto known = request.headers.find(name);
        if (known == request.headers.end())
            request.headers.insert(name, value);
        else
            *known += (name == "cookie" ? "; " : ", ") + value; // RFC 9110 section 5.3
    }
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

} // namespace

HttpConnection::HttpConnection(IoServer &server, ConnectionId id, std::unique_ptr<ByteStream> stream, QString peerAddress, quint16 peerPort)
    : Connection(server, id, std::move(stream)),
      m_visitor(std::move(peerAddress), peerPort),
      m_reservation(server.freeBytes())
{
}

void HttpConnection::start()
{
    beginRequest();
}

void HttpConnection::turnAway()
{
    qCInfo(lcTransport).noquote() << "turning" << m_visitor.address() << "away: too many connections";
    refuse(503, "busy"_L1, u"too many connections; try again later"_s, {{"Retry-After", "5"}});
}

void HttpConnection::wind()
{
    if (m_state == State::Writing)
        m_context.keepAlive = false;
    else
        drop();
}

void HttpConnection::onDeadline()
{
    if (m_state != State::Waiting) {
        qCDebug(lcTransport).noquote() << m_visitor.address() << "was too slow or too long silent";
        drop();
        return;
    }
    m_context.keepAlive = false;
    respond(HttpResponse::error(503, "no_answer"_L1, u"the request was not answered in time"_s));
}

void HttpConnection::beginRequest()
{
    awaitRequest();
    parse();
}

void HttpConnection::awaitRequest()
{
    m_state = State::Reading;
    m_isHeaderDone = false;
    m_headerBytes = 0;
    m_context = {};
    (void)m_reservation.hold(0);
    m_parser.emplace();
    m_parser->header_limit(m_server.options().maxHeaderBytes);
    m_parser->body_limit(m_server.options().maxBodyBytes);
    expireIn(m_buffer.size() > 0 ? m_server.options().slowSender : m_server.options().idle);
}

void HttpConnection::readMore()
{
    m_stream->read(*this, m_buffer.prepare(size_t(tuning::readChunkBytes)));
}

void HttpConnection::onRead(std::size_t bytes, const IoError &error)
{
    if (m_state == State::Lingering) {
        m_lingered += qint64(bytes);
        if (error || m_lingered > tuning::lingerBytes)
            drop();
        else
            readMore();
        return;
    }
    if (error) {
        drop();
        return;
    }
    const bool isFirst = m_buffer.size() == 0 && !m_parser->got_some();
    m_buffer.commit(bytes);
    if (isFirst)
        expireIn(m_server.options().slowSender);
    parse();
}

void HttpConnection::onHandshake(bool isDone)
{
    expireIn(isDone ? m_server.options().idle : m_server.options().slowSender);
}

void HttpConnection::parse()
{
    while (m_buffer.size() > 0) {
        IoError error;
        const auto used = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(used);
        // Beast's own limit is for what it cannot take yet, so that a header in many lines would pass.
        if (!m_isHeaderDone && (m_headerBytes += used) > m_server.options().maxHeaderBytes)
            error = http::error::header_limit;
        if (error == http::error::need_more) {
            // A line of a chunked body may be as long as a header, and no longer.
            if (m_buffer.size() > m_server.options().maxHeaderBytes)
                refuse(http::error::header_limit);
            else
                readMore();
            return;
        }
        if (error) {
            refuse(error);
            return;
        }
        if (!m_isHeaderDone && m_parser->is_header_done()) {
            m_isHeaderDone = true;
            if (!acceptHeader())
                return;
        }
        if (m_parser->is_done()) {
            dispatch();
            if (m_state != State::Reading)
                return;
            // It has been answered at once: what has come behind it is the next.
        }
    }
    readMore();
}

//! Decides by the headers alone, before a byte of the body is kept. False = something else is under way already.
bool HttpConnection::acceptHeader()
{
    const auto &message = m_parser->get();
    const auto length = m_parser->content_length().value_or(m_parser->chunked() ? m_server.options().maxBodyBytes : 0);
    m_context.keepAlive = m_parser->keep_alive();
    m_context.isHttp10 = message.version() < 11;
    m_context.isHead = message.method() == http::verb::head;
    m_context.acceptsGzip = httpwords::acceptsGzip(header(http::field::accept_encoding));
    if (!m_context.isHttp10 && message.count(http::field::host) != 1) {
        refuse(400, "malformed"_L1, u"an HTTP/1.1 request names its host, once"_s);
        return false;
    }
    if (!m_reservation.hold(qint64(length))) {
        refuse(503, "busy"_L1, u"too much is being received at once; try again later"_s, {{"Retry-After", "5"}});
        return false;
    }
    if (!acceptPeer())
        return false;
    if (isUpgrade()) {
        upgrade();
        return false;
    }
    if (length > 0)
        expireIn(m_server.options().slowSender + Milliseconds(qint64(length * 1000 / tuning::minBodyBytesPerSecond)));
    m_parser->eager(true);
    return acceptExpectation(length > 0);
}

//! Whether the other end may go on asking; what it may have is decided by what it asks for.
bool HttpConnection::acceptPeer()
{
    if (!m_server.trust())
        return true;
    m_visitor.recognize(*m_server.trust(), *m_stream);
    const auto &refusal = m_visitor.linkRefusal();
    const bool isNative = pathOf(m_parser->get().target()) == nativePath;
    if (isNative && refusal) {
        m_server.noteRefused(m_visitor.address(), refusal->text);
        if (isUpgrade())
            return true; // it is told on the link itself, where it understands words
        refuseLink();
        return false;
    }
    if (!isNative && !m_visitor.isEncrypted() && !m_server.takesPlainHttp() && !m_visitor.isFromHere()) {
        m_server.noteRefused(m_visitor.address(), u"it does not encrypt"_s);
        refuse(403, "https_only"_L1, u"this node takes encrypted requests only: use https"_s);
        return false;
    }
    return true;
}

void HttpConnection::refuseLink()
{
    m_context.keepAlive = false;
    respond(PollSession::closedAnswer(*m_visitor.linkRefusal()));
}

bool HttpConnection::acceptExpectation(bool hasBody)
{
    const auto expectation = header(http::field::expect);
    if (expectation.empty() || m_context.isHttp10)
        return true;
    if (!httpwords::listHas(expectation, "100-continue")) {
        refuse(417, "expectation_failed"_L1, u"this expectation cannot be met"_s);
        return false;
    }
    if (!hasBody || m_buffer.size() > 0)
        return true; // the body is coming already
    m_state = State::Inviting;
    write("HTTP/1.1 100 Continue\r\n\r\n", {});
    return false;
}

bool HttpConnection::isUpgrade() const
{
    const auto &message = m_parser->get();
    const auto path = pathOf(message.target());
    return message.method() == http::verb::get && (path == nativePath || m_server.takesTextAt(path)) &&
           httpwords::listHas(header(http::field::connection), "upgrade") && httpwords::listHas(header(http::field::upgrade), "websocket");
}

void HttpConnection::upgrade()
{
    const bool isNative = pathOf(m_parser->get().target()) == nativePath;
    m_webSocketAccept = httpwords::webSocketAccept(toBytes(m_parser->get()[http::field::sec_websocket_key]));
    if (header(http::field::sec_websocket_version) != "13") {
        refuse(426, "upgrade_required"_L1, u"WebSocket version 13, please"_s, {{"Sec-WebSocket-Version", "13"}});
    } else if (m_webSocketAccept.isEmpty() || m_context.isHttp10) {
        refuse(400, "malformed"_L1, u"no proper WebSocket handshake"_s);
    } else if (!isNative) {
        askForText();
    } else if (m_parser->get().count(http::field::origin) > 0) {
        // Browsers say where a page comes from, and no page may open a native link.
        refuse(403, "forbidden"_L1, u"native links are not for web pages"_s);
    } else {
        switchProtocols();
    }
}

void HttpConnection::switchProtocols()
{
    m_state = State::Upgrading;
    write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + m_webSocketAccept +
              "\r\n\r\n",
          {});
}

//! The owner says whether it is welcome; a refusal is an answer like any other, but the last one here.
void HttpConnection::askForText()
{
    m_context.keepAlive = false;
    m_textRequest = takeRequest();
    if (!m_textRequest)
        return;
    m_state = State::Waiting;
    expireIn(m_server.options().answerWithin);
    m_server.tell([id = m_id, request = *m_textRequest](IoThread::Owner &owner) { owner.onTextAsked(id, request); });
}

void HttpConnection::acceptText()
{
    if (m_state == State::Waiting && m_textRequest)
        switchProtocols();
}

void HttpConnection::becomeWebSocket()
{
    const auto rest = QByteArray(static_cast<const char *>(m_buffer.data().data()), qsizetype(m_buffer.size()));
    const bool isNative = !m_textRequest;
    const auto successor =
        std::make_shared<WebSocketConnection>(m_server, m_id, std::move(m_stream), m_visitor.name(), rest, std::move(m_textRequest), m_visitor.device());
    m_server.replace(successor);
    if (isNative && m_visitor.linkRefusal())
        successor->turnAway(*m_visitor.linkRefusal());
    else
        successor->start();
}

//! The request that has come in, or nothing when it has been refused.
std::optional<HttpRequest> HttpConnection::takeRequest()
{
    auto &message = m_parser->get();
    auto request = toRequest(message);
    request.peerAddress = m_visitor.address();
    request.isEncrypted = m_visitor.isEncrypted();
    request.device = m_visitor.device();
    if (httpwords::splitTarget({message.target().data(), message.target().size()}, request))
        return request;
    refuse(400, "malformed"_L1, u"the target of the request is no path"_s);
    return std::nullopt;
}

//! What needs no owner: too many requests, and what is kept ready.
bool HttpConnection::answerHere()
{
    const auto &message = m_parser->get();
    const std::string_view target(message.target().data(), message.target().size());
    if (const auto wait = m_server.waitFor(pathOf(message.target()), m_visitor.address())) {
        auto response =
            HttpResponse::error(429, errorWord(ErrorCode::RateLimited), u"too many requests of one address; ask again in a moment"_s);
        response.headers.emplaceBack("Retry-After", QByteArray::number((wait->count() + 999) / 1000));
        respond(response);
        return true;
    }
    if (message.method() != http::verb::get)
        return false;
    const bool mayTake = message.count(http::field::origin) == 0 && (m_visitor.device() || m_server.isAdmitted(header(http::field::authorization)));
    if (!mayTake)
        return false;
    if (m_context.keepAlive && !m_context.isHttp10 && !m_server.isStopping()) {
        const auto *ready = m_server.shelf().ready(target, m_context.acceptsGzip, m_server.date());
        if (ready)
            give(*ready);
        return ready;
    }
    const auto *kept = m_server.shelf().find(target, m_context.acceptsGzip);
    if (kept)
        respond(*kept);
    return kept;
}

//! Most of it leaves before this returns, and then the connection is ready for the next request.
void HttpConnection::give(const ReadyBytes &ready)
{
    const auto left = m_stream->writeNow(ready);
    if (left == std::size_t(ready.bytes().size())) {
        awaitRequest();
    } else {
        m_state = State::Writing;
        write(ready.bytes(), {}, left);
    }
}

void HttpConnection::dispatch()
{
    if (answerHere())
        return;
    auto request = takeRequest();
    if (!request)
        return;
    m_state = State::Waiting;
    expireIn(m_server.options().answerWithin);
    m_server.tell([id = m_id, request = std::move(*request)](IoThread::Owner &owner) { owner.onRequest(id, request); });
}

void HttpConnection::answer(const HttpResponse &response)
{
    if (m_state == State::Waiting)
        respond(response);
}

void HttpConnection::refuse(const IoError &error)
{
    const auto &limits = m_server.options();
    if (error == http::error::header_limit)
        refuse(431, "headers_too_large"_L1, u"the headers of a request may have %1 bytes"_s.arg(limits.maxHeaderBytes));
    else if (error == http::error::body_limit)
        refuse(413, "body_too_large"_L1, u"the body of a request may have %1 bytes"_s.arg(limits.maxBodyBytes));
    else
        refuse(400, "malformed"_L1, u"this is not HTTP: %1"_s.arg(QString::fromStdString(error.message())));
}

//! After a refusal we no longer know where the next request would begin; so it is the connection's last answer.
void HttpConnection::refuse(int status, QLatin1StringView code, const QString &message, QList<std::pair<QByteArray, QByteArray>> headers)
{
    qCDebug(lcTransport).noquote() << "refusing" << m_visitor.address() << status << message;
    m_context.keepAlive = false;
    auto response = HttpResponse::error(status, code, message);
    response.headers = std::move(headers);
    respond(response);
}

void HttpConnection::respond(const HttpResponse &response)
{
    m_state = State::Writing;
    m_context.keepAlive = m_context.keepAlive && !m_server.isStopping();
    m_context.date = m_server.date();
    auto [head, body] = httpwords::render(response, m_context);
    write(std::move(head), std::move(body));
}

//! `from` bytes of the head have left already.
void HttpConnection::write(QByteArray head, QByteArray body, std::size_t from)
{
    m_outgoing = {std::move(head), std::move(body)};
    m_outgoingBuffers = {asio::const_buffer(m_outgoing.head.constData(), size_t(m_outgoing.head.size())) + from,
                         asio::const_buffer(m_outgoing.body.constData(), size_t(m_outgoing.body.size()))};
    if (m_state != State::Inviting)
        expireIn(m_server.options().stalledReader);
    m_stream->write(*this, m_outgoingBuffers);
}

void HttpConnection::onProgress()
{
    if (m_state != State::Inviting)
        expireIn(m_server.options().stalledReader);
}

void HttpConnection::onWritten(const IoError &error)
{
    m_outgoing = {};
    if (error) {
        drop();
    } else if (m_state == State::Inviting) {
        m_state = State::Reading;
        parse();
    } else if (m_state == State::Upgrading) {
        becomeWebSocket();
    } else {
        (void)m_reservation.hold(0);
        if (m_context.keepAlive && !m_server.isStopping())
            beginRequest();
        else
            linger();
    }
}

//! Closing at once would reset the connection under a client that is still sending, and it would never read our answer.
void HttpConnection::linger()
{
    m_state = State::Lingering;
    m_stream->shutdownSend();
    m_buffer.clear();
    expireIn(tuning::lingerFor);
    if (m_server.isStopping())
        drop();
    else
        readMore();
}

std::string_view HttpConnection::header(http::field field) const
{
    const auto value = m_parser->get()[field];
    return {value.data(), value.size()};
}

} // namespace saji
