// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/outboxpresenter.h>

#include <presentation/menuwords.h>
#include <presentation/outboxwords.h>
#include <presentation/peerwords.h>

#include "tuning.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

OutboxPresenter::OutboxPresenter(const Clock &clock, Scheduler &scheduler, LanguageSwitch &language, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_language(language)
    , m_waiting(clock, language, [this](Milliseconds steady, bool brief) { return hourOf(steady, brief); })
    , m_flagged(clock, language, [this](Milliseconds steady, bool brief) { return hourOf(steady, brief); })
    , m_tick(scheduler)
{
    m_menu.menu = std::make_shared<const Menu>();
    connect(&m_language, &LanguageSwitch::changed, this, &OutboxPresenter::changed);
    m_tick.start(tuning::lampsEvery, [this] { tick(); });
}

void OutboxPresenter::attach(OutboxService &service)
{
    Q_ASSERT(!m_service);
    m_service = &service;
    connect(&service, &OutboxService::changed, this, &OutboxPresenter::setState);
    connect(&service, &OutboxService::exported, this, [this](const OrderId &order, const QString &file) {
        emit told(tr("%1 exported to %2").arg(numberOf(order), file), true);
    });
    connect(&service, &OutboxService::refused, this, [this](const OrderId &order, const Error &error) {
        emit told(tr("%1: %2").arg(numberOf(order), OutboxWords::refusal(error)), false);
    });
    service.announce();
}

void OutboxPresenter::setState(const OutboxState &state)
{
    m_state = state;
    m_known = true;
    m_waiting.setOrders(state.waiting);
    m_flagged.setOrders(state.flagged);
    emit changed();
}

void OutboxPresenter::tick()
{
    m_waiting.tick();
    m_flagged.tick();
    if (m_known && (m_state.waitingCount > 0 || m_state.nextTry))
        emit changed();
    m_tick.start(tuning::lampsEvery, [this] { tick(); });
}

QString OutboxPresenter::hourOf(Milliseconds steady, bool brief) const
{
    const Milliseconds age = m_clock.steadyNow() - steady;
    const Milliseconds wall = m_clock.wallNow() - age;
    const QString hour = MenuWords::hour(wall, m_menu.menu->store().timeZone, m_language.locale());
    // Of another day, the hour alone would mislead.
    const int days = int(std::chrono::duration_cast<std::chrono::hours>(age).count() / 24);
    return days > 0 && !brief ? tr("%1, %n day(s) ago", nullptr, days).arg(hour) : hour;
}

const OutboxOrder *OutboxPresenter::find(const OrderId &order) const
{
    for (const OutboxModel *model : {&m_flagged, &m_waiting}) {
        if (const int row = model->rowOf(order); row >= 0)
            return &model->orders().at(row);
    }
    return nullptr;
}

QString OutboxPresenter::numberOf(const OrderId &order) const
{
    const OutboxOrder *known = find(order);
    return known ? OutboxWords::number(*known) : tr("Order");
}

Milliseconds OutboxPresenter::oldestAge() const
{
    return m_state.oldestPlacedAt ? std::max(Milliseconds(0), m_clock.steadyNow() - *m_state.oldestPlacedAt) : Milliseconds(0);
}

QString OutboxPresenter::oldest() const
{
    return m_state.waitingCount > 0 && m_state.oldestPlacedAt ? PeerWords::span(oldestAge(), m_language.locale()) : u"–"_s;
}

int OutboxPresenter::alone() const
{
    return int(std::count_if(m_state.waiting.begin(), m_state.waiting.end(), [](const OutboxOrder &order) { return order.reach == OrderReach::ThisDevice; }));
}

OutboxSummary OutboxPresenter::summary() const
{
    if (!m_known)
        return {.mood = HealthMood::Look, .icon = u"pulse"_s, .sentence = tr("Looking …"), .evidence = tr("The orders are being read.")};
    const QString longest = PeerWords::longSpan(oldestAge(), m_language.locale());
    if (m_state.overdueCount > 0) {
        return {.mood = HealthMood::Bad, .icon = u"alert"_s,
                .sentence = tr("%n order(s) have not reached the server for a day.", nullptr, int(m_state.overdueCount)),
                .evidence = tr("They are still sent again and again; none is deleted. The oldest has waited for %1.").arg(longest)};
    }
    if (m_state.flaggedCount > 0) {
        return {.mood = HealthMood::Look, .icon = u"octagon"_s, .sentence = tr("The server has a remark on %n order(s).", nullptr, int(m_state.flaggedCount)),
                .evidence = tr("They stand and were cooked. Somebody should look at them.")};
    }
    if (m_state.waitingCount == 0)
        return {.mood = HealthMood::Good, .icon = u"check"_s, .sentence = tr("Every order is at the server."), .evidence = tr("None waits and none is in quarantine.")};
    const QString alone = this->alone() > 0 ? tr("%n of them on one device only.", nullptr, this->alone()) : tr("All of them on two devices at least.");
    const QString evidence = tr("The oldest has waited for %1. None is lost. %2").arg(longest, alone);
    if (oldestAge() > tuning::pendingIsLateAfter) {
        return {.mood = HealthMood::Look, .icon = u"cloudoff"_s, .sentence = tr("%n order(s) wait for the server.", nullptr, int(m_state.waitingCount)),
                .evidence = evidence};
    }
    return {.mood = HealthMood::Good, .icon = u"check"_s, .sentence = tr("%n order(s) on the way to the server.", nullptr, int(m_state.waitingCount)),
            .evidence = evidence};
}

QList<OutboxFigure> OutboxPresenter::figures() const
{
    const QLocale locale = m_language.locale();
    const bool late = m_state.waitingCount > 0 && oldestAge() > tuning::pendingIsLateAfter;
    OutboxFigure waiting{.caption = tr("Waiting to be sent"), .figure = locale.toString(m_state.waitingCount), .mood = HealthMood::Look, .plain = !late};
    waiting.evidence = m_state.waitingCount == 0 ? tr("all at the server")
        : alone() > 0                            ? tr("%n on one device only", nullptr, alone())
                                                 : tr("on two devices at least");
    OutboxFigure age{.caption = tr("Oldest unsent"), .figure = oldest(), .evidence = tr("nothing waits"), .mood = HealthMood::Look, .plain = !late};
    if (m_state.waitingCount > 0 && m_state.oldestPlacedAt)
        age.evidence = tr("since %1").arg(hourOf(*m_state.oldestPlacedAt));
    OutboxFigure overdue{.caption = tr("Overdue"), .figure = locale.toString(m_state.overdueCount),
                         .evidence = m_state.overdueCount > 0 ? tr("over 24 hours, still retried") : tr("none over 24 hours"), .mood = HealthMood::Bad,
                         .plain = m_state.overdueCount == 0};
    OutboxFigure flagged{.caption = tr("In quarantine"), .figure = locale.toString(m_state.flaggedCount),
                         .evidence = m_state.flaggedCount > 0 ? tr("with a reason each") : tr("the server agrees with all"), .mood = HealthMood::Look,
                         .plain = m_state.flaggedCount == 0};
    return {waiting, age, overdue, flagged};
}

QString OutboxPresenter::way() const
{
    if (!m_state.nextTry)
        return {};
    const auto seconds = std::max(Milliseconds(0), *m_state.nextTry - m_clock.steadyNow());
    const int left = int(std::chrono::ceil<std::chrono::seconds>(seconds).count());
    const QString next = left > 0 ? tr("Next try in %n second(s).", nullptr, left) : tr("Trying now.");
    return m_state.attempts > 0 ? tr("%1 Tried %n time(s) so far.", nullptr, m_state.attempts).arg(next) : next;
}

QString OutboxPresenter::moreWaiting() const
{
    const int more = int(m_state.waitingCount) - int(m_state.waiting.size());
    return more > 0 ? tr("and %n more that wait", nullptr, more) : QString();
}

QString OutboxPresenter::moreFlagged() const
{
    const int more = int(m_state.flaggedCount) - int(m_state.flagged.size());
    return more > 0 ? tr("and %n more in quarantine", nullptr, more) : QString();
}

OutboxSheet OutboxPresenter::sheet(const OrderId &id) const
{
    const OutboxOrder *order = find(id);
    if (!order)
        return {};
    OutboxSheet sheet;
    sheet.order = id;
    sheet.number = OutboxWords::number(*order);
    const OutboxModel &model = m_flagged.rowOf(id) >= 0 ? m_flagged : m_waiting;
    sheet.detail = model.index(model.rowOf(id), 0).data(OutboxModel::DetailRole).toString();
    for (int i = 0; i < outboxSteps; ++i) {
        const auto step = OutboxStep(i);
        const bool done = OutboxWords::has(*order, step);
        if (step == OutboxStep::Hub && order->reach == OrderReach::Server)
            continue;
        const QString waits = step == OutboxStep::Second || step == OutboxStep::Kitchen ? tr("not yet") : tr("follows when connected");
        sheet.steps << OutboxSheet::Step{OutboxWords::step(*order, step), done, done ? QString() : waits, OutboxWords::sign(step)};
    }
    for (const OrderFlag &flag : order->flags)
        sheet.flags << OutboxSheet::Flag{OutboxWords::reason(flag.reason), OutboxWords::advice(flag.reason), flag.detail.isEmpty() ? flag.code : flag.detail};
    if (order->isRetrying)
        sheet.trouble = tr("The server was asked to look again. Its answer is on the way.");
    else if (order->overdue)
        sheet.trouble = tr("Not at the server for more than a day. It is still sent again and again, and it is never deleted.");
    sheet.canSettle = !order->flags.isEmpty();
    sheet.canRetry = sheet.canSettle && !order->isRetrying;
    return sheet;
}

void OutboxPresenter::syncNow()
{
    if (!m_service)
        return;
    m_service->syncNow();
    emit told(tr("Trying the server now"), true);
}

void OutboxPresenter::retry(const OrderId &order)
{
    if (!m_service)
        return;
    m_service->retry(order, m_actor);
    emit told(tr("The server is asked to look at %1 again").arg(numberOf(order)), true);
}

void OutboxPresenter::settle(const OrderId &order, const QString &note)
{
    if (!m_service || note.simplified().isEmpty())
        return;
    const QString number = numberOf(order);
    m_service->settle(order, note.simplified(), m_actor);
    emit told(tr("%1 is settled; your note stays with it").arg(number), true);
}

void OutboxPresenter::exportOrder(const OrderId &order)
{
    if (m_service)
        m_service->exportOrder(order);
}

} // namespace saji
