// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminoptions.h"
#include "panelmemory.h"

#include <windowkit/windowrun.h>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void show(QWidget &window, const ProgramOptions &options)
{
    showNamedWindow(window, options, adminSize(options));
}

int run(const ProgramOptions &options);

constexpr WindowProgram adminProgram{adminOptions, adminNode, show, run};

int run(const ProgramOptions &options)
{
    WindowRun run(adminProgram, options);
    run.start();

    QtScheduler scheduler;
    PanelMemory memory(options.value(u"data"_s));
    AdminSettings settings = adminSettings(options);
    memory.recall(settings, options.saidBy(u"language"_s) != u"default", options.isOn(u"day"_s));
    settings.loadLanguage = run.languageLoader();
    Admin admin(settings, run.engine().clock(), scheduler);
    memory.follow(admin);
    QObject::connect(&run.engine(), &EngineThread::opened, &admin,
                     [&admin](OrderService *, TicketService *, MenuService *menu, SyncService *sync, OutboxService *outbox) {
                         admin.attach(*sync, *menu, *outbox);
                     });
    RemoteControl remote(admin.window());
    if (!run.letScriptsIn(remote, admin))
        return ExitCannotListen;
    return run.exec(admin.window(), {StoppedWindow::For::Staff, settings.name, admin.language(), admin.theme()});
}

} // namespace

int main(int argc, char *argv[])
{
    return runProgram(adminProgram, argc, argv);
}
