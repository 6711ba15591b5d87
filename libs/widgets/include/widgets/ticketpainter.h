// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/text.h>
#include <widgets/ticketface.h>
#include <widgets/theme.h>

#include <QRectF>

class QPainter;

namespace saji {

//! How high the parts of a ticket's card are, in pixels.
struct TicketMeasure
{
    int head = 0; //!< number, state and who
    QList<int> rows;
    int foot = 0; //!< below the last row
    int continuedFoot = 0; //!< below a card that goes on
};

//! Paints a ticket's card as a kitchen reads it from 1.5 m: number first, then state and age, then what to make.
//!
//! Made for one paint or one measuring; keeps nothing. `compact` is for boards that overflow: rows shrink by a tenth, the number never.
class TicketPainter
{
public:
    explicit TicketPainter(Theme &theme, bool compact = false);

    TicketMeasure measure(const TicketFace &face, int width) const;
    //! `pressed` 0..1 is the finger on it; only what meets the painter's clip is drawn.
    void paint(QPainter &painter, const QRectF &card, const TicketFace &face, const TicketPart &part, qreal pressed = 0) const;
    //! Where the age stands: all that a tick changes.
    QRectF ageBox(const QRectF &card) const;
    //! The ring of a ticket that has just come.
    void paintRing(QPainter &painter, const QRectF &card, qreal strength) const;
    qreal ringWidth() const;

    static QString iconOf(TicketTone tone);

private:
    qreal at(qreal reference) const;
    qreal item(qreal reference) const;
    QFont itemFont(qreal reference, QFont::Weight weight) const;
    ColorPair pairOf(TicketTone tone) const;
    int headHeight(const TicketFace &face) const;
    int rowHeight(const TicketFaceRow &row, int width) const;
    QRectF nameBox(const QRectF &row) const;
    TextBlock allergyWords(const TicketFaceRow &row, qreal width) const;

    void paintHead(QPainter &painter, const QRectF &card, const TicketFace &face, qreal pressed) const;
    void paintNumber(QPainter &painter, const QRectF &card, const TicketFace &face, const ColorPair &pair) const;
    void paintKeyCap(QPainter &painter, const QRectF &card, const TicketFace &face, const ColorPair &pair) const;
    void paintWho(QPainter &painter, const QRectF &card, const TicketFace &face) const;
    void paintRow(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const;
    void paintItem(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const;
    void paintVoided(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const;
    void paintTagged(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const;
    void paintAllergy(QPainter &painter, const QRectF &row, const TicketFaceRow &content) const;
    void paintFoot(QPainter &painter, const QRectF &card, const TicketFace &face, const TicketPart &part) const;

    Theme &m_theme;
    const Palette &m_palette;
    const Metrics &m_metrics;
    qreal m_itemScale;
    qreal m_headFlat;
    qreal m_numberTop;
};

} // namespace saji
