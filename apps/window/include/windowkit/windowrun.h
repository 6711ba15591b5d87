// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/exitcode.h>
#include <appkit/languageloader.h>
#include <appkit/process.h>
#include <remote/remotecontrol.h>
#include <stopped/stoppedwindow.h>
#include <windowkit/windowprogram.h>

#include <functional>

namespace saji {

//! One run of a program with a window, from its engine's first step to its exit code.
//!
//! Made before the window, start()ed at once: the engine opens its folder while the window is being built. A folder that cannot be used
//! is told on stderr and, instead of the window, by a StoppedWindow. Ends on SIGTERM as well. GUI thread; after the QApplication, and to be let go
//! after all that is attached to the engine's services.
class WindowRun
{
public:
    //! Who reads why the program stopped, and in which language and colours: those of the window that it stands in for.
    struct Stop
    {
        StoppedWindow::For whom;
        QString device; //!< its name
        LanguageSwitch &language;
        Theme &theme;
    };

    WindowRun(const WindowProgram &program, const ProgramOptions &options);

    //! To connect to, and to be given a companion before start().
    EngineThread &engine() { return m_engine; }
    //! The engine, and then what every window needs: pictures, fonts and words.
    void start();
    //! Brings in the words of a language.
    LanguageSwitch::Loader languageLoader();

    //! Whether --remote-control names a socket.
    bool isForScripts() const;
    //! If so, opens it: `screen` says by state() what it shows, and by stateChanged() that this is different now. False after a complaint.
    template <typename Screen>
    [[nodiscard]] bool letScriptsIn(RemoteControl &remote, const Screen &screen)
    {
        if (!isForScripts())
            return true;
        remote.setState([&screen] { return screen.state(); });
        QObject::connect(&screen, &Screen::stateChanged, &remote, &RemoteControl::stateChanged);
        return listen(remote);
    }

    //! Shows the window and runs the application's loop. The exit code.
    [[nodiscard]] int exec(QWidget &window, const Stop &stop);

private:
    bool listen(RemoteControl &remote) const;
    void onFailed(const Error &error);

    const WindowProgram &m_program;
    const ProgramOptions &m_options;
    const QuitOnSignals m_quitOnSignals;
    EngineThread m_engine;
    LanguageLoader m_words;
    int m_exitCode = ExitOk;
    std::function<void(const Error &)> m_explain; //!< once there is something to explain with
};

} // namespace saji
