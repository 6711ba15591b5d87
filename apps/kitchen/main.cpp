// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchenoptions.h"
#include "scriptedcook.h"
#include "stationmemory.h"

#include <appkit/networkoptions.h>
#include <gateway/hubclient.h>
#include <windowkit/windowrun.h>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void show(QWidget &window, const ProgramOptions &options)
{
    showNamedWindow(window, options, kitchenSize(options));
}

int run(const ProgramOptions &options);

constexpr WindowProgram kitchenProgram{kitchenOptions, kitchenNode, show, run};

int run(const ProgramOptions &options)
{
    WindowRun run(kitchenProgram, options);
    if (const auto hub = socketIoHub(options); !hub.isEmpty())
        run.engine().setCompanion(standAtHub(hub));
    run.start();

    QtScheduler scheduler;
    StationMemory memory(options.value(u"data"_s));
    KitchenSettings settings = kitchenSettings(options);
    memory.recall(settings, options.saidBy(u"language"_s) != u"default");
    settings.loadLanguage = run.languageLoader();
    Kitchen kitchen(settings, run.engine().clock(), scheduler);
    kitchen.setPaintClock(bootMilliseconds);
    memory.follow(kitchen);
    QObject::connect(&run.engine(), &EngineThread::opened, &kitchen,
                     [&kitchen](OrderService *, TicketService *tickets, MenuService *menu, SyncService *sync) { kitchen.attach(*tickets, *menu, *sync); });
    RemoteControl remote(kitchen.window());
    if (run.isForScripts()) {
        auto *scripted = new ScriptedCook(remote, &remote);
        QObject::connect(&run.engine(), &EngineThread::opened, scripted, [scripted](OrderService *, TicketService *tickets, MenuService *, SyncService *sync) {
            scripted->attach(*tickets, *sync);
        });
    }
    if (!run.letScriptsIn(remote, kitchen))
        return ExitCannotListen;
    return run.exec(kitchen.window(), {StoppedWindow::For::Staff, settings.name, kitchen.language(), kitchen.theme()});
}

} // namespace

int main(int argc, char *argv[])
{
    return runProgram(kitchenProgram, argc, argv);
}
