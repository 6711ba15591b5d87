// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/process.h>

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace saji {
namespace {

//! The self-pipe: a signal handler may only do what POSIX calls async-signal-safe, and write() is.
std::array<int, 2> pipeEnds{-1, -1};

extern "C" void noteSignal(int number)
{
    const int before = errno;
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    errno = before;
}

void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

} // namespace

void prepareProcess()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
    const auto locale = qgetenv("LC_ALL").isEmpty() ? qgetenv("LANG") : qgetenv("LC_ALL");
    if (locale.isEmpty() || locale == "C" || locale == "POSIX")
        qputenv("LC_ALL", "C.UTF-8"); // Qt warns on every start otherwise, and file names lose their accents
    handle(SIGPIPE, SIG_IGN, 0);
}

QuitOnSignals::QuitOnSignals(QObject *parent) : QObject(parent)
{
    Q_ASSERT(pipeEnds[0] == -1);
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: signals keep the system's meaning
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &QuitOnSignals::drain);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        handle(number, noteSignal, SA_RESTART | int(SA_RESETHAND));
}

QuitOnSignals::~QuitOnSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        handle(number, SIG_DFL, 0);
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

void QuitOnSignals::drain()
{
    unsigned char number = 0;
    while (::read(pipeEnds[0], &number, 1) == 1)
        emit asked(number);
    QCoreApplication::quit();
}

} // namespace saji
