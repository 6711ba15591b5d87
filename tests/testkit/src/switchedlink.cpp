// SPDX-License-Identifier: GPL-3.0-or-later
#include "switchedlink.h"

#include <transport/loopback.h>

#include <utility>

namespace saji {

SwitchedLink::Pair SwitchedLink::make(Scheduler &scheduler, const QString &nameA, const QString &nameB, LinkKind kind,
                                      const std::shared_ptr<Direction> &aToB, const std::shared_ptr<Direction> &bToA)
{
    const auto [innerA, innerB] = makeLoopback(scheduler, nameA, nameB, kind);
    const auto a = std::make_shared<SwitchedLink>(scheduler, innerA, bToA);
    const auto b = std::make_shared<SwitchedLink>(scheduler, innerB, aToB);
    a->m_other = b;
    b->m_other = a;
    return {a, b};
}

SwitchedLink::SwitchedLink(Scheduler &scheduler, std::shared_ptr<Link> inner, std::shared_ptr<Direction> arriving)
    : m_scheduler(scheduler), m_inner(std::move(inner)), m_arriving(std::move(arriving))
{
    connect(m_inner.get(), &Link::received, this, [this](const QByteArray &frame) { accept(frame, {}); });
    connect(m_inner.get(), &Link::closed, this, [this](const CloseReason &reason) { accept({}, reason); });
    connect(m_inner.get(), &Link::drained, this, &Link::drained);
}

void SwitchedLink::send(const QByteArray &frame)
{
    if (m_open)
        m_inner->send(frame);
}

void SwitchedLink::close(const CloseReason &reason)
{
    if (m_open)
        finish(reason);
}

qint64 SwitchedLink::backlog() const
{
    const auto other = m_other.lock();
    return m_open ? m_inner->backlog() + (other ? other->m_heldBytes : 0) : 0;
}

void SwitchedLink::breakOff()
{
    if (m_open)
        finish({CloseCode::Abnormal, QStringLiteral("the line was cut")});
}

void SwitchedLink::accept(const QByteArray &frame, const std::optional<CloseReason> &end)
{
    if (!m_open)
        return;
    const auto arrival = std::make_shared<Arrival>(Arrival{frame, end});
    m_arrivals.push_back(arrival);
    m_heldBytes += frame.size();
    if (m_arriving->delay == Milliseconds(0)) {
        // The loopback has already come by the scheduler.
        arrival->matured = true;
        deliver();
        return;
    }
    (void)m_scheduler.after(m_arriving->delay, [arrival, weak = weak_from_this()] {
        arrival->matured = true;
        if (const auto self = weak.lock())
            self->deliver();
    });
}

void SwitchedLink::deliver()
{
    const auto self = shared_from_this();
    while (m_open && !m_arriving->frozen && !m_arriving->stopped && !m_arrivals.empty() && m_arrivals.front()->matured) {
        const auto arrival = m_arrivals.front();
        m_arrivals.pop_front();
        m_heldBytes -= arrival->frame.size();
        if (arrival->end) {
            finish(*arrival->end);
            return;
        }
        hand(arrival->frame);
        if (const auto other = m_other.lock(); other && other->m_open)
            emit other->drained();
    }
}

void SwitchedLink::hand(const QByteArray &frame)
{
    auto &wire = *m_arriving;
    if (wire.holds > 0 && wire.late.isEmpty()) {
        --wire.holds;
        wire.late = frame;
        wire.lateFrom = this;
        breakOff();
        return;
    }
    if (wire.tears > 0 && frame.size() > 1) {
        --wire.tears;
        emit received(frame.left(frame.size() / 2));
        breakOff();
        return;
    }
    ++wire.frames;
    wire.bytes += frame.size();
    emit received(frame);
    if (wire.resends > 0 && m_open) {
        --wire.resends;
        emit received(frame);
    }
    handLate();
}

void SwitchedLink::handLate()
{
    if (!m_open || m_arriving->late.isEmpty() || m_arriving->lateFrom == this)
        return;
    emit received(std::exchange(m_arriving->late, {}));
}

void SwitchedLink::finish(const CloseReason &reason)
{
    const auto self = shared_from_this(); // a slot may drop the last reference to us
    m_open = false;
    m_arrivals.clear();
    m_heldBytes = 0;
    m_inner->close(reason);
    emit closed(reason);
}

} // namespace saji
