// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>

#include <QRandomGenerator>

namespace saji {

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRandom::next()
{
    // SplitMix64 (Steele, Lea, Flood 2014): every seed, 0 included, gives a full-period sequence.
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace saji
