// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

//! Seconds that are left, as a ring and a figure. The owner counts and calls; with reduced motion the ring steps with the second.
class IdleRing : public Themed
{
    Q_OBJECT
public:
    explicit IdleRing(QWidget *parent = nullptr);

    //! Both in milliseconds.
    void setRemaining(int remaining, int total);
    int seconds() const { return (m_remaining + 999) / 1000; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_remaining = 0;
    int m_total = 1;
};

//! How far a job is, as a slim bar (printing a receipt).
class ProgressBar : public Themed
{
    Q_OBJECT
public:
    explicit ProgressBar(QWidget *parent = nullptr);

    //! 0 to 1.
    void setProgress(qreal progress);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal m_progress = 0;
};

} // namespace saji
