// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;
class QWidget;

namespace saji {

//! Milliseconds of CLOCK_BOOTTIME with their fraction: comparable between the programs of one machine.
[[nodiscard]] double bootMilliseconds();

//! Lets a script use a window as a guest or cook would: by presses and keys that go through the window's own hit testing.
//!
//! JSON lines over a local socket, one answer a command, `{"ok": true, "at": <boot ms>, …}` or `{"ok": false, "error": words}`:
//!   {"do":"tap", "name":N}                    presses and releases the middle of what N names; answers pressed_at, released_at
//!   {"do":"drag", "name":N, "dx":px, "dy":px} presses there, moves, releases
//!   {"do":"key", "key":"Tab"}                 as QKeySequence writes it; "type" with "text" types letter by letter
//!   {"do":"screenshot", "file":PATH}          what the window shows, as PNG
//!   {"do":"state"}                            what the program says of itself (setState)
//!   {"do":"targets"}                          everything that can be pressed now, by name
//!   {"do":"wait", "until":{"screen":"menu"}, "timeout_ms":T}   answers when the state has these values; a dotted key looks inside
//!   {"do":"quit"}                             closes the window
//! A name is a path of object names from the outside in, `basketPage/confirm`. Inside a control with several targets follow `#2`
//! (by place) or the words a screen reader would say (exact, else how they begin). A widget with
//! `Q_INVOKABLE QRect targetRect(const QString &name) const` is asked for names that only it knows (`grid/product:41`).
//! What is hidden, disabled or covered is not pressed; the answer says so. GUI thread.
class RemoteControl : public QObject
{
    Q_OBJECT

public:
    explicit RemoteControl(QWidget &window, QObject *parent = nullptr);
    ~RemoteControl() override;

    //! What {"do":"state"} answers and {"do":"wait"} compares; called often, so cheap.
    void setState(std::function<QJsonObject()> state);
    //! Waits look again at once; without it they look every few milliseconds.
    void stateChanged();
    //! A further word, for what a program can do beyond pressing: `{"do":WORD, …}` is handed to `act`, which answers once.
    void teach(const QString &word, std::function<void(const QJsonObject &, const std::function<void(const QJsonObject &)> &)> act);
    //! A socket file left by a program that died is replaced. Only this user may connect.
    [[nodiscard]] Result<void> listen(const QString &socketPath);

    using Answer = std::function<void(const QJsonObject &)>;
    //! One command; the answer comes exactly once, at once or later.
    void execute(const QJsonObject &command, const Answer &answer);

private:
    struct Wait;

    void welcome();
    void read(QLocalSocket *socket);
    void tap(const QJsonObject &command, const Answer &answer);
    void drag(const QJsonObject &command, const Answer &answer);
    QJsonObject key(const QJsonObject &command);
    QJsonObject type(const QJsonObject &command);
    QJsonObject screenshot(const QJsonObject &command);
    QJsonObject targets() const;
    void wait(const QJsonObject &command, const Answer &answer);
    void lookAgain();

    QPointer<QWidget> m_window;
    std::function<QJsonObject()> m_state;
    QHash<QString, std::function<void(const QJsonObject &, const Answer &)>> m_words;
    std::unique_ptr<QLocalServer> m_server;
    std::vector<Wait> m_waits;
    int m_pollTimer = 0;

protected:
    void timerEvent(QTimerEvent *event) override;
};

} // namespace saji
