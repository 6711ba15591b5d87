// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <resources/resources.h>
#include <widgets/focusring.h>
#include <widgets/theme.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

saji::Look lookNamed(const QString &name)
{
    if (name == u"contrast")
        return saji::Look::HighContrast;
    if (name == u"kitchen")
        return saji::Look::Kitchen;
    if (name == u"admin")
        return saji::Look::AdminDark;
    return saji::Look::Light;
}

//! Shows one page after the other and writes each as a picture when all of its art has come.
class Photographer : public QObject
{
public:
    Photographer(saji::Theme &theme, QSize size, QStringList pages, QString folder, QString suffix)
        : m_theme(theme), m_size(size), m_pages(std::move(pages)), m_folder(std::move(folder)), m_suffix(std::move(suffix))
    {
        connect(&m_wait, &QTimer::timeout, this, &Photographer::look);
        m_wait.setInterval(50);
        next();
    }

private:
    void next()
    {
        if (m_pages.isEmpty()) {
            QApplication::quit();
            return;
        }
        m_name = m_pages.takeFirst();
        m_window = std::make_unique<QWidget>();
        m_window->resize(m_size);
        m_theme.attach(m_window.get());
        QWidget *page = saji::gallery::makePage(m_name, m_theme, m_window.get());
        page->resize(m_size);
        m_window->show();
        m_window->activateWindow();
        m_ticks = 0;
        m_wait.start();
    }

    void look()
    {
        // Quiet for a while: every picture is there and every motion is over.
        if (auto *focused = m_window->findChild<QWidget *>(u"focused"_s); focused && m_window->isActiveWindow() && !focused->hasFocus()) {
            focused->setFocus(Qt::TabFocusReason);
            m_window->findChild<saji::FocusRing *>()->setKeyboardMode(true);
        }
        m_ticks = m_theme.art().idle() ? m_ticks + 1 : 0;
        if (m_ticks < 10)
            return;
        m_wait.stop();
        const QString file = QDir(m_folder).filePath(m_name + m_suffix + u".png"_s);
        m_window->grab().save(file);
        QTextStream(stdout) << file << Qt::endl;
        next();
    }

    saji::Theme &m_theme;
    QSize m_size;
    QStringList m_pages;
    QString m_folder, m_suffix, m_name;
    std::unique_ptr<QWidget> m_window;
    QTimer m_wait;
    int m_ticks = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    saji::initResources();
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows every control, in a window or as pictures."_s);
    parser.addHelpOption();
    parser.addOptions({{u"png"_s, u"Write pictures into DIR and end."_s, u"DIR"_s},
                       {u"size"_s, u"Size of the window, 1080x1920 by default."_s, u"WxH"_s, u"1080x1920"_s},
                       {u"look"_s, u"light, contrast, kitchen or admin."_s, u"NAME"_s, u"light"_s},
                       {u"text"_s, u"Text scale in per cent, 100 to 200."_s, u"PERCENT"_s, u"100"_s},
                       {u"page"_s, u"One of: %1; more, separated by commas; default all."_s.arg(saji::gallery::pageNames().join(u' ')), u"NAME"_s}});
    parser.process(app);
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    saji::Metrics metrics = saji::Metrics::fitted(size);
    metrics.textScale = std::clamp(parser.value(u"text"_s).toInt(), 100, 200);
    saji::Theme theme(lookNamed(parser.value(u"look"_s)), metrics);
    const QStringList pages = parser.isSet(u"page"_s) ? parser.value(u"page"_s).split(u',') : saji::gallery::pageNames();
    for (const QString &page : pages) {
        if (!saji::gallery::pageNames().contains(page)) {
            QTextStream(stderr) << u"There is no page named "_s << page << Qt::endl;
            return 2;
        }
    }
    if (parser.isSet(u"png"_s)) {
        QDir().mkpath(parser.value(u"png"_s));
        theme.setReducedMotion(true);
        const QString suffix = u"-%1-%2-%3"_s.arg(parser.value(u"look"_s), parser.value(u"size"_s)).arg(metrics.textScale);
        Photographer photographer(theme, size, pages, parser.value(u"png"_s), suffix);
        return app.exec();
    }
    QWidget window;
    window.resize(size);
    theme.attach(&window);
    QWidget *page = saji::gallery::makePage(pages.first(), theme, &window);
    page->resize(size);
    window.show();
    return app.exec();
}
