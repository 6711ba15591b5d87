// SPDX-License-Identifier: GPL-3.0-or-later
#include <adminkit/practicepanel.h>

#include <appkit/languageloader.h>
#include <resources/resources.h>
#include <screenkit/samplemenu.h>
#include <translations/translations.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

using namespace std::chrono_literals;

} // namespace

PracticePanel::PracticePanel(const QSize &size, const QString &language, Look look) : words(std::make_unique<LanguageLoader>())
{
    initResources();
    initTranslations();
    AdminSettings settings;
    settings.name = u"Panel kantor"_s;
    settings.language = language;
    settings.loadLanguage = [this](const QString &code) { words->use(code); };
    settings.look = look;
    settings.fitted = true;
    // 12.41 on a day in Jakarta.
    clock.setWall(Milliseconds(1'749'966'060'000));
    admin = std::make_unique<Admin>(settings, clock, scheduler);
    admin->window().resize(size);
    sync.status.ordersToday = 412;
    sync.status.peers = {made(PeerRole::Server, u"server"_s, u"pusat"_s), made(PeerRole::Hub, u"hub"_s, u"kotak"_s)};
    for (const QChar letter : u"ABC"_s)
        sync.status.peers << made(PeerRole::Kiosk, u"kiosk-"_s + letter.toLower(), u"Kios "_s + letter);
    for (const QString &name : {u"Soto Bu Tini"_s, u"Sate Pak Kumis"_s, u"Dapur Minang"_s, u"Bakso Mas Joko"_s, u"Gado-Gado Mpok Nur"_s,
                                u"Martabak Bang Rudi"_s, u"Es & Kopi Kampung"_s})
        sync.status.peers << made(PeerRole::Kitchen, name.section(u' ', 0, 0).toLower(), name);
}

PracticePanel::~PracticePanel() = default;

PeerView PracticePanel::made(PeerRole role, const QString &id, const QString &name)
{
    PeerView view;
    view.role = role;
    view.id = id;
    view.name = name;
    view.mode = SyncMode::Connected;
    view.cause = SyncCause::None;
    view.since = clock.steadyNow();
    view.lastHeard = clock.steadyNow();
    view.direct = role == PeerRole::Server || role == PeerRole::Hub;
    view.catalogVersion = 1284;
    view.pending = 0;
    view.roundTrip = role == PeerRole::Hub ? 3ms : 41ms;
    return view;
}

void PracticePanel::open()
{
    menu.state.checkedAt = clock.steadyNow() - 3min;
    Menu::Parts parts = SampleMenu::parts();
    parts.version = 1284;
    menu.give(std::make_shared<const Menu>(parts));
    admin->attach(sync, menu, outbox);
}

PeerView &PracticePanel::peer(const QString &id)
{
    return *std::find_if(sync.status.peers.begin(), sync.status.peers.end(), [&](const PeerView &view) { return view.id == id; });
}

void PracticePanel::close(const QString &id, SyncCause cause)
{
    PeerView &view = peer(id);
    view.mode = SyncMode::Disconnected;
    view.cause = cause;
    view.since = clock.steadyNow();
    sync.announce();
}

void PracticePanel::live(Milliseconds span, const QStringList &quiet)
{
    constexpr Milliseconds step = 500ms;
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

void PracticePanel::settle()
{
    for (int round = 0; round < 5; ++round)
        QCoreApplication::processEvents();
}

} // namespace saji
