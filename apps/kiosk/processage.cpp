// SPDX-License-Identifier: GPL-3.0-or-later
#include "processage.h"

#include <remote/remotecontrol.h>

#include <QFile>

#include <unistd.h>

namespace saji {
using namespace Qt::StringLiterals;

double processAgeMilliseconds()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    // The name in brackets may hold anything; field 22 is counted from behind it (proc(5)).
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 22 - 3;
    if (fields.size() <= startTime)
        return -1;
    const double started = fields.at(startTime).toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
    return bootMilliseconds() - started;
}

} // namespace saji
