// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <presentation/languageswitch.h>
#include <presentation/ticketbumps.h>
#include <presentation/ticketcard.h>
#include <presentation/ticketmodel.h>

#include <QHash>

namespace saji {

//! What deserves a sound: each kind has its own.
enum class TicketAlert { New, Late, Recalled, Cancelled };

//! What a cook can do with the tickets of one outlet, and what each card says.
//!
//! A ticket answers to a tap or key once per 300 ms, and not at all for 300 ms after it has come to another place: a board that moves
//! under a finger never bumps the neighbour. Seen is what was painted: the board reports it, nothing is assumed. Screen thread.
class TicketPresenter : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds lockOut{300};

    TicketPresenter(OutletId outlet, const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent = nullptr);

    //! The screen is built before the engine is open; from here on tickets arrive.
    void attach(TicketService &service);
    //! The first tickets (or their absence) are known: an empty board is really empty.
    bool isOpen() const { return m_open; }
    const TicketModel &model() const { return m_model; }
    void setLimits(const TicketLimits &limits);

    TicketCard card(int row) const;
    int lateCount() const;
    //! The second that all ages are told by, on Clock::steadyNow().
    Milliseconds second() const { return m_second; }

    //! One legal step, or puts a cancelled ticket away. False while the ticket is locked, or when it does not hang here.
    bool tap(OrderId order);
    bool isLocked(OrderId order) const;
    //! The ticket has come to another place, or another key.
    void moved(OrderId order);
    std::optional<TicketBump> lastBump() const { return m_bumps.last(); }
    //! Takes the last bump back, one step; false when there is none.
    bool recallLast();
    //! The ticket was really on the screen: its card, or its number in the counter of the pages behind.
    void painted(OrderId order);

signals:
    //! Tickets came, went or say something else: lay the board again.
    void changed();
    //! A second has passed: only ages differ.
    void ticked();
    //! A lock came or went: key caps dim.
    void locksChanged();
    //! Once per ticket and kind.
    void alerted(saji::TicketAlert alert, saji::OrderId order);
    //! A step could not be taken; in words for the cook.
    void refused(const QString &sentence);

private:
    void onReset(const QList<TicketView> &tickets);
    void onChanged(const TicketView &ticket);
    void onRefused(OrderId order, const Error &error);
    void tick();
    void scheduleTick();
    void lock(OrderId order);
    void scheduleUnlock();
    void tellLate(bool aloud);

    OutletId m_outlet;
    const Clock &m_clock;
    LanguageSwitch &m_language;
    TicketModel m_model;
    TicketBumps m_bumps;
    TicketLimits m_limits;
    TicketService *m_service = nullptr;
    QHash<OrderId, Milliseconds> m_lockedUntil;
    QHash<OrderId, TicketMood> m_moods;
    QSet<OrderId> m_seen;
    QSet<OrderId> m_recalledHere;
    Milliseconds m_second{0};
    bool m_open = false;
    Timer m_tick;
    Timer m_unlock;
};

} // namespace saji
