// SPDX-License-Identifier: GPL-3.0-or-later
//
// The floor for a start: the smallest Qt Widgets program that shows a window of the kiosk's size and paints one line of text.
// Says "painted" when its first frame has gone to the screen, and ends.

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include <cstdio>

namespace {

class Window : public QWidget
{
public:
    Window() { resize(1080, 1920); }

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
            [] {
                std::puts("painted");
                std::fflush(stdout);
                QApplication::quit();
            },
            Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Window window;
    window.show();
    return app.exec();
}
