// SPDX-License-Identifier: GPL-3.0-or-later
#include "premises.h"

#include <domain/facts.h>
#include <store/eventlog.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpSocket>
#include <QThread>
#include <QUuid>

#include <csignal>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! Programs with sanitizers on a busy machine.
constexpr Milliseconds startsWithin{30'000};
constexpr Milliseconds answersWithin{10'000};
constexpr int endsWithinMs = 20'000;
constexpr int wholeLog = 1'000'000;

NodeKind kindOf(const QString &name)
{
    if (name == "server"_L1)
        return NodeKind::Server;
    if (name.startsWith("hub"_L1))
        return NodeKind::Hub;
    return name.startsWith("kiosk"_L1) ? NodeKind::Kiosk : NodeKind::Kitchen;
}

//! The orders in one device's log, and how often the server has registered each.
struct Ledger
{
    QHash<QString, QSet<OrderId>> byNumber;
    QHash<BasketId, QSet<OrderId>> byBasket;
    QHash<OrderId, QSet<qint64>> registered;
};

Result<Ledger> readLedger(const QString &folder, NodeKind kind)
{
    const SystemClock clock;
    SystemRandom random;
    const auto database = Database::open(folder);
    if (!database)
        return database.error();
    const auto identity = loadIdentity(**database, kind, {}, {}, clock, random);
    if (!identity)
        return identity.error();
    const auto log = EventLog::open(**database, *identity, clock);
    if (!log)
        return log.error();
    const auto events = (*log)->since(0, wholeLog);
    if (!events)
        return events.error();
    Ledger ledger;
    for (const auto &event : *events) {
        const auto fact = decodeFact(event.event.kind, event.event.payload);
        if (!fact)
            continue;
        if (const auto *placed = std::get_if<OrderPlaced>(&*fact)) {
            ledger.byNumber[placed->order.number.toString()].insert(placed->order.id);
            ledger.byBasket[placed->order.basket].insert(placed->order.id);
        } else if (const auto *registered = std::get_if<OrderRegistered>(&*fact)) {
            ledger.registered[registered->order].insert(registered->number);
        }
    }
    return ledger;
}

bool hasTicket(const QJsonObject &kitchen, const QString &number)
{
    return std::ranges::any_of(kitchen.value(u"tickets"_s).toArray(), [&number](const auto &ticket) { return ticket.toObject().value(u"number"_s) == number; });
}

int ringsIn(const QJsonObject &kitchen)
{
    return kitchen.value(u"rings"_s).toObject().value(u"sourcesilent"_s).toInt();
}

template<class Key, class Value>
qsizetype doubledIn(const QHash<Key, QSet<Value>> &entries)
{
    return std::ranges::count_if(entries, [](const auto &one) { return one.size() > 1; });
}

} // namespace

Premises::Premises() = default;

Premises::~Premises()
{
    for (auto &[name, member] : m_members) {
        if (member.process)
            member.process->kill();
    }
    for (auto &[name, member] : m_members) {
        if (member.process)
            member.process->waitForFinished(endsWithinMs);
    }
}

Result<void> Premises::open()
{
    QDir().mkpath(logs());
    if (const auto done = importMenu(); !done)
        return done;
    for (const auto &name : {u"hub"_s, u"kitchen1"_s, u"kitchen2"_s, u"kiosk1"_s, u"kiosk2"_s}) {
        if (const auto done = makePairCode(name); !done)
            return done;
    }
    const auto window = QStringList{u"--windowed"_s, u"--size"_s, u"960x540"_s};
    const auto kitchen = [&](int outlet) {
        return window + QStringList{u"--store"_s, u"pasar-saji"_s, u"--outlet"_s, QString::number(outlet), u"--name"_s, u"Dapur %1"_s.arg(outlet), u"--mute"_s};
    };
    const auto kiosk = [&](const QString &code) {
        return QStringList{u"--windowed"_s, u"--size"_s, u"540x960"_s, u"--store"_s, u"pasar-saji"_s, u"--device-code"_s, code};
    };
    for (const auto &done : {add(u"server"_s, u"saji-server"_s, {u"serve"_s, u"--listen"_s, u"0.0.0.0:8000"_s}, false), addHub(u"hub"_s),
                             add(u"kitchen1"_s, u"saji-kitchen"_s, kitchen(1), true), add(u"kitchen2"_s, u"saji-kitchen"_s, kitchen(2), true),
                             add(u"kiosk1"_s, u"saji-kiosk"_s, kiosk(u"A"_s), true), add(u"kiosk2"_s, u"saji-kiosk"_s, kiosk(u"B"_s), true)}) {
        if (!done)
            return done;
    }
    for (auto &[name, member] : m_members) {
        if (const auto done = member.hand ? member.hand->connectWithin(startsWithin) : Result<void>(); !done)
            return done;
    }
    return {};
}

Result<void> Premises::addHub(const QString &name, const QStringList &more)
{
    return add(name, u"saji-hub"_s, QStringList{u"--listen"_s, u"0.0.0.0:3001"_s, u"--store"_s, u"pasar-saji"_s, u"--name"_s, name} + more, false);
}

Result<QByteArray> Premises::makeToken(const QString &scopes) const
{
    const auto said = askServer({u"token"_s, u"create"_s, u"--label"_s, u"Papan"_s, u"--scope"_s, scopes});
    return said ? Result<QByteArray>(said->left(said->indexOf('\n'))) : said.error();
}

int Premises::askPlainly(const QString &from, const QString &hub, const QByteArray &token) const
{
    int status = 0;
    // On a thread that may leave its namespace, because nobody else is on it.
    std::thread([&, &client = *m_members.at(from).host, address = m_members.at(hub).host->address()] {
        client.enter();
        QTcpSocket socket;
        socket.connectToHost(address, 3001);
        if (!socket.waitForConnected(int(answersWithin.count())))
            return;
        socket.write("GET /api/orders?outlet_id=1 HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n" +
                     (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") + "\r\n");
        QByteArray answer;
        while (answer.size() < 12 && socket.waitForReadyRead(int(answersWithin.count())))
            answer += socket.readAll();
        status = answer.mid(9, 3).toInt();
    }).join();
    return status;
}

Result<QByteArray> Premises::askServer(const QStringList &command) const
{
    QProcess server;
    server.start(QCoreApplication::applicationDirPath() + u"/saji-server"_s, command + QStringList{u"--data"_s, dataOf(u"server"_s)});
    if (!server.waitForFinished(endsWithinMs) || server.exitCode() != 0)
        return Error{ErrorCode::Io, u"%1: %2"_s.arg(command.join(u' '), QString::fromUtf8(server.readAllStandardError()))};
    return server.readAllStandardOutput();
}

Result<void> Premises::importMenu()
{
    const auto said = askServer({u"menu"_s, u"import"_s, QStringLiteral(SAJI_DEMO_MENU)});
    return said ? Result<void>() : said.error();
}

Result<void> Premises::makePairCode(const QString &name)
{
    const auto said = askServer({u"pair-code"_s, u"create"_s, u"--kind"_s, nodeKindWord(kindOf(name))});
    if (!said)
        return said.error();
    m_pairCodes.insert(name, QString::fromUtf8(said->left(said->indexOf('\n'))));
    return {};
}

Result<void> Premises::add(const QString &name, const QString &program, const QStringList &arguments, bool hasScreen)
{
    const auto host = m_lan.addHost(u"10.77.0.%1"_s.arg(++m_hosts));
    if (!host)
        return host.error();
    auto &member = m_members[name];
    member.host = *host;
    member.program = QCoreApplication::applicationDirPath() + u'/' + program;
    member.arguments = arguments + QStringList{u"--data"_s, dataOf(name), u"--discovery"_s, u"lan"_s};
    if (name != "server"_L1) {
        if (const auto made = m_pairCodes.contains(name) ? Result<void>() : makePairCode(name); !made)
            return made;
        member.arguments << u"--pair"_s << m_pairCodes.value(name);
    }
    if (hasScreen) {
        const auto socket = m_folder.filePath(name + u".sock"_s);
        member.arguments << u"--listen"_s << u"0.0.0.0:0"_s << u"--remote-control"_s << socket;
        member.hand = std::make_unique<RemoteClient>(socket);
    }
    return launch(member, name);
}

Result<void> Premises::launch(Member &member, const QString &name)
{
    member.process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &key : environment.keys()) {
        if (key.startsWith("SAJI_"_L1))
            environment.remove(key);
    }
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/nonexistent"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    member.process->setProcessEnvironment(environment);
    member.process->setProcessChannelMode(QProcess::MergedChannels);
    member.process->setStandardOutputFile(logs() + u'/' + name + u".log"_s, QIODevice::Append);
    member.process->setChildProcessModifier([host = member.host] { host->enter(); });
    member.process->start(member.program, member.arguments);
    if (!member.process->waitForStarted(int(startsWithin.count())))
        return Error{ErrorCode::Io, u"%1 does not start: %2"_s.arg(name, member.process->errorString())};
    return {};
}

Result<void> Premises::start(const QString &name)
{
    auto &member = m_members.at(name);
    if (const auto started = launch(member, name); !started || !member.hand)
        return started;
    member.hand->disconnect();
    return member.hand->connectWithin(startsWithin);
}

void Premises::setFrozen(const QString &name, bool frozen)
{
    ::kill(pid_t(m_members.at(name).process->processId()), frozen ? SIGSTOP : SIGCONT);
}

void Premises::kill(const QString &name)
{
    auto &member = m_members.at(name);
    if (member.hand)
        member.hand->disconnect();
    member.process->kill();
    member.process->waitForFinished(endsWithinMs);
}

Result<void> Premises::stopAll()
{
    for (auto &[name, member] : m_members) {
        if (member.hand)
            member.hand->disconnect();
        if (member.process)
            member.process->terminate();
    }
    for (auto &[name, member] : m_members) {
        if (member.process && member.process->state() != QProcess::NotRunning && !member.process->waitForFinished(endsWithinMs))
            return Error{ErrorCode::TimedOut, u"%1 did not end"_s.arg(name)};
    }
    return {};
}

Result<QString> Premises::order(const QString &kiosk)
{
    // The same basket until it is answered: one order, however often it is asked for.
    const QUuid basket{uint(++m_baskets), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1};
    const QJsonObject command{{u"do"_s, u"order"_s},
                              {u"basket"_s, basket.toString(QUuid::WithoutBraces)},
                              {u"pick"_s, QJsonArray{1, 30}},
                              {u"outlets"_s, QJsonArray{1, 2}}};
    QDeadlineTimer deadline(startsWithin.count());
    for (;;) {
        const auto answer = m_members.at(kiosk).hand->command(command, answersWithin);
        if (answer) {
            const auto number = answer->value(u"number"_s).toString();
            m_confirmed.insert(number, answer->value(u"order"_s).toString());
            return number;
        }
        // A kiosk that has just started has nothing to sell yet.
        if (answer.error().code != ErrorCode::Conflict || deadline.hasExpired())
            return answer.error();
        QThread::msleep(100);
    }
}

Result<Milliseconds> Premises::timeToKitchen(const QString &kitchen, const QString &number, Milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(patience.count())) {
        const auto state = m_members.at(kitchen).hand->state();
        if (!state)
            return state.error();
        if (hasTicket(*state, number))
            return Milliseconds(timer.elapsed());
        QThread::msleep(10);
    }
    return Error{ErrorCode::TimedOut, u"%1 is not on the screen of %2 after %3 ms"_s.arg(number, kitchen).arg(patience.count())};
}

Result<void> Premises::waitUntilCalm(const QString &kitchen, Milliseconds patience)
{
    const auto calm = m_members.at(kitchen).hand->waitFor({{u"banner.level"_s, u"none"_s}}, patience);
    if (calm)
        return {};
    const auto state = m_members.at(kitchen).hand->state();
    const auto banner = state ? state->value(u"banner"_s).toObject() : QJsonObject();
    return Error{ErrorCode::TimedOut, u"a bar still hangs at %1: %2 %3"_s.arg(kitchen, banner.value(u"sentence"_s).toString(), banner.value(u"detail"_s).toString())};
}

Result<int> Premises::rings(const QString &kitchen)
{
    const auto state = m_members.at(kitchen).hand->state();
    if (!state)
        return state.error();
    return ringsIn(*state);
}

Result<Premises::Noticed> Premises::timeToTicketAndAlarm(const QString &kitchen, const QString &number, int rings, Milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    Noticed noticed;
    while (!timer.hasExpired(patience.count())) {
        const auto state = m_members.at(kitchen).hand->state();
        if (!state)
            return state.error();
        if (noticed.ticket.count() < 0 && hasTicket(*state, number))
            noticed.ticket = Milliseconds(timer.elapsed());
        if (noticed.alarm.count() < 0 && ringsIn(*state) > rings && state->value(u"banner"_s).toObject().value(u"level"_s) != u"none"_s)
            noticed.alarm = Milliseconds(timer.elapsed());
        if ((number.isEmpty() || noticed.ticket.count() >= 0) && noticed.alarm.count() >= 0)
            return noticed;
        QThread::msleep(10);
    }
    return Error{ErrorCode::TimedOut, u"%1 after %2 ms: ticket %3 after %4 ms, alarm after %5 ms"_s.arg(kitchen).arg(patience.count()).arg(number)
                                          .arg(noticed.ticket.count()).arg(noticed.alarm.count())};
}

Result<Premises::Verdict> Premises::judge() const
{
    Verdict verdict;
    verdict.confirmed = m_confirmed.size();
    QSet<QString> lost;
    for (const auto &[name, member] : m_members) {
        const auto ledger = readLedger(dataOf(name), kindOf(name));
        if (!ledger)
            return Error{ledger.error().code, name + u": "_s + ledger.error().detail};
        const auto doubled = doubledIn(ledger->byNumber) + doubledIn(ledger->byBasket) + doubledIn(ledger->registered);
        if (doubled > 0)
            verdict.remarks << u"%1 has %2 doubled"_s.arg(name).arg(doubled);
        verdict.doubled += doubled;
        for (auto it = m_confirmed.cbegin(); it != m_confirmed.cend(); ++it) {
            const auto order = OrderId::fromString(it.value());
            const bool isHere = order && ledger->byNumber.value(it.key()).contains(*order);
            const bool isRegistered = name != "server"_L1 || ledger->registered.contains(order.value_or(OrderId()));
            if (!isHere || !isRegistered) {
                lost.insert(it.key());
                verdict.remarks << u"%1 is not %2 at %3"_s.arg(it.key(), isHere ? u"registered"_s : u"in the log"_s, name);
            }
        }
    }
    verdict.lost = lost.size();
    return verdict;
}

} // namespace saji
