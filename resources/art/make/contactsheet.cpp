// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints drawings side by side as the programs will (QtSvg), to be looked at by the one who draws:
//     saji-contact-sheet OUT.png CELL COLUMNS FILE.svg…
// Prints per drawing: milliseconds to load and paint, and size in bytes, so that a heavy one is seen early.
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QTextStream>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    QTextStream out(stdout);
    if (arguments.size() < 5) {
        out << u"usage: saji-contact-sheet OUT.png CELL COLUMNS FILE.svg...\n"_s;
        return 2;
    }
    const int cell = qBound(16, arguments.at(2).toInt(), 2000);
    const int columns = qMax(1, arguments.at(3).toInt());
    const QStringList files = arguments.mid(4);
    const int caption = cell >= 120 ? 22 : 0;
    const int rows = (int(files.size()) + columns - 1) / columns;

    QImage sheet(columns * cell, rows * (cell + caption), QImage::Format_RGB32);
    sheet.fill(QColor(0xF4F5EF));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QColor(0x16211A));
    bool good = true;
    for (int i = 0; i < files.size(); ++i) {
        const QRectF box((i % columns) * cell, (i / columns) * (cell + caption), cell, cell);
        QElapsedTimer timer;
        timer.start();
        QSvgRenderer renderer(files.at(i));
        renderer.render(&painter, box);
        const QFileInfo file(files.at(i));
        out << file.completeBaseName() << u" "_s << timer.elapsed() << u" ms "_s << file.size() << u" bytes"_s
            << (renderer.isValid() ? u""_s : u" NOT VALID"_s) << u"\n"_s;
        good = good && renderer.isValid();
        if (caption > 0)
            painter.drawText(box.translated(0, cell - 2).adjusted(0, 0, 0, caption - cell), Qt::AlignCenter, file.completeBaseName());
    }
    painter.end();
    return good && sheet.save(arguments.at(1)) ? 0 : 1;
}
