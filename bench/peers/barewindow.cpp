// SPDX-License-Identifier: GPL-3.0-or-later
//
// The floor for a start: the smallest Qt Widgets program that shows a window of the kiosk's size and paints one line of text.
// Prints the milliseconds from the parent's exec (argv[1], CLOCK_BOOTTIME in ms) to the end of its first paint, and ends.

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include <cstdio>
#include <ctime>

namespace {

double nowMs()
{
    timespec t{};
    clock_gettime(CLOCK_BOOTTIME, &t);
    return double(t.tv_sec) * 1000.0 + double(t.tv_nsec) / 1e6;
}

class Window : public QWidget
{
public:
    explicit Window(double started) : m_started(started) { resize(1080, 1920); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        {
            QPainter painter(this);
            painter.fillRect(rect(), Qt::white);
            painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("Saji"));
        }
        // The frame is on its way once the event loop comes round again.
        QMetaObject::invokeMethod(
            qApp,
            [started = m_started] {
                std::printf("%.3f\n", nowMs() - started);
                std::fflush(stdout);
                QApplication::quit();
            },
            Qt::QueuedConnection);
    }

private:
    double m_started;
};

} // namespace

int main(int argc, char **argv)
{
    const double started = argc > 1 ? std::atof(argv[1]) : nowMs();
    QApplication app(argc, argv);
    Window window(started);
    window.show();
    return app.exec();
}
