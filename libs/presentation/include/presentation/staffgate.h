// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>

#include <QObject>
#include <QString>

#include <optional>

namespace saji {

//! Lets staff in by a PIN, and nobody by trying: after three wrong ones the gate is locked for a minute.
//!
//! Without a PIN nobody comes in. The lock outlives the sheet that asks, not the program. GUI thread.
class StaffGate : public QObject
{
    Q_OBJECT

public:
    StaffGate(const QString &pin, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    bool isSet() const { return !m_pin.isEmpty(); }
    int length() const { return int(m_pin.size()); }
    //! True = come in.
    bool enter(const QString &pin);
    //! Before it locks.
    int triesLeft() const;
    bool isLocked() const { return m_lockedUntil.has_value(); }
    Milliseconds lockedFor() const;

signals:
    //! A try was lost, the gate was locked or opened again, or the seconds count down.
    void changed();

private:
    void watch();

    const Clock &m_clock;
    Timer m_timer;
    QString m_pin;
    int m_wrong = 0;
    std::optional<Milliseconds> m_lockedUntil;
};

} // namespace saji
