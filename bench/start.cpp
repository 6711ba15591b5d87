// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long from exec until the first painted frame on which a product can be tapped, offline, with 10,000 cached products, beside a bare Qt
// window of the same size; and how much memory (PSS) the kiosk then holds. Real programs, a real X server.
//
// bench-start BIN_FOLDER

#include "support/bigmenu.h"
#include "support/measure.h"

#include <engine/menuimport.h>
#include <engine/node.h>
#include <store/catalogstore.h>

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;
constexpr int products = 10000;

double nowMs()
{
    timespec t{};
    clock_gettime(CLOCK_BOOTTIME, &t);
    return double(t.tv_sec) * 1000.0 + double(t.tv_nsec) / 1e6;
}

void cacheCatalog(const QString &folder)
{
    RealWorld real;
    const auto node = Node::open({.dataFolder = folder, .kind = NodeKind::Kiosk, .name = u"Kios A"_s, .store = u"bench"_s, .deviceCode = u"A"_s},
                                 real.world());
    if (!node)
        qFatal("%s", qPrintable(node.error().detail));
    const auto rows = rowsFromMenuFile(bench::bigMenu(products));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    if (const auto written = (*node)->catalog().replaceAll(*rows, real.world().random); !written)
        qFatal("%s", qPrintable(written.error().detail));
}

double bareWindow(const QString &bin)
{
    QProcess process;
    const double start = nowMs();
    process.start(bin + u"/peer-barewindow"_s, {});
    process.waitForReadyRead(20000);
    const double ms = nowMs() - start;
    process.waitForFinished(5000);
    return ms;
}

double pssMb(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"^Pss:\\s+(\\d+) kB"_s, QRegularExpression::MultilineOption);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024.0;
}

struct Start
{
    double ms = 0;
    double pss = 0;
};

//! The kiosk says "ready" on stderr when the first frame with a product that can be tapped has been painted.
Start kiosk(const QString &bin, const QString &folder, bool measureMemory)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    const double start = nowMs();
    process.start(bin + u"/saji-kiosk"_s, {u"--data"_s, folder, u"--store"_s, u"bench"_s, u"--device-code"_s, u"A"_s, u"--name"_s, u"Kios A"_s,
                                           u"--windowed"_s, u"--size"_s, u"1080x1920"_s, u"--start-at"_s, u"menu"_s, u"--log-level"_s, u"info"_s});
    QByteArray output;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        if (!process.waitForReadyRead(20000))
            break;
        const double now = nowMs();
        output += process.readAll();
        if (!output.contains("saji-kiosk: ready"))
            continue;
        Start result{now - start, 0};
        if (measureMemory) {
            process.waitForFinished(3000); // the pictures of the first page arrive
            result.pss = pssMb(process.processId());
        }
        process.terminate();
        process.waitForFinished(5000);
        return result;
    }
    qFatal("the kiosk did not get ready: %s", output.constData());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 2)
        qFatal("usage: bench-start BIN_FOLDER");
    const QString bin = QString::fromLocal8Bit(argv[1]);
    QTemporaryDir folder;
    const QString data = folder.filePath(u"kiosk"_s);
    cacheCatalog(data);

    bareWindow(bin);
    kiosk(bin, data, false);
    QList<double> ours, floor;
    for (int i = 0; i < rounds; ++i) {
        ours << kiosk(bin, data, false).ms;
        floor << bareWindow(bin);
    }
    const double pss = kiosk(bin, data, true).pss;
    bool ok = bench::print({.metric = u"kiosk_start_p50"_s,
                            .value = bench::quantile(ours, 0.5),
                            .unit = u"ms"_s,
                            .peer = bench::quantile(floor, 0.5),
                            .against = u"a bare Qt window"_s,
                            .ratioBudget = 4.0,
                            .valueBudget = 300.0});
    ok &= bench::print({.metric = u"kiosk_pss"_s,
                        .value = pss,
                        .unit = u"MB"_s,
                        .peer = {},
                        .against = u"10,000 cached products, menu shown"_s,
                        .ratioBudget = {},
                        .valueBudget = 120.0});
    return ok ? 0 : 1;
}
