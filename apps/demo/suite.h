// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <remoteclient/remoteclient.h>

#include <QProcess>
#include <QRect>
#include <QUrl>

#include <map>
#include <memory>

namespace saji {

//! One program of the suite: how it is started, and the process while it runs.
struct Member
{
    QString program; //!< "saji-kiosk"
    QStringList arguments;
    QString log; //!< file that its output goes to
    QString remote; //!< control socket; empty = none
    QString data; //!< data folder
    QString pairCode{}; //!< with which it is paired when it starts for the first time
    std::unique_ptr<QProcess> process;
    std::unique_ptr<RemoteClient> hand;
};

//! The five programs on this machine, on loopback, with one folder for everything they write.
class Suite
{
public:
    struct Options
    {
        QString bin; //!< folder of the programs
        QString folder; //!< for data, logs and pictures; its data is made anew
        QString menuFile;
        QRect screen; //!< where the windows go
        QString language = QStringLiteral("id");
        bool remote = false; //!< let a script press the buttons
        bool hub = true; //!< false: the devices link directly
    };

    explicit Suite(Options options);
    ~Suite(); //!< stops everything

    //! What becomes of that which a program has written and not synced when it is killed.
    enum class Disk {
        Keeps, //!< it is on the disk in the end: the program died, the machine did not
        Loses, //!< it is gone, or there in part: the machine lost its power
    };
    //! Imports the menu, pairs all devices, and starts server, hub, two kitchens, kiosk, in this order.
    [[nodiscard]] Result<void> startAll();
    [[nodiscard]] Result<void> start(const QString &name, Disk disk = Disk::Keeps);
    //! SIGTERM, and waits; the exit code must be 0.
    [[nodiscard]] Result<void> stop(const QString &name);
    //! What becomes of the remote control of a program that is killed.
    enum class Hand {
        Lets, //!< forgets what was not heard yet
        KeepsHearing, //!< what the program had said is still there to be heard
    };
    //! SIGKILL, as a power button would.
    [[nodiscard]] Result<void> kill(const QString &name, Hand hand = Hand::Lets);
    [[nodiscard]] Result<void> stopAll();

    bool isRunning(const QString &name) const;
    RemoteClient &hand(const QString &name) { return *m_members.at(name).hand; }
    QString dataFolder(const QString &name) const { return m_members.at(name).data; }
    QStringList names() const;
    QString picture(const QString &name) const { return m_options.folder + u'/' + name + QStringLiteral(".png"); }
    QUrl server() const { return m_server; }
    QUrl hub() const { return m_hub; }

private:
    void furnish();
    [[nodiscard]] Result<void> importMenu();
    //! Runs the server's program with a command of its own user; what it says.
    [[nodiscard]] Result<QByteArray> askServer(const QStringList &command);
    //! A code for every device that is not the server: from then on all links are encrypted and authenticated.
    [[nodiscard]] Result<void> makePairCodes();

    Options m_options;
    QUrl m_server;
    QUrl m_hub;
    std::map<QString, Member> m_members;
};

} // namespace saji
