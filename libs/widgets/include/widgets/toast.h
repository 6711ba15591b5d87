// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

#include <QPixmap>

class QTimer;

namespace saji {

class Tween;

//! Says that something worked, above the bar, for 2.4 s; never an error and never a needed action. One at a time: the next replaces it.
class Toast : public Themed
{
    Q_OBJECT
public:
    //! Lives in `host`, invisible until show() and never in the way of a finger.
    explicit Toast(QWidget *host);

    //! Distance of its lower edge from the host's, in pixels at the 21.5" reference; default 292 (above bar and utilities).
    void setBottomGap(qreal reference215);
    void showText(const QString &text, const QString &art = {});
    void hideNow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QString m_text, m_art;
    qreal m_bottomGap = 292;
    qreal m_shown = 0;
    QTimer *m_stay = nullptr;
    Tween *m_motion = nullptr;
};

} // namespace saji
