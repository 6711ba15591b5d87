// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <kitchen/kitchen.h>
#include <screenkit/fakeservices.h>
#include <testkit/manualscheduler.h>
#include <ticketkit/faketicketservice.h>
#include <ticketkit/sampletickets.h>

namespace saji {

class LanguageLoader;

//! A whole kitchen screen without an engine: two kiosks, a hub and a server, all on virtual time and heard every second unless told to
//! be quiet.
class PracticeKitchen
{
public:
    //! `size` is the window's; sizes of everything follow it.
    explicit PracticeKitchen(const QSize &size = {1920, 1080}, const QString &language = QStringLiteral("id"));

    ~PracticeKitchen();

    //! The engine opens: `tickets` are what it knows.
    void open(const QList<TicketView> &tickets = {});
    //! Time passes in steps; all but `quiet` are heard in each second.
    void live(Milliseconds span, const QStringList &quiet = {});
    PeerView &peer(const QString &id);
    void close(const QString &id, SyncCause cause = SyncCause::NoAnswer);
    //! Lets the event loop lay and paint what has changed.
    void settle();
    QString stateOf(const QString &number) const; //!< "pending"; empty when it does not hang here
    QPoint placeOf(const QString &number); //!< the middle of its card, in the window

    std::unique_ptr<LanguageLoader> words; // outlives the screen that speaks it
    ManualClock clock;
    ManualScheduler scheduler{clock};
    SampleTickets samples{clock};
    FakeTicketService tickets{clock};
    FakeMenuService menu;
    FakeSyncService sync;
    std::unique_ptr<Kitchen> kitchen;

    KitchenWindow &window() { return kitchen->window(); }

private:
    PeerView made(PeerRole role, const QString &id, const QString &name, Milliseconds heardAgo);

    QSet<QString> m_silent; // given up by the neighbour that reports them
};

} // namespace saji
