// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardhashes.h"

#include "tuning.h"

namespace saji {
namespace {

//! The same on every machine and in every run, unlike qHash().
class Mixer
{
public:
    void add(quint64 value)
    {
        m_state += value + 0x9e3779b97f4a7c15;
        m_state = (m_state ^ (m_state >> 30)) * 0xbf58476d1ce4e5b9;
        m_state = (m_state ^ (m_state >> 27)) * 0x94d049bb133111eb;
        m_state ^= m_state >> 31;
    }
    void add(const QByteArray &bytes)
    {
        for (const auto byte : bytes)
            add(quint64(quint8(byte)));
    }
    quint64 value() const { return m_state; }

private:
    quint64 m_state = 0;
};

//! What a cook acts on; what is only told (ages, who has seen it, the server's word) may differ for a moment.
quint64 hashOf(const Order &order)
{
    quint64 sum = 0;
    for (const auto &ticket : order.tickets) {
        if (!isOpen(ticket.state))
            continue;
        Mixer mixer;
        mixer.add(order.placed.id.toBytes());
        mixer.add(quint64(ticket.outlet.value()));
        mixer.add(quint64(ticket.state));
        mixer.add(quint64(ticket.recalled));
        mixer.add(order.placed.number.toString().toUtf8());
        if (const auto *part = order.part(ticket.outlet)) {
            for (const auto &line : part->lines) {
                mixer.add(quint64(line.product.value()));
                mixer.add(quint64(line.quantity));
            }
        }
        sum += mixer.value();
    }
    return sum;
}

} // namespace

void BoardHashes::begin()
{
    m_open.clear();
    m_sum = 0;
    m_isComplete = true;
    m_isGivenUp = false;
}

void BoardHashes::set(const Order &order)
{
    if (!m_isComplete || m_isGivenUp)
        return;
    const auto id = order.placed.id;
    m_sum -= m_open.take(id);
    if (!order.isOpen())
        return;
    const auto hash = hashOf(order);
    m_open.insert(id, hash);
    m_sum += hash;
}

std::optional<quint64> BoardHashes::sum() const
{
    return m_isGivenUp || m_open.size() > tuning::boardCounted ? std::nullopt : std::optional(m_sum);
}

} // namespace saji
