// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

#include <QList>

namespace saji {

//! One figure of the day: caption, figure, one line of evidence, and a spark line only where a trend matters.
class StatCard : public Themed
{
    Q_OBJECT
public:
    enum class Tone { Normal, Good, Warning, Bad };

    explicit StatCard(const QString &caption = {}, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    void setFigure(const QString &figure, const QString &evidence = {}, Tone tone = Tone::Normal);
    //! Oldest first; fewer than two values = no line.
    void setTrend(const QList<double> &values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTrend(QPainter &painter, const QRectF &box) const;

    QString m_caption, m_figure, m_evidence;
    Tone m_tone = Tone::Normal;
    QList<double> m_trend;
};

} // namespace saji
