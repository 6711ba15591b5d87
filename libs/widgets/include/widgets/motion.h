// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEasingCurve>
#include <QObject>

#include <functional>

class QVariantAnimation;

namespace saji {

class Theme;

//! Section 5 of the look, in milliseconds: how long each motion takes.
namespace motion {
constexpr int pressOut = 120;      //!< a press shows at once and fades in this time
constexpr int countIn = 180;       //!< tile "+" becomes the count; basket badge
constexpr int sheetUp = 240;
constexpr int sheetDown = 180;
constexpr int pageOut = 90;
constexpr int pageIn = 130;
constexpr int toastIn = 160;
constexpr int toastStay = 2400;
constexpr int numberIn = 220;
constexpr int tickIn = 160;
constexpr int attractDrift = 6000;
constexpr int ringPulse = 1000;    //!< new ticket: three times
constexpr int cardSlide = 200;
constexpr int spinnerAfter = 400;  //!< no spinner before
QEasingCurve outBack();            //!< OutBack with overshoot 1.4
} // namespace motion

//! Moves one number from here to there and says where it is; with reduced motion it is there at once.
class Tween : public QObject
{
    Q_OBJECT
public:
    //! `step` is called with every value, the last one included, even when the duration is 0.
    Tween(QObject *parent, std::function<void(qreal)> step);
    ~Tween() override;

    void start(qreal from, qreal to, int milliseconds, const QEasingCurve &curve = QEasingCurve::OutCubic);
    void stop();
    bool running() const;
    qreal value() const { return m_value; }

signals:
    //! Once per start() that was neither stopped nor restarted.
    void finished();

private:
    std::function<void(qreal)> m_step;
    QVariantAnimation *m_animation = nullptr;
    qreal m_value = 0;
};

} // namespace saji
