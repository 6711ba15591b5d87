// SPDX-License-Identifier: GPL-3.0-or-later
#include <admin/admin.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QString moodWord(HealthMood mood)
{
    switch (mood) {
    case HealthMood::Good: return u"good"_s;
    case HealthMood::Look: return u"look"_s;
    case HealthMood::Bad: return u"bad"_s;
    }
    return {};
}

QString pageWord(AdminWindow::Page page)
{
    switch (page) {
    case AdminWindow::Health: return u"health"_s;
    case AdminWindow::Devices: return u"devices"_s;
    case AdminWindow::Outbox: return u"outbox"_s;
    }
    return {};
}

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

} // namespace

Admin::Admin(const AdminSettings &settings, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_theme(settings.look, settings.metrics), m_language(settings.language, settings.loadLanguage),
      m_health(clock, scheduler, m_language), m_outbox(clock, scheduler, m_language)
{
    m_theme.setReducedMotion(settings.reducedMotion);
    m_window = std::make_unique<AdminWindow>(m_health, m_outbox, m_language, m_theme);
    m_window->setDeviceName(settings.name);
    m_window->setFitted(settings.fitted);
    m_outbox.setActor(settings.name);
    connect(&m_health, &HealthPresenter::changed, this, &Admin::stateChanged);
    connect(&m_outbox, &OutboxPresenter::changed, this, [this] {
        m_health.setOutbox(m_outbox.summary(), m_outbox.needed());
        emit stateChanged();
    });
}

Admin::~Admin() = default;

void Admin::attach(SyncService &sync, MenuService &menu, OutboxService &outbox)
{
    m_health.attach(sync, menu);
    connect(&menu, &MenuService::changed, &m_outbox, &OutboxPresenter::setMenuState);
    menu.announce();
    m_outbox.attach(outbox);
}

QJsonObject Admin::state() const
{
    QJsonArray devices;
    for (const DeviceRow &row : m_health.devices().rows()) {
        devices << QJsonObject{{u"name"_s, row.name()}, {u"lamp"_s, lampWord(row.lamp)}, {u"word"_s, row.word()},
                               {u"waiting"_s, row.waiting()}, {u"menu"_s, row.peer.catalogVersion}};
    }
    const HealthWords words = m_health.words();
    return {{u"program"_s, u"admin"_s},
            {u"screen"_s, pageWord(m_window->page())},
            {u"language"_s, m_language.language()},
            {u"mood"_s, moodWord(words.mood)},
            {u"sentence"_s, words.sentence},
            {u"evidence"_s, words.evidence},
            {u"problems"_s, m_health.problemCount()},
            {u"devices"_s, devices},
            {u"waiting"_s, qint64(m_outbox.state().waitingCount)},
            {u"overdue"_s, qint64(m_outbox.state().overdueCount)},
            {u"quarantine"_s, qint64(m_outbox.state().flaggedCount)},
            {u"events"_s, m_health.journal().rowCount()}};
}

} // namespace saji
