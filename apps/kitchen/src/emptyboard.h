// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/peerpresenter.h>
#include <widgets/themed.h>

namespace saji {

//! A board without tickets that proves itself: who was heard, and when. If somebody is silent there is no food cover, and the sentence says
//! that the board may be incomplete.
class EmptyBoard : public Themed
{
    Q_OBJECT

public:
    explicit EmptyBoard(PeerPresenter &peers, QWidget *parent = nullptr);

    //! Before the engine has opened nobody knows whether there are tickets.
    void setOpening(bool opening);
    //! A line of facts below: what was bumped last, how old the menu is.
    void setFacts(const QStringList &facts);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void paintCover(QPainter &painter, const QRectF &box) const;
    void paintSources(QPainter &painter, const QRectF &box) const;
    void paintSource(QPainter &painter, const QRectF &card, const PeerLamp &lamp) const;
    void paintFacts(QPainter &painter, const QRectF &box) const;

    PeerPresenter &m_peers;
    QStringList m_facts;
    bool m_opening = true;
    QMetaObject::Connection m_ready;
};

} // namespace saji
