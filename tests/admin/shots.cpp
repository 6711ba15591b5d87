// SPDX-License-Identifier: GPL-3.0-or-later
#include <adminkit/practicepanel.h>

#include <widgets/segmentrow.h>

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QThread>

#include <cstdio>
#include <functional>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Shot
{
    QString name;
    std::function<void(PracticePanel &)> stage;
};

void healthy(PracticePanel &panel)
{
    panel.sync.status.ordersToday = 330;
    panel.open();
    for (int lunch = 0; lunch < 40; ++lunch) {
        panel.sync.status.ordersToday = quint64(330 + lunch * 2);
        panel.peer(u"hub"_s).roundTrip = 2ms + 1ms * (lunch % 3);
        panel.live(5s);
    }
    panel.sync.status.ordersToday = 412;
    panel.live(14s, {u"kiosk-b"_s});
    panel.peer(u"hub"_s).catalogVersion = 1285;
    panel.live(1s);
    for (PeerView &view : panel.sync.status.peers)
        view.catalogVersion = 1285;
    panel.live(2s);
}

void problems(PracticePanel &panel)
{
    panel.open();
    panel.live(30s);
    panel.close(u"server"_s);
    panel.peer(u"kiosk-a"_s).pending = 16;
    panel.peer(u"kiosk-a"_s).oldestPendingAge = 30s;
    panel.peer(u"kiosk-b"_s).pending = 14;
    panel.peer(u"kiosk-b"_s).catalogVersion = 1283;
    panel.peer(u"kiosk-c"_s).pending = 7;
    panel.live(134s, {u"martabak"_s});
    panel.peer(u"martabak"_s).pending.reset();
    panel.sync.announce();
}

void outbox(PracticePanel &panel, int waiting, Milliseconds oldest, int flagged, AdminWindow::Page page = AdminWindow::Outbox)
{
    panel.open();
    panel.live(10s);
    if (waiting > 0)
        panel.close(u"server"_s);
    panel.outbox.state.attempts = waiting > 0 ? 12 : 0;
    if (waiting > 0)
        panel.outbox.state.nextTry = panel.clock.steadyNow() + 14s;
    panel.outbox.wait(waiting, panel.clock.steadyNow(), oldest, waiting == 1 ? OrderReach::ThisDevice : OrderReach::Hub);
    panel.outbox.flag(flagged, panel.clock.steadyNow());
    panel.live(6s);
    panel.window().turnTo(page);
}

void manyDevices(PracticePanel &panel, int count)
{
    panel.sync.status.peers.resize(2);
    for (int i = 0; i < count - 2; ++i) {
        PeerView view = panel.sync.status.peers.at(1);
        view.role = i % 3 == 0 ? PeerRole::Kiosk : PeerRole::Kitchen;
        view.id = u"device-%1"_s.arg(i);
        view.name = (i % 3 == 0 ? u"Kios %1"_s : u"Dapur %1"_s).arg(i + 1);
        view.direct = false;
        panel.sync.status.peers << view;
    }
    panel.open();
    panel.live(10s);
}

QList<Shot> shots()
{
    return {
        {u"outbox-0"_s, [](PracticePanel &p) { outbox(p, 0, 0s, 0); }},
        {u"outbox-1"_s, [](PracticePanel &p) { outbox(p, 1, 20s, 0); }},
        {u"outbox-37"_s, [](PracticePanel &p) { outbox(p, 37, 49min, 0); }},
        {u"outbox-200"_s, [](PracticePanel &p) { outbox(p, 200, 26h, 5); }},
        {u"outbox-settle"_s, [](PracticePanel &p) {
             outbox(p, 0, 0s, 3);
             QMetaObject::invokeMethod(p.window().findChild<QWidget *>(u"settle"_s), "clicked");
         }},
        {u"quarantine-0"_s, [](PracticePanel &p) {
             outbox(p, 0, 0s, 0);
             p.window().findChild<SegmentRow *>(u"lists"_s)->press(1);
         }},
        {u"quarantine-7"_s, [](PracticePanel &p) {
             outbox(p, 0, 0s, 7);
             p.window().findChild<SegmentRow *>(u"lists"_s)->press(1);
         }},
        {u"quarantine-200"_s, [](PracticePanel &p) {
             outbox(p, 0, 0s, 200);
             p.window().findChild<SegmentRow *>(u"lists"_s)->press(1);
             p.admin->outbox().retry(p.outbox.state.flagged.first().id);
         }},
        {u"health-200"_s, [](PracticePanel &p) { manyDevices(p, 200); }},
        {u"devices-200"_s, [](PracticePanel &p) {
             manyDevices(p, 200);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"devices-1"_s, [](PracticePanel &p) {
             manyDevices(p, 2);
             p.sync.status.peers.removeLast();
             p.live(5s);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"disks"_s, [](PracticePanel &p) {
             p.open();
             p.peer(u"kiosk-a"_s).storage = StorageState::Low;
             p.peer(u"kiosk-a"_s).freeBytes = 480'000'000;
             p.peer(u"kiosk-b"_s).storage = StorageState::Full;
             p.peer(u"kiosk-c"_s).healed = true;
             p.live(10s);
         }},
        {u"healthy"_s, healthy},
        {u"problems"_s, problems},
        {u"server-offline"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.close(u"server"_s);
             p.peer(u"kiosk-a"_s).pending = 37;
             p.peer(u"kiosk-a"_s).oldestPendingAge = 49min;
             p.live(40s);
         }},
        {u"cut-off"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             for (const PeerView &view : QList<PeerView>(p.sync.status.peers))
                 p.close(view.id);
             p.live(20s);
         }},
        {u"connecting"_s, [](PracticePanel &p) { p.live(1s); }},
        {u"devices"_s, [](PracticePanel &p) {
             problems(p);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"other-board"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.peer(u"kiosk-b"_s).boardDiffers = true;
             p.live(3s);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"revoked"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.peer(u"kiosk-b"_s).removal = Removal{p.clock.wallNow(), u"Rina"_s};
             p.close(u"kiosk-b"_s, SyncCause::Revoked);
             p.live(40s);
         }},
        {u"revoked-itself"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.sync.status.removed = Removal{p.clock.wallNow(), u"Rina"_s};
             p.close(u"server"_s, SyncCause::SelfRevoked);
             p.close(u"hub"_s, SyncCause::SelfRevoked);
             p.live(40s);
         }},
        {u"revoked-device"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.peer(u"kiosk-b"_s).removal = Removal{p.clock.wallNow(), u"Rina"_s};
             p.close(u"kiosk-b"_s, SyncCause::Revoked);
             p.live(40s);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"device-figures"_s, [](PracticePanel &p) {
             p.open();
             p.live(10s);
             p.peer(u"hub"_s).mode = SyncMode::Polling;
             p.peer(u"hub"_s).figures = WayFigures{3, 41ms, 212ms, 7, 48'213, 242.3, 5s};
             p.live(3s);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"panel-disk-full"_s, [](PracticePanel &p) {
             p.open();
             p.sync.status.storage.state = StorageState::Full;
             p.sync.status.storage.freeBytes = 1'000'000;
             p.sync.status.storage.totalBytes = 32'000'000'000;
             p.live(4s);
         }},
        {u"old-menu"_s, [](PracticePanel &p) {
             p.open();
             p.live(4s);
             p.menu.state.checkedAt = p.clock.steadyNow() - 26h;
             p.menu.announce();
             p.live(2s);
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"silent-200"_s, [](PracticePanel &p) {
             manyDevices(p, 200);
             p.live(14s, {u"device-7"_s, u"device-33"_s});
             p.window().turnTo(AdminWindow::Devices);
         }},
        {u"no-devices"_s, [](PracticePanel &p) {
             p.sync.status.peers.clear();
             p.open();
             p.live(5s);
             p.window().turnTo(AdminWindow::Devices);
         }},
    };
}

void take(const Shot &shot, const QSize &size, const QString &language, Look look, const QString &folder)
{
    PracticePanel panel(size, language, look);
    panel.window().show();
    panel.settle();
    shot.stage(panel);
    for (int round = 0; round < 10; ++round) {
        panel.settle();
        panel.window().grab();
        QThread::msleep(15);
    }
    const QString file = u"%1/%2-%3-%4-%5x%6.png"_s.arg(folder, shot.name, language, look == Look::Light ? u"day"_s : u"night"_s).arg(size.width()).arg(size.height());
    if (!panel.window().grab().save(file))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: saji-admin-shots FOLDER [SCREEN]\n");
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    for (const Shot &shot : shots()) {
        if (arguments.size() > 2 && shot.name != arguments.at(2))
            continue;
        take(shot, {1920, 1080}, u"id"_s, Look::AdminDark, arguments.at(1));
        take(shot, {1366, 768}, u"en"_s, Look::Light, arguments.at(1));
        take(shot, {960, 540}, u"id"_s, Look::AdminDark, arguments.at(1));
    }
    return 0;
}
