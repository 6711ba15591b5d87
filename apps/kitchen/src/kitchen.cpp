// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchen/kitchen.h>

#include "boardview.h"

#include <QJsonArray>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QString lampWord(PeerLampKind kind)
{
    switch (kind) {
    case PeerLampKind::Ok: return u"ok"_s;
    case PeerLampKind::Polling: return u"polling"_s;
    case PeerLampKind::Offline: return u"offline"_s;
    case PeerLampKind::Silent: return u"silent"_s;
    }
    return {};
}

QString roleWord(PeerRole role)
{
    switch (role) {
    case PeerRole::Server: return u"server"_s;
    case PeerRole::Hub: return u"hub"_s;
    case PeerRole::Kiosk: return u"kiosk"_s;
    case PeerRole::Kitchen: return u"kitchen"_s;
    case PeerRole::Admin: return u"admin"_s;
    }
    return {};
}

QString levelWord(PeerBanner::Level level)
{
    switch (level) {
    case PeerBanner::Level::None: return u"none"_s;
    case PeerBanner::Level::Notice: return u"notice"_s;
    case PeerBanner::Level::Alarm: return u"alarm"_s;
    }
    return {};
}

} // namespace

Kitchen::Kitchen(const KitchenSettings &settings, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_theme(Look::Kitchen, settings.metrics)
    , m_language(settings.language, settings.loadLanguage)
    , m_tickets(settings.outlet, clock, scheduler, m_language)
    , m_peers(clock, scheduler, m_language)
    , m_soldOut(settings.outlet, m_language)
    , m_chime(clock)
    , m_outlet(settings.outlet)
{
    m_theme.setReducedMotion(settings.reducedMotion);
    m_chime.setMuted(settings.muted);
    m_chime.setVolume(settings.volume);
    m_window = std::make_unique<KitchenWindow>(
        KitchenWindow::Parts{m_tickets, m_peers, m_soldOut, m_language, m_chime, clock, scheduler, m_theme});
    m_window->setStation(settings.name);
    m_window->setFitted(settings.fitted);
    connect(m_window.get(), &KitchenWindow::painted, this, [this](OrderId order) {
        if (m_paintClock && !m_paintedAt.contains(order))
            m_paintedAt.insert(order, m_paintClock());
        emit stateChanged();
    });
    connect(&m_chime, &Chime::rang, this, [this](Chime::Sound sound) { ++m_rings[int(sound)]; });
    connect(&m_tickets, &TicketPresenter::changed, this, &Kitchen::stateChanged);
    connect(&m_tickets, &TicketPresenter::locksChanged, this, &Kitchen::stateChanged);
    connect(&m_peers, &PeerPresenter::ticked, this, &Kitchen::stateChanged);
}

Kitchen::~Kitchen() = default;

void Kitchen::attach(TicketService &tickets, MenuService &menu, SyncService &sync)
{
    connect(&menu, &MenuService::changed, this, &Kitchen::setMenu);
    m_soldOut.attach(menu);
    menu.announce();
    m_tickets.attach(tickets);
    connect(&sync, &SyncService::changed, &m_soldOut, &SoldOutModel::setSync);
    m_peers.attach(sync);
}

void Kitchen::setMenu(const MenuState &menu)
{
    m_peers.setMenu(menu);
    m_soldOut.setState(menu);
    const Outlet *outlet = menu.menu->outlet(m_outlet);
    if (!outlet)
        return;
    m_window->setOutlet(outlet->name, outlet->monogram, outlet->hue);
    const TicketLimits limits{std::chrono::seconds(outlet->soonAfterSeconds), std::chrono::seconds(outlet->lateAfterSeconds)};
    m_tickets.setLimits(limits);
    m_window->setLimits(limits);
}

QJsonObject Kitchen::state() const
{
    QJsonArray tickets;
    for (int row = 0; row < m_tickets.model().rowCount(); ++row) {
        const TicketView &ticket = m_tickets.model().at(row);
        QJsonObject one{{u"number"_s, ticket.number.toString()}, {u"order"_s, ticket.order.toString()},
                        {u"state"_s, QString(orderStateWord(ticket.state))}, {u"recalled"_s, ticket.recalled},
                        {u"locked"_s, m_tickets.isLocked(ticket.order)}, {u"seen"_s, ticket.seenHere}};
        if (m_paintedAt.contains(ticket.order))
            one.insert(u"painted_at"_s, m_paintedAt.value(ticket.order));
        tickets << one;
    }
    QJsonArray visible;
    for (const TicketCell &cell : m_window->board().board().cells()) {
        if (cell.index == 0)
            visible << cell.face.number;
    }
    QJsonArray lamps;
    for (const PeerLamp &lamp : m_peers.lamps())
        lamps << QJsonObject{{u"role"_s, roleWord(lamp.role)}, {u"name"_s, lamp.name}, {u"lamp"_s, lampWord(lamp.kind)}, {u"words"_s, lamp.words}};
    QJsonObject rings;
    for (auto ring = m_rings.cbegin(); ring != m_rings.cend(); ++ring)
        rings.insert(QString::fromLatin1(QMetaEnum::fromType<Chime::Sound>().valueToKey(ring.key())).toLower(), ring.value());
    const PeerBanner &banner = m_peers.banner();
    return {{u"program"_s, u"kitchen"_s},
            {u"screen"_s, m_tickets.isOpen() ? (tickets.isEmpty() ? u"empty"_s : u"board"_s) : u"opening"_s},
            {u"language"_s, m_language.language()},
            {u"menu"_s, QJsonObject{{u"version"_s, m_peers.menu().version()}, {u"products"_s, m_peers.menu().products().size()}}},
            {u"tickets"_s, tickets},
            {u"visible"_s, visible},
            {u"count"_s, tickets.size()},
            {u"late"_s, m_tickets.lateCount()},
            {u"page"_s, m_window->board().page() + 1},
            {u"pages"_s, m_window->board().pages()},
            {u"lamps"_s, lamps},
            {u"banner"_s, QJsonObject{{u"level"_s, levelWord(banner.level)}, {u"sentence"_s, banner.sentence}, {u"detail"_s, banner.detail}}},
            {u"rings"_s, rings},
            {u"muted"_s, !m_chime.isAudible()}};
}

} // namespace saji
