// SPDX-License-Identifier: GPL-3.0-or-later
//
// saji-simulate: lunches by the thousand, each with its own storm of faults, on every core. Ends with 1 at the first broken promise, with its
// seed, a shrunk plan and how to replay it.

#include "workers.h"

#include <simulation/simulator.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

void print(const std::pair<Outcome, QByteArray> &result)
{
    const auto &[outcome, digest] = result;
    for (const QString &line : outcome.trace)
        std::printf("  %s\n", qPrintable(line));
    for (const QString &line : outcome.violations)
        std::printf("BROKEN: %s\n", qPrintable(line));
    std::printf("digest %s\n", digest.constData());
}

void report(quint64 seed, const SimulationSettings &settings, bool shrinks)
{
    auto plan = drawPlan(seed, settings.length, settings.storminess);
    std::printf("seed %llu breaks a promise (%d nodes, %lld steps)\n", seed, House::draw(seed).nodes(), (long long)plan.size());
    std::fflush(stdout);
    if (shrinks)
        plan = shrunk(seed, plan);
    std::printf("%lld steps are enough:\n", (long long)plan.size());
    print(simulateAndDigest(seed, plan));
    std::printf("replay: ./run simulate --seed %llu --minutes %g --storm %g\n", seed, double(settings.length.count()) / 60'000.0,
                settings.storminess);
    std::fflush(stdout);
}

int runOne(quint64 seed, const SimulationSettings &settings)
{
    const auto result = simulateAndDigest(seed, drawPlan(seed, settings.length, settings.storminess));
    print(result);
    return result.first.violations.isEmpty() ? 0 : 1;
}

void summarize(const Tally &tally, double seconds)
{
    const double seeds = double(std::max<quint64>(tally.seeds, 1));
    std::printf("{\"seeds\": %llu, \"broken\": %llu, \"nodes\": %.1f, \"orders_confirmed\": %llu, \"lost\": %s, \"doubled\": %s, "
                "\"physically_gone\": %llu, \"refused\": %llu, \"events\": %llu, \"deaths\": %llu, \"slowest_healing_s\": %.1f, "
                "\"virtual_hours\": %.1f, \"times_faster_than_life\": %.0f, \"seeds_per_s\": %.2f}\n",
                tally.seeds, tally.broken, double(tally.nodes) / seeds, tally.confirmed, tally.broken ? "\"see above\"" : "0",
                tally.broken ? "\"see above\"" : "0", tally.gone, tally.refused, tally.events, tally.deaths,
                double(tally.slowestHealingMs) / 1000, double(tally.virtualMs) / 3'600'000, double(tally.virtualMs) / 1000 / seconds,
                seeds / seconds);
}

} // namespace

int main(int argc, char **argv)
{
    prepareSimulation();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs lunches in a simulated restaurant with failing disks, lines, clocks and processes."_s);
    parser.addHelpOption();
    parser.addOptions({{u"seeds"_s, u"How many lunches."_s, u"N"_s, u"200"_s},
                       {u"first"_s, u"The first seed."_s, u"S"_s, u"1"_s},
                       {u"seed"_s, u"Only this lunch, with its trace."_s, u"S"_s},
                       {u"minutes"_s, u"Length of a lunch in virtual minutes, before the repair."_s, u"M"_s, u"0.5"_s},
                       {u"storm"_s, u"How often things fail; 1 = a very bad week in a minute, 0 = a quiet day."_s, u"X"_s, u"1"_s},
                       {u"jobs"_s, u"Processes at once."_s, u"N"_s, u"2"_s},
                       {u"keep-going"_s, u"Do not stop at the first broken promise; list all seeds."_s},
                       {u"no-shrink"_s, u"Show the whole plan of a broken seed."_s}});
    parser.process(app);
    SimulationSettings settings;
    settings.length = Milliseconds(qint64(parser.value(u"minutes"_s).toDouble() * 60'000));
    settings.storminess = parser.value(u"storm"_s).toDouble();
    if (parser.isSet(u"seed"_s)) {
        const auto seed = parser.value(u"seed"_s).toULongLong();
        const int result = runOne(seed, settings);
        if (result != 0 && !parser.isSet(u"no-shrink"_s))
            report(seed, settings, true);
        return result;
    }
    QElapsedTimer timer;
    timer.start();
    const auto tally = runOnAllCores({parser.value(u"first"_s).toULongLong(), parser.value(u"seeds"_s).toULongLong()}, settings,
                                     std::max(1, parser.value(u"jobs"_s).toInt()), parser.isSet(u"keep-going"_s));
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (tally.broken > 0 && !parser.isSet(u"keep-going"_s))
        report(tally.firstBroken, settings, !parser.isSet(u"no-shrink"_s));
    summarize(tally, seconds);
    return tally.broken > 0 ? 1 : 0;
}
