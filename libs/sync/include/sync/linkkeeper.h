// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sync/fallbackpolicy.h>
#include <sync/linkmode.h>
#include <sync/syncsession.h>
#include <transport/dialer.h>

#include <QObject>

#include <memory>
#include <optional>

namespace saji {

//! What is known of the way to one peer; a value for status panels. Steady times are Clock::steadyNow().
struct LinkStatus
{
    LinkMode mode = LinkMode::Disconnected;
    std::optional<Milliseconds> connectedSince;
    std::optional<Milliseconds> disconnectedSince; //!< set from the start until first connected
    std::optional<Milliseconds> lastHeard;
    Milliseconds roundTrip{0};
    std::optional<Error> lastError; //!< why it is not connected (or why it polls)
    std::optional<HelloFrame> peer; //!< the last one identified
    VersionVector peerHas;
    int attempts = 0; //!< dials of the socket since it was last up
    std::optional<Milliseconds> nextTry; //!< of the socket; nullopt while it is up, or being dialled
    Milliseconds pingEvery{1000}; //!< the pace of its signs of life, while it is connected
    LinkFigures figures;
    bool refusedForGood = false; //!< the peer answered, and said no (wrong store, version): still retried, slowly
};

//! Keeps one live link to one peer, WebSocket if it can, polling if it must, for ever: it never gives up. Lives on the thread of the log.
class LinkKeeper : public QObject
{
    Q_OBJECT

public:
    LinkKeeper(const SyncContext &context, Reach reach, std::unique_ptr<Dialer> socket, std::unique_ptr<Dialer> polling, Random &random,
               QObject *parent = nullptr);
    ~LinkKeeper() override;

    void start();
    //! Dials at once, whatever the ladder says ("Sync now").
    void knock();
    const LinkStatus &status() const;
    SyncSession *session() const; //!< the live one, or null

signals:
    void statusChanged();
    void sessionOpened(saji::SyncSession *session);
    void reported(const QByteArray &report);
    void boardHeard(const saji::BoardDigest &digest);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
