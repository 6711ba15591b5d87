// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace saji {

//! How this guest needs the screen: larger text, high contrast, everything within reach of a seat, less motion. Gone with the guest.
class AccessSettings : public QObject
{
    Q_OBJECT

public:
    explicit AccessSettings(bool reducedMotionAlways = false, QObject *parent = nullptr);

    static const QList<int> &textScales(); //!< per cent: 100, 125, 150, 200

    int textScale() const { return m_now.textScale; }
    bool highContrast() const { return m_now.highContrast; }
    bool seated() const { return m_now.seated; }
    bool reducedMotion() const { return m_now.reducedMotion; }
    //! The guest has asked for anything: more time before the screen asks whether they are still there.
    bool isAccessible() const { return m_now != m_standard; }

    void setTextScale(int percent); //!< another value is ignored
    void setHighContrast(bool on);
    void setSeated(bool on);
    void setReducedMotion(bool on);
    void reset();

signals:
    void changed();

private:
    struct Values
    {
        int textScale = 100;
        bool highContrast = false;
        bool seated = false;
        bool reducedMotion = false;
        friend bool operator==(const Values &, const Values &) = default;
    };
    void take(const Values &values);

    Values m_standard;
    Values m_now;
};

} // namespace saji
