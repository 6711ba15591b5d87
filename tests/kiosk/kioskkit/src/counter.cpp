// SPDX-License-Identifier: GPL-3.0-or-later
#include <kioskkit/counter.h>

#include <appkit/languageloader.h>
#include <resources/resources.h>

#include <translations/translations.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace saji {

Counter::Counter(const JourneySettings &settings, const QSize &size)
{
    initResources();
    initTranslations();
    m_words = std::make_unique<LanguageLoader>();
    m_theme = std::make_unique<Theme>(Look::Light, Metrics::fitted(size));
    m_journey = std::make_unique<Journey>(settings, clock, scheduler, random, [this](const QString &code) { m_words->use(code); });
    m_journey->attach(orders, menu, sync, outbox);
    m_window = std::make_unique<KioskWindow>(*m_journey, *m_theme);
    QObject::connect(m_window.get(), &KioskWindow::sellable, m_window.get(), [this] { ++sellable; });
    sync.status.lastConnected = clock.steadyNow();
    sync.say(true, true, SyncMode::Connected);
    give(SampleMenu::make());
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow(); // keys go to the active window, and on a bare X server nobody else activates one
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("the window does not appear");
}

Counter::~Counter() = default;

JourneySettings Counter::quick()
{
    JourneySettings settings;
    settings.reducedMotion = true;
    settings.deviceName = u"Kios A"_s;
    settings.staffPin = u"246810"_s;
    return settings;
}

void Counter::give(std::shared_ptr<const Menu> given)
{
    menu.state.checkedAt = clock.steadyNow();
    menu.give(std::move(given));
}

void Counter::goToMenu(ServiceKind service)
{
    tap(u"attract/start"_s);
    tap(service == ServiceKind::DineIn ? u"service/dineIn"_s : u"service/takeaway"_s);
}

void Counter::putSotoIntoBasket(int times)
{
    CartItem soto;
    soto.product = SampleMenu::soto;
    soto.modifiers = {SampleMenu::mild};
    soto.quantity = times;
    if (!m_journey->cart().add(soto))
        qFatal("the sample menu does not sell its soup");
}

Control *Counter::control(const QString &path) const
{
    QWidget *root = m_window.get();
    for (const QString &name : path.split(u'/')) {
        QWidget *found = nullptr;
        for (QWidget *widget : root->findChildren<QWidget *>(name)) {
            if (widget->isVisible())
                found = widget;
        }
        if (!found)
            return nullptr;
        root = found;
    }
    return qobject_cast<Control *>(root);
}

QPoint Counter::spot(const QString &path, int target) const
{
    Control *found = control(path);
    if (!found || target >= found->targetCount())
        return {};
    return found->mapTo(m_window.get(), found->target(target).box.center()).toPoint();
}

QPoint Counter::spot(const QString &path, const QString &words) const
{
    const Control *found = control(path);
    for (int i = 0; found && i < found->targetCount(); ++i) {
        if (found->targetName(i).startsWith(words))
            return spot(path, i);
    }
    return {};
}

QString Counter::says(const QString &path, int target) const
{
    const Control *found = control(path);
    return found && target < found->targetCount() ? found->targetName(target) : QString();
}

void Counter::tap(const QPoint &spot)
{
    if (spot.isNull())
        qWarning("nothing to tap there");
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, spot, 1);
    QCoreApplication::processEvents();
}

void Counter::touch(const QPoint &spot)
{
    if (!m_touchScreen)
        m_touchScreen = QTest::createTouchDevice();
    QTest::touchEvent(m_window->windowHandle(), m_touchScreen).press(0, spot);
    QTest::touchEvent(m_window->windowHandle(), m_touchScreen).release(0, spot);
    QCoreApplication::processEvents();
}

void Counter::slide(const QPoint &from, const QPoint &to)
{
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(m_window->windowHandle(), from + (to - from) * step / 5);
    QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, to);
    QCoreApplication::processEvents();
}

void Counter::key(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window->windowHandle(), Qt::Key(key), modifiers);
    QCoreApplication::processEvents();
}

void Counter::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(m_window->windowHandle(), letter.toLatin1());
    QCoreApplication::processEvents();
}

} // namespace saji
