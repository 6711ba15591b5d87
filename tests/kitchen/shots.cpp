// SPDX-License-Identifier: GPL-3.0-or-later
#include <kitchenkit/practicekitchen.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
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
    std::function<void(PracticeKitchen &)> stage;
};

void key(PracticeKitchen &practice, int code)
{
    QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier);
    QCoreApplication::sendEvent(&practice.window(), &press);
}

void lunch(PracticeKitchen &practice)
{
    practice.close(u"server"_s);
    practice.open(practice.samples.lunch());
    practice.live(4s);
}

QList<Shot> shots()
{
    return {
        {u"board"_s, lunch},
        {u"states"_s, [](PracticeKitchen &s) {
             QList<TicketView> tickets = s.samples.everyState();
             s.open(tickets);
             s.tickets.cancel(tickets.at(1).order, tickets.at(1).outlet, {});
             s.live(1s);
         }},
        {u"all-day"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.menu.setSoldOut(ProductId(153), true);
             key(s, Qt::Key_S);
         }},
        {u"silence"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.live(14s, {u"kiosk-b"_s});
         }},
        {u"silence-quiet"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.live(14s, {u"kiosk-b"_s});
             s.kitchen->peers().acknowledge();
         }},
        {u"polling"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.close(u"server"_s);
             s.peer(u"hub"_s).mode = SyncMode::Polling;
             s.live(12s);
         }},
        {u"cut-off"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.live(4s);
             s.close(u"hub"_s);
             s.close(u"server"_s);
             s.live(5s, {u"kiosk-a"_s, u"kiosk-b"_s});
         }},
        {u"hub-offline"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.live(4s);
             s.close(u"hub"_s);
             s.live(8s);
         }},
        {u"hub-silent"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.live(4s);
             s.live(3s, {u"hub"_s});
         }},
        {u"no-network"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.live(4s);
             s.close(u"hub"_s, SyncCause::NoNetwork);
             s.close(u"server"_s, SyncCause::NoInternet);
             s.live(5s, {u"kiosk-a"_s, u"kiosk-b"_s});
         }},
        {u"removed"_s, [](PracticeKitchen &s) {
             s.open(s.samples.lunch());
             s.live(4s);
             s.sync.status.removed = Removal{s.clock.wallNow(), u"Rina"_s};
             s.close(u"hub"_s, SyncCause::SelfRevoked);
             s.close(u"server"_s, SyncCause::SelfRevoked);
             s.live(5s);
         }},
        {u"cannot-save"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.sync.status.storageError = Error{ErrorCode::DiskFull, u"full"_s};
             s.live(2s);
         }},
        {u"old-menu"_s, [](PracticeKitchen &s) {
             s.open();
             s.live(4s);
             s.menu.state.checkedAt = s.clock.steadyNow() - 26h;
             s.menu.announce();
             s.live(2s);
         }},
        {u"long-words"_s, [](PracticeKitchen &s) {
             QList<TicketView> tickets = s.samples.lunch();
             for (TicketView &ticket : tickets) {
                 ticket.customerName = u"Raden Mas Soerjaningrat Kusumawardhani"_s;
                 for (OrderLine &line : ticket.lines)
                     line.name = LocalText{u"Nasi goreng kampung istimewa komplit dengan telur mata sapi"_s, u"Special village fried rice with a sunny-side egg"_s};
             }
             s.open(tickets);
             s.live(1s);
         }},
        {u"empty"_s, [](PracticeKitchen &s) {
             s.open();
             s.close(u"server"_s);
             s.live(5s);
         }},
        {u"empty-silent"_s, [](PracticeKitchen &s) {
             s.open();
             s.live(4s);
             s.live(20s, {u"kiosk-b"_s});
             s.kitchen->peers().acknowledge();
         }},
        {u"opening"_s, [](PracticeKitchen &) {}},
        {u"one"_s, [](PracticeKitchen &s) {
             s.open({s.samples.lunch().last()});
             s.live(1s);
         }},
        {u"two-hundred"_s, [](PracticeKitchen &s) {
             s.open(s.samples.many(200));
             s.live(1s);
         }},
        {u"sold-out"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.menu.setSoldOut(ProductId(153), true);
             s.menu.setSoldOut(ProductId(158), true);
             key(s, Qt::Key_H);
         }},
        {u"bumped"_s, [](PracticeKitchen &s) {
             lunch(s);
             key(s, Qt::Key_6);
             s.live(22s);
         }},
        {u"refused"_s, [](PracticeKitchen &s) {
             lunch(s);
             s.tickets.refuses = ErrorCode::DiskFull;
             key(s, Qt::Key_3);
         }},
    };
}

void take(const Shot &shot, const QSize &size, const QString &language, const QString &folder)
{
    PracticeKitchen practice(size, language);
    practice.window().show();
    practice.settle();
    shot.stage(practice);
    QElapsedTimer patience;
    patience.start();
    // Pictures are drawn by a thread of their own; what is asked for by the first grab is there for the second.
    // The flash that came with the first ticket fades meanwhile.
    while (patience.elapsed() < 700) {
        practice.settle();
        practice.window().grab();
        QThread::msleep(20);
    }
    practice.settle();
    const QString file = u"%1/%2-%3-%4x%5.png"_s.arg(folder, shot.name, language).arg(size.width()).arg(size.height());
    if (!practice.window().grab().save(file))
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
        std::fprintf(stderr, "usage: saji-kitchen-shots FOLDER [SCREEN]\n");
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    for (const Shot &shot : shots()) {
        if (arguments.size() > 2 && shot.name != arguments.at(2))
            continue;
        take(shot, {1920, 1080}, u"id"_s, arguments.at(1));
        take(shot, {1366, 768}, u"en"_s, arguments.at(1));
        take(shot, {960, 540}, u"id"_s, arguments.at(1));
    }
    for (const QSize &size : {QSize(1313, 540), QSize(1024, 768), QSize(1080, 1920)}) {
        if (arguments.size() < 3 || arguments.at(2) == u"board")
            take(shots().first(), size, u"id"_s, arguments.at(1));
    }
    return 0;
}
