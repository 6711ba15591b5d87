// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchenoptions.h"
#include "scriptedcook.h"
#include "stationmemory.h"

#include <appkit/exitcode.h>
#include <appkit/languageloader.h>
#include <appkit/logging.h>
#include <appkit/networkoptions.h>
#include <appkit/process.h>
#include <appkit/windowoptions.h>
#include <appkit/words.h>
#include <datakit/datacommands.h>
#include <gateway/hubclient.h>
#include <pairing/pairingstart.h>
#include <remote/remotecontrol.h>
#include <resources/resources.h>
#include <stopped/stoppedwindow.h>
#include <translations/translations.h>

#include <QApplication>

#include <functional>
#include <memory>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void showWindow(QWidget &window, const ProgramOptions &options)
{
    window.setWindowTitle(u"%1 – Saji"_s.arg(options.value(u"name"_s)));
    if (const auto position = windowPosition(options))
        window.move(*position);
    if (const auto size = kitchenSize(options)) {
        window.resize(*size);
        window.show();
        return;
    }
    window.showFullScreen();
}

Result<void> listenToScripts(RemoteControl &remote, Kitchen &kitchen, const QString &socket)
{
    remote.setState([&kitchen] { return kitchen.state(); });
    QObject::connect(&kitchen, &Kitchen::stateChanged, &remote, &RemoteControl::stateChanged);
    return remote.listen(socket);
}

int run(const ProgramOptions &options)
{
    const QuitOnSignals quitOnSignals;
    // The engine opens its folder while the window is being built.
    EngineThread engine(kitchenNode(options));
    if (const auto hub = socketIoHub(options); !hub.isEmpty())
        engine.setCompanion(standAtHub(hub));
    int exitCode = ExitOk;
    std::function<void(const Error &)> explain; // once there is something to explain with
    QObject::connect(&engine, &EngineThread::failed, qApp, [&](const Error &error) {
        complain(options.program(), u"cannot use the data folder %1"_s.arg(options.value(u"data"_s)), error);
        exitCode = exitCodeForFolder(error.code);
        explain(error);
    });
    engine.start();

    initResources();
    initTranslations();
    LanguageLoader words;
    QtScheduler scheduler;
    StationMemory memory(options.value(u"data"_s));
    KitchenSettings settings = kitchenSettings(options);
    memory.recall(settings, options.saidBy(u"language"_s) != u"default");
    settings.loadLanguage = [&words](const QString &code) { words.use(code); };
    Kitchen kitchen(settings, engine.clock(), scheduler);
    kitchen.setPaintClock(bootMilliseconds);
    memory.follow(kitchen);
    QObject::connect(&engine, &EngineThread::opened, &kitchen,
                     [&kitchen](OrderService *, TicketService *tickets, MenuService *menu, SyncService *sync) { kitchen.attach(*tickets, *menu, *sync); });
    RemoteControl remote(kitchen.window());
    if (const QString socket = options.value(u"remote-control"_s); !socket.isEmpty()) {
        auto *scripted = new ScriptedCook(remote, &remote);
        QObject::connect(&engine, &EngineThread::opened, scripted, [scripted](OrderService *, TicketService *tickets, MenuService *, SyncService *sync) {
            scripted->attach(*tickets, *sync);
        });
        if (const auto listening = listenToScripts(remote, kitchen, socket); !listening) {
            complain(options.program(), u"cannot open the remote control"_s, listening.error());
            return ExitCannotListen;
        }
    }
    std::unique_ptr<StoppedWindow> stopped;
    explain = [&](const Error &error) {
        stopped = std::make_unique<StoppedWindow>(error, StoppedWindow::For::Staff, options.value(u"name"_s), kitchen.language(), kitchen.theme());
        QObject::connect(stopped.get(), &StoppedWindow::dismissed, qApp, [&] { QCoreApplication::exit(exitCode); });
        showWindow(*stopped, options);
        kitchen.window().hide();
    };
    showWindow(kitchen.window(), options);
    const int ended = QCoreApplication::exec();
    return exitCode != ExitOk ? exitCode : ended;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    ProgramOptions options = kitchenOptions();
    if (const auto done = options.read(argc, argv))
        return *done;
    installLogging(options.value(u"log-level"_s));
    if (const auto done = runDataOptions(options, options.value(u"data"_s), NodeKind::Kitchen, options.value(u"store"_s)))
        return *done;
    QApplication app(argc, argv);
    QApplication::setApplicationName(options.program());
    QApplication::setApplicationVersion(QStringLiteral(SAJI_VERSION));
    if (const auto done = pairOnScreen(options, kitchenNode(options), [&options](QWidget &window) { showWindow(window, options); }))
        return *done;
    return run(options);
}
