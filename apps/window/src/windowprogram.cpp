// SPDX-License-Identifier: GPL-3.0-or-later
#include <windowkit/windowprogram.h>

#include <appkit/logging.h>
#include <appkit/process.h>
#include <appkit/windowoptions.h>
#include <datakit/datacommands.h>
#include <pairing/pairingstart.h>

#include <QApplication>

namespace saji {
using namespace Qt::StringLiterals;

int runProgram(const WindowProgram &program, int argc, char *argv[])
{
    prepareProcess();
    ProgramOptions options = program.options();
    if (const auto done = options.read(argc, argv))
        return *done;
    installLogging(options.value(u"log-level"_s));
    const NodeOptions node = program.node(options);
    if (const auto done = runDataOptions(options, node.dataFolder, node.kind, node.store))
        return *done;
    QApplication app(argc, argv);
    QApplication::setApplicationName(options.program());
    QApplication::setApplicationVersion(QStringLiteral(SAJI_VERSION));
    if (const auto done = pairOnScreen(options, node, [&](QWidget &window) { program.show(window, options); }))
        return *done;
    return program.run(options);
}

void showWindow(QWidget &window, const ProgramOptions &options, const std::optional<QSize> &size)
{
    if (const auto position = windowPosition(options))
        window.move(*position);
    if (size) {
        window.resize(*size);
        window.show();
        return;
    }
    window.showFullScreen();
}

void showNamedWindow(QWidget &window, const ProgramOptions &options, const std::optional<QSize> &size)
{
    window.setWindowTitle(u"%1 – Saji"_s.arg(options.value(u"name"_s)));
    showWindow(window, options, size);
}

} // namespace saji
