// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskoptions.h"
#include "processage.h"
#include "scriptedguest.h"

#include <appkit/logging.h>
#include <appkit/networkoptions.h>
#include <appkit/windowoptions.h>
#include <gateway/hubclient.h>
#include <kiosk/kioskwindow.h>
#include <windowkit/windowrun.h>

#include <QApplication>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void show(QWidget &window, const ProgramOptions &options)
{
    const auto size = kioskSize(options);
    // A guest has a finger and no business with a pointer.
    if (!size)
        window.setCursor(Qt::BlankCursor);
    showWindow(window, options, size);
}

int run(const ProgramOptions &options);

constexpr WindowProgram kioskProgram{kioskOptions, kioskNode, show, run};

int run(const ProgramOptions &options)
{
    WindowRun run(kioskProgram, options);
    if (const auto hub = socketIoHub(options); !hub.isEmpty())
        run.engine().setCompanion(standAtHub(hub));
    run.start();

    QtScheduler scheduler;
    SystemRandom random;
    Theme theme(Look::Light);
    Journey journey(kioskJourney(options), run.engine().clock(), scheduler, random, run.languageLoader());
    QObject::connect(&run.engine(), &EngineThread::opened, &journey,
                     [&journey](OrderService *orders, TicketService *, MenuService *menu, SyncService *sync, OutboxService *outbox) {
                         journey.attach(*orders, *menu, *sync, *outbox);
                     });
    KioskWindow window(journey, theme, pixelDensity(options));
    QObject::connect(&window, &KioskWindow::sellable, qApp,
                     [&options] { qCInfo(logApp).noquote().nospace() << options.program() << ": ready " << qRound(processAgeMilliseconds()); });
    RemoteControl remote(window);
    if (run.isForScripts()) {
        auto *scripted = new ScriptedGuest(remote, &remote);
        QObject::connect(&run.engine(), &EngineThread::opened, scripted, [scripted](OrderService *orders, TicketService *, MenuService *menu, SyncService *sync) {
            scripted->attach(*orders, *menu, *sync);
        });
    }
    if (!run.letScriptsIn(remote, window))
        return ExitCannotListen;
    return run.exec(window, {StoppedWindow::For::Guests, journey.settings().deviceName, journey.language(), theme});
}

} // namespace

int main(int argc, char *argv[])
{
    return runProgram(kioskProgram, argc, argv);
}
