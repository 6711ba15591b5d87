// SPDX-License-Identifier: GPL-3.0-or-later
#include "floor.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

namespace saji {

double measureDeliveryFloor(const QString &folder)
{
    constexpr int rounds = 101;
    constexpr int hops = 2;
    QFile file(folder + QStringLiteral("/floor"));
    int ends[2];
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 0;
    const QByteArray page(4096, 's');
    QByteArray heard(4096, 0);
    QList<double> samples;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        for (int node = 0; node <= hops; ++node) {
            file.write(page);
            ::fdatasync(file.handle());
            if (node < hops && (::write(ends[0], page.constData(), 1024) != 1024 || ::read(ends[1], heard.data(), 1024) != 1024))
                return 0;
        }
        samples << std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }
    ::close(ends[0]);
    ::close(ends[1]);
    file.remove();
    std::nth_element(samples.begin(), samples.begin() + rounds / 2, samples.end());
    return samples.at(rounds / 2);
}

} // namespace saji
