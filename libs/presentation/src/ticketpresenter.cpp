// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketpresenter.h>

#include <presentation/ticketwords.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr Milliseconds oneSecond{1000};

// All ages change in the same instant and each by exactly one second, however late a timer fires.
Milliseconds wholeSecond(Milliseconds now)
{
    return now - now % oneSecond;
}

} // namespace

TicketPresenter::TicketPresenter(OutletId outlet, const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent)
    : QObject(parent)
    , m_outlet(outlet)
    , m_clock(clock)
    , m_language(language)
    , m_model(outlet)
    , m_second(wholeSecond(clock.steadyNow()))
    , m_tick(scheduler)
    , m_unlock(scheduler)
{
    connect(&m_language, &LanguageSwitch::changed, this, &TicketPresenter::changed);
    scheduleTick();
}

void TicketPresenter::attach(TicketService &service)
{
    Q_ASSERT(!m_service);
    m_service = &service;
    connect(m_service, &TicketService::reset, this, &TicketPresenter::onReset);
    connect(m_service, &TicketService::changed, this, &TicketPresenter::onChanged);
    connect(m_service, &TicketService::refused, this, &TicketPresenter::onRefused);
    m_service->announce();
}

void TicketPresenter::setLimits(const TicketLimits &limits)
{
    m_limits = limits;
    tellLate(false);
    emit changed();
}

TicketCard TicketPresenter::card(int row) const
{
    return describeTicket(m_model.at(row), m_limits, m_second, m_language.language());
}

int TicketPresenter::lateCount() const
{
    const QList<TicketView> &tickets = m_model.tickets();
    return int(std::count_if(tickets.begin(), tickets.end(), [this](const TicketView &ticket) { return isTicketLate(ticket, m_limits, m_second); }));
}

bool TicketPresenter::tap(OrderId order)
{
    const int row = m_model.rowOf(order);
    if (row < 0 || !m_service || isLocked(order))
        return false;
    const TicketView ticket = m_model.at(row);
    if (m_model.putAway(order)) {
        emit changed();
        return true;
    }
    const std::optional<OrderState> next = nextTicketStep(ticket.state);
    if (!next)
        return false;
    lock(order);
    m_bumps.add({.order = order, .outlet = ticket.outlet, .number = ticket.number.toString(), .from = ticket.state, .to = *next,
                 .at = m_clock.steadyNow()});
    m_service->advance(order, ticket.outlet, *next);
    emit changed();
    return true;
}

bool TicketPresenter::isLocked(OrderId order) const
{
    return m_lockedUntil.value(order, Milliseconds(-1)) > m_clock.steadyNow();
}

void TicketPresenter::moved(OrderId order)
{
    lock(order);
}

void TicketPresenter::lock(OrderId order)
{
    m_lockedUntil.insert(order, m_clock.steadyNow() + lockOut);
    scheduleUnlock();
    emit locksChanged();
}

void TicketPresenter::scheduleUnlock()
{
    if (m_lockedUntil.isEmpty())
        return m_unlock.stop();
    const Milliseconds first = *std::min_element(m_lockedUntil.cbegin(), m_lockedUntil.cend());
    m_unlock.start(std::max(Milliseconds(1), first - m_clock.steadyNow()), [this] {
        m_lockedUntil.removeIf([now = m_clock.steadyNow()](const auto &lock) { return lock.value() <= now; });
        scheduleUnlock();
        emit locksChanged();
    });
}

bool TicketPresenter::recallLast()
{
    const std::optional<TicketBump> bump = m_service ? m_bumps.take() : std::nullopt;
    if (!bump)
        return false;
    m_recalledHere << bump->order;
    lock(bump->order);
    m_service->recall(bump->order, bump->outlet);
    emit changed();
    return true;
}

void TicketPresenter::painted(OrderId order)
{
    const int row = m_model.rowOf(order);
    if (row < 0 || !m_service || m_seen.contains(order))
        return;
    m_seen << order;
    if (!m_model.at(row).seenHere)
        m_service->markSeen(order, m_model.at(row).outlet);
}

void TicketPresenter::onReset(const QList<TicketView> &tickets)
{
    m_open = true;
    m_second = wholeSecond(m_clock.steadyNow());
    m_model.reset(tickets);
    tellLate(false);
    emit changed();
    // What came while this screen was off is as new to the cook as what comes now.
    for (const TicketView &ticket : m_model.tickets()) {
        if (!ticket.seenHere && ticket.state == OrderState::Pending)
            emit alerted(TicketAlert::New, ticket.order);
    }
}

void TicketPresenter::onChanged(const TicketView &ticket)
{
    const int row = m_model.rowOf(ticket.order);
    const TicketView before = row < 0 ? TicketView{} : m_model.at(row);
    m_bumps.heard(ticket.order, ticket.state);
    m_model.apply(ticket);
    const bool hangs = m_model.rowOf(ticket.order) >= 0;
    emit changed();
    if (!hangs) {
        m_moods.remove(ticket.order);
        m_seen.remove(ticket.order);
        return;
    }
    const bool recalledHere = ticket.recalled && m_recalledHere.remove(ticket.order);
    if (ticket.recalled && (row < 0 || !before.recalled)) {
        if (!recalledHere)
            emit alerted(TicketAlert::Recalled, ticket.order);
    } else if (row < 0 && !ticket.seenHere) {
        emit alerted(TicketAlert::New, ticket.order);
    } else if (ticket.state == OrderState::Cancelled && before.state != OrderState::Cancelled) {
        emit alerted(TicketAlert::Cancelled, ticket.order);
    }
    tellLate(true);
}

void TicketPresenter::onRefused(OrderId order, const Error &error)
{
    m_bumps.refused(order);
    const int row = m_model.rowOf(order);
    const QString number = row < 0 ? tr("The ticket") : m_model.at(row).number.toString();
    switch (error.code) {
    case ErrorCode::DiskFull:
        emit refused(tr("%1 was not saved: the disk of this screen is full. Call a technician.").arg(number));
        break;
    case ErrorCode::ReadOnly:
    case ErrorCode::Io:
    case ErrorCode::Corrupt:
        emit refused(tr("%1 was not saved: the disk of this screen cannot be written. Call a technician.").arg(number));
        break;
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
        emit refused(tr("%1 was already changed on another screen.").arg(number));
        break;
    default:
        emit refused(tr("%1 was not changed. Tap it again.").arg(number));
    }
    emit changed();
}

void TicketPresenter::tick()
{
    m_second = wholeSecond(m_clock.steadyNow());
    bool moodsDiffer = false;
    for (const TicketView &ticket : m_model.tickets())
        moodsDiffer |= m_moods.value(ticket.order, TicketMood::New) != ticketMood(ticket, m_limits, m_second);
    tellLate(true);
    if (moodsDiffer)
        emit changed();
    emit ticked();
    scheduleTick();
}

void TicketPresenter::scheduleTick()
{
    m_tick.start(wholeSecond(m_clock.steadyNow()) + oneSecond - m_clock.steadyNow(), [this] { tick(); });
}

void TicketPresenter::tellLate(bool aloud)
{
    for (const TicketView &ticket : m_model.tickets()) {
        const TicketMood mood = ticketMood(ticket, m_limits, m_second);
        const auto known = m_moods.constFind(ticket.order);
        const bool turnedLate = mood == TicketMood::Late && known != m_moods.constEnd() && *known != TicketMood::Late;
        m_moods.insert(ticket.order, mood);
        if (turnedLate && aloud)
            emit alerted(TicketAlert::Late, ticket.order);
    }
}

} // namespace saji
