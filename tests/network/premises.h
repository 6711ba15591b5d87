// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lan.h"

#include <remoteclient/remoteclient.h>

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

namespace saji {

//! A restaurant of our real programs, each on a host of its own, on a LAN whose cables can be pulled. Nobody is told an address.
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
    //! Another hub, on a host of its own.
    [[nodiscard]] Result<void> addHub(const QString &name);
    [[nodiscard]] Result<void> stopAll();

    Lan &lan() { return m_lan; }
    LanHost &host(const QString &name) { return *m_members.at(name).host; }
    QString logs() const { return m_folder.filePath(QStringLiteral("logs")); }
    void keepLogs() { m_folder.setAutoRemove(false); }

    //! A guest confirms one dish of each of the outlets 1 and 2; the answer is the number on the screen.
    [[nodiscard]] Result<QString> order(const QString &kiosk);
    //! How long from now until a kitchen has the ticket on its screen.
    [[nodiscard]] Result<Milliseconds> timeToKitchen(const QString &kitchen, const QString &number, Milliseconds patience);

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
    [[nodiscard]] Result<void> importMenu();
    QString dataOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    Lan m_lan;
    std::map<QString, Member> m_members;
    int m_hosts = 0;
    QHash<QString, QString> m_confirmed; //!< number -> order
    quint64 m_baskets = 0;
};

} // namespace saji
