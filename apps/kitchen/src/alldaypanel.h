// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/soldoutmodel.h>
#include <presentation/ticketpresenter.h>
#include <widgets/themed.h>

namespace saji {

//! How much of each dish all open tickets together ask for, and what has run out: for whoever stands at the big pot.
class AllDayPanel : public Themed
{
    Q_OBJECT

public:
    AllDayPanel(TicketPresenter &tickets, SoldOutModel &soldOut, LanguageSwitch &language, const TicketLimits &limits, QWidget *parent = nullptr);

    void setLimits(const TicketLimits &limits);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; }

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QString sellers() const; //!< who sells on what has run out
    qreal paintHead(QPainter &painter, const QRectF &box) const;
    void paintRows(QPainter &painter, const QRectF &box) const;
    qreal paintSoldOut(QPainter &painter, const QRectF &box) const;

    TicketPresenter &m_tickets;
    SoldOutModel &m_soldOut;
    LanguageSwitch &m_language;
    TicketLimits m_limits;
};

} // namespace saji
