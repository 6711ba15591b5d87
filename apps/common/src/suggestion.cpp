// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestion.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace saji {
namespace {

//! Insertions, deletions and replacements between two words (Levenshtein), one row at a time.
qsizetype editDistance(QStringView a, QStringView b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.last();
}

} // namespace

QString closestWord(const QString &typed, const QStringList &known)
{
    QString best;
    auto bestDistance = std::numeric_limits<qsizetype>::max();
    for (const auto &word : known) {
        const bool abbreviated = typed.size() >= 2 && word.startsWith(typed);
        const auto distance = abbreviated ? 0 : editDistance(typed, word);
        if (distance < bestDistance) {
            best = word;
            bestDistance = distance;
        }
    }
    return bestDistance <= std::max<qsizetype>(2, typed.size() / 3) && bestDistance < std::max<qsizetype>(typed.size(), 1) ? best : QString();
}

} // namespace saji
