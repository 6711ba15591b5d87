// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskoptions.h"
#include "processage.h"
#include "scriptedguest.h"

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
#include <kiosk/kioskwindow.h>
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
    const auto size = kioskSize(options);
    if (const auto position = windowPosition(options))
        window.move(*position);
    if (size) {
        window.resize(*size);
        window.show();
        return;
    }
    // A guest has a finger and no business with a pointer.
    window.setCursor(Qt::BlankCursor);
    window.showFullScreen();
}

Result<void> listenToScripts(RemoteControl &remote, KioskWindow &window, const QString &socket)
{
    remote.setState([&window] { return window.state(); });
    QObject::connect(&window, &KioskWindow::stateChanged, &remote, &RemoteControl::stateChanged);
    return remote.listen(socket);
}

int run(const ProgramOptions &options)
{
    const QuitOnSignals quitOnSignals;
    // The engine opens its folder while the window is being built.
    EngineThread engine(kioskNode(options));
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
    SystemRandom random;
    Theme theme(Look::Light);
    Journey journey(kioskJourney(options), engine.clock(), scheduler, random, [&words](const QString &code) { words.use(code); });
    QObject::connect(&engine, &EngineThread::opened, &journey,
                     [&journey](OrderService *orders, TicketService *, MenuService *menu, SyncService *sync, OutboxService *outbox) {
                         journey.attach(*orders, *menu, *sync, *outbox);
                     });
    KioskWindow window(journey, theme, pixelDensity(options));
    QObject::connect(&window, &KioskWindow::sellable, qApp,
                     [&options] { qCInfo(logApp).noquote().nospace() << options.program() << ": ready " << qRound(processAgeMilliseconds()); });
    RemoteControl remote(window);
    if (const QString socket = options.value(u"remote-control"_s); !socket.isEmpty()) {
        auto *scripted = new ScriptedGuest(remote, &remote);
        QObject::connect(&engine, &EngineThread::opened, scripted, [scripted](OrderService *orders, TicketService *, MenuService *menu, SyncService *sync) {
            scripted->attach(*orders, *menu, *sync);
        });
        if (const auto listening = listenToScripts(remote, window, socket); !listening) {
            complain(options.program(), u"cannot open the remote control"_s, listening.error());
            return ExitCannotListen;
        }
    }
    std::unique_ptr<StoppedWindow> stopped;
    explain = [&](const Error &error) {
        stopped = std::make_unique<StoppedWindow>(error, StoppedWindow::For::Guests, kioskJourney(options).deviceName, journey.language(), theme);
        QObject::connect(stopped.get(), &StoppedWindow::dismissed, qApp, [&] { QCoreApplication::exit(exitCode); });
        showWindow(*stopped, options);
        window.hide();
    };
    showWindow(window, options);
    const int ended = QCoreApplication::exec();
    return exitCode != ExitOk ? exitCode : ended;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    ProgramOptions options = kioskOptions();
    if (const auto done = options.read(argc, argv))
        return *done;
    installLogging(options.value(u"log-level"_s));
    if (const auto done = runDataOptions(options, options.value(u"data"_s), NodeKind::Kiosk, options.value(u"store"_s)))
        return *done;
    QApplication app(argc, argv);
    QApplication::setApplicationName(options.program());
    QApplication::setApplicationVersion(QStringLiteral(SAJI_VERSION));
    if (const auto done = pairOnScreen(options, kioskNode(options), [&options](QWidget &window) { showWindow(window, options); }))
        return *done;
    return run(options);
}
