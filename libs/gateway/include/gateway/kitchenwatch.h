// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <services/syncservice.h>

#include <QHash>
#include <QObject>

namespace saji {

//! The screen of a kitchen that has come or gone.
struct KitchenStatus
{
    QString room;   //!< its outlet
    QString device; //!< what the screen calls itself, or its connection
    QString name;   //!< for people; may be empty
    bool isOnline = false;
    int online = 0; //!< screens of the same outlet that are there, with this one
};

//! Knows which kitchens of a restaurant are there, whatever they run: native ones as this node or a neighbour hears them, and pages as
//! they join and leave. Lives on the node's thread.
class KitchenWatch : public QObject
{
    Q_OBJECT

public:
    explicit KitchenWatch(SyncService &sync, QObject *parent = nullptr);

    //! A page has joined as the kitchen of an outlet, or has gone. A device that has joined twice is gone when both have.
    void joined(const QString &room, const QString &device);
    void left(const QString &room, const QString &device);
    //! Who is there now.
    QList<KitchenStatus> online(const QString &room) const;

signals:
    void changed(const saji::KitchenStatus &kitchen);

private:
    struct Seen
    {
        KitchenStatus status;
        int pages = 0;
    };

    void look(const SyncStatus &status);
    void tell(Seen &seen, bool isOnline);
    int onlineIn(const QString &room) const;

    QHash<QString, Seen> m_native; //!< by device
    QHash<QString, Seen> m_pages;  //!< by room and device
};

} // namespace saji
