// SPDX-License-Identifier: GPL-3.0-or-later
#include <adminkit/practicepanel.h>

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

QList<Shot> shots()
{
    return {
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
