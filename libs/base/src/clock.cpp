// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/clock.h>

#include <QFile>

#include <ctime>

namespace saji {
namespace {

Milliseconds read(clockid_t which)
{
    timespec t{};
    clock_gettime(which, &t);
    return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec));
}

} // namespace

Milliseconds SystemClock::wallNow() const
{
    return read(CLOCK_REALTIME);
}

Milliseconds SystemClock::steadyNow() const
{
    return read(CLOCK_BOOTTIME);
}

QByteArray SystemClock::bootId() const
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace saji
