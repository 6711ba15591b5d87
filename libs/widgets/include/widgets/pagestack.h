// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QPixmap>
#include <QStackedWidget>

namespace saji {

class Tween;

//! Pages of a program, one visible; the old one leaves (90 ms) before the new one comes (130 ms). Taps during that time go nowhere.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    enum class Way { Forward, Back, Fade };
    //! Turns to a page that was added before. Turning to the page on top does nothing.
    void turnTo(QWidget *page, Way way = Way::Forward);
    bool turning() const;

signals:
    //! The page is there and can be pressed.
    void turned(QWidget *page);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Curtain;
    void finish();

    Curtain *m_curtain = nullptr;
    Tween *m_motion = nullptr;
};

} // namespace saji
