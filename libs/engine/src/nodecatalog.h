// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/node.h>
#include <sync/frames.h>

#include <vector>

namespace saji {

class CatalogPuller;
class MenuPictures;
class MenuShelf;
class MovingClient;
class NodeLinks;
class SyncMonitor;

//! Keeps the menu of one node fresh along its links, and tells screens and neighbours when it is new; with the pictures of a kiosk or a hub.
//!
//! Nothing is asked for before start(). Lives on the thread of the catalog.
class NodeCatalog : public QObject
{
    Q_OBJECT

public:
    struct Rooms
    {
        CatalogStore &catalog;
        MenuShelf &shelf;
        SyncMonitor &monitor;
        NodeLinks &links;
        World &world;
    };

    NodeCatalog(const Rooms &rooms, const NodeOptions &options, const QString &store, QObject *parent = nullptr);
    ~NodeCatalog() override;

    //! InvalidArgument: the options name no cache that there can be.
    [[nodiscard]] Result<void> openPictures();
    void start();
    //! Asks now: somebody wants to know, or what hindered it has passed. Nothing where there is nobody to ask.
    void refresh();
    //! The rows have changed, by whatever hand.
    void changed();

private:
    void addSources(const QString &store);
    MovingClient *addMovingSource(const QString &name);
    std::unique_ptr<HttpClient> toServer();
    std::unique_ptr<HttpClient> toHub();
    std::unique_ptr<HttpClient> toPictures();
    void moveTo(NodeKind kind, const QUrl &url);
    void offered(const HelloFrame &peer, const CatalogVersion &version, const QUrl &url);
    void followPuller();
    bool isLooking() const;
    void readerKnows(const CatalogVersion &version);
    void settle();

    Rooms m_rooms;
    NodeOptions m_options;
    // Clients of puller and pictures whose address is found; none where it was typed, or nobody is looked for.
    std::vector<MovingClient *> m_toServer;
    std::vector<MovingClient *> m_toHub;
    MovingClient *m_toNeighbour = nullptr; //!< the device that last had something newer
    std::unique_ptr<CatalogPuller> m_puller; //!< null = there is nobody to pull from
    std::unique_ptr<MenuPictures> m_pictures; //!< null = no dishes are shown here, and none are kept for others
};

} // namespace saji
