// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminoptions.h"
#include "panelmemory.h"

#include <appkit/exitcode.h>
#include <appkit/languageloader.h>
#include <appkit/logging.h>
#include <appkit/process.h>
#include <appkit/windowoptions.h>
#include <appkit/words.h>
#include <datakit/datacommands.h>
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
    if (const auto size = adminSize(options)) {
        window.resize(*size);
        window.show();
        return;
    }
    window.showFullScreen();
}

Result<void> listenToScripts(RemoteControl &remote, Admin &admin, const QString &socket)
{
    remote.setState([&admin] { return admin.state(); });
    QObject::connect(&admin, &Admin::stateChanged, &remote, &RemoteControl::stateChanged);
    return remote.listen(socket);
}

int run(const ProgramOptions &options)
{
    const QuitOnSignals quitOnSignals;
    // The engine opens its folder while the window is being built.
    EngineThread engine(adminNode(options));
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
    PanelMemory memory(options.value(u"data"_s));
    AdminSettings settings = adminSettings(options);
    memory.recall(settings, options.saidBy(u"language"_s) != u"default", options.isOn(u"day"_s));
    settings.loadLanguage = [&words](const QString &code) { words.use(code); };
    Admin admin(settings, engine.clock(), scheduler);
    memory.follow(admin);
    QObject::connect(&engine, &EngineThread::opened, &admin,
                     [&admin](OrderService *, TicketService *, MenuService *menu, SyncService *sync, OutboxService *outbox) {
                         admin.attach(*sync, *menu, *outbox);
                     });
    RemoteControl remote(admin.window());
    if (const QString socket = options.value(u"remote-control"_s); !socket.isEmpty()) {
        if (const auto listening = listenToScripts(remote, admin, socket); !listening) {
            complain(options.program(), u"cannot open the remote control"_s, listening.error());
            return ExitCannotListen;
        }
    }
    std::unique_ptr<StoppedWindow> stopped;
    explain = [&](const Error &error) {
        stopped = std::make_unique<StoppedWindow>(error, StoppedWindow::For::Staff, options.value(u"name"_s), admin.language(), admin.theme());
        QObject::connect(stopped.get(), &StoppedWindow::dismissed, qApp, [&] { QCoreApplication::exit(exitCode); });
        showWindow(*stopped, options);
        admin.window().hide();
    };
    showWindow(admin.window(), options);
    const int ended = QCoreApplication::exec();
    return exitCode != ExitOk ? exitCode : ended;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    ProgramOptions options = adminOptions();
    if (const auto done = options.read(argc, argv))
        return *done;
    installLogging(options.value(u"log-level"_s));
    if (const auto done = runDataOptions(options, options.value(u"data"_s), NodeKind::Admin, options.value(u"store"_s)))
        return *done;
    QApplication app(argc, argv);
    QApplication::setApplicationName(options.program());
    QApplication::setApplicationVersion(QStringLiteral(SAJI_VERSION));
    if (const auto done = pairOnScreen(options, adminNode(options), [&options](QWidget &window) { showWindow(window, options); }))
        return *done;
    return run(options);
}
