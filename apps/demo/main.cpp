// SPDX-License-Identifier: GPL-3.0-or-later
//
// saji-demo: starts the suite in windows arranged on one screen; with --script it plays a lunch by itself, with faults, and says what came of
// it; with --latency it measures the way from the guest's finger to the cook's screen.

#include "crashtest.h"
#include "floor.h"
#include "lunch.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScreen>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

volatile std::sig_atomic_t interrupted = 0;

double quantile(QList<double> samples, double q)
{
    if (samples.isEmpty())
        return 0;
    std::sort(samples.begin(), samples.end());
    return samples.at(std::clamp<qsizetype>(qsizetype(std::ceil(q * double(samples.size()))) - 1, 0, samples.size() - 1));
}

int fail(const Error &error, const QString &logs)
{
    std::fprintf(stderr, "saji-demo: %s\nThe programs' own words are in %s\n", qPrintable(error.detail), qPrintable(logs));
    return 1;
}

int playScript(Suite &suite, const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    int number = 0;
    Lunch lunch(suite, [&](const QString &step) {
        std::printf("%2d  %6.1f s  %s\n", ++number, double(timer.elapsed()) / 1000, qPrintable(step));
        std::fflush(stdout);
    });
    if (const auto started = suite.startAll(); !started)
        return fail(started.error(), folder + u"/logs"_s);
    const auto played = lunch.play();
    const auto stopped = suite.stopAll();
    if (!played)
        return fail(played.error(), folder + u"/logs"_s);
    if (!stopped)
        return fail(stopped.error(), folder + u"/logs"_s);

    QHash<QString, QSet<int>> shown;
    int doubled = 0;
    for (const Meal &meal : lunch.meals()) {
        doubled += shown.contains(meal.number) ? 1 : 0;
        shown.insert(meal.number, meal.outlets);
    }
    auto verdict = judge(suite, shown);
    if (!verdict)
        return fail(verdict.error(), folder + u"/logs"_s);
    verdict->duplicated += doubled;
    for (const QString &remark : std::as_const(verdict->remarks))
        std::printf("NOT AS IT SHOULD BE: %s\n", qPrintable(remark));
    std::printf("pictures: %s\n", qPrintable(folder));
    std::printf("{\"orders_confirmed\": %d, \"seen_by_kitchen\": %d, \"at_server\": %d, \"lost\": %d, \"duplicated\": %d, "
                "\"p50_ms\": %.1f, \"p99_ms\": %.1f}\n",
                verdict->confirmed, verdict->seenByKitchen, verdict->atServer, verdict->lost, verdict->duplicated,
                quantile(lunch.latencies(), 0.5), quantile(lunch.latencies(), 0.99));
    const bool good = verdict->lost == 0 && verdict->duplicated == 0 && verdict->seenByKitchen == verdict->confirmed
        && verdict->atServer == verdict->confirmed && verdict->confirmed > 0;
    std::printf("lost %d, duplicated %d\n", verdict->lost, verdict->duplicated);
    return good ? 0 : 1;
}

int measureLatency(Suite &suite, const QString &folder)
{
    constexpr int orders = 40;
    constexpr double budget = 40;
    if (const auto started = suite.startAll(); !started)
        return fail(started.error(), folder + u"/logs"_s);
    Lunch lunch(suite, [](const QString &) {});
    const auto played = lunch.playQuietly(orders);
    const double floor = measureDeliveryFloor(folder);
    if (!played)
        return fail(played.error(), folder + u"/logs"_s);
    QList<double> numbers;
    for (const Meal &meal : lunch.meals())
        numbers << meal.numberPainted - meal.confirmTap;
    const auto line = [floor](const char *metric, double value, const QString &limit, bool ok) {
        std::printf("{\"metric\": \"%s\", \"value\": %.3f, \"unit\": \"ms\", \"ratio\": %.2f, \"against\": \"3 x write+fdatasync of 4 KiB and 2 local "
                    "messages (%.3f ms)\", \"budget\": %s, \"ok\": %s}\n",
                    metric, value, floor > 0 ? value / floor : 0.0, floor, qPrintable(limit), ok ? "true" : "false");
    };
    const double p50 = quantile(lunch.latencies(), 0.5);
    line("kiosk_to_kitchen_painted_p50", p50, QString::number(budget), p50 <= budget);
    line("kiosk_to_kitchen_painted_p99", quantile(lunch.latencies(), 0.99), u"null"_s, true);
    line("confirm_to_number_painted_p50", quantile(numbers, 0.5), u"null"_s, true);
    return p50 <= budget ? 0 : 1;
}

int crash(Suite &suite, const QString &folder, int rounds, quint64 seed)
{
    QElapsedTimer timer;
    timer.start();
    std::printf("crash test: %d rounds, seed %llu\n", rounds, static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    CrashTest test(suite, seed);
    const auto tally = test.run(rounds, [&timer](int round) {
        std::printf("round %d, %.1f s\n", round, double(timer.elapsed()) / 1000);
        std::fflush(stdout);
    });
    if (!tally)
        return fail(tally.error(), folder + u"/logs"_s);
    for (const QString &remark : tally->remarks)
        std::printf("NOT AS IT SHOULD BE: %s\n", qPrintable(remark));
    std::printf("%s%s\n", qPrintable(tableOf(*tally)), tally->isClean() ? "clean" : "NOT CLEAN");
    return tally->isClean() ? 0 : 1;
}

int openForPeople(Suite &suite, const QString &folder)
{
    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    if (const auto started = suite.startAll(); !started)
        return fail(started.error(), folder + u"/logs"_s);
    std::printf("Pasar Saji is open: server %s, %s.\n"
                "Order at the kiosk on the left; the kitchens of Soto Bu Tini and Sate Pak Kumis are on the right.\n"
                "Try: pkill saji-server (no internet), pkill saji-hub (no hub), pkill -9 saji-kiosk. What you end is started again after 15 s.\n"
                "Logs: %s/logs. End with Ctrl+C.\n",
                qPrintable(suite.server().toString()),
                qPrintable(suite.names().contains(u"hub"_s) ? u"hub "_s + suite.hub().toString() : u"no hub"_s), qPrintable(folder));
    std::fflush(stdout);
    constexpr int restartAfterMs = 15'000;
    QHash<QString, QElapsedTimer> ended;
    while (!interrupted) {
        QThread::msleep(100);
        for (const QString &name : suite.names()) {
            if (suite.isRunning(name)) {
                ended.remove(name);
            } else if (!ended.contains(name)) {
                ended[name].start();
            } else if (ended[name].elapsed() > restartAfterMs) {
                if (const auto started = suite.start(name); !started)
                    std::fprintf(stderr, "saji-demo: %s\n", qPrintable(started.error().detail));
                ended.remove(name);
            }
        }
    }
    if (const auto stopped = suite.stopAll(); !stopped)
        return fail(stopped.error(), folder + u"/logs"_s);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Opens the demo food court: server, hub, one kiosk, two kitchens."_s);
    parser.addHelpOption();
    parser.addOptions({{u"script"_s, u"Play a lunch with faults by itself, and judge it."_s},
                       {u"latency"_s, u"Measure confirm -> painted in the kitchen; JSON lines."_s},
                       {u"no-hub"_s, u"Without a hub: the devices link directly."_s},
                       {u"crash-test"_s, u"Kill the programs again and again while guests order, and judge what the disks say."_s, u"ROUNDS"_s},
                       {u"seed"_s, u"The dice of the crash test."_s, u"N"_s, u"1"_s},
                       {u"language"_s, u"Language of the windows."_s, u"id|en"_s, u"id"_s},
                       {u"bin"_s, u"Folder of the programs."_s, u"DIR"_s, QCoreApplication::applicationDirPath()},
                       {u"menu"_s, u"Menu file to import."_s, u"FILE"_s, QStringLiteral(SAJI_DEMO_MENU)},
                       {u"out"_s, u"Folder for data, logs and pictures."_s, u"DIR"_s, QDir::current().absoluteFilePath(u"build/demo"_s)}});
    parser.process(app);
    const QString folder = QDir(parser.value(u"out"_s)).absolutePath();
    QDir().mkpath(folder);
    // Nobody looks at a crash test: it runs without a screen, and Qt's invisible one is too small for a kiosk.
    constexpr QRect usualScreen(0, 0, 1920, 1080);
    const bool isCrashTest = parser.isSet(u"crash-test"_s);
    if (parser.isSet(u"no-hub"_s) && (parser.isSet(u"script"_s) || isCrashTest))
        return fail(Error{ErrorCode::InvalidArgument, u"--no-hub is for people: the script and the crash test need a hub"_s}, folder);
    Suite suite({.bin = QDir(parser.value(u"bin"_s)).absolutePath(),
                 .folder = folder,
                 .menuFile = parser.value(u"menu"_s),
                 .screen = isCrashTest ? usualScreen : QGuiApplication::primaryScreen()->availableGeometry(),
                 .language = parser.value(u"language"_s),
                 .remote = parser.isSet(u"script"_s) || parser.isSet(u"latency"_s) || isCrashTest,
                 .hub = !parser.isSet(u"no-hub"_s)});
    if (parser.isSet(u"script"_s))
        return playScript(suite, folder);
    if (parser.isSet(u"latency"_s))
        return measureLatency(suite, folder);
    if (isCrashTest)
        return crash(suite, folder, parser.value(u"crash-test"_s).toInt(), parser.value(u"seed"_s).toULongLong());
    return openForPeople(suite, folder);
}
