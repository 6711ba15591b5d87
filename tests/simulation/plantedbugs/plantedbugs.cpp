// SPDX-License-Identifier: GPL-3.0-or-later
//
// saji-planted-bugs: plants one known defect after the other and shows that the simulator catches it. A simulator that finds nothing proves
// nothing until this has passed.

#include "bugs.h"

#include <simulation/simulator.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

#include <sys/wait.h>
#include <unistd.h>

using namespace saji;
using namespace std::chrono_literals;

namespace {

constexpr SimulationSettings settings{30s, 1};
constexpr int soundSeeds = 3;

//! What a lunch broke first; empty = nothing.
QString brokenWith(Bug bug, quint64 seed)
{
    plant(bug);
    return simulate(seed, settings).violations.value(0);
}

//! The table's line of one defect; whether it was caught in time.
bool show(const PlantedBug &planted)
{
    for (int seed = 1; seed <= planted.bound; ++seed) {
        const auto broken = brokenWith(planted.bug, quint64(seed));
        if (broken.isEmpty())
            continue;
        std::printf("| %d | %s | %s | %d | %d | %s |\n", int(planted.bug), planted.defect.data(), planted.recreated.data(), seed, planted.bound,
                    qPrintable(broken.section(u" ["_s, 0, 0).left(110)));
        return true;
    }
    std::printf("| %d | %s | %s | NOT CAUGHT | %d | |\n", int(planted.bug), planted.defect.data(), planted.recreated.data(), planted.bound);
    return false;
}

//! In a process of its own: a defect may end it.
bool showApart(const PlantedBug &planted)
{
    const auto process = ::fork();
    if (process == 0) {
        const bool caught = show(planted);
        std::fflush(stdout);
        ::_exit(caught ? 0 : 1);
    }
    int status = 1;
    ::waitpid(process, &status, 0);
    if (WIFEXITED(status))
        return WEXITSTATUS(status) == 0;
    std::printf("| %d | %s | %s | NOT CAUGHT: the program ended | %d | |\n", int(planted.bug), planted.defect.data(), planted.recreated.data(),
                planted.bound);
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    prepareSimulation();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows that the simulator catches each known defect."_s);
    parser.addHelpOption();
    parser.addOption({u"only"_s, u"Only this defect, by number."_s, u"N"_s, u"0"_s});
    parser.process(app);
    const int only = parser.value(u"only"_s).toInt();
    int missed = 0;
    for (quint64 seed = 1; seed <= soundSeeds && only == 0; ++seed) {
        if (const auto broken = brokenWith(Bug::None, seed); !broken.isEmpty()) {
            std::printf("without a bug, seed %llu breaks: %s\n", seed, qPrintable(broken));
            ++missed;
        }
    }
    std::printf("| | defect | how it is re-created | caught by seed | bound | as |\n| --- | --- | --- | --- | --- | --- |\n");
    std::fflush(stdout);
    for (const auto &planted : plantedBugs) {
        if (only != 0 && int(planted.bug) != only)
            continue;
        missed += showApart(planted) ? 0 : 1;
    }
    std::printf("%s\n", missed == 0 ? "all caught" : "NOT all caught");
    return missed == 0 ? 0 : 1;
}
