// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/peerpresenter.h>
#include <presentation/ticketpresenter.h>
#include <widgets/control.h>

namespace saji {

//! Whose kitchen this is, how much hangs, what is late, where tickets come from and the hour.
//!
//! The lamps are the one target: they open the sources. In a narrow window the healthy kiosks share a lamp, then words go, then what is well.
class StationHeader : public Control
{
    Q_OBJECT

public:
    StationHeader(TicketPresenter &tickets, PeerPresenter &peers, QWidget *parent = nullptr);

    void setOutlet(const QString &name, const QString &monogram, QRgb hue);
    void setStation(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    Target target(int index) const override;
    void press(int index) override;

signals:
    void lampsPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    //! What stands behind the names of the lamps.
    enum class Words { All, Trouble, None };
    struct Shown
    {
        QList<PeerLamp> lamps;
        Words words = Words::All;
        qreal width = 0;
    };

    void refresh();
    static bool hasWords(const PeerLamp &lamp, Words words);
    qreal lampsWidth(const QList<PeerLamp> &lamps, Words words) const;
    Shown fitLamps(qreal room) const;
    QRectF lampBox() const;
    qreal paintChip(QPainter &painter, qreal left, const QString &icon, const QString &text, const ColorPair &pair) const;
    void paintLamps(QPainter &painter, const QRectF &box) const;
    qreal paintName(QPainter &painter) const;

    TicketPresenter &m_tickets;
    PeerPresenter &m_peers;
    QString m_outlet, m_monogram, m_station;
    QRgb m_hue = 0;
    Shown m_shown;
    QString m_hour;
    int m_count = 0;
    int m_late = 0;
};

} // namespace saji
