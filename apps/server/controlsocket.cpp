// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlsocket.h"

#include <QCborMap>
#include <QCborValue>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>
#include <QtEndian>

#include <chrono>
#include <optional>

namespace saji {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace {

//! A menu file has at most 16 MiB; the rest is the envelope.
constexpr quint32 maxMessageBytes = 25 * 1024 * 1024;
//! The caller is a program on this machine that has the whole request at hand.
constexpr auto callerPatience = 10s;
//! A catalog of 20,000 products is written within a second or two, on a slow card in ten.
constexpr auto answerPatience = 60s;
//! One person at one terminal; more is a mistake.
constexpr int maxCallers = 8;

QString socketPath(const QString &folder)
{
    // A name that is no whole path would be taken for one in the folder for temporary files.
    return QDir(folder).absoluteFilePath(u"saji-server.sock"_s);
}

QByteArray framed(const QCborMap &message)
{
    const auto bytes = message.toCborValue().toCbor();
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(quint32(bytes.size()), frame.data());
    return frame + bytes;
}

//! Nullopt until the whole message is in; Malformed when it can never be one.
Result<std::optional<QCborMap>> unframed(const QByteArray &bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    const auto size = qFromBigEndian<quint32>(bytes.constData());
    if (size > maxMessageBytes)
        return Error{ErrorCode::TooLarge, u"a message of %1 bytes"_s.arg(size)};
    if (bytes.size() < qsizetype(size) + 4)
        return std::nullopt;
    const auto value = QCborValue::fromCbor(bytes.mid(4, size));
    if (!value.isMap())
        return Error{ErrorCode::Malformed, u"not a message of ours"_s};
    return value.toMap();
}

QCborMap encoded(const Result<ControlReply> &reply)
{
    if (reply)
        return {{u"summary"_s, reply->summary}, {u"body"_s, reply->body}};
    return {{u"error"_s, QString(errorWord(reply.error().code))}, {u"detail"_s, reply.error().detail}};
}

Result<ControlReply> decoded(const QCborMap &message)
{
    const auto word = message.value("error"_L1).toString();
    if (word.isEmpty())
        return ControlReply{message.value("summary"_L1).toString(), message.value("body"_L1).toByteArray()};
    auto code = ErrorCode::Internal;
    for (int i = 0; i < int(ErrorCode::Internal); ++i) {
        if (word == errorWord(ErrorCode(i)))
            code = ErrorCode(i);
    }
    return Error{code, message.value("detail"_L1).toString()};
}

} // namespace

ControlSocket::ControlSocket(Answerer answerer, QObject *parent) : QObject(parent), m_answerer(std::move(answerer))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(maxCallers);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *caller = m_server.nextPendingConnection())
            greet(caller);
    });
}

Result<void> ControlSocket::open(const QString &folder)
{
    if (m_server.isListening())
        return {};
    QLocalServer::removeServer(socketPath(folder));
    if (!m_server.listen(socketPath(folder)))
        return Error{ErrorCode::Io, u"cannot make %1: %2"_s.arg(socketPath(folder), m_server.errorString())};
    return {};
}

void ControlSocket::greet(QLocalSocket *caller)
{
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    connect(caller, &QLocalSocket::readyRead, this, [this, caller] { listenTo(caller); });
    QTimer::singleShot(callerPatience, caller, [caller] { caller->abort(); });
    listenTo(caller);
}

void ControlSocket::listenTo(QLocalSocket *caller)
{
    // The message stays in the socket's own buffer until it is whole.
    const auto head = caller->peek(4);
    if (head.size() < 4)
        return;
    const auto size = qFromBigEndian<quint32>(head.constData());
    if (size <= maxMessageBytes && caller->bytesAvailable() < qint64(size) + 4)
        return;
    const auto message = unframed(caller->read(qint64(maxMessageBytes) + 4));
    if (!message || !*message) {
        caller->abort();
        return;
    }
    const auto &map = **message;
    const auto reply = m_answerer({map.value("verb"_L1).toString(), map.value("body"_L1).toByteArray()});
    caller->write(framed(encoded(reply)));
    caller->disconnectFromServer();
}

Result<ControlReply> askRunningServer(const QString &folder, const ControlRequest &request)
{
    const auto path = socketPath(folder);
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, u"no server runs on %1"_s.arg(folder)};
    QLocalSocket socket;
    socket.connectToServer(path);
    const auto milliseconds = [](auto patience) { return int(std::chrono::milliseconds(patience).count()); };
    if (!socket.waitForConnected(milliseconds(callerPatience)))
        return Error{ErrorCode::NotFound, u"no server answers on %1: %2"_s.arg(path, socket.errorString())};
    socket.write(framed({{u"verb"_s, request.verb}, {u"body"_s, request.body}}));
    QByteArray bytes;
    QDeadlineTimer deadline(answerPatience);
    while (!deadline.hasExpired()) {
        const auto message = unframed(bytes);
        if (!message)
            return message.error();
        if (*message)
            return decoded(**message);
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(int(deadline.remainingTime())))
            break;
        bytes += socket.readAll();
    }
    return Error{ErrorCode::LinkClosed, u"the running server went away before it answered; look at the menu version in /api/health/ before you "
                                        "try again"_s};
}

} // namespace saji
