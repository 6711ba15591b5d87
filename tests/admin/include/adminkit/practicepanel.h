// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <admin/admin.h>
#include <screenkit/fakeservices.h>
#include <testkit/manualscheduler.h>

namespace saji {

class LanguageLoader;

//! Counts how often somebody asked to try again now.
class CountingSyncService : public FakeSyncService
{
    Q_OBJECT

public:
    using FakeSyncService::FakeSyncService;
    void syncNow() override { ++syncs; }
    int syncs = 0;
};

//! A whole panel without an engine: three kiosks, seven kitchens, hub and server, on virtual time, heard every second unless told to be
//! quiet.
class PracticePanel
{
public:
    explicit PracticePanel(const QSize &size = {1920, 1080}, const QString &language = QStringLiteral("id"), Look look = Look::AdminDark);
    ~PracticePanel();

    //! The engine opens.
    void open();
    void live(Milliseconds span, const QStringList &quiet = {});
    PeerView &peer(const QString &id);
    void close(const QString &id, SyncCause cause = SyncCause::NoAnswer);
    void settle();

    AdminWindow &window() { return admin->window(); }

    std::unique_ptr<LanguageLoader> words; // outlives the screen that speaks it
    ManualClock clock;
    ManualScheduler scheduler{clock};
    FakeMenuService menu;
    CountingSyncService sync;
    FakeOutboxService outbox;
    std::unique_ptr<Admin> admin;

private:
    PeerView made(PeerRole role, const QString &id, const QString &name);

    QSet<QString> m_silent; // given up by the neighbour that reports them
};

} // namespace saji
