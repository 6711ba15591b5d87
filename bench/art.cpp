// SPDX-License-Identifier: GPL-3.0-or-later
//
// What does one page of dishes cost the screen's thread: painted there, or by the art cache's own thread? The reason why ArtCache has one
// (docs/decisions/0011).
//
// bench-art BIN_FOLDER (the folder is not needed)

#include "support/measure.h"

#include <resources/resources.h>
#include <widgets/art.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTimer>

using namespace saji;
using namespace Qt::StringLiterals;
using Now = std::chrono::steady_clock;

namespace {

constexpr int side = 306; // a tile's picture on the 21.5" kiosk
constexpr int perPage = 8;
constexpr int rounds = 5;

QStringList dishes()
{
    QStringList names = QDir(u":/saji/art"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

double paintHere(const QString &name)
{
    const auto start = Now::now();
    QSvgRenderer renderer(u":/saji/art/%1.svg"_s.arg(name));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    return bench::msSince(start);
}

//! The longest time that the screen's thread could not answer a finger while the cache painted this page.
double longestBlock(const QStringList &page)
{
    ArtCache cache;
    double longest = 0;
    auto last = Now::now();
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
        longest = std::max(longest, bench::msSince(last));
        last = Now::now();
        if (cache.idle())
            QCoreApplication::quit();
    });
    pulse.start(0);
    for (const QString &name : page)
        cache.picture(name, QSize(side, side), 1);
    QCoreApplication::exec();
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    initResources();
    const QStringList names = dishes();
    QList<double> pictures, pages, blocks;
    for (int round = 0; round < rounds; ++round) {
        for (qsizetype first = 0; first + perPage <= names.size(); first += perPage) {
            const QStringList page = names.mid(first, perPage);
            double whole = 0;
            for (const QString &name : page) {
                const double ms = paintHere(name);
                pictures << ms;
                whole += ms;
            }
            pages << whole;
            blocks << longestBlock(page);
        }
    }
    bool ok = true;
    ok &= bench::print({.metric = u"art_one_picture_p50"_s, .value = bench::quantile(pictures, 0.5), .unit = u"ms"_s, .peer = {}, .against = {}, .ratioBudget = {}, .valueBudget = {}});
    ok &= bench::print({.metric = u"art_one_picture_max"_s, .value = bench::quantile(pictures, 1), .unit = u"ms"_s, .peer = {}, .against = {}, .ratioBudget = {}, .valueBudget = {}});
    ok &= bench::print({.metric = u"art_page_on_the_screens_thread_p50"_s, .value = bench::quantile(pages, 0.5), .unit = u"ms"_s, .peer = {}, .against = {}, .ratioBudget = {}, .valueBudget = {}});
    ok &= bench::print({.metric = u"art_longest_block_with_its_own_thread_p50"_s, .value = bench::quantile(blocks, 0.5), .unit = u"ms"_s,
                        .peer = bench::quantile(pages, 0.5), .against = u"the same page painted on the screen's thread"_s, .ratioBudget = 0.5, .valueBudget = {}});
    return ok ? 0 : 1;
}
