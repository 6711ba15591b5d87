// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

class Tween;

//! One fact about an order and whether it has happened: leaf disc with a check, or a clock and words. Turns once, when the fact arrives.
class TickRow : public Themed
{
    Q_OBJECT
public:
    explicit TickRow(const QString &fact = {}, QWidget *parent = nullptr);

    void setFact(const QString &fact);
    //! `evidence` is the time or the duration it took.
    //! `ticks`: one check in the disc, or two (it is safe twice).
    void setDone(const QString &evidence, int ticks = 1);
    //! `words` say when it will ("menyusul saat internet pulih").
    void setPending(const QString &words);
    bool done() const { return m_done; }
    int ticks() const { return m_done ? m_ticks : 0; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_fact, m_words;
    bool m_done = false;
    int m_ticks = 1;
    qreal m_in = 1;
    Tween *m_motion = nullptr;
};

} // namespace saji
