// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/dialer.h>
#include <transport/dialers.h>
#include <transport/discovery.h>
#include <transport/http.h>

#include <QHash>

#include <map>
#include <memory>
#include <vector>

namespace saji {

class SwitchedLink;
struct Beacon;

//! A network in one process: nodes by name, dialers between them, and every way in which a restaurant's network fails, as a switch.
//!
//! Between any two nodes there is one line. What is switched on a line holds for the links it carries now and for later dials, in
//! both directions unless a function says otherwise. Everything happens by the scheduler, in order; on a ManualScheduler the same
//! calls give the same run. The switchboard must outlive the dialers and clients it made.
class Switchboard
{
public:
    using Answerer = std::function<void(const std::shared_ptr<Link> &)>;

    explicit Switchboard(Scheduler &scheduler);
    ~Switchboard();
    Switchboard(const Switchboard &) = delete;
    Switchboard &operator=(const Switchboard &) = delete;

    //! A node that can be dialed from now on; `onLinked` is given its end of each link, before the one who dialed gets theirs.
    void plugIn(const QString &node, Answerer onLinked);
    //! The node's process is gone: its links are cut, dials find nobody.
    void unplug(const QString &node);
    //! Answers plain HTTP requests to `node`.
    void serve(const QString &node, HttpHandler handler);

    [[nodiscard]] std::unique_ptr<Dialer> dialer(const QString &from, const QString &to, LinkKind kind = LinkKind::WebSocket);
    [[nodiscard]] std::unique_ptr<HttpClient> httpClient(const QString &from, const QString &to);

    //! Tells the others that `node` is there, and it of them, a second apart: like datagrams, over the lines as they are, and no farther. The
    //! address of a node is its name. Who is not plugged in says no goodbye.
    [[nodiscard]] std::unique_ptr<Discovery> discovery(const QString &node);

    //! Dials of this kind are answered by something that is not Saji (a proxy that knows no WebSocket); present links stay.
    void refuse(const QString &a, const QString &b, LinkKind kind, bool refused = true);
    //! The cable is out: links are cut, dials are Unreachable, until switched back.
    void setDown(const QString &a, const QString &b, bool down = true);
    //! Breaks the present links without a word; frames on their way are lost. A new dial works.
    void cut(const QString &a, const QString &b);
    //! Half-open: links stay open, nothing passes, dials time out. Thawed, what was held back arrives.
    void freeze(const QString &a, const QString &b, bool frozen = true);
    //! One way only: what `from` sends to `to` is held back.
    void freezeOneWay(const QString &from, const QString &to, bool frozen = true);
    //! How long a frame travels from now on, never overtaking an earlier one.
    void setDelay(const QString &a, const QString &b, Milliseconds delay);
    //! The same for every line of a node.
    void setDown(const QString &node, bool down = true);
    void cut(const QString &node);

    //! The node's process stands still: what is sent to it waits, whoever dials it gets no answer.
    void setStopped(const QString &node, bool stopped);
    //! The next frame on its way there arrives twice; in part, and breaks the link; or is swallowed with its link and comes up in a later one.
    void resendNext(const QString &from, const QString &to);
    void tearNext(const QString &from, const QString &to);
    void holdNext(const QString &from, const QString &to);
    //! Forgets what of these has not happened yet, and the frames that have not come up, on every line of the node.
    void clearTricks(const QString &node);
    //! Dialers and clients that are made for this node from now on use this time (default: the switchboard's).
    void useScheduler(const QString &node, Scheduler &scheduler);

    //! Open links between the two.
    qsizetype openLinks(const QString &a, const QString &b) const;
    //! Dials made so far, whatever came of them.
    int dials(const QString &from, const QString &to, LinkKind kind) const;
    //! Frames that have arrived at `to`.
    int frames(const QString &from, const QString &to) const;
    //! Bytes of all frames that have arrived anywhere.
    qint64 bytes() const;
    //! Open links between any two.
    qsizetype openLinks() const;

private:
    struct Line;
    class LineDialer;
    class LineClient;
    class LineDiscovery;
    friend class SwitchedLink;

    Scheduler &schedulerOf(const QString &node) const { return *m_schedulers.value(node, &m_scheduler); }
    Line &line(const QString &a, const QString &b);
    Line *findLine(const QString &a, const QString &b) const;
    void broadcast(const QString &from, const Beacon &beacon);
    bool isDown(const QString &a, const QString &b) const;
    Result<std::shared_ptr<Link>> join(const QString &from, const QString &to, LinkKind kind);

    Scheduler &m_scheduler;
    QHash<QString, Answerer> m_nodes;
    QHash<QString, HttpHandler> m_handlers;
    QHash<QString, bool> m_downNodes;
    QHash<QString, Scheduler *> m_schedulers;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::map<QString, LineDiscovery *> m_discoveries; //!< by name, so that the same calls give the same run
    quint64 m_runs = 0;
};

} // namespace saji
