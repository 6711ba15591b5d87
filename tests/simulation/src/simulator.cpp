// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/simulator.h>

#include "tuning.h"

#include <QFileInfo>
#include <QHashSeed>
#include <QLoggingCategory>

#include <algorithm>

#include <malloc.h>

namespace saji {
using namespace Qt::StringLiterals;

void prepareSimulation()
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(u"saji.*=false"_s);
    // Ten restaurants a second come and go: memory that was given back would be fetched from the kernel again, page by page.
    mallopt(M_TRIM_THRESHOLD, 512 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 512 * 1024 * 1024);
    mallopt(M_TOP_PAD, 16 * 1024 * 1024);
    // Locks and device cards are real files; forcing them to a real disk costs more than a whole lunch.
    if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

Outcome simulate(quint64 seed, const SimulationSettings &settings)
{
    return simulate(seed, drawPlan(seed, settings.length, settings.storminess));
}

Outcome simulate(quint64 seed, const Plan &plan)
{
    return Lunch(seed, House::draw(seed)).run(plan);
}

std::pair<Outcome, QByteArray> simulateAndDigest(quint64 seed, const Plan &plan)
{
    Lunch lunch(seed, House::draw(seed));
    auto outcome = lunch.run(plan);
    return {outcome, lunch.digest()};
}

namespace {

//! What is broken, without who and how often: a smaller plan must break the same promise.
QStringList kindOf(const Outcome &outcome)
{
    if (outcome.violations.isEmpty())
        return {};
    auto words = outcome.violations.first().section(u" ["_s, 0, 0).split(u' ').mid(1);
    words.removeIf([](const QString &word) { return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); }); });
    return words;
}

} // namespace

Plan shrunk(quint64 seed, Plan plan)
{
    const auto kind = kindOf(simulate(seed, plan));
    int runs = 0;
    for (qsizetype chunk = plan.size() / 2; chunk >= 1; chunk /= 2) {
        for (qsizetype at = 0; at < plan.size() && runs < tuning::shrinkingRuns; ++runs) {
            Plan fewer = plan;
            fewer.remove(at, std::min(chunk, plan.size() - at));
            if (kindOf(simulate(seed, fewer)) == kind)
                plan = fewer;
            else
                at += chunk;
        }
    }
    return plan;
}

} // namespace saji
