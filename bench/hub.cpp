// SPDX-License-Identifier: GPL-3.0-or-later
//
// How do web clients fare at the hub, beside a hub as one is usually written for Node.js, and beside nginx with the same bytes in a file?
// bench-hub BIN-FOLDER PEERS-FOLDER. Ours and theirs take turns, so that a noisy machine meets both; the median of the turns counts.

#include "support/measure.h"
#include "support/webload.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

using namespace saji::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int turns = 3;
constexpr int connections = 50;

//! A server of the measurement, in a folder of its own, until it goes.
class Contestant
{
public:
    static std::unique_ptr<Contestant> start(const QString &program, const QStringList &arguments, int slowSyncMs = 0,
                                             const QString &shim = {}, const std::function<void(const QString &folder)> &furnish = {})
    {
        auto made = std::make_unique<Contestant>();
        if (furnish)
            furnish(made->m_folder.path());
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
        environment.insert(u"NODE_ENV"_s, u"production"_s);
        if (slowSyncMs > 0) {
            environment.insert(u"LD_PRELOAD"_s, shim);
            environment.insert(u"SLOWSYNC_MS"_s, QString::number(slowSyncMs));
        }
        auto &process = made->m_process;
        process.setProcessEnvironment(environment);
        process.setStandardErrorFile(made->m_folder.filePath(u"log"_s));
        auto all = arguments;
        all.replaceInStrings(u"{folder}"_s, made->m_folder.path());
        process.start(program, all);
        static const QRegularExpression said(u"istening on 127\\.0\\.0\\.1:([0-9]+)"_s);
        for (int i = 0; i < 100 && made->m_port == 0 && process.state() != QProcess::NotRunning; ++i) {
            process.waitForReadyRead(100);
            made->m_output += process.readAllStandardOutput();
            made->m_port = quint16(said.match(QString::fromUtf8(made->m_output)).captured(1).toUInt());
        }
        if (made->m_port != 0)
            return made;
        QFile log(made->m_folder.filePath(u"log"_s));
        QTextStream(stderr) << program << " does not start: " << (log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray()) << Qt::endl;
        return nullptr;
    }
    ~Contestant()
    {
        // By name of the signal first: nginx takes its worker along.
        m_process.terminate();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }
    bool has(const char *word) const { return m_output.contains(word); }
    double residentMb() const
    {
        QFile statm(u"/proc/%1/statm"_s.arg(m_process.processId()));
        return statm.open(QIODevice::ReadOnly) ? double(statm.readAll().split(' ').value(1).toLongLong()) * 4096 / 1e6 : 0;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};

QString bin;
QString peers;
QString menu;

//! What every hub of the measurement begins with: it is paired with the server of a store, which has made a token for web clients.
class Papers
{
public:
    [[nodiscard]] bool make()
    {
        const auto server = m_folder.filePath(u"server"_s);
        const auto code = said({u"menu"_s, u"import"_s, menu}, server) ? said({u"pair-code"_s, u"create"_s, u"--kind"_s, u"hub"_s}, server)
                                                                      : std::nullopt;
        const auto token = said({u"token"_s, u"create"_s, u"--label"_s, u"bench"_s, u"--scope"_s, u"orders:read,orders:write"_s}, server);
        if (!code || !token)
            return false;
        m_token = *token;
        const auto running = Contestant::start(bin + u"/saji-server"_s, {u"serve"_s, u"--data"_s, server, u"--listen"_s, u"127.0.0.1:0"_s});
        if (!running)
            return false;
        return Contestant::start(bin + u"/saji-hub"_s, {u"--store"_s, store, u"--data"_s, hub(), u"--listen"_s, u"127.0.0.1:0"_s,
                                                        u"--server"_s, u"https://127.0.0.1:%1"_s.arg(running->port()), u"--pair"_s,
                                                        QString::fromUtf8(*code)}) != nullptr;
    }
    //! The data folder of that hub, from before anybody has ordered.
    void putInto(const QString &folder) const
    {
        const QDir from(hub());
        QDirIterator files(hub(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto target = folder + u'/' + from.relativeFilePath(files.next());
            QDir().mkpath(QFileInfo(target).path());
            QFile::copy(files.filePath(), target);
        }
    }
    const QByteArray &token() const { return m_token; }

    static inline const QString store = u"pasar-saji"_s;

private:
    QString hub() const { return m_folder.filePath(u"hub"_s); }

    //! The first line that a command of the server answers with.
    static std::optional<QByteArray> said(const QStringList &command, const QString &folder)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(bin + u"/saji-server"_s, command + QStringList{u"--data"_s, folder});
        if (!process.waitForFinished() || process.exitCode() != 0)
            return std::nullopt;
        return process.readAllStandardOutput().split('\n').value(0).trimmed();
    }

    QTemporaryDir m_folder;
    QByteArray m_token;
};

Papers papers;

//! As shipped: tokens are asked for, and the log is written.
std::unique_ptr<Contestant> ours(int slowSyncMs = 0)
{
    return Contestant::start(bin + u"/saji-hub"_s,
                             {u"--store"_s, Papers::store, u"--data"_s, u"{folder}/data"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--server"_s,
                              u"https://127.0.0.1:9"_s, u"--poll-limit"_s, u"1000000"_s, u"--web-access"_s, u"token"_s},
                             slowSyncMs, bin + u"/slowsync.so"_s, [](const QString &folder) { papers.putInto(folder + u"/data"_s); });
}

std::unique_ptr<Contestant> theirs(int slowSyncMs = 0)
{
    return Contestant::start(u"node"_s, {peers + u"/peer.mjs"_s, u"{folder}"_s}, slowSyncMs, bin + u"/slowsync.so"_s);
}

QByteArray orderBody(qint64 n)
{
    const auto id = QByteArray::number(n);
    return R"({"event":"new_order","data":{"id":"bench-)" + id + R"(","order_number":"ORD-20260615-)" + id +
           R"(","outlet_id":1,"status":"pending","customer_name":"Budi","total_amount":"85000.00","items":[)"
           R"({"product_id":11,"product_name":"Soto Ayam Lamongan","quantity":2,"price":"30000.00","notes":"tanpa seledri","modifiers":[{"id":101,"name":"Sedang","price":"0.00"}]},)"
           R"({"product_id":13,"product_name":"Es Teh Manis","quantity":1,"price":"25000.00","notes":"","modifiers":[]}],"created_at":"2026-06-15T10:00:00.000Z"}})";
}

QByteArray post(qint64 n)
{
    const auto body = orderBody(n);
    return "POST /emit HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + papers.token() +
           "\r\nContent-Type: application/json\r\nX-Durable: 1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + papers.token() + "\r\n\r\n";
}

double median(QList<double> values)
{
    return quantile(std::move(values), 0.5);
}

//! What a number of turns each gives; NaN-free: a contestant that is not there has nothing.
struct Turns
{
    QList<double> ours, theirs, floor;
};

//! A rate as a figure of the harness: the time for one, so that less is better, and `times` as fast is a ratio of 1/times.
bool printRate(const QString &metric, const QList<double> &rates, const QList<double> &peer, const QString &against, double times)
{
    const auto perSecond = median(rates);
    Figure figure{metric, 1e6 / perSecond, u"us"_s, std::nullopt, against, std::nullopt, std::nullopt};
    if (!peer.isEmpty() && median(peer) > 0) {
        figure.peer = 1e6 / median(peer);
        figure.ratioBudget = 1 / times;
    }
    QTextStream(stderr) << metric << ": " << qRound(perSecond) << "/s"
                        << (peer.isEmpty() ? QString() : u", %1 %2/s"_s.arg(against).arg(qRound(median(peer)))) << Qt::endl;
    return print(figure);
}

std::unique_ptr<Contestant> staticFile(quint16 from, QTemporaryDir &folder)
{
    auto nginx = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (nginx.isEmpty())
        return nullptr;
    QProcess fetch;
    fetch.start(u"curl"_s, {u"-s"_s, u"-H"_s, u"Authorization: Bearer "_s + QString::fromUtf8(papers.token()), u"-o"_s, folder.filePath(u"orders.json"_s),
                            u"http://127.0.0.1:%1/api/orders?outlet_id=1&since_id=0"_s.arg(from)});
    fetch.waitForFinished();
    const auto port = 20'000 + QCoreApplication::applicationPid() % 20'000;
    QFile config(folder.filePath(u"nginx.conf"_s));
    if (!config.open(QIODevice::WriteOnly))
        return nullptr;
    config.write(
        u"worker_processes 1;\ndaemon off;\npid %1/pid;\nerror_log %1/error.log;\nevents { worker_connections 512; }\nhttp {\n access_log "
        u"off;\n"
        " default_type application/json;\n open_file_cache max=10;\n keepalive_requests 100000000;\n sendfile on;\n tcp_nopush on;\n"
        " server { listen 127.0.0.1:%2; root %1; }\n}\n"_s.arg(folder.path())
            .arg(port)
            .toUtf8());
    config.close();
    return Contestant::start(u"/bin/sh"_s,
                             {u"-c"_s, u"echo listening on 127.0.0.1:%1; exec %2 -c %3"_s.arg(port).arg(nginx, config.fileName())});
}

bool measureLists()
{
    const auto hub = ours();
    const auto node = theirs();
    if (!hub)
        return false;
    for (const auto *contestant : {hub.get(), node.get()}) {
        for (qint64 n = 0; contestant && n < 20; ++n)
            (void)runHttp(contestant->port(), 1, 10ms, [n](qint64 i) { return i == 0 ? post(n) : get("/health"); });
    }
    QTemporaryDir folder;
    const auto nginx = staticFile(hub->port(), folder);
    Turns rates;
    for (int i = 0; i < turns; ++i) {
        const auto list = [](qint64) { return get("/api/orders?outlet_id=1&since_id=0"); };
        rates.ours.append(runHttp(hub->port(), connections, 3s, list).perSecond());
        if (node)
            rates.theirs.append(runHttp(node->port(), connections, 3s, list).perSecond());
        if (nginx)
            rates.floor.append(runHttp(nginx->port(), connections, 3s, [](qint64) { return get("/orders.json"); }).perSecond());
    }
    bool ok = printRate(u"get_orders"_s, rates.ours, rates.theirs, u"express"_s, 10);
    return printRate(u"get_orders_static"_s, rates.ours, rates.floor, u"nginx, the same bytes as a file"_s, 0.8) && ok;
}

bool measureEmit(int slowSyncMs, double times)
{
    Turns rates;
    for (int i = 0; i < turns; ++i) {
        const auto first = qint64(i) * 10'000'000;
        const auto run = [first](const Contestant &contestant) {
            const auto got = runHttp(contestant.port(), connections, 3s, [first](qint64 n) { return post(first + n); });
            if (got.refusals > 0)
                QTextStream(stderr) << got.refusals << " refusals" << Qt::endl;
            return got.refusals > 0 ? 0 : got.perSecond();
        };
        if (const auto hub = ours(slowSyncMs))
            rates.ours.append(run(*hub));
        if (const auto node = theirs(slowSyncMs); node && !node->has("without a database"))
            rates.theirs.append(run(*node));
    }
    const auto name = slowSyncMs > 0 ? u"emit_durable_slow_disk"_s : u"emit_durable"_s;
    return !rates.ours.isEmpty() && printRate(name, rates.ours, rates.theirs, u"express + better-sqlite3, synchronous=FULL"_s, times);
}

bool measureFanOut(int listeners)
{
    Turns rates, p99, memory;
    for (int i = 0; i < turns; ++i) {
        const auto run = [&](const std::unique_ptr<Contestant> &contestant, QList<double> &rate, QList<double> &late, QList<double> &mb) {
            FanOut room;
            if (!contestant || !room.open(contestant->port(), listeners, papers.token()))
                return;
            QThread::sleep(2); // until the start and the connecting have settled, here and there
            mb.append(contestant->residentMb());
            if (listeners >= 1000)
                late.append(quantile(room.delays(20, 4s), 0.99));
            rate.append(room.publish(listeners >= 1000 ? 400 : 4000, 64));
        };
        run(ours(), rates.ours, p99.ours, memory.ours);
        run(theirs(), rates.theirs, p99.theirs, memory.theirs);
    }
    if (rates.ours.isEmpty())
        return false;
    bool ok = printRate(u"fan_out_%1"_s.arg(listeners), rates.ours, rates.theirs, u"socket.io"_s, 6);
    if (listeners < 1000)
        return ok;
    const auto compare = [&ok](const QString &metric, const QString &unit, const QList<double> &mine, const QList<double> &peer,
                               double budget) {
        Figure figure{metric, median(mine), unit, std::nullopt, u"socket.io"_s, std::nullopt, std::nullopt};
        if (!peer.isEmpty()) {
            figure.peer = median(peer);
            figure.ratioBudget = budget;
        }
        ok = print(figure) && ok;
    };
    compare(u"fan_out_%1_p99"_s.arg(listeners), u"ms"_s, p99.ours, p99.theirs, 0.5);
    compare(u"memory_%1_listeners"_s.arg(listeners), u"MB"_s, memory.ours, memory.theirs, 0.25);
    return ok;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        QTextStream(stderr) << "usage: bench-hub BIN-FOLDER PEERS-FOLDER MENU-FILE [lists|emit|slow|fanout]" << Qt::endl;
        return 2;
    }
    bin = QDir(arguments[1]).absolutePath();
    peers = QDir(arguments[2]).absolutePath();
    menu = arguments[3];
    const auto only = arguments.value(4);
    if (!papers.make())
        return 2;
    bool ok = true;
    if (only.isEmpty() || only == u"lists"_s)
        ok = measureLists() && ok;
    if (only.isEmpty() || only == u"emit"_s)
        ok = measureEmit(0, 5) && ok;
    if (only.isEmpty() || only == u"slow"_s)
        ok = measureEmit(5, 20) && ok;
    if (only.isEmpty() || only == u"fanout"_s) {
        ok = measureFanOut(100) && ok;
        ok = measureFanOut(1000) && ok;
    }
    return ok ? 0 : 1;
}
