// SPDX-License-Identifier: GPL-3.0-or-later
#include <windowkit/windowrun.h>

#include <appkit/words.h>
#include <resources/resources.h>
#include <translations/translations.h>

#include <QApplication>

#include <memory>

namespace saji {
using namespace Qt::StringLiterals;

WindowRun::WindowRun(const WindowProgram &program, const ProgramOptions &options)
    : m_program(program), m_options(options), m_engine(program.node(options))
{
    QObject::connect(&m_engine, &EngineThread::failed, qApp, [this](const Error &error) { onFailed(error); });
}

void WindowRun::start()
{
    m_engine.start();
    initResources();
    initTranslations();
}

LanguageSwitch::Loader WindowRun::languageLoader()
{
    return [this](const QString &code) { m_words.use(code); };
}

bool WindowRun::isForScripts() const
{
    return !m_options.value(u"remote-control"_s).isEmpty();
}

bool WindowRun::listen(RemoteControl &remote) const
{
    const auto listening = remote.listen(m_options.value(u"remote-control"_s));
    if (!listening)
        complain(m_options.program(), u"cannot open the remote control"_s, listening.error());
    return listening.has_value();
}

void WindowRun::onFailed(const Error &error)
{
    complain(m_options.program(), u"cannot use the data folder %1"_s.arg(m_options.value(u"data"_s)), error);
    m_exitCode = exitCodeForFolder(error.code);
    m_explain(error);
}

int WindowRun::exec(QWidget &window, const Stop &stop)
{
    std::unique_ptr<StoppedWindow> stopped;
    m_explain = [&](const Error &error) {
        stopped = std::make_unique<StoppedWindow>(error, stop.whom, stop.device, stop.language, stop.theme);
        QObject::connect(stopped.get(), &StoppedWindow::dismissed, qApp, [this] { QCoreApplication::exit(m_exitCode); });
        m_program.show(*stopped, m_options);
        window.hide();
    };
    m_program.show(window, m_options);
    const int ended = QCoreApplication::exec();
    return m_exitCode != ExitOk ? m_exitCode : ended;
}

} // namespace saji
