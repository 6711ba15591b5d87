// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>

#include <QHash>
#include <QObject>

#include <memory>
#include <unordered_map>

class QSoundEffect;

namespace saji {

//! Rings for a kitchen: one sound per kind, one volume per station.
//!
//! The audio system is loaded with the first sound that is really to be heard, after what it rings for has been painted. A machine without
//! audio stays silent, says so once in the log, and keeps its visual flash. What comes within a second of the same kind rings once.
class Chime : public QObject
{
    Q_OBJECT

public:
    enum class Sound { New, Late, Recalled, Cancelled, SourceSilent };
    Q_ENUM(Sound)

    explicit Chime(const Clock &clock, QObject *parent = nullptr);
    ~Chime() override;

    bool isMuted() const { return m_muted; }
    void setMuted(bool muted);
    int volume() const { return m_volume; } //!< 0..100, as people hear it
    void setVolume(int volume);
    bool isAudible() const { return !m_muted && m_volume > 0; }

    void ring(Sound sound);
    //! As `ring`, however short the time since the last: the test tone.
    void test() { play(Sound::New); }

signals:
    //! Asked for, muted or not: the flash follows.
    void rang(saji::Chime::Sound sound);
    void changed();

private:
    void play(Sound sound);

    const Clock &m_clock;
    QHash<Sound, Milliseconds> m_rangAt;
    std::unordered_map<int, std::unique_ptr<QSoundEffect>> m_effects;
    bool m_muted = false;
    bool m_noAudioSaid = false;
    int m_volume = 70;
};

} // namespace saji
