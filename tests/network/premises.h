// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lan.h"

#include <remoteclient/remoteclient.h>

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

namespace saji {

//! A restaurant of our real programs, each on a host of its own, on a LAN whose cables can be pulled. Nobody is told an address, and everybody is
//! paired by a code with the server, as in life: every link is mutual TLS.
class Premises
{
public:
    Premises();
    ~Premises();

    //! server, hub, two kiosks (A, B) and the kitchens of the outlets 1 and 2, with the demo's menu.
    [[nodiscard]] Result<void> open();
    //! Starts a program again, or for the first time.
    [[nodiscard]] Result<void> start(const QString &name);
    void kill(const QString &name);
    //! Its process stands still (SIGSTOP), or goes on.
    void setFrozen(const QString &name, bool frozen);
    //! Another hub, on a host of its own.
    [[nodiscard]] Result<void> addHub(const QString &name, const QStringList &more = {});
    //! A bearer token for a web client.
    [[nodiscard]] Result<QByteArray> makeToken(const QString &scopes) const;
    //! What a web client on one host is answered by a hub on another that it asks without TLS for the orders of outlet 1: the status. 0 = nothing.
    [[nodiscard]] int askPlainly(const QString &from, const QString &hub, const QByteArray &token) const;
    [[nodiscard]] Result<void> stopAll();

    Lan &lan() { return m_lan; }
    LanHost &host(const QString &name) { return *m_members.at(name).host; }
    QString logs() const { return m_folder.filePath(QStringLiteral("logs")); }
    void keepLogs() { m_folder.setAutoRemove(false); }

    //! A guest confirms one dish of each of the outlets 1 and 2; the answer is the number on the screen.
    [[nodiscard]] Result<QString> order(const QString &kiosk);
    //! How long from now until a kitchen has the ticket on its screen.
    [[nodiscard]] Result<Milliseconds> timeToKitchen(const QString &kitchen, const QString &number, Milliseconds patience);
    //! Waits until no bar hangs above the tickets of a kitchen.
    [[nodiscard]] Result<void> waitUntilCalm(const QString &kitchen, Milliseconds patience);
    //! How often a kitchen has rung because a source of its orders fell silent.
    [[nodiscard]] Result<int> rings(const QString &kitchen);
    struct Noticed
    {
        Milliseconds ticket{-1}; //!< on the screen; -1 = there was none to wait for
        Milliseconds alarm{-1};  //!< the bar hangs, and it has rung
    };
    //! How long from now until a kitchen has the ticket (unless the number is empty), and has rung more often than `rings`.
    [[nodiscard]] Result<Noticed> timeToTicketAndAlarm(const QString &kitchen, const QString &number, int rings, Milliseconds patience);

    struct Verdict
    {
        qsizetype confirmed = 0;
        qsizetype lost = 0; //!< not in the log of every device
        qsizetype doubled = 0;
        QStringList remarks;
    };
    //! After stopAll(): what the disks say of everything that was confirmed.
    [[nodiscard]] Result<Verdict> judge() const;

private:
    struct Member
    {
        LanHost *host = nullptr;
        QString program;
        QStringList arguments;
        std::unique_ptr<QProcess> process;
        std::unique_ptr<RemoteClient> hand; //!< null = it has no screen
    };

    [[nodiscard]] Result<void> add(const QString &name, const QString &program, const QStringList &arguments, bool hasScreen);
    [[nodiscard]] Result<void> launch(Member &member, const QString &name);
    [[nodiscard]] Result<void> importMenu();
    //! Says a command line to the server, whether it runs or not.
    [[nodiscard]] Result<QByteArray> askServer(const QStringList &command) const;
    [[nodiscard]] Result<void> makePairCode(const QString &name);
    QString dataOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    Lan m_lan;
    std::map<QString, Member> m_members;
    QHash<QString, QString> m_pairCodes; //!< by who is to be paired with it
    int m_hosts = 0;
    QHash<QString, QString> m_confirmed; //!< number -> order
    quint64 m_baskets = 0;
};

} // namespace saji
