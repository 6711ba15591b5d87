// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gateway/nodefacts.h>
#include <services/syncservice.h>

#include <QObject>

#include <functional>

namespace saji {

//! Knows how a node is when somebody asks: gathers its numbers, and remembers whether the disk last said no.
//!
//! Lives on the node's thread; the node must outlive it.
class NodeWatch : public QObject
{
    Q_OBJECT

public:
    NodeWatch(Node &node, const Clock &clock, QObject *parent = nullptr);

    //! As of now; reads the log once, so that a disk that has gone bad is noticed by whoever watches.
    NodeFacts facts() const;
    //! A hub adds what its web clients do.
    void setWeb(std::function<WebFacts()> web) { m_web = std::move(web); }

private:
    void fillLinks(NodeFacts &facts) const;
    void fillNotices(NodeFacts &facts) const;

    Node &m_node;
    const Clock &m_clock;
    Milliseconds m_startedAt;
    QString m_databaseError;
    SyncStatus m_sync;
    int m_menuFaults = 0; //!< rows of the menu that cannot be used
    std::function<WebFacts()> m_web;
};

} // namespace saji
