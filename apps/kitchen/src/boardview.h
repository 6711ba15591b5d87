// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/boardlayout.h>
#include <presentation/ticketpresenter.h>
#include <widgets/ticketboard.h>

#include <QWidget>

namespace saji {

//! Hangs the tickets of a presenter on a board of pages: who is where, which key bumps whom, and what has been seen.
//!
//! A change is laid out once for all that arrived together, in the same turn of the event loop, and painted at once. Seen is a ticket
//! whose first card was painted, or whose number the counter of the other pages has painted (see nextUnseen).
class BoardView : public QWidget
{
    Q_OBJECT

public:
    BoardView(TicketPresenter &presenter, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);

    int page() const { return m_page; }
    int pages() const { return m_layout.pages(); }
    void turn(int by);
    //! Tickets whose first card hangs on another page.
    int elsewhere() const;
    //! One that has come to another page and that nobody has been told of; null = none.
    OrderId nextUnseen() const { return m_unseen.isEmpty() ? OrderId() : m_unseen.first(); }
    //! Its number was really painted in the counter.
    void counted(OrderId order);
    QString numberOf(OrderId order) const;

    //! The bump bar: 1 to 9, then 0. False when no ticket has this key.
    bool bump(int key);
    //! For scripts: what hangs on the page that shows.
    const TicketBoard &board() const { return *m_board; }
    static OrderId orderOf(const TicketFace &face);

signals:
    void pagesChanged();
    void touched();
    //! A ticket's card has gone to the screen for the first time.
    void painted(saji::OrderId order);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Measured
    {
        QList<TicketFaceRow> rows;
        bool foot = false;
        bool late = false;
        TicketMeasure measure;
    };
    struct Laid
    {
        BoardLayout layout;
        bool compact = false;
        int columnWidth = 0;
    };

    void soon();
    void lay();
    Laid layAt(const QList<TicketCard> &cards, bool compact);
    const TicketMeasure &measured(const TicketCard &card, bool compact, int width);
    void forgetMeasures();
    void show(const QList<TicketCard> &cards, bool samePage);
    TicketCell cellOf(const BoardCard &place, const TicketCard &card, const QString &keyCap) const;
    void lockMoved(const QList<TicketCell> &before, const QList<TicketCell> &after);
    void collectUnseen();
    void onAlert(TicketAlert alert, OrderId order);
    void freshen();
    void rest();
    QRect boardArea() const;
    int columns(int width) const;

    TicketPresenter &m_presenter;
    const Clock &m_clock;
    TicketBoard *m_board;
    BoardLayout m_layout;
    QHash<OrderId, Measured> m_measured[2]; // in full size, and compact
    QHash<OrderId, Milliseconds> m_freshUntil;
    QList<OrderId> m_unseen;
    QSet<OrderId> m_told;
    QRect m_area;
    int m_columnWidth = 0;
    bool m_compact = false;
    int m_measuredWidth = 0;
    int m_page = 0;
    int m_shownPage = -1;
    bool m_dirty = false;
    Timer m_fresh;
    Timer m_home;
};

} // namespace saji
