// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminoptions.h"

#include <admin/adminwindow.h>
#include <appkit/exitcode.h>
#include <appkit/languageloader.h>
#include <appkit/logging.h>
#include <appkit/process.h>
#include <appkit/windowoptions.h>
#include <appkit/words.h>
#include <remote/remotecontrol.h>
#include <resources/resources.h>
#include <translations/translations.h>

#include <QApplication>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void showWindow(AdminWindow &window, const ProgramOptions &options)
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

int run(const ProgramOptions &options)
{
    const QuitOnSignals quitOnSignals;
    EngineThread engine(adminNode(options));
    int exitCode = ExitOk;
    QObject::connect(&engine, &EngineThread::failed, qApp, [&](const Error &error) {
        complain(options.program(), u"cannot use the data folder %1"_s.arg(options.value(u"data"_s)), error);
        exitCode = exitCodeForFolder(error.code);
        QCoreApplication::exit(exitCode);
    });
    engine.start();

    initResources();
    initTranslations();
    LanguageLoader words;
    QtScheduler scheduler;
    Theme theme(options.isOn(u"day"_s) ? Look::Light : Look::AdminDark);
    theme.setReducedMotion(true);
    LanguageSwitch language(options.value(u"language"_s), [&words](const QString &code) { words.use(code); });
    HealthPresenter health(engine.clock(), scheduler, language);
    AdminWindow window({health, language, theme}, pixelDensity(options));
    QObject::connect(&engine, &EngineThread::opened, &health,
                     [&health](OrderService *, TicketService *, MenuService *menu, SyncService *sync) { health.attach(*sync, *menu); });
    RemoteControl remote(window);
    if (const QString socket = options.value(u"remote-control"_s); !socket.isEmpty()) {
        remote.setState([&window] { return window.state(); });
        QObject::connect(&window, &AdminWindow::stateChanged, &remote, &RemoteControl::stateChanged);
        if (const auto listening = remote.listen(socket); !listening) {
            complain(options.program(), u"cannot open the remote control"_s, listening.error());
            return ExitCannotListen;
        }
    }
    showWindow(window, options);
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
    QApplication app(argc, argv);
    QApplication::setApplicationName(options.program());
    QApplication::setApplicationVersion(QStringLiteral(SAJI_VERSION));
    return run(options);
}
