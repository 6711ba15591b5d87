// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace saji {

//! A cable between real sockets that a test can cut, plug out, and make swallow answers. 127.0.0.1 only.
class TcpProxy : public QObject
{
public:
    explicit TcpProxy(quint16 targetPort, QObject *parent = nullptr);
    ~TcpProxy() override;

    //! Dial this instead of the target.
    quint16 port() const;
    //! For a target that has come back elsewhere.
    void setTarget(quint16 port);

    //! Breaks what is connected; new connections work.
    void cut();
    //! New connections are taken and hung up at once.
    void setRefusing(bool refusing);
    //! Half-open: connections stay, no byte passes; what is held back arrives later.
    void setFrozen(bool frozen);
    //! The next `count` answers (a first byte from the target after a byte from the client) are lost, and their connections with them.
    void swallowAnswers(int count);
    //! Answers lost so far.
    int swallowed() const;
    int connections() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
