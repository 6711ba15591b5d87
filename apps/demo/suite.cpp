// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUdpSocket>

#include <signal.h>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

const QString storeCode = u"pasar-saji"_s;
constexpr int startPatienceMs = 20000;
constexpr int stopPatienceMs = 10000;

//! A port that nobody uses now; the programs are restarted on the same one, so it cannot be left to them.
quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

//! The beacons of this suite are for itself: another one may run on the same machine.
quint16 freeBeaconPort()
{
    QUdpSocket probe;
    probe.bind(QHostAddress::LocalHost);
    return probe.localPort();
}

bool answers(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    return socket.waitForConnected(200);
}

QUrl loopback(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

QStringList window(const QRect &place, double referenceWidth, double referencePxPerMm)
{
    const double scale = double(place.width()) / referenceWidth;
    return {u"--windowed"_s,
            u"--size"_s,
            u"%1x%2"_s.arg(place.width()).arg(place.height()),
            u"--position"_s,
            u"%1,%2"_s.arg(place.x()).arg(place.y()),
            u"--px-per-mm"_s,
            QString::number(referencePxPerMm * scale, 'f', 3)};
}

} // namespace

Suite::Suite(Options options) : m_options(std::move(options)), m_server(loopback(freePort())), m_hub(loopback(freePort()))
{
    furnish();
}

Suite::~Suite()
{
    for (auto &[name, member] : m_members) {
        if (member.process)
            member.process->terminate();
    }
    for (auto &[name, member] : m_members) {
        if (member.process && !member.process->waitForFinished(stopPatienceMs))
            member.process->kill();
    }
}

void Suite::furnish()
{
    // The kiosk stands on the left as tall as the screen, the two kitchens above one another beside it.
    const QRect screen = m_options.screen;
    const QRect kiosk(screen.x(), screen.y(), qMin(screen.height() * 9 / 16, screen.width() / 2), screen.height());
    const int rest = screen.width() - kiosk.width();
    const int kitchenHeight = qMin(rest * 9 / 16, screen.height() / 2);
    const QRect kitchen1(kiosk.right() + 1, screen.y(), rest, kitchenHeight);
    const QRect kitchen2(kiosk.right() + 1, screen.y() + kitchenHeight, rest, kitchenHeight);

    const auto add = [this](const QString &name, const QString &program, QStringList arguments, bool hasWindow) {
        Member member;
        member.program = m_options.bin + u'/' + program;
        member.data = m_options.folder + u"/data/"_s + name;
        member.log = m_options.folder + u"/logs/"_s + name + u".log"_s;
        arguments << u"--data"_s << member.data;
        if (hasWindow)
            arguments << u"--language"_s << m_options.language;
        if (hasWindow && m_options.remote) {
            member.remote = m_options.folder + u'/' + name + u".sock"_s;
            arguments << u"--remote-control"_s << member.remote;
            member.hand = std::make_unique<RemoteClient>(member.remote);
        }
        member.arguments = arguments;
        m_members.emplace(name, std::move(member));
    };
    const auto listen = [](const QUrl &url) { return QStringList{u"--listen"_s, u"%1:%2"_s.arg(url.host()).arg(url.port())}; };
    // Nobody is told an address.
    const QStringList finding{u"--discovery"_s, u"loopback"_s, u"--discovery-port"_s, QString::number(freeBeaconPort())};
    const QStringList ways = finding + QStringList{u"--store"_s, storeCode};

    add(u"server"_s, u"saji-server"_s, QStringList{u"serve"_s} + listen(m_server) + finding, false);
    if (m_options.hub)
        add(u"hub"_s, u"saji-hub"_s, listen(m_hub) + ways, false);
    add(u"kitchen1"_s, u"saji-kitchen"_s, window(kitchen1, 1920, 3.61) + ways + QStringList{u"--outlet"_s, u"1"_s, u"--name"_s, u"Dapur Soto"_s}, true);
    add(u"kitchen2"_s, u"saji-kitchen"_s, window(kitchen2, 1920, 3.61) + ways + QStringList{u"--outlet"_s, u"2"_s, u"--name"_s, u"Dapur Sate"_s}, true);
    add(u"kiosk"_s, u"saji-kiosk"_s,
        window(kiosk, 1080, 4.03) + ways + QStringList{u"--device-code"_s, u"A"_s, u"--name"_s, u"Kios A"_s, u"--staff-pin"_s, u"246810"_s}, true);
}

QStringList Suite::names() const
{
    QStringList all{u"server"_s, u"hub"_s, u"kitchen1"_s, u"kitchen2"_s, u"kiosk"_s};
    all.removeIf([this](const QString &name) { return !m_members.contains(name); });
    return all;
}

Result<QByteArray> Suite::askServer(const QStringList &command)
{
    QProcess process;
    process.start(m_options.bin + u"/saji-server"_s, command + QStringList{u"--data"_s, dataFolder(u"server"_s)});
    if (!process.waitForFinished(startPatienceMs) || process.exitCode() != 0)
        return Error{ErrorCode::Io, u"%1: %2 %3"_s.arg(command.join(u' '), process.errorString(), QString::fromUtf8(process.readAllStandardError()))};
    return process.readAllStandardOutput();
}

Result<void> Suite::importMenu()
{
    const auto said = askServer({u"menu"_s, u"import"_s, m_options.menuFile});
    if (!said)
        return Error{ErrorCode::Io, u"the menu was not imported: %1"_s.arg(said.error().detail)};
    return {};
}

Result<void> Suite::makePairCodes()
{
    for (auto &[name, member] : m_members) {
        if (name == u"server"_s)
            continue;
        const auto said = askServer({u"pair-code"_s, u"create"_s, u"--kind"_s, member.program.section(u'-', -1)});
        if (!said)
            return said.error();
        member.pairCode = QString::fromUtf8(said->left(said->indexOf('\n')));
    }
    return {};
}

Result<void> Suite::startAll()
{
    QDir(m_options.folder + u"/data"_s).removeRecursively();
    QDir(m_options.folder + u"/logs"_s).removeRecursively();
    // Yesterday's pictures beside today's would tell a story that did not happen.
    for (const auto &picture : QDir(m_options.folder).entryList({u"*.png"_s}, QDir::Files))
        QFile::remove(m_options.folder + u'/' + picture);
    QDir().mkpath(m_options.folder + u"/data"_s);
    QDir().mkpath(m_options.folder + u"/logs"_s);
    if (const auto imported = importMenu(); !imported)
        return imported.error();
    if (const auto made = makePairCodes(); !made)
        return made.error();
    for (const QString &name : names()) {
        if (const auto started = start(name); !started)
            return started.error();
    }
    return {};
}

Result<void> Suite::start(const QString &name, Disk disk)
{
    Member &member = m_members.at(name);
    member.process = std::make_unique<QProcess>();
    if (disk == Disk::Loses) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, m_options.bin + u"/saji-powercut.so"_s);
        // A program with sanitizers would not start behind it.
        environment.insert(u"ASAN_OPTIONS"_s, environment.value(u"ASAN_OPTIONS"_s) + u":verify_asan_link_order=0"_s);
        member.process->setProcessEnvironment(environment);
    }
    member.process->setProcessChannelMode(QProcess::MergedChannels);
    member.process->setStandardOutputFile(member.log, QIODevice::Append);
    const auto pair = member.pairCode.isEmpty() ? QStringList() : QStringList{u"--pair"_s, member.pairCode};
    member.process->start(member.program, member.arguments + pair);
    if (!member.process->waitForStarted(startPatienceMs))
        return Error{ErrorCode::Io, u"%1 does not start: %2"_s.arg(member.program, member.process->errorString())};
    if (member.hand) {
        member.hand->disconnect();
        return member.hand->connectWithin(Milliseconds(startPatienceMs));
    }
    const QUrl url = name == u"server"_s ? m_server : m_hub;
    QDeadlineTimer deadline(startPatienceMs);
    while (!answers(url)) {
        if (deadline.hasExpired() || !isRunning(name))
            return Error{ErrorCode::TimedOut, u"%1 does not listen on %2; see %3"_s.arg(name, url.toString(), member.log)};
        QThread::msleep(20);
    }
    return {};
}

Result<void> Suite::stop(const QString &name)
{
    Member &member = m_members.at(name);
    if (member.hand)
        member.hand->disconnect();
    if (!member.process)
        return {};
    member.process->terminate();
    if (!member.process->waitForFinished(stopPatienceMs))
        return Error{ErrorCode::TimedOut, u"%1 did not end on SIGTERM; see %2"_s.arg(name, member.log)};
    const bool clean = member.process->exitStatus() == QProcess::NormalExit && member.process->exitCode() == 0;
    const int code = member.process->exitCode();
    member.process.reset();
    if (!clean)
        return Error{ErrorCode::Internal, u"%1 ended with %2; see %3"_s.arg(name).arg(code).arg(member.log)};
    return {};
}

Result<void> Suite::kill(const QString &name, Hand hand)
{
    Member &member = m_members.at(name);
    if (member.hand && hand == Hand::Lets)
        member.hand->disconnect();
    ::kill(pid_t(member.process->processId()), SIGKILL);
    if (!member.process->waitForFinished(stopPatienceMs))
        return Error{ErrorCode::TimedOut, u"%1 did not end"_s.arg(name)};
    member.process.reset();
    return {};
}

Result<void> Suite::stopAll()
{
    // Screens first: what they still say is then heard by hub and server.
    for (const QString &name : {u"kiosk"_s, u"kitchen1"_s, u"kitchen2"_s, u"hub"_s, u"server"_s}) {
        if (!m_members.contains(name))
            continue;
        if (const auto stopped = stop(name); !stopped)
            return stopped.error();
    }
    return {};
}

bool Suite::isRunning(const QString &name) const
{
    const Member &member = m_members.at(name);
    return member.process && member.process->state() == QProcess::Running;
}

} // namespace saji
