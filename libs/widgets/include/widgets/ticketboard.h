// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>
#include <widgets/ticketpainter.h>

#include <QHash>
#include <QSet>

namespace saji {

//! One card of a board in its place, in the board's own coordinates.
struct TicketCell
{
    TicketFace face;
    TicketPart part;
    QRect box;
    int index = 0; //!< of this ticket's cards: 0 is the one with the first rows
};

//! Paints one page of tickets; the whole card is the target.
//!
//! A tap counts for the ticket that was under the finger when it came down: what has moved there since is not pressed. Only what differs
//! is painted again, so a tick costs ten small boxes. Cards that come to another place slide there.
class TicketBoard : public Control
{
    Q_OBJECT
public:
    explicit TicketBoard(QWidget *parent = nullptr);

    //! What hangs here now. `slides`: same page as before, so that moved cards slide; else they are simply there.
    void setCells(const QList<TicketCell> &cells, bool compact, bool slides);
    const QList<TicketCell> &cells() const { return m_cells; }

    int targetCount() const override { return int(m_cells.size()); }
    Target target(int index) const override;
    void press(int index) override;
    //! The place of a ticket's card by its number ("A-042"), for scripts.
    Q_INVOKABLE QRect targetRect(const QString &number) const;

signals:
    void tapped(const QString &id);
    //! These tickets' cards were painted whole since they came to this page; after the paint, once each.
    void painted(const QStringList &ids);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void themeChanged() override;
    int debounceMs() const override { return 0; } // the lock-out is the presenter's, and per ticket

private:
    struct Slide
    {
        QPixmap picture;
        QPointF from;
    };

    static QString keyOf(const TicketCell &cell);
    const TicketCell *cellOf(const QString &key) const;
    void repaintDifferences(const QList<TicketCell> &before);
    void startSlides(const QList<TicketCell> &before);
    void stepSlides();
    void pulse();
    QRect ringBox(const QRect &card) const;
    QRect slideBox(const TicketCell &cell) const;
    void remember();
    void report(const QStringList &ids);

    QList<TicketCell> m_cells;
    QHash<QString, Slide> m_slides;
    QSet<QString> m_reported;
    QString m_underFinger;
    bool m_compact = false;
    Tween *m_slide = nullptr;
    Tween *m_pulse = nullptr;
};

} // namespace saji
