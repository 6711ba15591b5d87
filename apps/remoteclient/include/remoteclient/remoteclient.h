// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <QJsonObject>
#include <QLocalSocket>

namespace saji {

//! Presses the buttons of one program through its --remote-control socket (remote/remotecontrol.h), one command after the other.
//! Blocking: for scripts.
class RemoteClient
{
public:
    explicit RemoteClient(QString socketPath) : m_path(std::move(socketPath)) {}

    //! Tries until the program listens.
    [[nodiscard]] Result<void> connectWithin(Milliseconds patience);
    void disconnect();

    //! The two halves of command(), for who does something else in between. LinkClosed: the program went away.
    void say(const QJsonObject &command);
    [[nodiscard]] Result<QJsonObject> hear(Milliseconds patience);
    [[nodiscard]] Result<QJsonObject> command(const QJsonObject &command, Milliseconds patience = Milliseconds(10000));
    //! Presses as soon as it can be pressed.
    [[nodiscard]] Result<QJsonObject> tap(const QString &name);
    //! What the program says of itself.
    [[nodiscard]] Result<QJsonObject> state();
    //! Waits until the program's state has these values.
    [[nodiscard]] Result<QJsonObject> waitFor(const QJsonObject &until, Milliseconds patience = Milliseconds(10000));
    [[nodiscard]] Result<void> screenshot(const QString &file);

private:
    QString m_path;
    QLocalSocket m_socket;
    QByteArray m_buffer;
};

} // namespace saji
