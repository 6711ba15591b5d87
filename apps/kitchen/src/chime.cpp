// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchen/chime.h>

#include "tuning.h"

#include <QAudio>
#include <QAudioDevice>
#include <QLoggingCategory>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

Q_LOGGING_CATEGORY(logSound, "saji.kitchen.sound")

// Long enough for the ticket to be on the screen first, too short for an ear.
constexpr int afterThePaintMs = 20;

QUrl fileOf(Chime::Sound sound)
{
    switch (sound) {
    case Chime::Sound::New: return QUrl(u"qrc:/saji/sounds/new-order.wav"_s);
    case Chime::Sound::Late: return QUrl(u"qrc:/saji/sounds/late.wav"_s);
    case Chime::Sound::Recalled:
    case Chime::Sound::Cancelled: return QUrl(u"qrc:/saji/sounds/recalled.wav"_s);
    case Chime::Sound::SourceSilent: return QUrl(u"qrc:/saji/sounds/source-silent.wav"_s);
    }
    return {};
}

} // namespace

Chime::Chime(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

Chime::~Chime() = default;

void Chime::setMuted(bool muted)
{
    if (muted == m_muted)
        return;
    m_muted = muted;
    if (m_muted) {
        for (const auto &[sound, effect] : m_effects)
            effect->stop();
    }
    emit changed();
}

void Chime::setVolume(int volume)
{
    const int wanted = qBound(0, volume, 100);
    if (wanted == m_volume)
        return;
    m_volume = wanted;
    emit changed();
}

void Chime::ring(Sound sound)
{
    const Milliseconds now = m_clock.steadyNow();
    const auto last = m_rangAt.constFind(sound);
    if (last != m_rangAt.constEnd() && now - *last < tuning::ringTogether)
        return;
    m_rangAt.insert(sound, now);
    emit rang(sound);
    if (isAudible())
        QTimer::singleShot(afterThePaintMs, this, [this, sound] { play(sound); });
}

void Chime::play(Sound sound)
{
    if (!isAudible())
        return;
    if (QMediaDevices::audioOutputs().isEmpty()) {
        if (!m_noAudioSaid)
            qCInfo(logSound) << "no audio output: this screen flashes and does not ring";
        m_noAudioSaid = true;
        return;
    }
    std::unique_ptr<QSoundEffect> &effect = m_effects[int(sound)];
    if (!effect) {
        effect = std::make_unique<QSoundEffect>();
        effect->setSource(fileOf(sound));
    }
    effect->setVolume(float(QAudio::convertVolume(m_volume / 100.0, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
    effect->play();
}

} // namespace saji
