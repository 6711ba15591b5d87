// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/languageloader.h>
#include <pairing/pairingwindow.h>
#include <resources/resources.h>
#include <stopped/stoppedwindow.h>
#include <translations/translations.h>
#include <widgets/touchbutton.h>

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace saji;
using namespace Qt::StringLiterals;

//! saji-bare-shots FOLDER: a PNG of the windows before and beside the screens: pairing, and why a program cannot start.
namespace {

//! One way of looking at a window.
struct View
{
    QString language;
    QSize size;
    Look look = Look::Light;
};

using Make = std::function<std::unique_ptr<BareWindow>(LanguageSwitch &, Theme &)>;

void take(const QString &name, const View &view, const QString &folder, const Make &make)
{
    LanguageLoader words;
    Theme theme(view.look, Metrics::fitted(view.size));
    LanguageSwitch language(view.language, [&words](const QString &code) { words.use(code); });
    const auto window = make(language, theme);
    window->resize(view.size);
    window->show();
    // Pictures are drawn by a thread of their own: what the first grab asks for is there for a later one.
    for (int round = 0; round < 12; ++round) {
        window->grab();
        QTest::qWait(15);
    }
    const QString file = u"%1/%2-%3-%4x%5.png"_s.arg(folder, name, view.language).arg(view.size.width()).arg(view.size.height());
    if (!window->grab().save(file))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

void takeStopped(const View &view, const QString &folder)
{
    const bool guests = view.size.height() > view.size.width();
    for (const auto code : {ErrorCode::UnsupportedVersion, ErrorCode::WrongStore, ErrorCode::Busy, ErrorCode::DiskFull, ErrorCode::Corrupt}) {
        take(u"stopped-"_s + QString(errorWord(code)), view, folder, [&](LanguageSwitch &language, Theme &theme) {
            return std::make_unique<StoppedWindow>(Error{code, u"/var/lib/saji/kiosk/events.db has schema 9, this Saji knows 3"_s},
                                                   guests ? StoppedWindow::For::Guests : StoppedWindow::For::Staff, u"Kios A"_s, language, theme);
        });
    }
}

void takePairing(const View &view, const QString &folder)
{
    const QTemporaryDir data;
    const PairingOrder order{data.filePath(u"kitchen"_s), NodeKind::Kitchen, u"Dapur Soto"_s, u"pasar-saji"_s, QUrl(u"http://server.pasar-saji.example:8080"_s)};
    const auto typed = [&](const QString &digits, const std::optional<Error> &error) {
        return [&order, digits, error](LanguageSwitch &language, Theme &theme) {
            auto window = std::make_unique<PairingWindow>(order, language, theme, error);
            for (const auto digit : digits)
                QTest::keyClick(window.get(), char(digit.toLatin1()));
            return window;
        };
    };
    take(u"pairing-0"_s, view, folder, typed({}, {}));
    take(u"pairing-5"_s, view, folder, typed(u"48213"_s, {}));
    take(u"pairing-12"_s, view, folder, typed(u"482130957716"_s, {}));
    take(u"pairing-refused"_s, view, folder, typed({}, Error{ErrorCode::Unauthorized, u"used"_s}));
    take(u"pairing-unreachable"_s, view, folder, typed({}, Error{ErrorCode::Unreachable, u"refused"_s}));
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: saji-bare-shots FOLDER\n");
        return 2;
    }
    initResources();
    initTranslations();
    QDir().mkpath(arguments.at(1));
    for (const View &view : {View{u"id"_s, {1080, 1920}}, View{u"en"_s, {1366, 768}, Look::Kitchen}, View{u"id"_s, {1920, 1080}, Look::AdminDark},
                             View{u"id"_s, {960, 540}}}) {
        takeStopped(view, arguments.at(1));
        takePairing(view, arguments.at(1));
    }
    return 0;
}
