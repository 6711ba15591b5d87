// SPDX-License-Identifier: GPL-3.0-or-later
#include <pairing/pairingstart.h>

#include <appkit/exitcode.h>
#include <appkit/languageloader.h>
#include <appkit/process.h>
#include <appkit/windowoptions.h>
#include <pairing/pairingwindow.h>
#include <pairkit/pairoption.h>
#include <resources/resources.h>
#include <translations/translations.h>

#include <QApplication>
#include <QHostAddress>
#include <QScreen>

#include <memory>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

bool isThisMachine(const QUrl &url)
{
    return url.host().compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(url.host()).isLoopback();
}

} // namespace

std::optional<int> pairOnScreen(const ProgramOptions &options, const NodeOptions &node, const std::function<void(QWidget &)> &show)
{
    const PairingOrder order{node.dataFolder, node.kind, node.name, node.store, node.server, node.discovery, node.hub};
    if (isPaired(node.dataFolder)) {
        (void)pairBeforeStart(options, order); // which says so when there is a code
        return std::nullopt;
    }
    const bool hasCode = pairCodeOf(options).has_value();
    // On this machine alone a restaurant is tried out; nobody else is on that network.
    const bool isReached = !node.listen.isLoopback();
    const bool isOnANetwork = isReached || (node.server.isEmpty() ? node.discovery.where == DiscoveryOptions::Where::Lan : !isThisMachine(node.server));
    if (!hasCode && (!isOnANetwork || options.isOn(u"unpaired"_s)))
        return std::nullopt;
    const QuitOnSignals quitOnSignals;
    const auto failure = pairBeforeStart(options, order);
    if (hasCode && !failure)
        return std::nullopt;
    if (failure && failure->code == ErrorCode::Cancelled)
        return ExitOk;

    initResources();
    initTranslations();
    LanguageLoader words;
    LanguageSwitch language(options.value(u"language"_s), [&words](const QString &code) { words.use(code); });
    Theme theme(Look::Light, Metrics::forScreen(*QGuiApplication::primaryScreen(), pixelDensity(options)));
    // Its going is not the end: the program's own window comes next.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    auto window = std::make_unique<PairingWindow>(order, language, theme, failure);
    bool isDone = false;
    QObject::connect(window.get(), &PairingWindow::paired, qApp, [&isDone] {
        isDone = true;
        QCoreApplication::exit();
    });
    QObject::connect(window.get(), &PairingWindow::dismissed, qApp, [] { QCoreApplication::exit(); });
    show(*window);
    const int ended = QCoreApplication::exec();
    window.reset();
    QGuiApplication::setQuitOnLastWindowClosed(true);
    return isDone ? std::nullopt : std::optional(ended);
}

} // namespace saji
