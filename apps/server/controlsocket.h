// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace saji {

//! What its own user asks of a running server ("menu.import" with the file as body).
struct ControlRequest
{
    QString verb;
    QByteArray body;
};

struct ControlReply
{
    QString summary; //!< one line for the terminal
    QByteArray body;
};

//! The back door of a running server: a local socket in its data folder, for whoever may write that folder and for nobody else.
//!
//! It exists because the folder has one writer: a menu imported while the server runs goes through the server. One request per
//! connection; whatever is sent ends at most its own connection.
class ControlSocket : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<Result<ControlReply>(const ControlRequest &)>;

    explicit ControlSocket(Answerer answerer, QObject *parent = nullptr);
    //! In a folder that this process has locked: a socket left there by a killed server is replaced. Again is harmless.
    [[nodiscard]] Result<void> open(const QString &folder);

private:
    void greet(QLocalSocket *caller);
    void listenTo(QLocalSocket *caller);

    QLocalServer m_server;
    Answerer m_answerer;
};

//! Asks the server that runs on this folder and waits for its answer. NotFound: none runs there. For command-line programs.
[[nodiscard]] Result<ControlReply> askRunningServer(const QString &folder, const ControlRequest &request);

} // namespace saji
