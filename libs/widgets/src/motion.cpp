// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/motion.h>

#include <QVariantAnimation>

namespace saji {

QEasingCurve motion::outBack()
{
    QEasingCurve curve(QEasingCurve::OutBack);
    curve.setOvershoot(1.4);
    return curve;
}

Tween::Tween(QObject *parent, std::function<void(qreal)> step) : QObject(parent), m_step(std::move(step))
{
}

Tween::~Tween() = default;

void Tween::start(qreal from, qreal to, int milliseconds, const QEasingCurve &curve)
{
    stop();
    if (milliseconds <= 0) {
        m_value = to;
        m_step(to);
        emit finished();
        return;
    }
    if (!m_animation) {
        m_animation = new QVariantAnimation(this);
        connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
            m_value = value.toDouble();
            m_step(m_value);
        });
        connect(m_animation, &QVariantAnimation::finished, this, &Tween::finished);
    }
    m_value = from;
    m_animation->setStartValue(from);
    m_animation->setEndValue(to);
    m_animation->setDuration(milliseconds);
    m_animation->setEasingCurve(curve);
    m_animation->start();
}

void Tween::stop()
{
    if (m_animation && m_animation->state() != QAbstractAnimation::Stopped)
        m_animation->stop();
}

bool Tween::running() const
{
    return m_animation && m_animation->state() == QAbstractAnimation::Running;
}

} // namespace saji
