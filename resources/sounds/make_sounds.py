#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the kitchen's sounds beside this file: 44.1 kHz, mono, 16 bit.

Hoods and fryers roar below 500 Hz, so every tone carries its energy between 800 and 4000 Hz, and the four signals differ in rhythm, not
only in pitch: a cook with hearing protection on tells them apart.
"""
import math
import pathlib
import struct
import wave

RATE = 44_100
PEAK = 0.89  # of full scale: small speakers distort above it
A5, E6, C6, G5, D6 = 880.0, 1318.5, 1046.5, 784.0, 1174.7

# How a struck bar rings: (times the pitch, loudness, how fast it dies away in 1/s).
CHIME = ((1, 1.0, 5.5), (2, 0.55, 8), (3, 0.32, 11), (4.2, 0.2, 18))
# How a buzzer holds: its overtones stay.
BUZZER = ((1, 1.0, 0.4), (2, 0.7, 0.4), (3, 0.5, 0.4), (5, 0.22, 0.4))


def tone(pitch, seconds, voice, attack=0.004, release=0.03):
    """One note, which starts and ends in silence so that nothing clicks."""
    count = round(seconds * RATE)
    samples = []
    for i in range(count):
        t = i / RATE
        edge = min(1.0, t / attack, (count - 1 - i) / (release * RATE))
        samples.append(edge * sum(loud * math.exp(-decay * t) * math.sin(math.tau * pitch * times * t) for times, loud, decay in voice))
    return samples


def score(seconds, *notes):
    """Notes as (start in seconds, samples, loudness), laid over each other and brought to the common peak."""
    mixed = [0.0] * round(seconds * RATE)
    for start, samples, loudness in notes:
        first = round(start * RATE)
        for i, sample in enumerate(samples[:len(mixed) - first]):
            mixed[first + i] += loudness * sample
    loudest = max(map(abs, mixed))
    fade = round(0.01 * RATE)
    for i in range(fade):
        mixed[-1 - i] *= i / fade
    return [PEAK * sample / loudest for sample in mixed]


def sounds():
    pulse = tone(C6, 0.11, BUZZER)
    high, low = tone(D6, 0.24, BUZZER, 0.01), tone(G5, 0.24, BUZZER, 0.01)
    return {
        # Two bars, rising: something good has come.
        'new-order': score(0.62, (0, tone(A5, 0.4, CHIME), 0.9), (0.15, tone(E6, 0.47, CHIME), 1.0)),
        # Up, back and up again: the dish comes once more.
        'recalled': score(0.7, (0, tone(E6, 0.26, CHIME), 0.9), (0.14, tone(A5, 0.26, CHIME), 0.9), (0.28, tone(E6, 0.42, CHIME), 1.0)),
        # Three knocks on one pitch: look at the clock.
        'late': score(0.62, *((i * 0.19, pulse, 1.0) for i in range(3))),
        # High and low twice, as a siren: a kiosk has gone silent, the board may be incomplete.
        'source-silent': score(1.1, (0, high, 1.0), (0.26, low, 1.0), (0.54, high, 1.0), (0.8, low, 1.0)),
    }


def main():
    folder = pathlib.Path(__file__).resolve().parent
    for name, samples in sounds().items():
        with wave.open(str(folder / f'{name}.wav'), 'wb') as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b''.join(struct.pack('<h', round(32767 * sample)) for sample in samples))


if __name__ == '__main__':
    main()
