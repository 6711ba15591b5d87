// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace saji::bench {

double quantile(QList<double> samples, double q)
{
    if (samples.isEmpty())
        return 0;
    const auto rank = std::clamp<qsizetype>(qsizetype(std::ceil(q * double(samples.size()))) - 1, 0, samples.size() - 1);
    std::nth_element(samples.begin(), samples.begin() + rank, samples.end());
    return samples.at(rank);
}

bool print(const Figure &f)
{
    const double ratio = f.peer && *f.peer > 0 ? f.value / *f.peer : 0;
    const bool ratioHolds = !f.ratioBudget || ratio <= *f.ratioBudget;
    const bool valueHolds = !f.valueBudget || f.value <= *f.valueBudget;
    const bool ok = ratioHolds && valueHolds;
    std::printf("{\"metric\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"", qPrintable(f.metric), f.value, qPrintable(f.unit));
    if (f.peer)
        std::printf(", \"ratio\": %.3f, \"against\": \"%s (%.3f %s)\"", ratio, qPrintable(f.against), *f.peer, qPrintable(f.unit));
    else
        std::printf(", \"ratio\": null, \"against\": \"%s\"", qPrintable(f.against));
    if (f.ratioBudget && f.valueBudget)
        std::printf(", \"budget\": {\"ratio\": %.2f, \"value\": %.2f}", *f.ratioBudget, *f.valueBudget);
    else if (f.ratioBudget)
        std::printf(", \"budget\": %.2f", *f.ratioBudget);
    else if (f.valueBudget)
        std::printf(", \"budget\": %.2f", *f.valueBudget);
    else
        std::printf(", \"budget\": null");
    std::printf(", \"ok\": %s}\n", ok ? "true" : "false");
    std::fflush(stdout);
    return ok;
}

} // namespace saji::bench
