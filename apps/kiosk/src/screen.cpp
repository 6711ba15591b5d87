// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen.h"

using namespace Qt::StringLiterals;

namespace saji {

Screen::Screen(Journey &journey, Ground::Kind kind, QWidget *parent) : Ground(kind, parent), m_journey(journey)
{
    connect(&journey.language(), &LanguageSwitch::changed, this, &Screen::refresh);
}

void Screen::refresh()
{
    // A screen that nobody sees does its work when it is shown.
    m_stale = !isVisible();
    if (m_stale)
        return;
    speak();
    arrange();
    update();
}

void Screen::resizeEvent(QResizeEvent *event)
{
    Ground::resizeEvent(event);
    if (isVisible())
        arrange();
    else
        m_stale = true;
}

void Screen::showEvent(QShowEvent *event)
{
    Ground::showEvent(event);
    if (m_stale)
        refresh();
}

void Screen::themeChanged()
{
    Ground::themeChanged();
    refresh();
}

Utilities::Utilities(Journey &journey, QWidget *parent) : UtilityRow(parent), m_journey(journey)
{
    setObjectName(u"utilities"_s);
    connect(this, &UtilityRow::chosen, this, [this](int index) {
        switch (index) {
        case 0: m_journey.flow().cancel(!m_journey.cart().isEmpty()); break;
        case 1: m_journey.language().toggle(); break;
        case 2: m_journey.flow().open(ScreenFlow::Overlay::Access); break;
        case 3: m_journey.flow().open(ScreenFlow::Overlay::Help); break;
        default: break;
        }
    });
}

void Utilities::speak()
{
    const QString other = LanguageSwitch::shortNameOf(m_journey.language().other());
    //: %1 is the name of a language in that language
    const QString change = tr("Change language: %1").arg(other);
    setItems({{u"close"_s, tr("Cancel"), true, true, tr("Cancel this order")},
              {u"globe"_s, other, false, true, change},
              {u"access"_s, tr("Accessibility"), false, true, {}},
              {u"help"_s, tr("Help"), false, true, {}}});
}

bool tellConnections(Banner &banner, const SyncBanner &words)
{
    const auto height = [&banner] { return banner.isHidden() ? 0 : banner.heightForWidth(banner.width()); };
    const int before = height();
    if (words.kind == SyncBanner::Kind::None)
        banner.clear();
    else
        banner.say(Banner::Kind::Hint, words.icon, words.sentence, words.detail);
    return height() != before;
}

} // namespace saji
