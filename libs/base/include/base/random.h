// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace saji {

//! Where every random bit comes from; handed in, so that a whole restaurant can be replayed from one seed.
class Random
{
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0;

    //! A number in [0, 1).
    double unit() { return double(next() >> 11) * (1.0 / 9007199254740992.0); }
    //! A number in [0, bound); 0 for bound 0. The bias is below 2^-32 for bounds below 2^32.
    quint64 below(quint64 bound) { return bound == 0 ? 0 : next() % bound; }
};

//! The operating system's generator.
class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

//! A repeatable sequence (SplitMix64) for tests and simulations.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    quint64 next() override;

private:
    quint64 m_state;
};

} // namespace saji
