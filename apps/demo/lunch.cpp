// SPDX-License-Identifier: GPL-3.0-or-later
#include "lunch.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QThread>

#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

// Dishes of resources/demo/pasar-saji.json: outlet 1 is Soto Bu Tini, outlet 2 Sate Pak Kumis.
const Wish soto{101, 1, u"Terlaris"_s, {201}};
const Wish perkedel{111, 1, u"Pelengkap"_s};
const Wish sate{201, 2, u"Terlaris"_s};
const Wish teh{116, 1, u"Kopi & teh"_s};

const QMap<QString, int> outletOf{{u"kitchen1"_s, 1}, {u"kitchen2"_s, 2}};

//! An order that has a way arrives within this; one that waits for a restart within the other (the ladder's longest rung, and its jitter).
constexpr Milliseconds soon{10'000};
constexpr Milliseconds later{60'000};

QJsonObject ticketIn(const QJsonObject &state, const QString &number)
{
    const QJsonArray tickets = state.value(u"tickets"_s).toArray();
    for (const QJsonValue &ticket : tickets) {
        if (ticket.toObject().value(u"number"_s) == number)
            return ticket.toObject();
    }
    return {};
}

//! Asks again until `holds`, or says what was wanted.
template<class Condition>
Result<void> until(const QString &what, Milliseconds patience, Condition holds)
{
    QDeadlineTimer deadline(patience.count());
    for (;;) {
        const Result<bool> now = holds();
        if (!now)
            return now.error();
        if (*now)
            return {};
        if (deadline.hasExpired())
            return Error{ErrorCode::TimedOut, u"waited %1 s: %2"_s.arg(patience.count() / 1000).arg(what)};
        QThread::msleep(5);
    }
}

} // namespace

#define SAJI_TRY(expression) \
    do { \
        if (const auto outcome = (expression); !outcome) \
            return outcome.error(); \
    } while (false)

Result<void> Lunch::awaken()
{
    for (const QString &name : {u"kiosk"_s, u"kitchen1"_s, u"kitchen2"_s}) {
        SAJI_TRY(until(u"%1 knows the menu"_s.arg(name), later, [&]() -> Result<bool> {
            const auto state = m_suite.hand(name).state();
            if (!state)
                return state.error();
            return state->value(u"menu"_s).toObject().value(u"products"_s).toInt() > 0;
        }));
    }
    return {};
}

Result<void> Lunch::take(const Wish &wish)
{
    RemoteClient &kiosk = m_suite.hand(u"kiosk"_s);
    const QString tile = u"menu/product:%1"_s.arg(wish.product);
    // Through its outlet's chip and its category the dish is a page or two away at most.
    SAJI_TRY(kiosk.tap(u"menu/outlets/"_s + (wish.outlet == 1 ? u"Soto Bu Tini"_s : u"Sate Pak Kumis"_s)));
    SAJI_TRY(kiosk.tap(u"menu/categories/"_s + wish.category));
    for (bool found = false; !found;) {
        const auto state = kiosk.waitFor({{u"turning"_s, false}}, soon);
        if (!state)
            return state.error();
        const auto now = kiosk.state();
        if (!now)
            return now.error();
        const QJsonObject menu = now->value(u"menu"_s).toObject();
        for (const QJsonValue &shown : menu.value(u"shown"_s).toArray())
            found = found || shown.toObject().value(u"id"_s).toInt() == wish.product;
        if (found)
            break;
        if (menu.value(u"page"_s).toInt() + 1 >= menu.value(u"pages"_s).toInt())
            return Error{ErrorCode::NotFound, u"the kiosk does not show product %1"_s.arg(wish.product)};
        SAJI_TRY(kiosk.tap(u"menu/pager/#1"_s));
    }
    SAJI_TRY(kiosk.tap(tile));
    SAJI_TRY(kiosk.waitFor({{u"overlay"_s, u"product"_s}}));
    for (const int option : wish.options) {
        // Adding too early brings the group that still wants a choice into view, as it does for a guest.
        SAJI_TRY(kiosk.tap(u"productSheet/add"_s));
        SAJI_TRY(kiosk.tap(u"productSheet/option%1"_s.arg(option)));
    }
    // A second press right after the first is taken for a trembling finger, so press again until the sheet has gone.
    return until(u"product %1 is in the basket"_s.arg(wish.product), soon, [&]() -> Result<bool> {
        (void)kiosk.tap(u"productSheet/add"_s);
        QThread::msleep(400);
        const auto now = kiosk.state();
        if (!now)
            return now.error();
        return now->value(u"overlay"_s) == u"none"_s;
    });
}

Result<void> Lunch::order(const QList<Wish> &wishes)
{
    RemoteClient &kiosk = m_suite.hand(u"kiosk"_s);
    SAJI_TRY(kiosk.waitFor({{u"screen"_s, u"attract"_s}, {u"turning"_s, false}}));
    SAJI_TRY(kiosk.tap(u"attract/start"_s));
    SAJI_TRY(kiosk.waitFor({{u"screen"_s, u"service"_s}, {u"turning"_s, false}}));
    SAJI_TRY(kiosk.tap(u"service/dineIn"_s));
    SAJI_TRY(kiosk.waitFor({{u"screen"_s, u"menu"_s}, {u"turning"_s, false}}));
    Meal meal;
    for (const Wish &wish : wishes) {
        SAJI_TRY(take(wish));
        meal.outlets << wish.outlet;
    }
    SAJI_TRY(kiosk.tap(u"menu/basketBar"_s));
    SAJI_TRY(kiosk.waitFor({{u"screen"_s, u"basket"_s}, {u"turning"_s, false}}));
    const auto before = kiosk.state();
    if (!before)
        return before.error();
    const double lastPainted = before->value(u"marks"_s).toObject().value(u"number_painted"_s).toDouble();
    SAJI_TRY(kiosk.tap(u"basket/confirm"_s));
    SAJI_TRY(until(u"the number is painted"_s, soon, [&]() -> Result<bool> {
        const auto now = kiosk.state();
        if (!now)
            return now.error();
        const QJsonObject marks = now->value(u"marks"_s).toObject();
        meal.confirmTap = marks.value(u"confirm_tap"_s).toDouble();
        meal.numberPainted = marks.value(u"number_painted"_s).toDouble();
        meal.number = now->value(u"number"_s).toString();
        return meal.numberPainted > lastPainted && meal.numberPainted >= meal.confirmTap && !meal.number.isEmpty();
    }));
    m_meals.append(meal);
    return {};
}

Result<void> Lunch::seenByKitchens(Meal &meal, Milliseconds patience, bool counts)
{
    for (auto it = outletOf.begin(); it != outletOf.end(); ++it) {
        if (!meal.outlets.contains(it.value()))
            continue;
        const QString kitchen = it.key();
        SAJI_TRY(until(u"%1 has painted %2"_s.arg(kitchen, meal.number), patience, [&]() -> Result<bool> {
            const auto state = m_suite.hand(kitchen).state();
            if (!state)
                return state.error();
            const double painted = ticketIn(*state, meal.number).value(u"painted_at"_s).toDouble();
            if (painted <= 0)
                return false;
            meal.ticketPainted.insert(kitchen, painted);
            return true;
        }));
        if (counts)
            m_latencies << meal.ticketPainted.value(kitchen) - meal.confirmTap;
    }
    return {};
}

Result<void> Lunch::waitForFact(const QString &fact)
{
    return until(u"the kiosk's screen says: %1"_s.arg(fact), later, [&]() -> Result<bool> {
        const auto state = m_suite.hand(u"kiosk"_s).state();
        if (!state)
            return state.error();
        for (const QJsonValue &line : state->value(u"facts"_s).toArray()) {
            if (line.toObject().value(u"fact"_s).toString().contains(fact, Qt::CaseInsensitive) && line.toObject().value(u"done"_s).toBool())
                return true;
        }
        return false;
    });
}

Result<void> Lunch::nextGuest()
{
    RemoteClient &kiosk = m_suite.hand(u"kiosk"_s);
    SAJI_TRY(kiosk.tap(u"number/done"_s));
    SAJI_TRY(kiosk.waitFor({{u"screen"_s, u"attract"_s}, {u"turning"_s, false}}));
    return {};
}

Result<void> Lunch::bump(const QString &kitchen, const QString &number, const QString &from, const QString &to)
{
    RemoteClient &hand = m_suite.hand(kitchen);
    // A card that has just moved or been pressed is locked for a moment, for a cook as for us.
    return until(u"%1 bumps %2 to %3"_s.arg(kitchen, number, to), soon, [&]() -> Result<bool> {
        const auto state = hand.state();
        if (!state)
            return state.error();
        const QString now = ticketIn(*state, number).value(u"state"_s).toString();
        if (now == to || (now.isEmpty() && to == u"served"_s))
            return true;
        if (now == from && !hand.tap(u"board/"_s + number))
            return false;
        QThread::msleep(30);
        return false;
    });
}

Result<void> Lunch::serveAll()
{
    for (const Meal &meal : std::as_const(m_meals)) {
        for (auto it = meal.ticketPainted.begin(); it != meal.ticketPainted.end(); ++it) {
            const auto state = m_suite.hand(it.key()).state();
            if (!state)
                return state.error();
            if (ticketIn(*state, meal.number).isEmpty())
                continue;
            SAJI_TRY(bump(it.key(), meal.number, u"pending"_s, u"preparing"_s));
            SAJI_TRY(bump(it.key(), meal.number, u"preparing"_s, u"ready"_s));
            SAJI_TRY(bump(it.key(), meal.number, u"ready"_s, u"served"_s));
        }
    }
    return {};
}

Result<void> Lunch::photograph(const QString &moment)
{
    for (const QString &name : {u"kiosk"_s, u"kitchen1"_s, u"kitchen2"_s})
        SAJI_TRY(m_suite.hand(name).screenshot(m_suite.picture(moment + u'-' + name)));
    return {};
}

Result<void> Lunch::orderOnline()
{
    SAJI_TRY(photograph(u"1-open"_s));
    SAJI_TRY(order({soto, sate}));
    m_say(u"%1: one order over two outlets, everything connected"_s.arg(m_meals.last().number));
    SAJI_TRY(seenByKitchens(m_meals.last(), soon, true));
    m_say(u"%1: painted in both kitchens"_s.arg(m_meals.last().number));
    SAJI_TRY(photograph(u"2-ordered"_s));
    SAJI_TRY(bump(u"kitchen1"_s, m_meals.last().number, u"pending"_s, u"preparing"_s));
    SAJI_TRY(bump(u"kitchen2"_s, m_meals.last().number, u"pending"_s, u"preparing"_s));
    m_say(u"%1: both kitchens have started"_s.arg(m_meals.last().number));
    SAJI_TRY(nextGuest());
    for (int i = 0; i < 3; ++i) {
        SAJI_TRY(order({i % 2 ? soto : sate, teh}));
        SAJI_TRY(seenByKitchens(m_meals.last(), soon, true));
        SAJI_TRY(nextGuest());
    }
    m_say(u"three more orders, painted at once"_s);
    return {};
}

Result<void> Lunch::serverDown()
{
    SAJI_TRY(m_suite.stop(u"server"_s));
    m_say(u"the server is stopped: the internet is gone"_s);
    SAJI_TRY(order({soto, sate, perkedel}));
    SAJI_TRY(seenByKitchens(m_meals.last(), soon, true));
    m_say(u"%1: painted in both kitchens by way of the hub"_s.arg(m_meals.last().number));
    SAJI_TRY(photograph(u"3-offline"_s));
    SAJI_TRY(m_suite.start(u"server"_s));
    SAJI_TRY(nextGuest());
    m_say(u"the server is started again"_s);
    return {};
}

Result<void> Lunch::hubDown()
{
    SAJI_TRY(m_suite.stop(u"hub"_s));
    m_say(u"the hub is stopped"_s);
    SAJI_TRY(order({sate, soto}));
    SAJI_TRY(seenByKitchens(m_meals.last(), later, false));
    m_say(u"%1: painted in both kitchens without it"_s.arg(m_meals.last().number));
    SAJI_TRY(m_suite.start(u"hub"_s));
    SAJI_TRY(nextGuest());
    m_say(u"the hub is started again"_s);
    return {};
}

Result<void> Lunch::bothDownAndKilled()
{
    SAJI_TRY(m_suite.stop(u"server"_s));
    SAJI_TRY(m_suite.stop(u"hub"_s));
    m_say(u"server and hub are stopped: the devices link directly"_s);
    for (int i = 0; i < 2; ++i) {
        SAJI_TRY(order({soto, sate}));
        SAJI_TRY(seenByKitchens(m_meals.last(), soon, false));
        m_say(u"%1: painted in both kitchens, from device to device"_s.arg(m_meals.last().number));
        if (i == 0)
            SAJI_TRY(m_suite.hand(u"kiosk"_s).screenshot(m_suite.picture(u"4-direct-kiosk"_s)));
        if (i == 0)
            SAJI_TRY(nextGuest());
    }
    SAJI_TRY(m_suite.kill(u"kiosk"_s));
    m_say(u"the kiosk is killed with two orders that the server has not"_s);
    SAJI_TRY(m_suite.start(u"kiosk"_s));
    SAJI_TRY(awaken());
    m_say(u"the kiosk is started again"_s);
    SAJI_TRY(order({perkedel, sate}));
    m_say(u"%1: the numbers go on"_s.arg(m_meals.last().number));
    SAJI_TRY(nextGuest());
    SAJI_TRY(m_suite.start(u"server"_s));
    SAJI_TRY(m_suite.start(u"hub"_s));
    m_say(u"server and hub are started again"_s);
    for (qsizetype i = m_meals.size() - 3; i < m_meals.size(); ++i)
        SAJI_TRY(seenByKitchens(m_meals[i], later, false));
    m_say(u"all three are in both kitchens"_s);
    return {};
}

Result<void> Lunch::recall()
{
    const QString number = m_meals.first().number;
    SAJI_TRY(bump(u"kitchen1"_s, number, u"preparing"_s, u"ready"_s));
    SAJI_TRY(m_suite.hand(u"kitchen1"_s).command({{u"do"_s, u"key"_s}, {u"key"_s, u"R"_s}}));
    SAJI_TRY(until(u"the bump of %1 is taken back"_s.arg(number), soon, [&]() -> Result<bool> {
        const auto state = m_suite.hand(u"kitchen1"_s).state();
        if (!state)
            return state.error();
        return ticketIn(*state, number).value(u"state"_s) == u"preparing"_s;
    }));
    m_say(u"%1: bumped too early, and recalled"_s.arg(number));
    return {};
}

Result<void> Lunch::play()
{
    const auto played = playAll();
    if (!played)
        (void)photograph(u"failed"_s);
    return played;
}

Result<void> Lunch::playAll()
{
    SAJI_TRY(awaken());
    m_say(u"the suite is up: server, hub, one kiosk, two kitchens"_s);
    SAJI_TRY(orderOnline());
    SAJI_TRY(serverDown());
    SAJI_TRY(hubDown());
    SAJI_TRY(bothDownAndKilled());
    SAJI_TRY(recall());
    SAJI_TRY(photograph(u"5-full"_s));
    SAJI_TRY(serveAll());
    m_say(u"every ticket is cooked and served"_s);
    SAJI_TRY(order({soto, sate}));
    SAJI_TRY(seenByKitchens(m_meals.last(), later, false));
    SAJI_TRY(waitForFact(u"server"_s));
    m_say(u"%1: the last one; the kiosk's screen says that the server has it"_s.arg(m_meals.last().number));
    SAJI_TRY(photograph(u"6-closing"_s));
    return {};
}

Result<void> Lunch::playQuietly(int orders)
{
    SAJI_TRY(awaken());
    for (int i = 0; i < orders; ++i) {
        SAJI_TRY(order({sate, teh}));
        SAJI_TRY(seenByKitchens(m_meals.last(), soon, true));
        SAJI_TRY(nextGuest());
        if (i % 4 == 3)
            SAJI_TRY(serveAll());
    }
    return {};
}

} // namespace saji
