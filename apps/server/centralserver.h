// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controlsocket.h"

#include <engine/node.h>
#include <gateway/frontdoor.h>
#include <gateway/masterdata.h>
#include <gateway/pairingdesk.h>
#include <gateway/picturefolder.h>

#include <QObject>

#include <memory>

namespace saji {

class Authority;

//! The kind of rows that the web contract calls by this name ("products" -> "product"); empty = there is none.
[[nodiscard]] QString kindOfModel(const QString &model);

//! The central server of one restaurant: its node, the door for devices, and the back door by which its own user changes the menu.
//!
//! A new server belongs to no restaurant. The first menu says which one: until then every device is turned away in words and keeps
//! its orders; from then on a menu of another store is refused. Lives on the main thread, which is its engine thread.
class CentralServer : public QObject
{
    Q_OBJECT

public:
    CentralServer(NodeOptions options, World &world, QObject *parent = nullptr);
    ~CentralServer() override;

    //! Opens the data folder. Enough for menu commands; nobody is let in yet.
    [[nodiscard]] Result<void> openFolder();
    //! How others may reach it, before openDoor.
    struct Access
    {
        QString web = QStringLiteral("auto"); //!< "open", "token", or "auto": token where other machines reach it
        bool plainHttp = false; //!< without TLS from other machines too
        bool unpaired = false;  //!< other machines may link before any device was paired
    };
    void setAccess(const Access &access) { m_access = access; }
    //! Lets devices in. The answer has the real port. On an address that other machines reach the server becomes an authority first.
    [[nodiscard]] Result<ListenAddress> openDoor(const ListenAddress &address);

    //! All or nothing; the error names the place in the file. The reply says in one line what has changed.
    [[nodiscard]] Result<ControlReply> importMenu(const QByteArray &file);
    //! The body is a menu file that importMenu() would take.
    [[nodiscard]] Result<ControlReply> exportMenu() const;
    //! Every row and tombstone with its version; and the catalog made equal to such a file.
    [[nodiscard]] Result<ControlReply> backUpCatalog() const;
    [[nodiscard]] Result<ControlReply> restoreCatalog(const QByteArray &file);
    //! `model` as the web contract calls it ("products"), or "all".
    [[nodiscard]] Result<ControlReply> invalidateCache(const QString &model);
    [[nodiscard]] Result<ControlReply> answer(const ControlRequest &request);
    //! What somebody should look at, for the log.
    QStringList notices() const;

signals:
    //! The folder or the port could not be taken again; there is nothing left to serve.
    void lost(const saji::Error &error);

private:
    [[nodiscard]] Result<void> becomeStore(const QString &store);
    //! Opens the authority of this store, and makes the node one of its devices.
    [[nodiscard]] Result<void> openAuthority();
    [[nodiscard]] Result<void> openNode();
    [[nodiscard]] Result<ControlReply> askAuthority(const ControlRequest &request);
    [[nodiscard]] Result<void> announceRevocations();
    void renewOwnCertificate();
    [[nodiscard]] Result<void> reopen();

    NodeOptions m_options;
    Access m_access;
    World &m_world;
    std::optional<ListenAddress> m_address;
    std::unique_ptr<Authority> m_authority; //!< null = no device was ever paired here
    Timer m_renewal; //!< looks after the server's own certificate
    std::unique_ptr<Node> m_node;
    std::unique_ptr<PairingDesk> m_pairing;
    PictureFolder m_pictures;
    std::unique_ptr<MasterData> m_masterData;
    std::unique_ptr<FrontDoor> m_door;
    ControlSocket m_control;
};

} // namespace saji
