// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchenkit/practicekitchen.h>

#include <appkit/languageloader.h>
#include <resources/resources.h>
#include <screenkit/samplemenu.h>
#include <translations/translations.h>

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Menu> lunchMenu()
{
    Menu::Parts parts = SampleMenu::parts();
    const QStringList dishes{u"Rawon daging"_s, u"Soto Betawi"_s, u"Perkedel kentang"_s, u"Sop buntut"_s, u"Es teh manis"_s, u"Es jeruk peras"_s,
                             u"Kerupuk udang"_s, u"Telur asin"_s, u"Sate usus"_s, u"Tempe mendoan"_s};
    for (qsizetype i = 0; i < dishes.size(); ++i) {
        Product product = parts.products.first();
        product.id = ProductId(150 + i);
        product.name = {dishes.at(i), {}};
        product.groups = {};
        parts.products << product;
    }
    parts.outlets[0].soonAfterSeconds = 300;
    parts.outlets[0].lateAfterSeconds = 480;
    parts.version = 1284;
    return std::make_shared<const Menu>(parts);
}

} // namespace

PracticeKitchen::PracticeKitchen(const QSize &size, const QString &language) : words(std::make_unique<LanguageLoader>())
{
    initResources();
    initTranslations();
    KitchenSettings settings;
    settings.outlet = SampleTickets::outlet;
    settings.name = u"Dapur kuah"_s;
    settings.language = language;
    settings.loadLanguage = [this](const QString &code) { words->use(code); };
    settings.reducedMotion = true;
    settings.fitted = true;
    settings.muted = true;
    // 12.41 on a day in Jakarta.
    clock.setWall(Milliseconds(1'749'966'060'000));
    kitchen = std::make_unique<Kitchen>(settings, clock, scheduler);
    kitchen->setPaintClock([this] { return double(clock.steadyNow().count()); });
    kitchen->window().resize(size);
    sync.status.peers = {made(PeerRole::Server, u"server"_s, u"pusat"_s, 300ms), made(PeerRole::Hub, u"hub"_s, u"kotak"_s, 200ms),
                         made(PeerRole::Kiosk, u"kiosk-a"_s, u"Kios A"_s, 400ms), made(PeerRole::Kiosk, u"kiosk-b"_s, u"Kios B"_s, 900ms)};
}

PracticeKitchen::~PracticeKitchen() = default;

PeerView PracticeKitchen::made(PeerRole role, const QString &id, const QString &name, Milliseconds heardAgo)
{
    PeerView view;
    view.role = role;
    view.id = id;
    view.name = name;
    view.mode = SyncMode::Connected;
    view.cause = SyncCause::None;
    view.since = clock.steadyNow();
    view.lastHeard = clock.steadyNow() - heardAgo;
    view.direct = role == PeerRole::Server || role == PeerRole::Hub;
    view.catalogVersion = 1284;
    return view;
}

void PracticeKitchen::open(const QList<TicketView> &known)
{
    menu.state.checkedAt = clock.steadyNow() - 3min;
    menu.give(lunchMenu());
    tickets.know(known);
    kitchen->attach(tickets, menu, sync);
}

PeerView &PracticeKitchen::peer(const QString &id)
{
    return *std::find_if(sync.status.peers.begin(), sync.status.peers.end(), [&](const PeerView &view) { return view.id == id; });
}

void PracticeKitchen::close(const QString &id, SyncCause cause)
{
    PeerView &view = peer(id);
    view.mode = SyncMode::Disconnected;
    view.cause = cause;
    view.since = clock.steadyNow();
    sync.announce();
}

void PracticeKitchen::live(Milliseconds span, const QStringList &quiet)
{
    constexpr Milliseconds step = 250ms;
    int lag = 0;
    for (Milliseconds gone{0}; gone < span; gone += step) {
        scheduler.advance(std::min(step, span - gone));
        for (PeerView &view : sync.status.peers) {
            if (!quiet.contains(view.id) && m_silent.remove(view.id))
                view.mode = SyncMode::Connected;
            if (!quiet.contains(view.id) && view.mode != SyncMode::Disconnected)
                view.lastHeard = clock.steadyNow() - 200ms - 100ms * (lag++ % 7);
            // The neighbour that reports it gives it up after three pings.
            if (!view.direct && view.mode == SyncMode::Connected && view.lastHeard < clock.steadyNow() - 3s) {
                view.mode = SyncMode::Disconnected;
                view.cause = SyncCause::Silent;
                m_silent << view.id;
            }
        }
        sync.announce();
    }
}

void PracticeKitchen::settle()
{
    for (int round = 0; round < 5; ++round)
        QCoreApplication::processEvents();
}

QString PracticeKitchen::stateOf(const QString &number) const
{
    const QJsonArray all = kitchen->state().value(u"tickets"_s).toArray();
    for (const QJsonValue &ticket : all) {
        if (ticket.toObject().value(u"number"_s) == number)
            return ticket.toObject().value(u"state"_s).toString();
    }
    return {};
}

QPoint PracticeKitchen::placeOf(const QString &number)
{
    auto *board = window().findChild<QWidget *>(u"board"_s);
    QRect place;
    QMetaObject::invokeMethod(board, "targetRect", Qt::DirectConnection, Q_RETURN_ARG(QRect, place), Q_ARG(QString, number));
    return place.isEmpty() ? QPoint(-1, -1) : board->mapTo(&window(), place.center());
}

} // namespace saji
